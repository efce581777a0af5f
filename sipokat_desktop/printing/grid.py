"""A plain table on paper: columns of text, the head repeated on every page, signers under the last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Literal

from ..kernel.errors import InputSalah
from . import sheet, text
from .fitting import SPASI, bungkus
from .fonts import huruf
from .heading import TINGGI_LANJUTAN, BlokJudul, ukur_judul
from .kop import TINGGI_KOP, gambar_kop
from .model import Kop, Penanda
from .paper import ATAS, MM, Bidang, Kertas
from .pen import TEBAL, Pena, alas
from .sheet import Kaki
from .signers import BlokPenanda, ukur_penanda

_UKURAN, _TEPI = 8.5, 1.2 * MM
_BARIS, _KEPALA = 8.0, 8.0
_ATAS_PENANDA = 5.0
_CATATAN, _ATAS_CATATAN, _LEBAR_CATATAN = 8.0, 1.5, 0.62
_BEBERAPA = 2
_KOTAK = 3.6 * MM
KOSONG, ADA = "\u2610", "\u2611"
"""A cell that is an empty box to tick, and one that is ticked."""


@dataclass(frozen=True, slots=True)
class Lajur:
    """A column: heading, share of the width, and where its text stands."""

    judul: str
    lebar: float
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"


@dataclass(frozen=True, slots=True)
class Lembar:
    """A table ready for paper, with what stands over and under it; every text is printed literally."""

    judul: tuple[str, ...]
    lajur: tuple[Lajur, ...]
    baris: Sequence[Sequence[str]]
    penanda: tuple[Penanda, ...]
    tempat_tanggal: str
    kaki: Kaki
    kop: Kop | None = None
    kepala: tuple[tuple[str, str], ...] = ()
    tebal: int = 0
    """So many rows at the end are sums, in bold."""
    subjumlah: frozenset[int] = frozenset()
    """Rows among the others (counted from 0) that are sums too."""
    mendatar: bool = True
    catatan: tuple[str, ...] = ()
    """Sentences in small letters under the table, left of a single signer, above several: what the figures mean."""
    tinggi: float = _BARIS
    """Height of a row in mm."""


@dataclass(frozen=True, slots=True)
class _Rencana:
    """A sheet that was measured: which rows stand on which page."""

    lembar: Lembar
    bidang: Bidang
    judul: BlokJudul
    catatan: tuple[str, ...]
    penanda: BlokPenanda
    turun: float
    """How far below the table the signers begin, in mm."""
    halaman: tuple[tuple[int, int], ...]


def gambar(lembar: Sequence[Lembar], kertas: Kertas) -> bytes:
    """Return sheets, landscape, each on pages of its own and numbered through, as the bytes of a PDF."""
    bidang = _bidang(lembar, kertas)
    return sheet.gambar(bidang, _nama(lembar), lambda pena: _lukis(pena, lembar, bidang))


def cetak(lembar: Sequence[Lembar], *, kertas: Kertas, keluaran: Path) -> int:
    """Write sheets as a PDF file and return the number of pages; raises Gangguan when it cannot be written."""
    bidang = _bidang(lembar, kertas)
    return sheet.simpan(keluaran, bidang, _nama(lembar), lambda pena: _lukis(pena, lembar, bidang))


def halaman(lembar: Sequence[Lembar], kertas: Kertas) -> int:
    """Return how many pages sheets take."""
    bidang = _bidang(lembar, kertas)
    return sum(len(_rencanakan(satu, bidang).halaman) for satu in lembar)


def _bidang(lembar: Sequence[Lembar], kertas: Kertas) -> Bidang:
    return kertas.bidang(mendatar=not lembar or lembar[0].mendatar)


def _nama(lembar: Sequence[Lembar]) -> str:
    return " ".join(lembar[0].judul) if lembar else text.PEMBUAT


def _lukis(pena: Pena, lembar: Sequence[Lembar], bidang: Bidang) -> int:
    rencana = [_rencanakan(satu, bidang) for satu in lembar]
    dari, nomor = sum(len(r.halaman) for r in rencana), 0
    for r in rencana:
        tepi = _tepi(r.lembar.lajur, bidang)
        for ke in range(len(r.halaman)):
            nomor += 1
            _gambar_halaman(pena, r, tepi, ke)
            sheet.gambar_kaki(pena, bidang, r.lembar.kaki, nomor, dari)
            pena.selesai()
    return dari


def _rencanakan(lembar: Lembar, bidang: Bidang) -> _Rencana:
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    judul = ukur_judul(lembar.judul, lembar.kepala, kiri, kanan, lajur=2)
    penanda = ukur_penanda(lembar.penanda, lembar.tempat_tanggal, kiri, kanan)
    sisa = bidang.isi_tinggi - _KEPALA - sheet.TINGGI_KAKI
    pertama = sisa - judul.tinggi / MM - (TINGGI_KOP if lembar.kop else 0.0)
    sendiri = len(lembar.penanda) < _BEBERAPA
    catatan = _bungkus_catatan(lembar.catatan, bidang.isi_pt * (_LEBAR_CATATAN if sendiri else 1))
    turun = _ATAS_PENANDA + (0.0 if sendiri else _tinggi_catatan(catatan))
    penutup = max(turun + penanda.tinggi / MM, _tinggi_catatan(catatan))
    halaman = bagi(len(lembar.baris), pertama, sisa - TINGGI_LANJUTAN, penutup, lembar.tinggi, 1 + lembar.tebal)
    return _Rencana(lembar, bidang, judul, catatan, penanda, turun, halaman)


def _bungkus_catatan(catatan: Sequence[str], lebar: float) -> tuple[str, ...]:
    font = huruf("miring")
    return tuple(baris for satu in catatan for baris in bungkus(font.bersih(satu), lebar / _CATATAN, font.lebar))


def _tinggi_catatan(catatan: Sequence[str]) -> float:
    """Return the height of the notes with the space above them, in mm."""
    return (_ATAS_CATATAN + len(catatan) * _CATATAN * SPASI / MM) if catatan else 0.0


def bagi(
    banyak: int, pertama: float, lanjutan: float, penutup: float, tinggi: float, bersama: int = 1
) -> tuple[tuple[int, int], ...]:
    """Divide rows of ``tinggi`` over pages (all in mm): each page's first row and the one after its last.

    The signers (``penutup``) stand on the last page with at least ``bersama`` rows, where there are so many without
    leaving a page empty. Raises InputSalah when nothing fits.
    """
    if min(pertama, lanjutan) < tinggi or lanjutan - penutup < tinggi * bersama:
        raise InputSalah("kepala", text.KEPALA_TERLALU_PANJANG)
    halaman: list[tuple[int, int]] = []
    awal, ruang = 0, pertama
    while True:
        if banyak - awal <= floor((ruang - penutup) / tinggi + 1e-6):
            return (*halaman, (awal, banyak))
        akhir = min(awal + floor(ruang / tinggi + 1e-6), max(banyak - bersama, min(awal + 1, banyak - 1)))
        halaman.append((awal, akhir))
        awal, ruang = akhir, lanjutan


def _tepi(lajur: tuple[Lajur, ...], bidang: Bidang) -> tuple[float, ...]:
    semua = sum(satu.lebar for satu in lajur)
    tepi = [bidang.kiri_pt]
    for satu in lajur:
        tepi.append(tepi[-1] + satu.lebar / semua * bidang.isi_pt)
    return tuple(tepi)


def _gambar_halaman(pena: Pena, r: _Rencana, tepi: tuple[float, ...], ke: int) -> None:
    awal, akhir = r.halaman[ke]
    y = _gambar_atas(pena, r, pertama=ke == 0)
    garis = [y, y + _KEPALA * MM]
    for n, satu in enumerate(r.lembar.lajur):
        _sel(pena, (tepi[n], tepi[n + 1]), (garis[0], garis[1]), satu.judul, rata="tengah", gaya="tebal")
    for ke_baris, baris in enumerate(r.lembar.baris[awal:akhir], awal):
        jumlah = ke_baris >= len(r.lembar.baris) - r.lembar.tebal or ke_baris in r.lembar.subjumlah
        gaya = "tebal" if jumlah else "biasa"
        garis.append(garis[-1] + r.lembar.tinggi * MM)
        for n, (satu, isi) in enumerate(zip(r.lembar.lajur, baris, strict=True)):
            _sel(pena, (tepi[n], tepi[n + 1]), (garis[-2], garis[-1]), isi, rata=satu.rata, gaya=gaya)
    for turun in garis:
        pena.garis(tepi[0], turun, tepi[-1], turun)
    for x in tepi:
        pena.garis(x, garis[0], x, garis[-1])
    if ke == len(r.halaman) - 1:
        for n, teks in enumerate(r.catatan, 1):
            pena.kiri(tepi[0], garis[-1] + _ATAS_CATATAN * MM + n * _CATATAN * SPASI, teks, _CATATAN, "miring")
        r.penanda.gambar(pena, garis[-1] + r.turun * MM)


def _gambar_atas(pena: Pena, r: _Rencana, *, pertama: bool) -> float:
    y = ATAS * MM
    if not pertama:
        r.judul.gambar_lanjutan(pena, y)
        return y + TINGGI_LANJUTAN * MM
    if r.lembar.kop:
        y = gambar_kop(pena, r.lembar.kop, r.bidang.kiri_pt, r.bidang.kanan_pt, y)
    r.judul.gambar(pena, y)
    return y + r.judul.tinggi


def _sel(
    pena: Pena, x: tuple[float, float], y: tuple[float, float], isi: str, *, rata: str, gaya: str = "biasa"
) -> None:
    if not isi:
        return
    if isi in (KOSONG, ADA):
        _kotak(pena, (x[0] + x[1]) / 2, (y[0] + y[1]) / 2, dicentang=isi == ADA)
        return
    pas = pena.muat(isi, (x[1] - x[0] - 2 * _TEPI, y[1] - y[0]), _UKURAN, gaya, terkecil=7.5)
    for ke, teks in enumerate(pas.baris):
        turun = alas((y[0] + y[1]) / 2, pas.ukuran, len(pas.baris), ke)
        if rata == "tengah":
            pena.tengah((x[0] + x[1]) / 2, turun, teks, pas.ukuran, gaya)
        elif rata == "kanan":
            pena.kanan(x[1] - _TEPI, turun, teks, pas.ukuran, gaya)
        else:
            pena.kiri(x[0] + _TEPI, turun, teks, pas.ukuran, gaya)


def _kotak(pena: Pena, x: float, y: float, *, dicentang: bool) -> None:
    s = _KOTAK / 2
    sudut = ((x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s))
    for ke, dari in enumerate(sudut):
        pena.garis(*dari, *sudut[(ke + 1) % 4], 0.8)
    if dicentang:
        pena.garis(x - s * 0.6, y, x - s * 0.15, y + s * 0.6, TEBAL)
        pena.garis(x - s * 0.15, y + s * 0.6, x + s * 0.7, y - s * 0.7, TEBAL)
