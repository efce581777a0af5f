"""Invitations by name (F12): one letter for many, each with its recipient and a QR symbol, in packets to hand out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..kernel.errors import InputSalah
from . import attendance, sheet, text
from .attendance import DaftarHadir
from .fitting import SPASI, bungkus
from .fonts import huruf
from .kop import gambar_kop, tinggi_kop
from .letter_lines import BIASA, KECIL, Blok, Isi, Ukuran, susun, tinggi
from .model import Kop, Penanda
from .paper import ATAS, BAWAH, MM, Bidang, Kertas
from .pen import Pena
from .qr import TEPI, qr
from .signers import BlokPenanda, ukur_penanda

Maju = Callable[[int, int], None]
"""Told after each invitation: how many are drawn, and of how many. May raise to cancel."""

_KOLOM_KANAN, _SELA, _YTH = 0.56, 6 * MM, 9 * MM
"""Where the recipient stands (share of the width), the gap before it, and the room for the word before a name."""
_LABEL, _TITIK_DUA = 19 * MM, 3 * MM
_PENERIMA = 6
"""Lines kept free for a recipient: place and date over him, two for the name, two for the post, one for the place."""
_BAWAH_KEPALA, _ATAS_PENUTUP = 2 * MM, 5 * MM
_KODE, _PETUNJUK, _KAKI = 10.5, 8.5, 7.5
_PETUNJUK_KIRI, _LEBAR_PETUNJUK = 36 * MM, 44 * MM
_POTONG = 3 * MM
_SISI = 21 + 2 * TEPI
"""Modules of a side with the white edge: a code of 13 letters and digits fills the smallest symbol."""


@dataclass(frozen=True, slots=True)
class SuratUndangan:
    """What a letter says to everybody: ``kepala`` are its pairs (nomor, hal), ``petunjuk`` stands beside the symbol."""

    kop: Kop
    tempat_tanggal: str
    kepala: tuple[tuple[str, str], ...]
    isi: Sequence[Blok]
    penanda: Penanda
    petunjuk: str


@dataclass(frozen=True, slots=True)
class Penerima:
    """Who gets a letter: ``surat`` counts the letters from 0, ``token`` stands in the symbol, ``kode`` under it."""

    nama: str
    jabatan: tuple[str, ...]
    token: str
    kode: str
    surat: int
    kaki: str = ""


@dataclass(frozen=True, slots=True)
class Bundel:
    """Letters that are handed out together behind a separating sheet."""

    penerima: Sequence[Penerima]
    pembatas: DaftarHadir | None = None


@dataclass(frozen=True, slots=True)
class _Bentuk:
    """How large the letter is: from ``atas`` to ``bawah`` on the paper, in points, with these letters."""

    atas: float
    bawah: float
    ukuran: Ukuran
    skala: float
    modul: float


@dataclass(frozen=True, slots=True)
class _Tata:
    """A letter measured for a form: the lines of its body and where the parts begin."""

    surat: SuratUndangan
    bentuk: _Bentuk
    kepala: tuple[tuple[str, tuple[str, ...]], ...]
    isi: tuple[Isi, ...]
    penanda: BlokPenanda
    penerima: float
    badan: float
    penutup: float

    @property
    def muat(self) -> bool:
        """Tell whether the letter ends on its paper."""
        qr_bawah = self.penutup + _SISI * self.bentuk.modul + 2 * _KODE
        return max(self.penutup + self.penanda.tinggi, qr_bawah) + _KAKI <= self.bentuk.bawah


def gambar(
    surat: Sequence[SuratUndangan], bundel: Sequence[Bundel], kertas: Kertas, *, dua: bool = False,
    maju: Maju | None = None,
) -> bytes:  # fmt: skip
    """Return all invitations as the bytes of a PDF, one on a page or two (``dua``).

    Raises InputSalah for a letter that does not end on its paper.
    """
    bidang = kertas.bidang()
    tata = _tata(surat, bidang, dua=dua)
    judul = text.PEMBUAT if not surat else surat[0].kepala[-1][1]
    return sheet.gambar(bidang, judul, lambda pena: _lukis(pena, tata, bundel, bidang, maju, dua=dua))


def _lukis(
    pena: Pena, tata: Sequence[_Tata], bundel: Sequence[Bundel], bidang: Bidang, maju: Maju | None, *, dua: bool
) -> int:
    for ke, satu in enumerate(tata):
        _gambar_surat(pena, satu, bidang)
        pena.simpan_pola(_pola(ke), bidang.lebar * MM)
    banyak, sudah, halaman = sum(len(b.penerima) for b in bundel), 0, 0
    per = 2 if dua else 1
    for satu_bundel in bundel:
        if satu_bundel.pembatas:
            halaman += attendance.lukis(pena, satu_bundel.pembatas, bidang)
        for awal in range(0, len(satu_bundel.penerima), per):
            for ke, p in enumerate(satu_bundel.penerima[awal : awal + per]):
                _gambar_penerima(pena, tata[p.surat], p, bidang, ke * bidang.tinggi * MM / 2)
                sudah += 1
                if maju:
                    maju(sudah, banyak)
            if dua:
                _garis_potong(pena, bidang)
            pena.selesai()
            halaman += 1
    return halaman


def _pola(ke: int) -> str:
    return f"surat{ke}"


def _tata(surat: Sequence[SuratUndangan], bidang: Bidang, *, dua: bool) -> list[_Tata]:
    """Measure the letters in the largest form that takes all of them."""
    for bentuk in _bentuk(bidang, dua=dua):
        tata = [_ukur(satu, bidang, bentuk) for satu in surat]
        if all(satu.muat for satu in tata):
            return tata
    pendek = text.UNDANGAN_PANJANG_DUA_F4 if bidang.tinggi < Kertas.F4.bidang().tinggi else text.UNDANGAN_PANJANG_DUA
    raise InputSalah("surat_isi", pendek if dua else text.UNDANGAN_PANJANG)


def _bentuk(bidang: Bidang, *, dua: bool) -> list[_Bentuk]:
    if dua:
        bawah = bidang.tinggi * MM / 2 - 5 * MM
        return [_Bentuk(7 * MM, bawah, KECIL, skala, 0.9 * MM) for skala in (0.8, 0.66)]
    bawah = (bidang.tinggi - BAWAH) * MM
    return [_Bentuk(ATAS * MM, bawah, ukuran, 1.0, 1.15 * MM) for ukuran in (BIASA, KECIL)]


def _ukur(surat: SuratUndangan, bidang: Bidang, bentuk: _Bentuk) -> _Tata:
    kiri, kanan, u = bidang.kiri_pt, bidang.kanan_pt, bentuk.ukuran
    biasa = huruf("biasa")
    ruang = bidang.isi_pt * _KOLOM_KANAN - _SELA - _LABEL - 2 * _TITIK_DUA
    kepala = tuple(
        (label, bungkus(biasa.bersih(nilai or text.KOSONG), ruang / u.huruf, biasa.lebar))
        for label, nilai in surat.kepala
    )
    penerima = bentuk.atas + tinggi_kop(bentuk.skala)
    baris = max(sum(len(isi) for _, isi in kepala), _PENERIMA)
    badan = penerima + baris * u.baris + _BAWAH_KEPALA
    isi = tuple(satu for blok in surat.isi for satu in susun(blok, kiri, kanan, u))
    penanda = ukur_penanda((surat.penanda,), "", kiri, kanan)
    return _Tata(surat, bentuk, kepala, isi, penanda, penerima, badan, badan + tinggi(isi) + _ATAS_PENUTUP)


def _gambar_surat(pena: Pena, t: _Tata, bidang: Bidang) -> None:
    """Draw what a letter says to everybody."""
    kiri, kanan, u = bidang.kiri_pt, bidang.kanan_pt, t.bentuk.ukuran
    gambar_kop(pena, t.surat.kop, kiri, kanan, t.bentuk.atas, skala=t.bentuk.skala)
    y = t.penerima
    for label, nilai in t.kepala:
        pena.kiri(kiri, y + u.baris - 3, label, u.huruf)
        pena.kiri(kiri + _LABEL, y + u.baris - 3, ":", u.huruf)
        for satu in nilai:
            y += u.baris
            pena.kiri(kiri + _LABEL + _TITIK_DUA, y - 3, satu, u.huruf)
    x = _kanan(bidang)
    pena.kiri(x, t.penerima + u.baris - 3, *pena.sebaris(t.surat.tempat_tanggal, kanan - x, u.huruf))
    y = t.badan
    for isi in t.isi:
        y += isi.atas + isi.tinggi
        isi.gambar(pena, y)
    t.penanda.gambar(pena, t.penutup)
    _gambar_petunjuk(pena, t, kiri)


def _gambar_petunjuk(pena: Pena, t: _Tata, kiri: float) -> None:
    """The sentence beside the symbol."""
    miring = pena.huruf("miring")
    x = kiri + _PETUNJUK_KIRI
    baris = bungkus(miring.bersih(t.surat.petunjuk), _LEBAR_PETUNJUK / _PETUNJUK, miring.lebar)
    y = t.penutup + _sisi(t) / 2 - len(baris) * _PETUNJUK * SPASI / 2
    for ke, satu in enumerate(baris, 1):
        pena.kiri(x, y + ke * _PETUNJUK * SPASI, satu, _PETUNJUK, "miring")


def _gambar_penerima(pena: Pena, t: _Tata, p: Penerima, bidang: Bidang, turun: float) -> None:
    """Draw the letter ``turun`` points further down with what it says to one person."""
    pena.pola(_pola(p.surat), 0, bidang.tinggi * MM + turun)
    kiri, u, x = bidang.kiri_pt, t.bentuk.ukuran, _kanan(bidang)
    y = turun + t.penerima + u.baris
    pena.kiri(x, y + u.baris - 3, text.UNDANGAN_YTH, u.huruf)
    lebar = bidang.kanan_pt - x - _YTH
    y = _gambar_nama(pena, (x + _YTH, y), p.nama, lebar, u)
    for isi in (*p.jabatan, text.UNDANGAN_DI):
        y += u.baris
        pena.kiri(x + _YTH, y - 3, *pena.sebaris(isi, lebar, u.huruf))
    sisi, atas = _sisi(t), turun + t.penutup
    qr(p.token).gambar(pena, kiri - TEPI * t.bentuk.modul, atas, t.bentuk.modul)
    pena.kiri(kiri, atas + sisi + _KODE * 0.5, p.kode, _KODE, "tebal")
    kaki = pena.sebaris(p.kaki, bidang.isi_pt, _KAKI, "miring")
    pena.kanan(bidang.kanan_pt, turun + t.bentuk.bawah, *kaki, "miring")


def _gambar_nama(pena: Pena, mulai: tuple[float, float], nama: str, lebar: float, u: Ukuran) -> float:
    """Write a name in one or two lines; return the y below, the same where there is none."""
    x, y = mulai
    if not nama:
        return y
    pas = pena.muat(nama, (lebar, 2 * u.baris), u.huruf, "tebal", terkecil=u.huruf - 1.5)
    for satu in pas.baris:
        y += u.baris
        pena.kiri(x, y - 3, satu, pas.ukuran, "tebal")
    return y


def _garis_potong(pena: Pena, bidang: Bidang) -> None:
    """A dashed line across the middle, to cut along."""
    y, x = bidang.tinggi * MM / 2, 0.0
    while x < bidang.lebar * MM:
        pena.garis(x, y, x + _POTONG / 2, y)
        x += _POTONG


def _kanan(bidang: Bidang) -> float:
    return bidang.kiri_pt + bidang.isi_pt * _KOLOM_KANAN


def _sisi(t: _Tata) -> float:
    """Side of the symbol with its white edge: every code is as long as the others."""
    return _SISI * t.bentuk.modul
