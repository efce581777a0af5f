"""The receipt list of goods (F8): pieces with size and model instead of rupiah, the sums per size under the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import text
from .model import BarisTerima, DaftarTerima, Kolom
from .paper import Kertas

_LEBAR = {Kertas.F4: (8, 0, 12, 15, 10, 20, 19, 56), Kertas.A4: (8, 0, 12, 15, 10, 20, 19, 56)}
"""Widths in mm, in the order of :func:`kolom_barang`; the name takes what they leave."""


@dataclass(frozen=True, slots=True)
class BarisBarang(BarisTerima):
    """One person who gets goods: ``diterima`` pieces; ``tanggal`` is empty where nothing was given yet."""

    ukuran: str = ""
    model: str = ""
    tanggal: str = ""


@dataclass(frozen=True, slots=True)
class DaftarBarang(DaftarTerima):
    """A receipt list of goods; ``per_ukuran`` are its sums (words, pieces), ``satuan`` what a piece is called,
    ``nama`` what it is a list of."""

    per_ukuran: tuple[tuple[str, int], ...] = ()
    satuan: str = ""
    nama: str = ""

    @property
    def penutup(self) -> tuple[str, ...]:
        """The sums per size, and all together."""
        jumlah = sum(b.diterima for b in self.baris)
        bagian = " \u00b7 ".join(f"{ukuran} {banyak}" for ukuran, banyak in self.per_ukuran)
        return (text.PER_UKURAN.format(bagian=bagian or text.KOSONG, jumlah=jumlah, satuan=self.satuan),)

    @property
    def kaki(self) -> str:
        """What names the list in the foot of its pages."""
        return text.KAKI_BARANG.format(nama=self.nama)


def kolom_barang(kertas: Kertas) -> tuple[Kolom, ...]:
    """Return the columns of F8: no, nama, RT, ukuran, jumlah, model, tanggal, tanda tangan (DOMAIN §8)."""
    isi: Mapping[str, str] = text.KOL_BARANG
    lebar = iter(_LEBAR[kertas])
    return (
        Kolom(text.KOL_NO, next(lebar), "nomor"),
        Kolom(text.KOL_NAMA, next(lebar), "nama", isi=lambda b: b.nama),
        Kolom(isi["rt"], next(lebar), "kode", isi=lambda b: b.jabatan),
        Kolom(isi["ukuran"], next(lebar), "kode", isi=lambda b: _barang(b).ukuran),
        Kolom(isi["jumlah"], next(lebar), "uang", nilai=lambda b: b.diterima, dijumlah=True),
        Kolom(isi["model"], next(lebar), "kode", isi=lambda b: _barang(b).model),
        Kolom(isi["tanggal"], next(lebar), "kode", isi=lambda b: _barang(b).tanggal),
        Kolom(text.KOL_TANDA_TANGAN, next(lebar), "tanda_tangan"),
    )


def _barang(baris: BarisTerima) -> BarisBarang:
    assert isinstance(baris, BarisBarang)
    return baris
