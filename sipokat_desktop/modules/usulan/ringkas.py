"""The proposals of some kelurahan in figures, counted without reading them whole: also of ten years of the city."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.storage import sqlite

from . import baca, text
from .model import Angka, Ringkasan
from .status import DRAF, JALAN, SELESAI

LAGI = "EXISTS (SELECT 1 FROM usulan_butir l WHERE l.dari_id = b.id)"
"""Whether the proposal ``b`` was made again."""
KINI = """(SELECT {kolom} FROM usulan_status s WHERE s.usulan_id = b.id
    ORDER BY s.status <> 'draf' DESC, s.tanggal DESC, coalesce(s.dicatat, 0) DESC, s.id DESC LIMIT 1)"""
"""What the step ``s`` says that holds of the proposal ``b``, as :func:`status.berlaku` finds it."""
_STATUS = KINI.format(kolom="s.status || '|' || coalesce(s.tanggal, '')")
_BUTIR = f"""SELECT b.id, coalesce(b.kategori, ''), coalesce(b.biaya, 0), {LAGI}, {_STATUS}
FROM usulan_butir b WHERE b.lingkup IN (SELECT value FROM json_each(?)) AND (? IS NULL OR b.tahun = ?)"""
_TEMPAT = f"""SELECT b.id, b.lingkup, {_STATUS} FROM usulan_butir b
WHERE b.lingkup IN (SELECT value FROM json_each(?)) AND b.tahun BETWEEN ? AND ?"""
_URUT = {
    kode: ke
    for semua in ([*text.KATEGORI], [*JALAN, *(satu for satu in text.STATUS if satu not in JALAN)])
    for ke, kode in enumerate(semua)
}


class _Butir(NamedTuple):
    kategori: str
    status: str
    biaya: int
    tanggal: str
    terbuka: bool


def ringkasan(
    con: sqlite.Connection, *, lingkup: Sequence[str], tahun: int | None = None, draf: bool = True
) -> Ringkasan:  # fmt: skip
    """Return the proposals of kelurahan (of a year) in figures, drafts among them where ``draf``."""
    induk = baca.gabungan(con).induk
    rows = con.execute(_BUTIR, (json.dumps([*lingkup]), tahun, tahun))
    butir = (_butir(*row[1:]) for row in rows if row[0] not in induk)
    semua = [satu for satu in butir if draf or satu.status != DRAF]
    terbuka = [satu for satu in semua if satu.terbuka]
    return Ringkasan(
        len(semua), len(terbuka), sum(satu.biaya for satu in terbuka),
        _angka(terbuka, text.KATEGORI, lambda satu: satu.kategori),
        _angka(terbuka, text.STATUS, lambda satu: satu.status), max((satu.tanggal for satu in semua), default=""),
    )  # fmt: skip


def per_status(con: sqlite.Connection, *, lingkup: Sequence[str], dari: int, sampai: int) -> Counter[tuple[str, str]]:
    """Return how many proposals of each kelurahan, for the years ``dari`` to ``sampai``, have each status now."""
    induk = baca.gabungan(con).induk
    rows = con.execute(_TEMPAT, (json.dumps([*lingkup]), dari, sampai))
    return Counter((str(tempat), (kini or DRAF).partition("|")[0]) for id, tempat, kini in rows if id not in induk)


def _butir(kategori: str, biaya: int, lagi: int, kini: str | None) -> _Butir:
    status, _, tanggal = (kini or DRAF).partition("|")
    return _Butir(kategori, status, biaya, tanggal, status not in SELESAI and not lagi)


def _angka(semua: Sequence[_Butir], kata: Mapping[str, str], kode: Callable[[_Butir], str]) -> tuple[Angka, ...]:
    n = Counter(map(kode, semua))
    biaya: Counter[str] = Counter()
    for satu in semua:
        biaya[kode(satu)] += satu.biaya
    urut = sorted(n, key=lambda satu: (-n[satu], _URUT.get(satu, len(_URUT)), satu))
    return tuple(Angka(satu, kata.get(satu, satu), n[satu], biaya[satu]) for satu in urut)
