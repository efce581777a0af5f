"""A letter or minutes on paper: title, paragraphs, numbered points, pairs, tables, and rows of signers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import photo_sheet, sheet
from .kop import TINGGI_KOP, gambar_kop
from .letter_lines import BIASA, Alinea, Bab, Blok, Butir, Isi, Pasang, susun, tinggi
from .model import Kop, Penanda
from .paper import ATAS, BAWAH, MM, Bidang, Kertas
from .pen import TIPIS, Pena
from .photo_sheet import LembarFoto
from .sheet import Kaki
from .signers import BlokPenanda, ukur_penanda

__all__ = ["Alinea", "Bab", "Blok", "Butir", "Pasang", "Surat", "cetak", "gambar", "gambar_semua"]

_JUDUL, _NOMOR = 12.5, 11.0
_ATAS_PENANDA = 4.5 * MM


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter ready for paper; ``tanda`` are rows of up to three signers, the first under place and date;
    ``mendatar`` is for one whose tables are wide; ``lampiran`` are photos on pages behind it."""

    kop: Kop | None
    judul: tuple[str, ...]
    nomor: str
    isi: Sequence[Blok]
    tempat_tanggal: str
    tanda: tuple[tuple[Penanda, ...], ...]
    kaki: Kaki
    mendatar: bool = False
    lampiran: LembarFoto | None = None


def gambar(surat: Surat, kertas: Kertas) -> bytes:
    """Return a letter as the bytes of a PDF."""
    bidang = kertas.bidang(mendatar=surat.mendatar)
    return sheet.gambar(bidang, " ".join(surat.judul), lambda pena: _lukis(pena, surat, bidang))


def gambar_semua(semua: Sequence[Surat], kertas: Kertas) -> bytes:
    """Return letters, each numbered by itself and all lying or all standing, as the bytes of one PDF."""
    bidang = kertas.bidang(mendatar=semua[0].mendatar)
    return sheet.gambar(
        bidang, " ".join(semua[0].judul), lambda pena: sum(_lukis(pena, surat, bidang) for surat in semua)
    )


def cetak(surat: Surat, *, kertas: Kertas, keluaran: Path) -> int:
    """Write a letter as a PDF file and return the number of pages; raises Gangguan when it cannot be written."""
    bidang = kertas.bidang(mendatar=surat.mendatar)
    return sheet.simpan(keluaran, bidang, " ".join(surat.judul), lambda pena: _lukis(pena, surat, bidang))


def _lukis(pena: Pena, surat: Surat, bidang: Bidang) -> int:
    """Draw page after page; the signers stay together with the last two lines."""
    baris = [satu for blok in surat.isi for satu in susun(blok, bidang.kiri_pt, bidang.kanan_pt)]
    tanda = _ukur_tanda(surat, bidang)
    tinggi_tanda = sum(satu.tinggi + _ATAS_PENANDA for satu in tanda)
    dasar = (bidang.tinggi - BAWAH - sheet.TINGGI_KAKI) * MM - BIASA.baris / 2
    halaman = _halaman(baris, _tinggi_judul(surat), dasar, tinggi_tanda)
    dari = len(halaman) + (photo_sheet.halaman(surat.lampiran) if surat.lampiran else 0)
    for nomor, isi in enumerate(halaman, 1):
        y = _gambar_judul(pena, surat, bidang) if nomor == 1 else ATAS * MM
        for satu in isi:
            y += satu.atas + satu.tinggi
            satu.gambar(pena, y)
        if nomor == len(halaman):
            for blok in tanda:
                blok.gambar(pena, y + _ATAS_PENANDA)
                y += blok.tinggi + _ATAS_PENANDA
        sheet.gambar_kaki(pena, bidang, surat.kaki, nomor, dari)
        pena.selesai()
    if surat.lampiran:
        photo_sheet.lukis(pena, surat.lampiran, bidang, surat.kaki, len(halaman) + 1, dari)
    return dari


def _halaman(baris: Sequence[Isi], awal: float, dasar: float, tanda: float) -> list[list[Isi]]:
    halaman: list[list[Isi]] = [[]]
    y = awal
    for ke, satu in enumerate(baris):
        serangkai = tinggi(baris[ke : _ekor(baris, ke)])
        penuh = y + serangkai > dasar or (len(baris) - ke == 2 and y + tinggi(baris[ke:]) + tanda > dasar)
        if penuh and halaman[-1]:
            halaman.append([satu.kepala] if satu.kepala else [])
            y = ATAS * MM + tinggi(halaman[-1])
        halaman[-1].append(satu)
        y += tinggi([satu])
    return halaman


def _ekor(baris: Sequence[Isi], ke: int) -> int:
    """Return the end of what must stand on one page from line ``ke`` on: headings and the first line after them."""
    while ke < len(baris) - 1 and baris[ke].lekat:
        ke += 1
    return ke + 1


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
