"""Photos on paper: six to a page, each with its caption, behind the letter that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import sheet, text
from .paper import ATAS, BAWAH, MM, Bidang
from .pen import TIPIS, Pena
from .sheet import Kaki

_JUDUL, _KETERANGAN, _BARIS = 11.5, 8.5, 3.6 * MM
_TINGGI_JUDUL, _SELA = 9 * MM, 5 * MM
_BARIS_KETERANGAN = 3


@dataclass(frozen=True, slots=True)
class FotoCetak:
    """A photo (a JPEG; None: it is not on this computer) and the lines under it; every text is printed literally."""

    jpeg: bytes | None
    keterangan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LembarFoto:
    """Photos under a title, in their order."""

    judul: str
    foto: Sequence[FotoCetak]


def halaman(lembar: LembarFoto) -> int:
    """Return how many pages the photos take."""
    return -(-len(lembar.foto) // _MUAT)


def lukis(pena: Pena, lembar: LembarFoto, bidang: Bidang, kaki: Kaki, mulai: int, dari: int) -> None:
    """Draw the pages of photos, numbered from ``mulai`` on, of ``dari`` pages."""
    for ke in range(halaman(lembar)):
        judul, ukuran = pena.sebaris(lembar.judul, bidang.isi_pt, _JUDUL, "tebal")
        pena.kiri(bidang.kiri_pt, ATAS * MM + _JUDUL, judul, ukuran, "tebal")
        kotak = _kotak(bidang)
        for (x, y, lebar, tinggi), foto in zip(kotak, lembar.foto[ke * _MUAT : (ke + 1) * _MUAT], strict=False):
            _satu(pena, foto, (x, y, lebar, tinggi))
        sheet.gambar_kaki(pena, bidang, kaki, mulai + ke, dari)
        pena.selesai()


_MUAT = 6
Kotak = tuple[float, float, float, float]
"""Left, top, width, height in points."""


def _kotak(bidang: Bidang) -> list[Kotak]:
    """Divide the page into six boxes, three by two where it lies, two by three where it stands."""
    lajur = 3 if bidang.lebar > bidang.tinggi else 2
    baris = _MUAT // lajur
    atas = ATAS * MM + _TINGGI_JUDUL
    tinggi_isi = (bidang.tinggi - BAWAH - sheet.TINGGI_KAKI) * MM - _SELA - atas
    lebar, tinggi = (bidang.isi_pt + _SELA) / lajur - _SELA, (tinggi_isi + _SELA) / baris - _SELA
    return [
        (bidang.kiri_pt + ke % lajur * (lebar + _SELA), atas + ke // lajur * (tinggi + _SELA), lebar, tinggi)
        for ke in range(_MUAT)
    ]


def _satu(pena: Pena, foto: FotoCetak, kotak: Kotak) -> None:
    x, y, lebar, tinggi = kotak
    dasar = y + tinggi - _BARIS_KETERANGAN * _BARIS
    if foto.jpeg is None:
        pena.kotak(x, y, lebar, dasar - y - 1.5 * MM, 0.94)
        pena.tengah(x + lebar / 2, (y + dasar) / 2, *pena.sebaris(text.FOTO_TIDAK_ADA, lebar, _KETERANGAN))
    else:
        pena.foto(foto.jpeg, x, y, lebar, dasar - y - 1.5 * MM)
    pena.garis(x, dasar, x + lebar, dasar, TIPIS)
    for ke, baris in enumerate(_baris(pena, foto.keterangan, lebar), 1):
        pena.kiri(x, dasar + ke * _BARIS - 1, baris, _KETERANGAN, "tebal" if ke == 1 else "biasa")


def _baris(pena: Pena, keterangan: Sequence[str], lebar: float) -> list[str]:
    """Return the first line as it is and the rest broken to the width, as many lines as there is room for."""
    from .fitting import bungkus

    h = pena.huruf("biasa")
    lain = [b for satu in keterangan[1:] for b in bungkus(h.bersih(satu), lebar / _KETERANGAN, h.lebar)]
    semua = [*keterangan[:1], *lain]
    if len(semua) <= _BARIS_KETERANGAN:
        return semua
    *awal, akhir = semua[:_BARIS_KETERANGAN]
    return [*awal, akhir[:-1].rstrip() + "…"]
