"""Paper sizes and margins of the offices (DOMAIN §8); neither Qt nor reportlab knows this F4."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MM = 72 / 25.4
"""Points in one millimetre."""

KIRI, KANAN, ATAS, BAWAH = 20.0, 10.0, 12.0, 10.0
"""Margins in mm; the left one is for binding, in both orientations."""


class Kertas(Enum):
    """Paper with its portrait width and height in mm."""

    F4 = (215.0, 330.0)
    A4 = (210.0, 297.0)

    def bidang(self, *, mendatar: bool = False) -> Bidang:
        """Return the page of this paper, portrait or landscape (``mendatar``)."""
        lebar, tinggi = self.value
        return Bidang(tinggi, lebar) if mendatar else Bidang(lebar, tinggi)


@dataclass(frozen=True, slots=True)
class Bidang:
    """One page in mm and the box between its margins."""

    lebar: float
    tinggi: float

    @property
    def isi_lebar(self) -> float:
        """Width between the margins, mm."""
        return self.lebar - KIRI - KANAN

    @property
    def isi_tinggi(self) -> float:
        """Height between the margins, mm."""
        return self.tinggi - ATAS - BAWAH

    @property
    def kiri_pt(self) -> float:
        """Left edge of the box in points from the left of the page."""
        return KIRI * MM

    @property
    def kanan_pt(self) -> float:
        """Right edge of the box in points from the left of the page."""
        return (self.lebar - KANAN) * MM

    @property
    def isi_pt(self) -> float:
        """Width of the box in points."""
        return self.isi_lebar * MM
