"""A letter or minutes on paper: title, paragraphs, numbered points, pairs, tables, and rows of signers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import sheet
from .fitting import bungkus
from .fonts import huruf
from .kop import TINGGI_KOP, gambar_kop
from .letter_table import BarisTabel, TabelSurat, susun_tabel
from .model import Kop, Penanda
from .paper import ATAS, BAWAH, MM, Bidang, Kertas
from .pen import TIPIS, Pena
from .sheet import Kaki
from .signers import BlokPenanda, ukur_penanda

_UKURAN, _BARIS = 11.0, 5.2 * MM
_JUDUL, _NOMOR = 12.5, 11.0
_MASUK, _BUTIR = 12 * MM, 7 * MM
_LABEL, _TITIK_DUA = 34 * MM, 4 * MM
_SELA, _ATAS_PENANDA = 2.2 * MM, 4.5 * MM
_TERLEBAR = 2.2
"""A line is not stretched further than this many times its own blanks."""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; ``masuk`` indents its first line."""

    teks: str
    masuk: bool = False


@dataclass(frozen=True, slots=True)
class Butir:
    """A point with its number (``1.``), hanging; ``dalam`` steps to the right."""

    nomor: str
    teks: str
    dalam: int = 0


@dataclass(frozen=True, slots=True)
class Pasang:
    """A label and its value behind a colon, under a point."""

    label: str
    nilai: str


