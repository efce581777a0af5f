"""Reads vaccination figures: of an RT day by day, of places the latest of each RT, with what is odd in words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import rules, text
from .model import Catatan
from .rules import Catat

_CATATAN = """SELECT c.id, c.lingkup, coalesce(c.jabatan_id, ''), coalesce(j.nomor, ?), coalesce(c.program, ''),
    coalesce(c.tanggal, ''), coalesce(c.sasaran, 0), coalesce(c.dosis1, 0), coalesce(c.dosis2, 0),
    coalesce(c.booster, 0), coalesce(c.alasan, ''), coalesce(c.catatan, '')
FROM vaksinasi_catatan c LEFT JOIN rt_jabatan j ON j.id = c.jabatan_id WHERE"""
_URUT = "ORDER BY c.lingkup, length(j.nomor), j.nomor, c.jabatan_id, c.tanggal, c.id"


def program(con: sqlite.Connection, lingkup: Sequence[str]) -> list[str]:
    """Return the names of the programmes that kelurahan have figures of, each in one spelling, the last used first."""
    rows = con.execute(
        """SELECT program FROM vaksinasi_catatan WHERE lingkup IN (SELECT value FROM json_each(?))
           AND program IS NOT NULL GROUP BY 1 ORDER BY max(tanggal) DESC, 1""",
        (json.dumps([*lingkup]),),
    )
    nama: dict[str, str] = {}
    for (satu,) in rows:
        nama.setdefault(kunci_cari(satu), str(satu))
    return [*nama.values()]


def semua(con: sqlite.Connection, *, lingkup: Sequence[str], program: str = "", sampai: str = "") -> list[Catatan]:
    """Return the records of kelurahan (of a programme, up to a day) by RT and day, with doubts where a sync brought
    figures together that nobody would have been let to enter."""
    rows = con.execute(
        f"{_CATATAN} c.lingkup IN (SELECT value FROM json_each(?)) AND (? = '' OR c.tanggal <= ?) {_URUT}",
        (text.RT_ASING, json.dumps([*lingkup]), sampai, sampai),
    )
    return _diperiksa(_program(rows, program))


def satu_rt(con: sqlite.Connection, jabatan_id: str, program: str = "") -> list[Catatan]:
    """Return the records of an RT (of a programme) by day."""
    rows = con.execute(f"{_CATATAN} c.jabatan_id = ? {_URUT}", (text.RT_ASING, jabatan_id))
    return _diperiksa(_program(rows, program))


def _program(rows: Iterable[Sequence[Any]], program: str) -> Iterator[Catatan]:
    """Yield the records of a programme, however each spells it; all of them for ""."""
    kunci, dicari = cache(kunci_cari), kunci_cari(program)
    return (c for c in (Catatan(*row) for row in rows) if not dicari or kunci(c.program) == dicari)


def rentang(con: sqlite.Connection, jabatan_id: str, program: str) -> list[Catat]:
    """Return the figures of an RT in a programme, the earliest day first."""
    return [_catat(c) for c in satu_rt(con, jabatan_id, program)]


def terakhir(catatan: Iterable[Catatan]) -> dict[str, Catatan]:
    """Return the latest record of each RT (post id), from records in order of their days."""
    return {c.jabatan_id: c for c in catatan}


def _diperiksa(catatan: Iterable[Catatan]) -> list[Catatan]:
    hasil, kunci = list(catatan), cache(kunci_cari)
    per: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for ke, c in enumerate(hasil):
        per[c.jabatan_id, kunci(c.program)].append(ke)
        kata = [s.kalimat for s in rules.tak_cocok(c.angka)]
        kata += [text.RT_HILANG] if c.nomor_rt == text.RT_ASING else []
        hasil[ke] = c._replace(ragu=tuple(kata)) if kata else c
    for ke_semua in per.values():
        for lama, baru in pairwise(ke_semua):
            salah = rules.tanpa_alasan(_catat(hasil[lama]), _catat(hasil[baru]))
            if salah:
                hasil[baru] = hasil[baru]._replace(ragu=(*hasil[baru].ragu, *(s.kalimat for s in salah)))
    return hasil


def _catat(c: Catatan) -> Catat:
    return Catat(c.tanggal, c.angka, c.alasan)
