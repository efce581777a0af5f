"""Rekaps: per RT and year here; F3 and what of a budget was spent from their own files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import sqlite

from . import text_siklus
from .rekap_f3 import BarisKelurahan, RekapKecamatan, kecamatan, kurang, per_kecamatan, tabel_kecamatan
from .serapan import BarisAnggaran, anggaran, di

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Cell, Table

__all__ = [
    "BarisAnggaran", "BarisKelurahan", "BarisRT", "RekapKecamatan", "RekapRT", "anggaran", "kecamatan", "kurang",
    "per_kecamatan", "rt_tahun", "tabel_kecamatan", "tabel_rt",
]  # fmt: skip

Setahun = tuple[int, ...]
"""Twelve amounts of rupiah, January first."""


class BarisRT(NamedTuple):
    """What a post received from one purse for the months of a year; ``nama`` is its last head of that year."""

    lingkup: str
    kelurahan: str
    jabatan_id: str
    nomor_rt: str
    nama: str
    komponen_id: str
    komponen: str
    bulan: Setahun
    jumlah: int


@dataclass(frozen=True, slots=True)
class RekapRT:
    """A year by post; ``jumlah`` is one line per component."""

    tahun: int
    baris: tuple[BarisRT, ...]
    jumlah: tuple[BarisRT, ...]

    @property
    def total(self) -> int:
        """Rupiah of the whole year."""
        return sum(b.jumlah for b in self.jumlah)


# per RT and year


def rt_tahun(con: sqlite.Connection, *, tahun: int, lingkup: Sequence[str] = ()) -> RekapRT:
    """Return what every post received for the months of a year, refunds taken off (``lingkup`` empty: all here)."""
    mana, nilai = di("lingkup", lingkup)
    isi = con.execute(f"SELECT * FROM insentif_ringkas_rt WHERE tahun = ?{mana}", (tahun, *nilai)).fetchall()
    nomor = dict(con.execute(f"SELECT id, nomor FROM rt_jabatan WHERE true{mana}", nilai).fetchall())
    komponen = dict(con.execute("SELECT id, nama FROM insentif_komponen").fetchall())
    nama = _ketua(con, tahun, lingkup)
    tempat = {kode: wilayah.nama(kode) for kode in {row[1] for row in isi}}
    semua = (
        BarisRT(
            kode, tempat[kode], jabatan_id, nomor.get(jabatan_id) or "?", nama.get(jabatan_id, ""), komponen_id,
            komponen.get(komponen_id) or "—", tuple(bulan), sum(bulan),
        )
        for _, kode, jabatan_id, komponen_id, *bulan in isi
        if any(bulan)
    )  # fmt: skip
    baris = tuple(sorted(semua, key=lambda b: (b.lingkup, len(b.nomor_rt), b.nomor_rt, b.jabatan_id, b.komponen)))
    return RekapRT(tahun, baris, _jumlah_rt(baris))


def _ketua(con: sqlite.Connection, tahun: int, lingkup: Sequence[str]) -> dict[str, str]:
    """Return per post the last head in office in a year."""
    mana, nilai = di("m.lingkup", lingkup)
    rows = con.execute(
        f"""SELECT m.jabatan_id, coalesce(o.nama, '') FROM rt_masa m LEFT JOIN rt_orang o ON o.id = m.orang_id
            WHERE coalesce(m.tmt, '') <= ? AND coalesce(m.akhir_nyata, '9999') >= ?{mana} ORDER BY m.tmt, m.id""",
        (f"{tahun}-12-31", f"{tahun}-01-01", *nilai),
    )
    return {str(row[0]): str(row[1]) for row in rows}


def _jumlah_rt(baris: Iterable[BarisRT]) -> tuple[BarisRT, ...]:
    per: dict[tuple[str, str], list[BarisRT]] = defaultdict(list)
    for b in baris:
        per[b.komponen, b.komponen_id].append(b)
    hasil: list[BarisRT] = []
    for (nama, komponen_id), semua in sorted(per.items()):
        bulan = tuple(map(sum, zip(*(b.bulan for b in semua), strict=True)))
        hasil.append(BarisRT("", "", "", "", text_siklus.JUMLAH, komponen_id, nama, bulan, sum(bulan)))
    return tuple(hasil)


# as sheets


def tabel_rt(rekap: RekapRT) -> Table:
    """Return the year by post as a sheet, the sums last."""
    from sipokat_desktop.exporting.workbook import Column, Table

    kolom = (
        *(Column(judul, "teks", lebar) for judul, lebar in zip(text_siklus.KOLOM_RT, (20, 7, 26, 24), strict=True)),
        *(Column(bulan, "angka", 11) for bulan in text_siklus.BULAN_PENDEK),
        Column(text_siklus.JUMLAH, "angka", 13),
    )
    rows: list[tuple[Cell, ...]] = [
        (b.kelurahan, f"RT {b.nomor_rt}" if b.nomor_rt else "", b.nama, b.komponen, *b.bulan, b.jumlah)
        for b in (*rekap.baris, *rekap.jumlah)
    ]
    judul = text_siklus.JUDUL_RT.format(tahun=rekap.tahun)
    return Table(f"Rekap {rekap.tahun}", (judul,), kolom, rows, judul)
