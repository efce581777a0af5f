"""What corrections made of the months of locked lines: the one amount of each that counts, and the steps to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import ids
from sipokat_desktop.storage import sqlite

from .model import Rincian, per_bulan

BULAN, LANGKAH = "insentif_terkoreksi", "insentif_koreksi"
"""A row per corrected month with the amount that counts; a row per step: from what, to what, by whom and why."""


class Jumlah(NamedTuple):
    """What a month of a line gives, in rupiah: gross and taken home."""

    bruto: int
    diterima: int

    @property
    def teks(self) -> str:
        """How it is kept: one field, so that two computers never make one amount of two."""
        return f"{self.bruto} {self.diterima}"


NOL = Jumlah(0, 0)


def baca_jumlah(teks: str) -> Jumlah:
    """Read what :attr:`Jumlah.teks` wrote."""
    bruto, _, diterima = teks.partition(" ")
    return Jumlah(int(bruto), int(diterima))


def id_bulan(baris_id: str, bulan: str) -> str:
    """Return the id of the row that says what a corrected month of a line gives, the same on every computer."""
    return ids.derived_id(BULAN, baris_id, bulan)


def id_langkah(baris_id: str, bulan: str, ke: int, dari: Jumlah, menjadi: Jumlah) -> str:
    """Return the id of the step number ``ke`` (from 0) of a month: two computers that take the same step write one."""
    return ids.derived_id(LANGKAH, baris_id, bulan, str(ke), dari.teks, menjadi.teks)


def per_baris(con: sqlite.Connection, daftar: Collection[str]) -> dict[str, dict[str, Jumlah]]:
    """Return per line id the corrected months of these lists (ids) with what they give now."""
    hasil: dict[str, dict[str, Jumlah]] = defaultdict(dict)
    rows = con.execute(
        f"SELECT baris_id, bulan, menjadi FROM {BULAN} WHERE daftar_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(daftar)),),
    )
    for baris_id, bulan, menjadi in rows:
        hasil[baris_id][bulan] = baca_jumlah(menjadi)
    return hasil


def semula(rincian: Rincian, diterima: int) -> dict[str, Jumlah]:
    """Return what each month of a line gave when it was locked."""
    bersih = dict(per_bulan(rincian, diterima)) if rincian else {}
    return {bulan: Jumlah(bruto, bersih[bulan]) for bulan, bruto in rincian}


def efektif(rincian: Rincian, diterima: int, jadi: Mapping[str, Jumlah]) -> dict[str, Jumlah]:
    """Return what each month of a line gives: as it was locked, or what its correction says; a month corrected to
    nothing is gone."""
    lama = semula(rincian, diterima)
    ada = sorted(bulan for bulan in lama.keys() | jadi.keys() if bulan not in jadi or jadi[bulan].bruto > 0)
    return {bulan: jadi.get(bulan) or lama[bulan] for bulan in ada}


def bruto(rincian: Rincian, jadi: Mapping[str, Jumlah]) -> Rincian:
    """Return the gross rupiah of each month after corrections, as :func:`efektif` has it."""
    if not jadi:
        return rincian
    return tuple((bulan, jumlah.bruto) for bulan, jumlah in efektif(rincian, 0, jadi).items())


class Koreksi(NamedTuple):
    """A step of a correction: what a month of a line gave and what it was to give, when, why, and who decided it;
    ``revisi`` is the paper it first stood on."""

    koreksi_id: str
    baris_id: str
    no: int
    nomor_rt: str
    nama: str
    revisi: int
    bulan: str
    dari: Jumlah
    menjadi: Jumlah
    tanggal: str
    alasan: str
    oleh: str


def koreksi(con: sqlite.Connection, *, daftar_id: str) -> list[Koreksi]:
    """Return the steps of the corrections of a list in their order, those that do not count too."""
    rows = con.execute(
        f"""SELECT k.id, k.baris_id, coalesce(b.no, 0), coalesce(b.nomor_rt, '?'), coalesce(b.nama, ''), k.revisi,
                   k.bulan, k.dari, k.menjadi, k.tanggal, k.alasan, coalesce(k.oleh, '')
            FROM {LANGKAH} k LEFT JOIN insentif_baris b ON b.id = k.baris_id
            WHERE k.daftar_id = ? ORDER BY k.revisi, k.bulan, k.id""",
        (daftar_id,),
    )
    return [Koreksi(*(*row[:7], baca_jumlah(row[7]), baca_jumlah(row[8]), *row[9:])) for row in rows]


def berlaku(langkah: Sequence[Koreksi], kini: Mapping[str, Jumlah]) -> list[Koreksi]:
    """Return the steps of one line that led to what its months give now (``kini``; a month that is gone: nothing).

    Where two computers corrected a month differently and a person chose, the steps of the other one are left out; of
    a month whose amount no step says, all stay.
    """
    hasil: set[str] = set()
    for bulan in {satu.bulan for satu in langkah}:
        semua = [satu for satu in langkah if satu.bulan == bulan]
        jalan = _jalan(semua, kini.get(bulan, NOL))
        hasil |= {satu.koreksi_id for satu in jalan or semua}
    return [satu for satu in langkah if satu.koreksi_id in hasil]


def _jalan(semua: Sequence[Koreksi], akhir: Jumlah) -> list[Koreksi]:
    """Walk back from an amount, step by step, to what the line said when it was locked."""
    hasil: list[Koreksi] = []
    sisa = list(semua)
    while cocok := [satu for satu in sisa if satu.menjadi == akhir]:
        hasil.append(cocok[-1])
        akhir = cocok[-1].dari
        sisa = [satu for satu in sisa if satu.revisi < cocok[-1].revisi]
    return hasil
