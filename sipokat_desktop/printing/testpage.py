"""A page to measure how far a printer pulls the paper off its place: two lines at a known distance from the edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah

from .paper import MM, Kertas
from .pen import TEBAL, TIPIS, Pena
from .text import BAHASA
from .text_testpage import ATAS, JUDUL, KIRI, TERLALU_JAUH, UKUR

GARIS_MM = 20
"""So far, in mm, the two lines are from the left and the upper edge of the paper."""
TERJAUH = 150
"""A printer is set right by as much at most, in tenths of a millimetre."""
_SKALA_MM, _PANJANG, _SUDUT_MM, _LENGAN_MM = 40, (1.5, 2.5, 4.0), 12.0, 5.0


class Geser(NamedTuple):
    """How far a print is moved to the right and down, in tenths of a millimetre."""

    kanan: int = 0
    bawah: int = 0


def disetel(lama: Geser, kiri: str, atas: str) -> Geser:
    """Return what sets a printer right that printed with ``lama``: ``kiri`` and ``atas`` are the distances (mm, as
    typed) of the two lines from the edges of the paper.

    Raises InputSalah (fields ``kiri``, ``atas``) for what is no number, or further off than a printer can be.
    """
    baru = Geser(lama.kanan + _kurang("kiri", kiri), lama.bawah + _kurang("atas", atas))
    for nama, satu in zip(("kiri", "atas"), baru, strict=True):
        if abs(satu) > TERJAUH:
            raise InputSalah(nama, TERLALU_JAUH)
    return baru


def _kurang(nama: str, teks: str) -> int:
    utuh, _, pecah = teks.strip().removesuffix("mm").strip().replace(".", ",").partition(",")
    if not re.fullmatch(r"[0-9]{1,3}", utuh) or not re.fullmatch(r"[0-9]{0,3}", pecah):
        raise InputSalah(nama, UKUR)
    return GARIS_MM * 10 - round(float(f"{utuh}.{pecah or 0}") * 10)


def gambar(kertas: Kertas, keterangan: Sequence[str], *, mendatar: bool = False) -> bytes:
    """Return the page as a PDF with the lines ``keterangan`` in its middle."""
    from reportlab.pdfgen.canvas import Canvas

    bidang = kertas.bidang(mendatar=mendatar)
    lebar, tinggi = bidang.lebar * MM, bidang.tinggi * MM
    berkas = BytesIO()
    kanvas = Canvas(berkas, (lebar, tinggi), invariant=1, lang=BAHASA)
    kanvas.setTitle(JUDUL)
    pena = Pena(kanvas, tinggi)
    garis = GARIS_MM * MM
    pena.garis(garis, 0, garis, tinggi, TEBAL)
    pena.garis(0, garis, lebar, garis, TEBAL)
    _skala(pena, garis)
    _sudut(pena, lebar, tinggi)
    y = tinggi / 3
    pena.tengah(lebar / 2, y, JUDUL, 16, "tebal")
    for kata in keterangan:
        y += 18
        pena.tengah(lebar / 2, y, *pena.sebaris(kata, lebar - 4 * garis, 11))
    pena.kiri(garis + 4 * MM, tinggi / 2, KIRI, 10, "tebal")
    pena.kanan(lebar - garis, garis + 12 * MM, ATAS, 10, "tebal")
    pena.selesai()
    kanvas.save()
    return berkas.getvalue()


def _skala(pena: Pena, garis: float) -> None:
    """Rule both lines in millimetres from the edge on, so that no ruler is needed where the edge is printed."""
    for mm in range(1, _SKALA_MM + 1):
        panjang = _PANJANG[2 if mm % 10 == 0 else 1 if mm % 5 == 0 else 0] * MM
        pena.garis(mm * MM, garis, mm * MM, garis + panjang, TIPIS)
        pena.garis(garis, mm * MM, garis + panjang, mm * MM, TIPIS)
        if mm % 10 == 0 and mm != GARIS_MM:
            pena.tengah(mm * MM, garis + panjang + 9, str(mm), 8)
            pena.kiri(garis + panjang + 2, mm * MM + 3, str(mm), 8)


def _sudut(pena: Pena, lebar: float, tinggi: float) -> None:
    """Draw a cross in each corner: one that is cut off tells what the printer cannot reach."""
    di, lengan = _SUDUT_MM * MM, _LENGAN_MM * MM
    for x in (di, lebar - di):
        for y in (di, tinggi - di):
            pena.garis(x - lengan, y, x + lengan, y, TIPIS)
            pena.garis(x, y - lengan, x, y + lengan, TIPIS)
