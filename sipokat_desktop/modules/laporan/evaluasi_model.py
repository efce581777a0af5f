"""The values of an evaluation of reports: counts, shares that add up to 100, and who did most and least (DOMAIN §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sipokat_desktop.kernel import persen

BIDANG = ("1", "2", "3", "4", "5")
"""The fields that are counted by name; a report of any other one is only in the sum."""


class Rentang(NamedTuple):
    """The days that an evaluation is of (ISO, both included; empty: open), and what people call them."""

    dari: str
    sampai: str
    nama: str


class Bagian(NamedTuple):
    """A part of a whole: its stored code and name, how many, and how many percent of ``dari``; the percents of the
    parts of one whole add up to 100 (all 0 where there is nothing)."""

    kode: str
    nama: str
    jumlah: int
    persen: int
    dari: int

    @property
    def kata(self) -> str:
        """The share in words: ``64 %``, ``< 1 %``, nothing of nothing."""
        return persen.kata(self.persen, self.jumlah, self.dari)


class Angka(NamedTuple):
    """What is counted of reports; ``nilai`` are those that count as performance (category kinerja, the lurah said yes,
    the camat did not say no), as for the payment by performance."""

    jumlah: int = 0
    bidang: tuple[int, ...] = (0,) * len(BIDANG)
    kinerja: int = 0
    lurah_ya: int = 0
    lurah_tidak: int = 0
    camat_ya: int = 0
    camat_tidak: int = 0
    nilai: int = 0
    berfoto: int = 0

    @property
    def biasa(self) -> int:
        """Reports that are not of the category kinerja."""
        return self.jumlah - self.kinerja

    @property
    def lurah_belum(self) -> int:
        """Reports of which the lurah has said nothing yet."""
        return self.jumlah - self.lurah_ya - self.lurah_tidak

    @property
    def camat_belum(self) -> int:
        """Reports of which the camat has said nothing yet."""
        return self.jumlah - self.camat_ya - self.camat_tidak


class Baris(NamedTuple):
    """An RT or a kelurahan: ``rt`` are the RT that count (0 or 1 of an RT), ``aktif`` those among them with a report,
    ``bulan`` the months with a report, ``persen`` its share of all reports (of all lines together 100), ``urutan`` its
    place by the number of reports (equal numbers share it; 0: none)."""

    kode: str
    nama: str
    lingkup: str
    ketua: str
    rt: int
    aktif: int
    bulan: int
    angka: Angka
    persen: int
    urutan: int


class Ujung(NamedTuple):
    """Who has the most or the fewest reports: how many, and all who have so many, by stored code and name."""

    jumlah: int
    kode: tuple[str, ...]
    nama: tuple[str, ...]


class Ujungnya(NamedTuple):
    """Both ends; None where there is nothing to compare: fewer than two that count, no report, or all the same."""

    tersibuk: Ujung | None
    tersepi: Ujung | None


@dataclass(frozen=True, slots=True)
class Evaluasi:
    """All figures of a scope (a kelurahan, ``kec:…`` or ``kota``) and days.

    ``terbaru`` is the day of the newest report in it (ISO, empty: none); ``bulan`` are the months in order, those
    without a report too; ``kelurahan`` and ``per_rt`` have a line for each that counts, in order of code and number.
    """

    lingkup: str
    tempat: str
    rentang: Rentang
    terbaru: str
    angka: Angka
    bidang: tuple[Bagian, ...]
    jenis: tuple[Bagian, ...]
    kategori: tuple[Bagian, ...]
    lurah: tuple[Bagian, ...]
    camat: tuple[Bagian, ...]
    foto: tuple[Bagian, ...]
    aktif: tuple[Bagian, ...]
    bulan: tuple[Bagian, ...]
    kelurahan: tuple[Baris, ...]
    per_rt: tuple[Baris, ...]
    ujung_kelurahan: Ujungnya
    ujung_rt: Ujungnya
    definisi: tuple[str, ...]

    @property
    def timpang(self) -> bool:
        """Tell whether equal counts stand beside shares that differ: of a whole in percent, of the lines in tenths."""
        utuh = (self.bidang, self.jenis, self.kategori, self.lurah, self.camat, self.foto, self.bulan)
        lines = ([b.angka.jumlah for b in semua] for semua in (self.kelurahan, self.per_rt))
        return any(persen.timpang([b.jumlah for b in semua], [b.persen for b in semua]) for semua in utuh) or any(
            persen.timpang(jumlah, persen.bagi(jumlah, satuan=1000)) for jumlah in lines
        )
