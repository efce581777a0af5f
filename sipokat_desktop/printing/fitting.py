"""Fitting text into a box without clipping: shrink, then wrap; measuring is given from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

Ukur = Callable[[str], float]
"""Width of a text in ems (points at font size 1)."""

SPASI = 1.15
"""Line distance in a cell, in font sizes."""


@dataclass(frozen=True, slots=True)
class Muat:
    """Lines of text at one font size (points)."""

    ukuran: float
    baris: tuple[str, ...]


def muat(teks: str, lebar: float, tinggi: float, ukur: Ukur, *, ukuran: float = 9.0, terkecil: float = 7.0) -> Muat:
    """Fit ``teks`` into ``lebar`` × ``tinggi`` points.

    One line from ``ukuran`` down to ``terkecil`` by half points; then two lines within the same sizes;
    a text that is still too long gets as many and as small lines as it takes.
    """
    em = ukur(teks)
    if em * ukuran <= lebar:
        return Muat(ukuran, (teks,))
    setengah = floor(lebar / em * 2) / 2
    if setengah >= terkecil:
        return Muat(setengah, (teks,))
    for calon in _menurun(ukuran, terkecil):
        baris = bungkus(teks, lebar / calon, ukur)
        if len(baris) <= 2 and len(baris) * calon * SPASI <= tinggi:
            return Muat(calon, baris)
    return _sekecil_perlu(teks, lebar, tinggi, ukur, terkecil)


def bungkus(teks: str, lebar_em: float, ukur: Ukur) -> tuple[str, ...]:
    """Break ``teks`` at blanks into lines of at most ``lebar_em``; a longer word is broken inside."""
    baris: list[str] = []
    kini = ""
    for kata in teks.split(" "):
        calon = f"{kini} {kata}" if kini else kata
        if ukur(calon) <= lebar_em:
            kini = calon
            continue
        if kini:
            baris.append(kini)
        *penuh, kini = _potong(kata, lebar_em, ukur)
        baris += penuh
    return (*baris, kini) if kini or not baris else tuple(baris)


def _sekecil_perlu(teks: str, lebar: float, tinggi: float, ukur: Ukur, ukuran: float) -> Muat:
    while True:
        baris = bungkus(teks, lebar / ukuran, ukur)
        if len(baris) * ukuran * SPASI <= tinggi:
            return Muat(ukuran, baris)
        ukuran *= 0.9


def _menurun(dari: float, sampai: float) -> list[float]:
    return [dari - n / 2 for n in range(int((dari - sampai) * 2) + 1)]


def _potong(kata: str, lebar_em: float, ukur: Ukur) -> list[str]:
    potongan = [""]
    for ch in kata:
        if potongan[-1] and ukur(potongan[-1] + ch) > lebar_em:
            potongan.append("")
        potongan[-1] += ch
    return potongan
