"""The receipt list (F1): a list of people with amounts and room to sign, drawn page by page as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from . import barcode, text
from .barcode import KodeBatang, kode_batang
from .columns import Letak, daftar_kolom, letakkan
from .fitting import bungkus
from .fonts import huruf
from .heading import TINGGI_LANJUTAN, BlokJudul, ukur_judul
from .kop import TINGGI_KOP, gambar_kop
from .layout import BARIS_BIASA, Halaman, Susunan, Ukuran, susun
from .model import BarisTerima, DaftarTerima, Kolom, Kop, Penanda
from .output import tulis_utuh
from .paper import ATAS, BAWAH, MM, Bidang, Kertas
from .pen import Pena
from .rows import tinggi_perlu
from .signers import BlokPenanda, ukur_penanda
from .table import TINGGI_JUMLAH, TINGGI_KEPALA, TINGGI_NOMOR, Jumlah, Tabel

__all__ = ["BarisTerima", "DaftarTerima", "Kertas", "Kolom", "Kop", "Penanda", "cetak", "gambar"]

Maju = Callable[[int, int], None]
"""Told after each page: pages done, pages in all. May raise to cancel."""

_PENUTUP, _PENUTUP_BARIS = 10.0, 4.6 * MM
_ATAS_PENUTUP, _ATAS_PENANDA = 2.2 * MM, 2.8 * MM
_KAKI = 8.0
_TINGGI_KAKI = 7.2
_ALAS_KODE, _SELA_KODE = 0.2 * MM, 4 * MM
_ALAS_NOMOR, _ALAS_CETAK, _RUANG_HALAMAN = 3.8 * MM, 0.7 * MM, 32 * MM
_KODE = "kode"
_KODE_PALING_LEBAR = 0.45
_DRAF, _DRAF_ARTI, _ABU = 110.0, 24.0, 0.9


def cetak(daftar: DaftarTerima, *, kertas: Kertas, keluaran: Path, maju: Maju | None = None) -> int:
    """Write ``daftar`` as a PDF file and return the number of pages.

    The same list gives the same bytes. ``keluaran`` is replaced only when the new file is whole.
    Raises Gangguan when it cannot be written, InputSalah when the texts leave no room for rows.
    """
    return tulis_utuh(keluaran, lambda berkas: _tulis(daftar, kertas, berkas, maju))


def gambar(daftar: DaftarTerima, kertas: Kertas) -> bytes:
    """Return ``daftar`` as the bytes of a PDF (for the preview); errors as `cetak`."""
    berkas = BytesIO()
    _tulis(daftar, kertas, berkas, None)
    return berkas.getvalue()


@dataclass(frozen=True, slots=True)
class _Rencana:
    """Everything that is measured before the first page is drawn."""

    daftar: DaftarTerima
    bidang: Bidang
    letak: tuple[Letak, ...]
    judul: BlokJudul
    penutup: tuple[str, ...]
    penanda: BlokPenanda
    susunan: Susunan
    kode: KodeBatang | None


def _rencanakan(daftar: DaftarTerima, kertas: Kertas) -> _Rencana:
    mendatar = daftar.bentuk == "lengkap"
    bidang = kertas.bidang(mendatar=mendatar)
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    judul = ukur_judul(daftar.judul, daftar.kepala, kiri, kanan, lajur=2 if mendatar else 1)
    miring = huruf("miring")
    penutup = tuple(
        baris for kalimat in daftar.penutup for baris in bungkus(kalimat, bidang.isi_pt / _PENUTUP, miring.lebar)
    )
    penanda = ukur_penanda(daftar.penanda, daftar.tempat_tanggal, kiri, kanan)
    tinggi_penutup = _ATAS_PENUTUP + len(penutup) * _PENUTUP_BARIS
    ukuran = Ukuran(
        isi=bidang.isi_tinggi,
        kepala_pertama=(TINGGI_KOP if daftar.kop else 0.0) + judul.tinggi / MM,
        kepala_lanjutan=TINGGI_LANJUTAN,
        kepala_tabel=TINGGI_KEPALA + TINGGI_NOMOR,
        pindahan=TINGGI_JUMLAH,
        penutup=TINGGI_JUMLAH + (tinggi_penutup + _ATAS_PENANDA + penanda.tinggi) / MM,
        kaki=_TINGGI_KAKI,
    )
    letak = letakkan(daftar.kolom or daftar_kolom(daftar.bentuk, kertas, daftar.identitas_judul), kiri, kanan)
    perlu = tinggi_perlu(letak, daftar.baris, BARIS_BIASA * MM) / MM
    susunan = susun(len(daftar.baris), ukuran, perlu)
    kode = kode_batang(daftar.nomor, bidang.isi_pt * _KODE_PALING_LEBAR)
    return _Rencana(daftar, bidang, letak, judul, penutup, penanda, susunan, kode)


def _tulis(daftar: DaftarTerima, kertas: Kertas, berkas: IO[bytes], maju: Maju | None) -> int:
    from reportlab.pdfgen.canvas import Canvas

    rencana = _rencanakan(daftar, kertas)
    bidang, susunan = rencana.bidang, rencana.susunan
    kanvas = Canvas(berkas, (bidang.lebar * MM, bidang.tinggi * MM), invariant=1, pageCompression=1, lang=text.BAHASA)
    kanvas.setTitle(" ".join(daftar.judul))
    kanvas.setSubject(daftar.kaki)
    kanvas.setAuthor(text.PEMBUAT)
    kanvas.setCreator(text.PEMBUAT)
    kanvas.setViewerPreference("PrintScaling", "None")
    pena = Pena(kanvas, bidang.tinggi * MM)
    if rencana.kode:
        pena.siapkan_pola(_KODE, rencana.kode.batang, barcode.TINGGI)
    tabel = Tabel(pena, rencana.letak, susunan.tinggi_baris * MM)
    jumlah = tabel.nol
    for halaman in susunan.halaman:
        jumlah = _gambar_halaman(pena, tabel, rencana, halaman, jumlah)
        if maju:
            maju(halaman.nomor, len(susunan.halaman))
    kanvas.save()
    return len(susunan.halaman)


def _gambar_halaman(pena: Pena, tabel: Tabel, r: _Rencana, halaman: Halaman, jumlah: Jumlah) -> Jumlah:
    if r.daftar.batal or r.daftar.draf:
        besar, arti = (text.BATAL, text.BATAL_ARTI) if r.daftar.batal else (text.DRAF, text.DRAF_ARTI)
        pena.cap_miring(r.bidang.lebar * MM, (besar, _DRAF), (arti, _DRAF_ARTI), _ABU)
    y = _gambar_kepala(pena, r, halaman)
    isi = r.daftar.baris[halaman.awal : halaman.akhir]
    y, jumlah = tabel.gambar(y, halaman, isi, jumlah)
    if halaman.terakhir:
        _gambar_penutup(pena, r, y)
    _gambar_kaki(pena, r, halaman.nomor)
    pena.selesai()
    return jumlah


def _gambar_kepala(pena: Pena, r: _Rencana, halaman: Halaman) -> float:
    """Kop and title on the first page, a reminder of the title on the others; return the y below."""
    y = ATAS * MM
    if not halaman.pertama:
        r.judul.gambar_lanjutan(pena, y)
        return y + TINGGI_LANJUTAN * MM
    if r.daftar.kop:
        y = gambar_kop(pena, r.daftar.kop, r.bidang.kiri_pt, r.bidang.kanan_pt, y)
    r.judul.gambar(pena, y)
    return y + r.judul.tinggi


def _gambar_penutup(pena: Pena, r: _Rencana, atas: float) -> None:
    """The sentences under the table, place and date, signers."""
    y = atas + _ATAS_PENUTUP
    for baris in r.penutup:
        y += _PENUTUP_BARIS
        pena.kiri(r.bidang.kiri_pt, y - 3, baris, _PENUTUP, "miring")
    r.penanda.gambar(pena, y + _ATAS_PENANDA)


def _gambar_kaki(pena: Pena, r: _Rencana, nomor: int) -> None:
    """The number as a bar code; beside it number and revision, print time and checksum, page x of y."""
    d, kiri, kanan = r.daftar, r.bidang.kiri_pt, r.bidang.kanan_pt
    dasar = (r.bidang.tinggi - BAWAH) * MM
    if r.kode:
        pena.pola(_KODE, kiri, dasar - _ALAS_KODE)
        kiri += r.kode.lebar + _SELA_KODE
    pena.kiri(kiri, dasar - _ALAS_NOMOR, *pena.sebaris(d.kaki, kanan - kiri, _KAKI))
    dicetak = pena.sebaris(text.kaki_cetak(d.dicetak, d.checksum), kanan - kiri - _RUANG_HALAMAN, _KAKI)
    pena.kiri(kiri, dasar - _ALAS_CETAK, *dicetak)
    pena.kanan(kanan, dasar - _ALAS_CETAK, text.kaki_halaman(nomor, len(r.susunan.halaman)), _KAKI)
