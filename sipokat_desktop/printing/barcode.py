"""The number of a paper as a Code 128 bar code that any scanner types back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .paper import MM

TINGGI = 6.0 * MM
"""Height of the bars in points."""
_MODUL, _MODUL_TERKECIL = 0.25 * MM, 0.19 * MM
"""Width of the narrowest bar: as offices' printers and scanners manage it, and the least they still do."""


@dataclass(frozen=True, slots=True)
class KodeBatang:
    """Bars (left edge, width) in points from the left edge of the code, and its whole width."""

    batang: tuple[tuple[float, float], ...]
    lebar: float


def kode_batang(teks: str, paling_lebar: float) -> KodeBatang | None:
    """Return the bars of ``teks`` in at most ``paling_lebar`` points; None when they would be too fine to scan.

    None too for an empty text and for letters that Code 128 does not have.
    """
    from reportlab.graphics.barcode.code128 import Code128Auto

    if not teks or not teks.isascii() or not teks.isprintable():
        return None
    kode: Any = Code128Auto(teks, quiet=0)
    kode.validate()
    kode.encode()
    kode.decompose()
    lebar = [ord(ch.lower()) - ord("a") + 1 for ch in kode.decomposed]
    modul = min(_MODUL, paling_lebar / sum(lebar))
    if modul < _MODUL_TERKECIL:
        return None
    batang: list[tuple[float, float]] = []
    x = 0
    for ch, banyak in zip(kode.decomposed, lebar, strict=True):
        if ch.isupper():
            batang.append((x * modul, banyak * modul))
        x += banyak
    return KodeBatang(tuple(batang), x * modul)