Blok = Alinea | Butir | Pasang | TabelSurat


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter ready for paper; ``tanda`` are rows of up to three signers, the first under place and date."""

    kop: Kop | None
    judul: tuple[str, ...]
    nomor: str
    isi: Sequence[Blok]
    tempat_tanggal: str
    tanda: tuple[tuple[Penanda, ...], ...]
    kaki: Kaki


@dataclass(frozen=True, slots=True)
class _Baris:
    """One line of text at its place: words from ``x`` on, stretched over ``lebar`` where it is not 0."""

    bagian: tuple[tuple[float, str], ...]
    lebar: float = 0.0
    atas: float = 0.0

    @property
    def tinggi(self) -> float:
        """Height in points, without what stands above it."""
        return _BARIS


_Isi = _Baris | BarisTabel


def gambar(surat: Surat, kertas: Kertas) -> bytes:
    """Return a letter, portrait, as the bytes of a PDF."""
    bidang = kertas.bidang()
    return sheet.gambar(bidang, " ".join(surat.judul), lambda pena: _lukis(pena, surat, bidang))


def cetak(surat: Surat, *, kertas: Kertas, keluaran: Path) -> int:
    """Write a letter as a PDF file and return the number of pages; raises Gangguan when it cannot be written."""
    bidang = kertas.bidang()
    return sheet.simpan(keluaran, bidang, " ".join(surat.judul), lambda pena: _lukis(pena, surat, bidang))


def _lukis(pena: Pena, surat: Surat, bidang: Bidang) -> int:
    """Draw page after page; the signers stay together with the last two lines."""
    baris = [satu for blok in surat.isi for satu in _susun(blok, bidang)]
    tanda = _ukur_tanda(surat, bidang)
    tinggi_tanda = sum(satu.tinggi + _ATAS_PENANDA for satu in tanda)
    dasar = (bidang.tinggi - BAWAH - sheet.TINGGI_KAKI) * MM - _BARIS / 2
    awal = _tinggi_judul(surat)
    halaman = _halaman(baris, awal, dasar, tinggi_tanda)
    for nomor, isi in enumerate(halaman, 1):
        y = _gambar_judul(pena, surat, bidang) if nomor == 1 else ATAS * MM
        for satu in isi:
            y += satu.atas + satu.tinggi
            if isinstance(satu, BarisTabel):
                satu.gambar(pena, y)
            else:
                _gambar_baris(pena, satu, y - 3)
        if nomor == len(halaman):
            for blok in tanda:
                blok.gambar(pena, y + _ATAS_PENANDA)
                y += blok.tinggi + _ATAS_PENANDA
        sheet.gambar_kaki(pena, bidang, surat.kaki, nomor, len(halaman))
        pena.selesai()
    return len(halaman)


def _halaman(baris: list[_Isi], awal: float, dasar: float, tanda: float) -> list[list[_Isi]]:
    halaman: list[list[_Isi]] = [[]]
    y = awal
    for ke, satu in enumerate(baris):
        sisa = _tinggi(baris[ke:])
        penuh = y + _tinggi([satu]) > dasar or (len(baris) - ke == 2 and y + sisa + tanda > dasar)
        if penuh and halaman[-1]:
            kepala = satu.kepala if isinstance(satu, BarisTabel) else None
            halaman.append([kepala] if kepala else [])
            y = ATAS * MM + _tinggi(halaman[-1])
        halaman[-1].append(satu)
        y += _tinggi([satu])
    return halaman


def _tinggi(baris: Sequence[_Isi]) -> float:
    return sum(satu.atas + satu.tinggi for satu in baris)


def _tinggi_judul(surat: Surat) -> float:
    kop = TINGGI_KOP * MM if surat.kop else 0.0
    return ATAS * MM + kop + len(surat.judul) * 6 * MM + (6 * MM if surat.nomor else 0) + 4 * MM


def _gambar_judul(pena: Pena, surat: Surat, bidang: Bidang) -> float:
    y, tengah = ATAS * MM, (bidang.kiri_pt + bidang.kanan_pt) / 2
    if surat.kop:
        y = gambar_kop(pena, surat.kop, bidang.kiri_pt, bidang.kanan_pt, y)
    for ke, baris in enumerate(surat.judul):
        y += 6 * MM
        teks, ukuran = pena.sebaris(baris, bidang.isi_pt, _JUDUL, "tebal")
        pena.tengah(tengah, y - 3, teks, ukuran, "tebal")
        if ke == len(surat.judul) - 1:
            setengah = pena.huruf("tebal").lebar(teks) * ukuran / 2
            pena.garis(tengah - setengah, y - 1, tengah + setengah, y - 1, TIPIS)
    if surat.nomor:
        y += 6 * MM
        teks, ukuran = pena.sebaris(surat.nomor, bidang.isi_pt, _NOMOR)
        pena.tengah(tengah, y - 3, teks, ukuran)
    return y + 4 * MM


def _ukur_tanda(surat: Surat, bidang: Bidang) -> list[BlokPenanda]:
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    return [
        ukur_penanda(penanda, surat.tempat_tanggal if ke == 0 else "", kiri, kanan)
        for ke, penanda in enumerate(surat.tanda)
    ]


def _susun(blok: Blok, bidang: Bidang) -> Sequence[_Isi]:
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    match blok:
        case Alinea(teks, masuk):
            return _bungkus(teks, kiri, kanan, _MASUK if masuk else 0.0, atas=_SELA)
        case Butir(nomor, teks, dalam):
            x = kiri + dalam * _BUTIR
            baris = _bungkus(teks, x + _BUTIR, kanan, 0.0, atas=_SELA / 2)
            pertama = _Baris(((x, nomor), *baris[0].bagian), baris[0].lebar, baris[0].atas)
            return [pertama, *baris[1:]]
        case TabelSurat():
            return susun_tabel(blok, kiri, kanan)
        case Pasang(label, nilai):
            x = kiri + _BUTIR + _LABEL
            baris = [_Baris(b.bagian) for b in _bungkus(nilai, x + _TITIK_DUA, kanan, 0.0, atas=0.0)]
            return [_Baris(((kiri + _BUTIR, label), (x, ":"), *baris[0].bagian)), *baris[1:]]


def _bungkus(teks: str, kiri: float, kanan: float, masuk: float, *, atas: float) -> list[_Baris]:
    """Break into lines; all but the last are stretched to the right edge."""
    biasa = huruf("biasa")
    bersih = biasa.bersih(teks)
    pertama, *_ = bungkus(bersih, (kanan - kiri - masuk) / _UKURAN, biasa.lebar)
    sisa = bersih[len(pertama) :].lstrip(" ")
    lanjut = bungkus(sisa, (kanan - kiri) / _UKURAN, biasa.lebar) if sisa else ()
    semua = (pertama, *lanjut)
    return [
        _Baris(
            ((kiri + (0 if ke else masuk), satu),),
            0.0 if ke == len(semua) - 1 else kanan - kiri - (0 if ke else masuk),
            0.0 if ke else atas,
        )
        for ke, satu in enumerate(semua)
    ]


def _gambar_baris(pena: Pena, baris: _Baris, y: float) -> None:
    *depan, (x, teks) = baris.bagian
    for kiri, isi in depan:
        pena.kiri(kiri, y, pena.huruf("biasa").bersih(isi), _UKURAN)
    kata = teks.split(" ")
    spasi = _spasi(pena, kata, baris.lebar)
    for satu in kata:
        pena.kiri(x, y, satu, _UKURAN)
        x += pena.huruf("biasa").lebar(satu) * _UKURAN + spasi


def _spasi(pena: Pena, kata: list[str], lebar: float) -> float:
    h = pena.huruf("biasa")
    biasa = h.lebar(" ") * _UKURAN
    if not lebar or len(kata) < 2:
        return biasa
    regang = (lebar - sum(h.lebar(satu) for satu in kata) * _UKURAN) / (len(kata) - 1)
    return regang if regang <= biasa * _TERLEBAR else biasa
