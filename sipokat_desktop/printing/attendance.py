"""The attendance list (F10): people in groups with zigzag boxes to sign, or with the marks that were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import sheet, text
from .attendance_layout import Potong, Rombongan, Ruang, bagi
from .columns import Letak, letakkan
from .fitting import SPASI, bungkus
from .fonts import huruf
from .heading import TINGGI_LANJUTAN, BlokJudul, ukur_judul
from .kop import TINGGI_KOP, gambar_kop
from .model import BarisTerima, Kolom, Kop, Penanda
from .paper import ATAS, MM, Bidang, Kertas
from .pen import Pena, alas
from .rows import TEPI, TITIK, UKURAN, PenulisBaris
from .sheet import Kaki
from .signers import BlokPenanda, ukur_penanda
from .table import TINGGI_KEPALA, TINGGI_NOMOR, gambar_kepala

_KELOMPOK, _ABU = 6.6, 0.92
_KETERANGAN, _KETERANGAN_TERKECIL = 7.0, 6.0
_ALAS_TANDA_TANGAN = 3 * MM
_PENUTUP, _PENUTUP_BARIS, _ATAS_PENUTUP, _ATAS_PENANDA = 10.0, 4.6 * MM, 2.2 * MM, 2.8 * MM
KOSONG, TERISI = (12.0, 10.0), (9.0,)
"""Heights of a row in mm that are tried: of a list to sign, and of one with marks. The first is usual, the others are
taken where they save a second page."""


@dataclass(frozen=True, slots=True)
class BarisHadir(BarisTerima):
    """One person: his number on the list, phone, and what was recorded in words with a small line under it; without
    ``tanda`` there is room to sign. ``jabatan`` is his post, ``diterima`` counts nothing here."""

    nomor: int = 0
    hp: str = ""
    tanda: str = ""
    keterangan_tanda: str = ""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """People under one heading, with words at its right end; ``baru`` begins a page."""

    judul: str
    baris: Sequence[BarisHadir]
    hitung: str = ""
    baru: bool = False


@dataclass(frozen=True, slots=True)
class DaftarHadir:
    """An attendance list ready for paper; ``penutup`` are sentences under the table, ``kolom`` (see
    :func:`kolom`) its columns, the last of them to sign in; ``tinggi`` the heights of a row that are tried."""

    judul: tuple[str, ...]
    kepala: tuple[tuple[str, str], ...]
    kelompok: Sequence[Kelompok]
    penutup: tuple[str, ...]
    penanda: tuple[Penanda, ...]
    tempat_tanggal: str
    kaki: Kaki
    kop: Kop | None
    kolom: tuple[Kolom, ...]
    tinggi: tuple[float, ...] = KOSONG


@dataclass(frozen=True, slots=True)
class _Rencana:
    daftar: DaftarHadir
    bidang: Bidang
    letak: tuple[Letak, ...]
    judul: BlokJudul
    penutup: tuple[str, ...]
    penanda: BlokPenanda
    tinggi: float
    halaman: tuple[tuple[Potong, ...], ...]


def gambar(daftar: DaftarHadir, kertas: Kertas) -> bytes:
    """Return the list, portrait, as the bytes of a PDF; InputSalah when its texts leave no room for rows."""
    bidang = kertas.bidang()
    return sheet.gambar(bidang, " ".join(daftar.judul), lambda pena: lukis(pena, daftar, bidang))


def lukis(pena: Pena, daftar: DaftarHadir, bidang: Bidang) -> int:
    """Draw the list, also among the pages of another paper; return its pages."""
    r = _rencanakan(daftar, bidang)
    penulis = PenulisBaris(pena, r.letak[:-1], r.tinggi)
    for nomor, isi in enumerate(r.halaman, 1):
        y = _kepala(pena, r, pertama=nomor == 1)
        atas, y = y, gambar_kepala(pena, r.letak, y)
        for potong in isi:
            y = _potong(pena, penulis, r, potong, y)
        for x in (r.letak[0].kiri, r.letak[-1].kanan):
            pena.garis(x, atas, x, y)
        if nomor == len(r.halaman):
            _penutup(pena, r, y)
        sheet.gambar_kaki(pena, bidang, daftar.kaki, nomor, len(r.halaman))
        pena.selesai()
    return len(r.halaman)


def _rencanakan(daftar: DaftarHadir, bidang: Bidang) -> _Rencana:
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    judul = ukur_judul(daftar.judul, daftar.kepala, kiri, kanan, lajur=1)
    miring = huruf("miring")
    penutup = tuple(
        baris
        for kalimat in daftar.penutup
        for baris in bungkus(miring.bersih(kalimat), bidang.isi_pt / _PENUTUP, miring.lebar)
    )
    penanda = ukur_penanda(daftar.penanda, daftar.tempat_tanggal, kiri, kanan)
    sisa = bidang.isi_tinggi - TINGGI_KEPALA - TINGGI_NOMOR - sheet.TINGGI_KAKI
    ekor = (_ATAS_PENUTUP + len(penutup) * _PENUTUP_BARIS + _ATAS_PENANDA + penanda.tinggi) / MM
    pertama = sisa - judul.tinggi / MM - (TINGGI_KOP if daftar.kop else 0.0)
    ruang = [Ruang(pertama, sisa - TINGGI_LANJUTAN, ekor, _KELOMPOK, tinggi) for tinggi in daftar.tinggi]
    rombongan = [Rombongan(len(k.baris), k.baru) for k in daftar.kelompok]
    susunan = [bagi(rombongan, satu) for satu in ruang]
    ke = next((ke for ke, satu in enumerate(susunan) if len(satu) == 1), 0)
    letak = letakkan(daftar.kolom, kiri, kanan)
    return _Rencana(daftar, bidang, letak, judul, penutup, penanda, ruang[ke].baris * MM, susunan[ke])


def _kepala(pena: Pena, r: _Rencana, *, pertama: bool) -> float:
    """Kop and title on the first page, a reminder of the title on the others; return the y below."""
    y = ATAS * MM
    if not pertama:
        r.judul.gambar_lanjutan(pena, y)
        return y + TINGGI_LANJUTAN * MM
    if r.daftar.kop:
        y = gambar_kop(pena, r.daftar.kop, r.bidang.kiri_pt, r.bidang.kanan_pt, y)
    r.judul.gambar(pena, y)
    return y + r.judul.tinggi


def _potong(pena: Pena, penulis: PenulisBaris, r: _Rencana, potong: Potong, atas: float) -> float:
    """Draw a part of a group under its heading; a box spans an odd row and the even one below it."""
    kelompok = r.daftar.kelompok[potong.kelompok]
    kiri, kanan, tanda = r.letak[0].kiri, r.letak[-1].kanan, r.letak[-1]
    y = _judul_kelompok(pena, kelompok, (kiri, kanan), atas, lanjutan=potong.awal > 0)
    mulai = y
    for ke in range(potong.awal, potong.akhir):
        if ke > potong.awal:
            pena.garis(kiri, y, tanda.kiri if (ke - potong.awal) % 2 else kanan, y)
        baris = kelompok.baris[ke]
        penulis.tulis(y, baris.nomor, baris)
        _tanda(pena, tanda, baris, (y, y + r.tinggi), ganjil=(ke - potong.awal) % 2 == 0)
        y += r.tinggi
    pena.garis(kiri, y, kanan, y)
    for sel in r.letak[1:]:
        pena.garis(sel.kiri, mulai, sel.kiri, y)
    return y


def _judul_kelompok(pena: Pena, k: Kelompok, x: tuple[float, float], atas: float, *, lanjutan: bool) -> float:
    bawah = atas + _KELOMPOK * MM
    pena.kotak(x[0], atas, x[1] - x[0], bawah - atas, _ABU)
    hitung, kecil = pena.sebaris(k.hitung, (x[1] - x[0]) * 0.4, UKURAN, "miring")
    ruang = x[1] - x[0] - 4 * TEPI - pena.huruf("miring").lebar(hitung) * kecil
    judul, ukuran = pena.sebaris(f"{k.judul} {text.LANJUTAN}" if lanjutan else k.judul, ruang, UKURAN, "tebal")
    y = alas((atas + bawah) / 2, UKURAN, 1, 0)
    pena.kiri(x[0] + TEPI, y, judul, ukuran, "tebal")
    pena.kanan(x[1] - TEPI, y, hitung, kecil, "miring")
    pena.garis(*x[:1], bawah, x[1], bawah)
    return bawah


def _tanda(pena: Pena, letak: Letak, b: BarisHadir, y: tuple[float, float], *, ganjil: bool) -> None:
    """The room to sign with its number, or what was recorded: odd rows in the left half of the box, even in the
    right."""
    x, lebar = (letak.kiri if ganjil else letak.tengah) + TEPI, letak.tengah - letak.kiri - 2 * TEPI
    if not b.tanda:
        pena.kiri(x, y[1] - _ALAS_TANDA_TANGAN, f"{b.nomor}{TITIK}", UKURAN)
        return
    besar = pena.sebaris(f"{b.nomor}. {b.tanda}", lebar, UKURAN)
    tinggi = UKURAN * SPASI
    kecil = pena.muat(
        b.keterangan_tanda, (lebar, y[1] - y[0] - tinggi), _KETERANGAN, "miring", terkecil=_KETERANGAN_TERKECIL
    )
    baris = [satu for satu in kecil.baris if satu]
    atas = (y[0] + y[1] - tinggi - len(baris) * kecil.ukuran * SPASI) / 2
    pena.kiri(x, alas(atas + tinggi / 2, UKURAN, 1, 0), *besar)
    for ke, satu in enumerate(baris):
        turun = alas(atas + tinggi + (ke + 0.5) * kecil.ukuran * SPASI, kecil.ukuran, 1, 0)
        pena.kiri(x, turun, satu, kecil.ukuran, "miring")


def _penutup(pena: Pena, r: _Rencana, atas: float) -> None:
    """The sentences under the table, place and date, signers."""
    y = atas + _ATAS_PENUTUP
    for baris in r.penutup:
        y += _PENUTUP_BARIS
        pena.kiri(r.bidang.kiri_pt, y - 3, baris, _PENUTUP, "miring")
    r.penanda.gambar(pena, y + _ATAS_PENANDA)


def kolom(*, terisi: bool = False) -> tuple[Kolom, ...]:
    """Return the columns of F10: no, nama, RT/kelurahan, no. HP, tanda tangan or what was recorded (DOMAIN §8)."""
    return (
        Kolom(text.KOL_NO, 9, "nomor"),
        Kolom(text.KOL_NAMA_HADIR, 0, "nama", isi=lambda b: b.nama),
        Kolom(text.KOL_RT_KELURAHAN, 36, "teks", isi=lambda b: b.jabatan),
        Kolom(text.KOL_HP, 28, "kode", isi=_hp),
        Kolom(text.KOL_KEHADIRAN if terisi else text.KOL_TANDA_TANGAN, 60, "tanda_tangan"),
    )


def kolom_terima(judul: tuple[str, str, str]) -> tuple[Kolom, ...]:
    """Return the columns of a list on which something is signed for: name and post, and room for the day."""
    nama, jabatan, diterima = judul
    return (
        Kolom(text.KOL_NO, 9, "nomor"),
        Kolom(nama, 0, "nama", isi=lambda b: b.nama),
        Kolom(jabatan, 22, "teks", isi=lambda b: b.jabatan),
        Kolom(diterima, 30, "kode", isi=lambda _b: ""),
        Kolom(text.KOL_TANDA_TANGAN, 60, "tanda_tangan"),
    )


def _hp(baris: BarisTerima) -> str:
    assert isinstance(baris, BarisHadir)
    return baris.hp
