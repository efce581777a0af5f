"""Pure pagination of a signed list: how many rows on which page, nothing drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from ..kernel.errors import InputSalah
from . import text

BARIS_BIASA = 12.0
BARIS_RAPAT = 10.0
BARIS_TERTINGGI = 24.0
_SERAT = 1e-6


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Heights in mm: the box between the margins, and the blocks that share it with the rows."""

    isi: float
    kepala_pertama: float
    kepala_lanjutan: float
    kepala_tabel: float
    pindahan: float
    penutup: float
    kaki: float

    def muat(self, tinggi_baris: float, *, pertama: bool, terakhir: bool) -> int:
        """Return how many rows a page of this kind holds (may be zero or less)."""
        kepala = self.kepala_pertama if pertama else self.kepala_lanjutan + self.pindahan
        ekor = self.penutup if terakhir else self.pindahan
        sisa = self.isi - kepala - self.kepala_tabel - ekor - self.kaki
        return floor(sisa / tinggi_baris + _SERAT)


@dataclass(frozen=True, slots=True)
class Halaman:
    """Rows ``awal`` up to ``akhir`` (exclusive) on page ``nomor`` (from 1)."""

    nomor: int
    awal: int
    akhir: int
    terakhir: bool

    @property
    def pertama(self) -> bool:
        """Tell whether this page carries the title."""
        return self.nomor == 1


@dataclass(frozen=True, slots=True)
class Susunan:
    """Row height in mm and the pages in order."""

    tinggi_baris: float
    halaman: tuple[Halaman, ...]


def susun(banyak: int, ukuran: Ukuran, perlu: float = BARIS_BIASA) -> Susunan:
    """Divide ``banyak`` rows over pages.

    Rows are 12 mm, or 10 mm when that saves a second page; higher, in whole mm, where the texts in them
    need it (``perlu``). Pages break after even rows so that a
    signature box stays whole, and the last page keeps at least two rows with total and signers.
    Raises InputSalah when the fixed blocks leave no room for rows.
    """
    biasa = min(max(BARIS_BIASA, float(ceil(perlu - _SERAT))), BARIS_TERTINGGI)
    for tinggi in (biasa, BARIS_RAPAT) if biasa == BARIS_BIASA else (biasa,):
        if banyak <= ukuran.muat(tinggi, pertama=True, terakhir=True):
            return Susunan(tinggi, (Halaman(1, 0, banyak, True),))
    return Susunan(biasa, tuple(_bagi(banyak, ukuran, biasa)))


def _bagi(banyak: int, ukuran: Ukuran, tinggi: float) -> list[Halaman]:
    awal_muat = _genap(ukuran.muat(tinggi, pertama=True, terakhir=False))
    tengah_muat = _genap(ukuran.muat(tinggi, pertama=False, terakhir=False))
    akhir_muat = ukuran.muat(tinggi, pertama=False, terakhir=True)
    ekor = 2 + banyak % 2
    if awal_muat < 2 or tengah_muat < 2 or akhir_muat < ekor:
        raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
    halaman: list[Halaman] = []
    awal, muat = 0, awal_muat
    while not halaman or banyak - awal > akhir_muat:
        akhir = awal + min(muat, banyak - ekor - awal)
        halaman.append(Halaman(len(halaman) + 1, awal, akhir, False))
        awal, muat = akhir, tengah_muat
    return [*halaman, Halaman(len(halaman) + 1, awal, banyak, True)]


def _genap(n: int) -> int:
    return n - n % 2
