"""A short code as a QR symbol of filled boxes, so that every scanner and telephone reads it from paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from .pen import Pena

TEPI = 4
"""Modules of white that the standard wants on every side."""
_KOREKSI = "q"
"""A quarter of the symbol may be dirty or creased."""


@dataclass(frozen=True, slots=True)
class Qr:
    """The dark runs of a symbol (left, top, width) in modules, and the modules of a side without the white edge."""

    jalur: tuple[tuple[int, int, int], ...]
    sisi: int

    def lebar(self, modul: float) -> float:
        """Return the width in points with the white edge, ``modul`` points a module."""
        return (self.sisi + 2 * TEPI) * modul

    def gambar(self, pena: Pena, x: float, y: float, modul: float) -> None:
        """Draw with the top left corner of the white edge at ``x``, ``y`` (points)."""
        for kiri, atas, banyak in self.jalur:
            pena.kotak(x + (kiri + TEPI) * modul, y + (atas + TEPI) * modul, banyak * modul, modul)


def qr(teks: str) -> Qr:
    """Return the symbol of ``teks``, small where it is upper-case letters and digits; ValueError when it is empty."""
    from segno import make_qr

    kode = make_qr(teks, error=_KOREKSI, boost_error=False)
    jalur: list[tuple[int, int, int]] = []
    for atas, baris in enumerate(kode.matrix):
        kiri = 0
        for gelap, modul in groupby(baris):
            banyak = len(list(modul))
            if gelap:
                jalur.append((kiri, atas, banyak))
            kiri += banyak
    return Qr(tuple(jalur), len(kode.matrix))
