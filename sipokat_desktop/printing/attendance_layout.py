"""Pure pagination of a list in groups: which rows of which group on which page, nothing drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from ..kernel.errors import InputSalah
from . import text

_SERAT = 1e-6


class Rombongan(NamedTuple):
    """A group of so many rows; ``baru`` begins a page."""

    banyak: int
    baru: bool = False


class Potong(NamedTuple):
    """Rows ``awal`` up to ``akhir`` (exclusive) of a group."""

    kelompok: int
    awal: int
    akhir: int


@dataclass(frozen=True, slots=True)
class Ruang:
    """Heights in mm: what the first page and the others leave for groups, the block after the last row, the heading of
    a group, a row."""

    pertama: float
    lanjutan: float
    penutup: float
    judul: float
    baris: float

    def tinggi(self, halaman: Sequence[Potong]) -> float:
        """Return how high the groups on a page are."""
        return sum(self.judul + (satu.akhir - satu.awal) * self.baris for satu in halaman)

    def sisa(self, nomor: int, halaman: Sequence[Potong]) -> float:
        """Return what page ``nomor`` (from 0) still leaves."""
        return (self.lanjutan if nomor else self.pertama) - self.tinggi(halaman) + _SERAT


def bagi(kelompok: Sequence[Rombongan], ruang: Ruang) -> tuple[tuple[Potong, ...], ...]:
    """Divide groups over pages; each part of a group stands under its heading, groups without rows nowhere.

    Pages break after even rows of a group so that a signature box stays whole; what follows the last row stands with
    at least one. Raises InputSalah when the fixed blocks leave no room for rows.
    """
    halaman: list[list[Potong]] = [[]]
    for ke, satu in enumerate(kelompok):
        if satu.baru and satu.banyak and halaman[-1]:
            halaman.append([])
        awal = 0
        while awal < satu.banyak:
            akhir = awal + _muat(ruang, len(halaman) - 1, halaman[-1], satu.banyak - awal)
            if akhir > awal:
                halaman[-1].append(Potong(ke, awal, akhir))
                awal = akhir
            elif not halaman[-1] and len(halaman) > 1:
                raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
            if awal < satu.banyak:
                halaman.append([])
    _sisakan(halaman, ruang)
    return tuple(map(tuple, halaman))


def _muat(ruang: Ruang, nomor: int, halaman: Sequence[Potong], banyak: int) -> int:
    """Return how many of ``banyak`` rows the page takes: all, else an even number."""
    muat = floor((ruang.sisa(nomor, halaman) - ruang.judul) / ruang.baris)
    return banyak if banyak <= muat else max(muat - muat % 2, 0)


def _sisakan(halaman: list[list[Potong]], ruang: Ruang) -> None:
    """Leave room after the last row: move it, with the rows that share its box, to a new page where there is none."""
    terakhir = halaman[-1]
    if ruang.sisa(len(halaman) - 1, terakhir) >= ruang.penutup:
        return
    if not terakhir:
        raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
    k, awal, akhir = terakhir.pop()
    ekor = 2 + (akhir - awal) % 2
    batas = akhir - ekor if akhir - awal > ekor else awal
    if batas > awal:
        terakhir.append(Potong(k, awal, batas))
    elif not terakhir and len(halaman) > 1:
        raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
    halaman.append([Potong(k, batas, akhir)])
    if ruang.sisa(len(halaman) - 1, halaman[-1]) < ruang.penutup:
        raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
