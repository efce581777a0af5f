"""The letterhead: logo on the left, centred lines, address, a thick and a thin rule."""

from __future__ import annotations

from io import BytesIO

from ..kernel.errors import Gangguan
from . import text
from .model import Kop
from .paper import ATAS, MM, Kertas
from .pen import TEBAL, TIPIS, Pena

_LOGO_LEBAR, _LOGO_TINGGI = 20 * MM, 24 * MM
_UKURAN = (12.0, 12.0, 14.0)
_ALAMAT = 9.0
_JARAK_GARIS, _BAWAH = 1.5 * MM, 3.5 * MM
_SPASI = 1.25

TINGGI_KOP = (_LOGO_TINGGI + _JARAK_GARIS + 2.5 + _BAWAH) / MM
"""Height of the letterhead with the space under it, in mm."""


def tinggi_kop(skala: float) -> float:
    """Return the height of a letterhead with the space under it, in points."""
    return TINGGI_KOP * MM - _LOGO_TINGGI * (1 - skala)


def lembar_kop(kop: Kop, kertas: Kertas) -> bytes:
    """Return the upper edge of a paper with a letterhead, as a PDF of one page; raises Gangguan as `gambar_kop`."""
    from reportlab.pdfgen.canvas import Canvas

    bidang, berkas = kertas.bidang(), BytesIO()
    tinggi = ATAS * MM + tinggi_kop(1.0)
    kanvas = Canvas(berkas, (bidang.lebar * MM, tinggi), invariant=1, lang=text.BAHASA)
    kanvas.setTitle(text.KOP)
    pena = Pena(kanvas, tinggi)
    gambar_kop(pena, kop, bidang.kiri_pt, bidang.kanan_pt, ATAS * MM)
    pena.selesai()
    kanvas.save()
    return berkas.getvalue()


def gambar_kop(pena: Pena, kop: Kop, kiri: float, kanan: float, atas: float, *, skala: float = 1.0) -> float:
    """Draw the letterhead between ``kiri`` and ``kanan`` from ``atas`` (points); return the y below it.

    ``skala`` makes it smaller where the paper is. Raises Gangguan when the logo cannot be read.
    """
    if kop.logo:
        _gambar_logo(pena, kop.logo, kiri, atas, skala)
    tepi = _LOGO_LEBAR * skala + 4 if kop.logo else 0.0
    tengah, lebar = (kiri + kanan) / 2, kanan - kiri - 2 * tepi
    baris = [(teks, ukuran, "tebal") for teks, ukuran in zip(kop.baris, _UKURAN, strict=False)]
    baris += [(kop.alamat, _ALAMAT, "biasa")] if kop.alamat else []
    y = atas
    for teks, besar, gaya in baris:
        ukuran = besar * skala
        y += ukuran * _SPASI
        bersih, pas = pena.sebaris(teks, lebar, ukuran, gaya)
        pena.tengah(tengah, y - ukuran * 0.2, bersih, pas, gaya)
    garis = atas + _LOGO_TINGGI * skala + _JARAK_GARIS
    pena.garis(kiri, garis, kanan, garis, TEBAL)
    pena.garis(kiri, garis + 2, kanan, garis + 2, TIPIS)
    return atas + tinggi_kop(skala)


def _gambar_logo(pena: Pena, logo: bytes, kiri: float, atas: float, skala: float) -> None:
    try:
        pena.gambar(logo, kiri, atas, _LOGO_LEBAR * skala, _LOGO_TINGGI * skala)
    except (OSError, ValueError, SyntaxError) as sebab:
        raise Gangguan(*text.logo_rusak()) from sebab
