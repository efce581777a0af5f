"""What papers without sums share: the canvas, the foot of a page, writing to disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from . import text
from .output import tulis_utuh
from .paper import BAWAH, MM, Bidang
from .pen import Pena

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_KAKI = 8.0
TINGGI_KAKI = 5.0
"""Height of the foot in mm."""


@dataclass(frozen=True, slots=True)
class Kaki:
    """The foot of every page: what paper this is, and when it was printed."""

    kiri: str
    dicetak: str


Lukis = Callable[[Pena], int]
"""Draws all pages; returns how many."""


def kanvas(berkas: IO[bytes], bidang: Bidang, judul: str) -> Canvas:
    """Return a canvas whose bytes follow from what is drawn alone."""
    from reportlab.pdfgen.canvas import Canvas

    dibuat = Canvas(berkas, (bidang.lebar * MM, bidang.tinggi * MM), invariant=1, pageCompression=1, lang=text.BAHASA)
    dibuat.setTitle(judul)
    dibuat.setAuthor(text.PEMBUAT)
    dibuat.setCreator(text.PEMBUAT)
    dibuat.setViewerPreference("PrintScaling", "None")
    return dibuat


def tulis(berkas: IO[bytes], bidang: Bidang, judul: str, lukis: Lukis) -> int:
    """Write a paper; returns its pages."""
    dibuat = kanvas(berkas, bidang, judul)
    halaman = lukis(Pena(dibuat, bidang.tinggi * MM))
    dibuat.save()
    return halaman


def gambar(bidang: Bidang, judul: str, lukis: Lukis) -> bytes:
    """Return a paper as the bytes of a PDF."""
    berkas = BytesIO()
    tulis(berkas, bidang, judul, lukis)
    return berkas.getvalue()


def simpan(keluaran: Path, bidang: Bidang, judul: str, lukis: Lukis) -> int:
    """Write a paper to disk in one piece and return its pages; raises Gangguan when that fails."""
    return tulis_utuh(keluaran, lambda berkas: tulis(berkas, bidang, judul, lukis))


def gambar_kaki(pena: Pena, bidang: Bidang, kaki: Kaki, nomor: int, dari: int) -> None:
    """Draw the foot: the paper on the left, page x of y, print time on the right."""
    kiri, kanan, dasar = bidang.kiri_pt, bidang.kanan_pt, (bidang.tinggi - BAWAH) * MM
    pena.garis(kiri, dasar - 11, kanan, dasar - 11)
    lebar = bidang.isi_pt * 0.4
    pena.kiri(kiri, dasar - 2.5, *pena.sebaris(kaki.kiri, lebar, _KAKI))
    pena.tengah((kiri + kanan) / 2, dasar - 2.5, text.kaki_halaman(nomor, dari), _KAKI)
    if kaki.dicetak:
        pena.kanan(kanan, dasar - 2.5, *pena.sebaris(text.kaki_cetak(kaki.dicetak, ""), lebar, _KAKI))
