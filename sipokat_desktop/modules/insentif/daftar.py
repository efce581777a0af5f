"""Payment lists with their sums and where each is in its life (DOMAIN §3)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import text, text_siklus
from .baris import Baris, per_daftar


class Langkah(Enum):
    """A step in the life of a list; the value is its place on a row of steps."""

    DRAF = 0
    DIPERIKSA = 1
    DIKUNCI = 2
    DICETAK = 3
    DIAJUKAN = 4
    CAIR = 5
    SEBAGIAN = 6
    LUNAS = 7
    BATAL = -1

    @property
    def ke(self) -> int:
        """The place on a row of steps, 0 … 7; a cancelled list has none (-1)."""
        return self.value

    @property
    def kata(self) -> str:
        """The step in words."""
        return text_siklus.LANGKAH_DAFTAR[self.name]


class Daftar(NamedTuple):
    """A payment list with its sums in rupiah after all corrections; ``dibayar`` is what really went out under it.

    ``revisi`` counts its acts of correction; ``selesai`` are lines with nothing left to pay, ``penerima_dibayar`` lines
    with money out, ``asal_diterima`` what it said when it was locked."""

    daftar_id: str
    lingkup: str
    nomor: str
    komponen_id: str
    komponen: str
    periode: str
    keadaan: str
    dikunci_oleh: str
    dikunci_pada: str
    dasar: str
    cetak_ke: int
    jumlah_penerima: int
    total: int
    diterima: int
    dibayar: int
    pph: int = 0
    revisi: int = 0
    diperiksa_oleh: str = ""
    diperiksa_pada: str = ""
    spp_nomor: str = ""
    spp_tanggal: str = ""
    sp2d_nomor: str = ""
    sp2d_tanggal: str = ""
    alasan: str = ""
    ditunda: int = 0
    asal_diterima: int = 0
    selesai: int = 0
    penerima_dibayar: int = 0
    ditandatangani: int = 0
    sisa: int = 0
    lebih: int = 0

    @property
    def nama_periode(self) -> str:
        """``Triwulan I 2026``."""
        return periode_.baca(self.periode).nama

    @property
    def langkah(self) -> Langkah:
        """The furthest step that the list has reached, derived from its fields and the ledger."""
        if self.keadaan == "batal":
            return Langkah.BATAL
        if self.keadaan == "draf":
            return Langkah.DIPERIKSA if self.diperiksa_oleh else Langkah.DRAF
        if self.jumlah_penerima and self.selesai == self.jumlah_penerima:
            return Langkah.LUNAS
        dicapai = (
            (Langkah.SEBAGIAN, self.penerima_dibayar), (Langkah.CAIR, self.sp2d_nomor),
            (Langkah.DIAJUKAN, self.spp_nomor), (Langkah.DICETAK, self.cetak_ke),
        )  # fmt: skip
        return next((langkah for langkah, ada in dicapai if ada), Langkah.DIKUNCI)


_DAFTAR = """SELECT d.id, d.lingkup, d.nomor, d.komponen_id, coalesce(k.nama, '—'), d.periode, d.keadaan,
    coalesce(d.dikunci_oleh, ''), coalesce(d.dikunci_pada, ''), coalesce(d.dasar, ''), coalesce(d.cetak_ke, 0),
    coalesce(d.diperiksa_oleh, ''), coalesce(d.diperiksa_pada, ''), coalesce(d.spp_nomor, ''),
    coalesce(d.spp_tanggal, ''), coalesce(d.sp2d_nomor, ''), coalesce(d.sp2d_tanggal, ''), coalesce(d.alasan, ''),
    (SELECT count(DISTINCT c.baris_id || ' ' || c.revisi || ' ' || c.alasan) FROM insentif_koreksi c
     WHERE c.daftar_id = d.id),
    (SELECT coalesce(sum(m.jumlah), 0) FROM insentif_mutasi m WHERE m.daftar_id = d.id)
FROM insentif_daftar d LEFT JOIN insentif_komponen k ON k.id = d.komponen_id"""


def _ambil(con: sqlite.Connection, mana: str, nilai: str) -> list[Daftar]:
    rows = con.execute(f"{_DAFTAR} WHERE {mana} ORDER BY d.periode DESC, d.nomor", (nilai,)).fetchall()
    isi = per_daftar(con, [row[0] for row in rows])
    return [_satu(row, isi[row[0]]) for row in rows]


def _satu(row: Sequence[Any], baris: list[Baris]) -> Daftar:
    *siklus, alasan, revisi, dibayar = row[11:]
    return Daftar(
        *(
            *row[:11], len(baris), sum(b.bruto for b in baris), sum(b.diterima for b in baris), dibayar,
            sum(b.pph for b in baris), revisi, *siklus, alasan, sum(b.ditunda and not b.lunas for b in baris),
            sum(b.asal.diterima for b in baris), sum(b.lunas for b in baris), sum(b.dibayar > 0 for b in baris),
            sum(bool(b.tanda) for b in baris), sum(b.sisa for b in baris), sum(b.lebih for b in baris),
        )
    )  # fmt: skip


def semua_daftar(con: sqlite.Connection, *, lingkup: str) -> list[Daftar]:
    """Return the lists of a kelurahan, newest period first."""
    return _ambil(con, "d.lingkup = ?", lingkup)


def cari_daftar(con: sqlite.Connection, nomor: str) -> Daftar:
    """Return the list with a number; raise InputSalah when there is none here."""
    ada = _ambil(con, "d.nomor = ?", nomor.strip().upper())
    if not ada:
        raise InputSalah("nomor", text.DAFTAR_TIDAK_ADA.format(nomor=nomor))
    return ada[0]


def nomor_daftar(con: sqlite.Connection, id: str) -> str:
    """Return the number of the list with this number or id, or of the one that holds this line, payment
    or corrected month."""
    row = con.execute(
        """SELECT nomor FROM insentif_daftar WHERE nomor = :id OR id = :id
               OR id IN (SELECT daftar_id FROM insentif_baris WHERE id = :id)
               OR id IN (SELECT daftar_id FROM insentif_mutasi WHERE id = :id)
               OR id IN (SELECT daftar_id FROM insentif_terkoreksi WHERE id = :id)""",
        {"id": id},
    ).fetchone()
    return str(row[0]) if row else ""
