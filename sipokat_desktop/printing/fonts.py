"""The serif fonts of the papers: registered with reportlab once, measured, and asked for their letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from resources import path

BERKAS = {"biasa": "Tinos-Regular.ttf", "tebal": "Tinos-Bold.ttf", "miring": "Tinos-Italic.ttf"}
"""Style → TTF file in resources/fonts."""

TAK_ADA = "\u25a1"
"""Stands for a character that the font does not have, so that its loss is seen."""


class Huruf:
    """One registered font: its reportlab name and the width of its letters."""

    __slots__ = ("_lebar", "nama")

    def __init__(self, nama: str, lebar: dict[str, float]) -> None:
        self.nama = nama
        self._lebar = lebar

    def lebar(self, teks: str) -> float:
        """Return the width of a text from `bersih` in ems (points at size 1)."""
        return sum(map(self._lebar.__getitem__, teks))

    def bersih(self, teks: str) -> str:
        """Return ``teks`` in one line with single blanks and only letters that the font can show.

        Invisible marks are dropped; anything else the font lacks becomes `TAK_ADA`.
        """
        rapi = " ".join(teks.split())
        if rapi.isascii() and rapi.isprintable():
            return rapi
        susun = unicodedata.normalize("NFC", rapi)
        return "".join(map(self._tampil, susun))

    def _tampil(self, ch: str) -> str:
        if unicodedata.category(ch) in ("Cf", "Cc"):
            return "" if unicodedata.category(ch) == "Cf" else TAK_ADA
        return ch if ch in self._lebar else TAK_ADA


@cache
def huruf(gaya: str) -> Huruf:
    """Return the font of a style ("biasa", "tebal", "miring"), registering it on first use."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    nama = f"Sipokat-{gaya}"
    font = TTFont(nama, str(path("fonts", BERKAS[gaya])))
    pdfmetrics.registerFont(font)
    face = font.face
    baku: float = face.defaultWidth
    return Huruf(nama, {chr(kode): face.charWidths.get(kode, baku) / 1000 for kode in face.charToGlyph})
