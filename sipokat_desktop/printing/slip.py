"""Small papers for people to take home: two to a sheet with a line to cut along; a long one takes pages of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import sheet, text
from .kop import gambar_kop, tinggi_kop
from .letter_lines import KECIL, Blok, Isi, susun, tinggi
from .model import Kop
from .paper import ATAS, BAWAH, KANAN, KIRI, MM, Bidang, Kertas
from .pen import TIPIS, Pena
from .sheet import Kaki

_SKALA = 0.72
_JUDUL, _KECIL = 11.5, 7.5
_TINGGI_JUDUL = 7 * MM
_ATAS, _KAKI = 8 * MM, 9 * MM


@dataclass(frozen=True, slots=True)
class Slip:
    """One small paper: letterhead, title, what it says."""

    kop: Kop | None
    judul: str
    isi: Sequence[Blok]
    kaki: Kaki


@dataclass(frozen=True, slots=True)
class _Letak:
    """A slip that was measured: its lines, and whether it fits half a page."""

    slip: Slip
    baris: Sequence[Isi]
    tinggi: float


def gambar(semua: Sequence[Slip], kertas: Kertas) -> bytes:
    """Return slips, portrait, two to a sheet, as the bytes of a PDF."""
    bidang = kertas.bidang()
    return sheet.gambar(bidang, semua[0].judul if semua else "", lambda pena: _lukis(pena, semua, bidang))


def _lukis(pena: Pena, semua: Sequence[Slip], bidang: Bidang) -> int:
    setengah = bidang.tinggi * MM / 2
    halaman, terisi = 0, False
    for letak in (_ukur(slip, bidang) for slip in semua):
        pendek = letak.tinggi <= setengah
        if terisi and pendek:
            pena.garis(KIRI / 2 * MM, setengah, (bidang.lebar - KANAN / 2) * MM, setengah, TIPIS / 2)
            _satu(pena, letak, bidang, setengah)
            pena.selesai()
            terisi = False
            continue
        if terisi:
            pena.selesai()
        halaman += 1 if pendek else _panjang(pena, letak, bidang)
        if pendek:
            _satu(pena, letak, bidang, 0.0)
        terisi = pendek
    if terisi:
        pena.selesai()
    return halaman


def _ukur(slip: Slip, bidang: Bidang) -> _Letak:
    baris = [satu for blok in slip.isi for satu in susun(blok, bidang.kiri_pt, bidang.kanan_pt, KECIL)]
    return _Letak(slip, baris, _kepala(slip) + tinggi(baris) + _KAKI)


def _kepala(slip: Slip) -> float:
    return _ATAS + (tinggi_kop(_SKALA) if slip.kop else 0.0) + _TINGGI_JUDUL


def _satu(pena: Pena, letak: _Letak, bidang: Bidang, atas: float) -> None:
    """Draw a slip on the half page from ``atas`` (points) on."""
    y = _judul(pena, letak.slip, bidang, atas)
    for satu in letak.baris:
        y += satu.atas + satu.tinggi
        satu.gambar(pena, y)
    _kaki(pena, letak.slip.kaki, bidang, atas + bidang.tinggi * MM / 2 - 5 * MM)


def _panjang(pena: Pena, letak: _Letak, bidang: Bidang) -> int:
    """Draw a slip on pages of its own; returns how many."""
    dasar = (bidang.tinggi - BAWAH) * MM - _KAKI
    y, halaman = _judul(pena, letak.slip, bidang, 0.0), 1
    for satu in letak.baris:
        if y + satu.atas + satu.tinggi > dasar:
            _kaki(pena, letak.slip.kaki, bidang, (bidang.tinggi - BAWAH) * MM)
            pena.selesai()
            y, halaman = ATAS * MM, halaman + 1
            if satu.kepala:
                y += satu.kepala.tinggi
                satu.kepala.gambar(pena, y)
        y += satu.atas + satu.tinggi
        satu.gambar(pena, y)
    _kaki(pena, letak.slip.kaki, bidang, (bidang.tinggi - BAWAH) * MM)
    pena.selesai()
    return halaman


def _judul(pena: Pena, slip: Slip, bidang: Bidang, atas: float) -> float:
    y = atas + _ATAS
    if slip.kop:
        y = gambar_kop(pena, slip.kop, bidang.kiri_pt, bidang.kanan_pt, y, skala=_SKALA)
    teks, ukuran = pena.sebaris(slip.judul, bidang.isi_pt, _JUDUL, "tebal")
    pena.tengah((bidang.kiri_pt + bidang.kanan_pt) / 2, y + 4 * MM, teks, ukuran, "tebal")
    return y + _TINGGI_JUDUL


def _kaki(pena: Pena, kaki: Kaki, bidang: Bidang, y: float) -> None:
    pena.kiri(bidang.kiri_pt, y, *pena.sebaris(kaki.kiri, bidang.isi_pt * 0.6, _KECIL))
    if kaki.dicetak:
        pena.kanan(bidang.kanan_pt, y, *pena.sebaris(text.kaki_cetak(kaki.dicetak, ""), bidang.isi_pt * 0.35, _KECIL))
