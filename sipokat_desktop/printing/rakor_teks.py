"""Texts of the *Lembar rakor* on lines: smaller first, then cut with "…", so that none leaves its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .fitting import bungkus
from .fonts import Huruf, huruf
from .paper import MM
from .pen import TIPIS, Pena
from .rakor_model import Angka

_TITIK = "…"
TERKECIL = 6.5
"""No letter is smaller than this, in points."""
SPASI = 1.2
"""Distance of lines, in sizes of letters."""
JUDUL, ISI, KECIL = 11.0, 9.5, 8.0
"""Sizes of letters before everything is made smaller."""


class Balok(Protocol):
    """A part of the sheet that stands in one piece; measures in points."""

    @property
    def tinggi(self) -> float:
        """Height."""

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw with the upper left corner at ``kiri``, ``atas``."""


def pas(teks: str, lebar: float, ukuran: float, gaya: str = "biasa") -> tuple[str, float]:
    """Return a text and its size for one line: as large as fits, not below `TERKECIL`; a longer one ends with "…"."""
    h = huruf(gaya)
    bersih = h.bersih(teks)
    em = h.lebar(bersih)
    if em * ukuran <= lebar:
        return bersih, ukuran
    if em * TERKECIL <= lebar:
        return bersih, lebar / em
    kecil = min(ukuran, TERKECIL)
    return _potong(bersih, lebar / kecil, h), kecil


def _potong(teks: str, em: float, h: Huruf) -> str:
    sisa = teks
    while sisa and h.lebar(sisa + _TITIK) > em:
        sisa = sisa[:-1]
    return sisa.rstrip() + _TITIK if sisa or h.lebar(_TITIK) <= em else ""


def baris_teks(teks: str, lebar: float, ukuran: float, paling: int, gaya: str = "biasa") -> tuple[str, ...]:
    """Break a text into at most ``paling`` lines; the last one ends with "…" where it goes on."""
    h = huruf(gaya)
    semua = bungkus(h.bersih(teks), lebar / ukuran, h.lebar)
    if len(semua) <= paling:
        return semua
    return (*semua[: paling - 1], _potong(" ".join(semua[paling - 1 : paling + 1]), lebar / ukuran, h))


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Lines under one another from ``masuk`` on; ``tanda`` stands before the first."""

    baris: Sequence[str]
    ukuran: float
    gaya: str = "biasa"
    tanda: str = ""
    masuk: float = 0.0

    @property
    def tinggi(self) -> float:
        """Height of all lines."""
        return len(self.baris) * self.ukuran * SPASI

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw the lines."""
        y = atas + self.ukuran * 0.92
        if self.tanda:
            pena.kiri(kiri, y, self.tanda, self.ukuran, self.gaya)
        for satu in self.baris:
            pena.kiri(kiri + self.masuk, y, satu, self.ukuran, self.gaya)
            y += self.ukuran * SPASI


def kalimat(teks: str, lebar: float, skala: float, paling: int) -> Paragraf:
    """Return a sentence behind a dot, on at most ``paling`` lines."""
    ukuran, masuk = ISI * skala, 3.2 * MM * skala
    return Paragraf(baris_teks(teks, lebar - masuk, ukuran, paling), ukuran, tanda="•", masuk=masuk)


@dataclass(frozen=True, slots=True)
class Kepala:
    """The title of a section over a rule."""

    judul: str
    lebar: float
    skala: float

    @property
    def tinggi(self) -> float:
        """Height with the rule and the room under it."""
        return JUDUL * self.skala * 1.25 + 1.6 * MM * self.skala

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw title and rule."""
        teks, ukuran = pas(self.judul, self.lebar, JUDUL * self.skala, "tebal")
        dasar = atas + JUDUL * self.skala
        pena.kiri(kiri, dasar, teks, ukuran, "tebal")
        pena.garis(kiri, dasar + 2.4, kiri + self.lebar, dasar + 2.4, TIPIS * 1.6)


@dataclass(frozen=True, slots=True)
class DeretAngka:
    """Figures side by side, each in its frame."""

    angka: Sequence[Angka]
    lebar: float
    skala: float

    @property
    def tinggi(self) -> float:
        """Height of the frames and the room under them."""
        return 15.5 * MM * self.skala

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw figure, label and remark of each."""
        sela, tinggi, s = 3 * MM, self.tinggi - 2 * MM * self.skala, self.skala
        lebar = (self.lebar - sela * (len(self.angka) - 1)) / len(self.angka)
        for ke, a in enumerate(self.angka):
            x = kiri + ke * (lebar + sela)
            bingkai(pena, (x, x + lebar), (atas, atas + tinggi))
            dalam, tepi = lebar - 4 * MM, x + 2 * MM
            angka, ukuran = pas(a.nilai, dalam * 0.5, 15 * s, "tebal")
            pena.kiri(tepi, atas + 6.4 * MM * s, angka, ukuran, "tebal")
            mulai = pena.huruf("tebal").lebar(angka) * ukuran + 1.6 * MM
            label, ukuran = pas(a.label, dalam - mulai, ISI * s)
            pena.kiri(tepi + mulai, atas + 6.2 * MM * s, label, ukuran)
            catatan, ukuran = pas(a.catatan, dalam, KECIL * s)
            pena.kiri(tepi, atas + 11 * MM * s, catatan, ukuran)


def bingkai(pena: Pena, x: tuple[float, float], y: tuple[float, float]) -> None:
    """Draw a frame between two edges across and two edges down (points)."""
    for satu in y:
        pena.garis(x[0], satu, x[1], satu)
    for satu in x:
        pena.garis(satu, y[0], satu, y[1])
