"""A receipt for one person (F2): what was paid for what, in words and figures, with everyone who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from ..kernel import rupiah
from ..kernel.terbilang import terbilang
from . import sheet, text
from .fitting import SPASI
from .model import Penanda
from .paper import KANAN, KIRI, MM, Bidang, Kertas
from .pen import TEBAL, TIPIS, Pena, alas
from .signers import ukur_penanda

TINGGI = 160.0
"""Height of one receipt in mm: two stand on F4, one on A4."""
_UKURAN, _BARIS = 10.0, 5.0 * MM
_ATAS, _BAWAH = 8.0 * MM, 5.0 * MM
_LABEL, _TITIK_DUA = 38 * MM, 4 * MM
_KANAN_LEBAR, _KANAN_LABEL = 88 * MM, 30 * MM
_JUDUL, _KECIL, _TERKECIL = 14.0, 7.5, 8.0
_KOTAK_UANG, _KOTAK_RP = 10 * MM, (62 * MM, 10 * MM)
_PENERIMA, _RUANG, _POTONGAN = 76 * MM, 15.5 * MM, 98 * MM
_METERAI = (22 * MM, 14.5 * MM, 30 * MM)
"""Width and height of the room for the duty stamp, and how far it stands from the middle of the signature."""
_TEPI = 2 * MM
_ABU = TIPIS / 2


@dataclass(frozen=True, slots=True)
class Kwitansi:
    """A receipt; ``jumlah`` (rupiah) stands in the box and in words, ``potongan`` are pairs under the box.

    ``kepala`` are lines on the left of the head, ``bukti`` pairs on its right. ``penerima`` signs alone on the right,
    ``penanda`` are up to three officials below. ``meterai``: room for a duty stamp, with its words.
    """

    kepala: tuple[str, ...]
    bukti: tuple[tuple[str, str], ...]
    dari: str
    jumlah: int
    untuk: str
    potongan: tuple[tuple[str, str], ...]
    tempat_tanggal: str
    penerima: Penanda
    penanda: tuple[Penanda, ...]
    meterai: str
    kaki: str


def gambar(semua: Sequence[Kwitansi], kertas: Kertas) -> bytes:
    """Return receipts, portrait, two to a sheet of F4 and one to A4, as the bytes of a PDF."""
    bidang = kertas.bidang()
    return sheet.gambar(bidang, text.KWITANSI, lambda pena: _lukis(pena, semua, bidang))


def per_lembar(kertas: Kertas) -> int:
    """Return how many receipts stand on a sheet."""
    return max(1, floor(kertas.value[1] / TINGGI))


def _lukis(pena: Pena, semua: Sequence[Kwitansi], bidang: Bidang) -> int:
    muat = max(1, floor(bidang.tinggi / TINGGI))
    tinggi = bidang.tinggi * MM / muat
    lembar = [semua[ke : ke + muat] for ke in range(0, len(semua), muat)]
    for isi in lembar:
        for ke, satu in enumerate(isi):
            _satu(pena, satu, bidang, ke * tinggi, min(tinggi, (TINGGI + 5) * MM))
        for ke in range(1, muat):
            pena.garis(KIRI / 2 * MM, ke * tinggi, (bidang.lebar - KANAN / 2) * MM, ke * tinggi, _ABU)
        pena.selesai()
    return len(lembar)


def _satu(pena: Pena, k: Kwitansi, bidang: Bidang, atas: float, tinggi: float) -> None:
    kiri, kanan = bidang.kiri_pt, bidang.kanan_pt
    y = _kepala(pena, k, kiri, kanan, atas + _ATAS)
    y = _judul(pena, (kiri + kanan) / 2, y)
    y = _isi(pena, k, kiri, kanan, y)
    _rupiah(pena, k, kiri, y)
    _penerima(pena, k, kanan, y)
    bawah = atas + tinggi - _BAWAH
    blok = ukur_penanda(k.penanda, "", kiri, kanan)
    blok.gambar(pena, bawah - 3.5 * MM - blok.tinggi)
    pena.kiri(kiri, bawah, *pena.sebaris(k.kaki, kanan - kiri, _KECIL))


def _kepala(pena: Pena, k: Kwitansi, kiri: float, kanan: float, y: float) -> float:
    tengah = kanan - _KANAN_LEBAR
    for ke, baris in enumerate(k.kepala, 1):
        teks, ukuran = pena.sebaris(baris, tengah - kiri - _TEPI, _UKURAN, "tebal")
        pena.kiri(kiri, y + ke * _BARIS - 3, teks, ukuran, "tebal")
    bawah = y
    for label, nilai in k.bukti:
        bawah = _pasang(pena, tengah, bawah, label, nilai, (_KANAN_LABEL, kanan))
    return max(y + len(k.kepala) * _BARIS, bawah)


def _judul(pena: Pena, tengah: float, y: float) -> float:
    alasnya = y + 7.5 * MM
    pena.tengah(tengah, alasnya, text.KWITANSI, _JUDUL, "tebal")
    setengah = pena.huruf("tebal").lebar(text.KWITANSI) * _JUDUL / 2
    pena.garis(tengah - setengah, alasnya + 2, tengah + setengah, alasnya + 2, TIPIS)
    return alasnya + 3.5 * MM


def _isi(pena: Pena, k: Kwitansi, kiri: float, kanan: float, y: float) -> float:
    y = _pasang(pena, kiri, y, text.KW_DARI, k.dari, (_LABEL, kanan)) + 1.5 * MM
    x = kiri + _LABEL + _TITIK_DUA
    _label(pena, kiri, y + _KOTAK_UANG / 2 + 3, text.KW_SEJUMLAH)
    _kotak(pena, (x, kanan), (y, y + _KOTAK_UANG), TIPIS)
    kalimat = terbilang(k.jumlah)
    _dalam(pena, (x, kanan), (y, y + _KOTAK_UANG), kalimat[:1].upper() + kalimat[1:], "miring")
    y += _KOTAK_UANG + 1.5 * MM
    y = _paragraf(pena, kiri, kanan, y, text.KW_UNTUK, k.untuk)
    return y + 2 * MM


def _paragraf(pena: Pena, kiri: float, kanan: float, y: float, label: str, nilai: str) -> float:
    """A value of up to two lines behind its label."""
    x = kiri + _LABEL + _TITIK_DUA
    pas = pena.muat(nilai, (kanan - x, 2 * _BARIS), _UKURAN, terkecil=_UKURAN)
    _label(pena, kiri, y + _BARIS - 3, label)
    for ke, teks in enumerate(pas.baris, 1):
        pena.kiri(x, y + ke * _BARIS - 3, teks, pas.ukuran)
    return y + len(pas.baris) * _BARIS


def _rupiah(pena: Pena, k: Kwitansi, kiri: float, y: float) -> None:
    lebar, tinggi = _KOTAK_RP
    atas = y + 2 * MM
    _kotak(pena, (kiri, kiri + lebar), (atas, atas + tinggi), TEBAL)
    teks, ukuran = pena.sebaris(rupiah.uang_penuh(k.jumlah), lebar - 2 * _TEPI, 14.0, "tebal")
    pena.tengah(kiri + lebar / 2, alas(atas + tinggi / 2, ukuran, 1, 0), teks, ukuran, "tebal")
    y = atas + tinggi + 2 * MM
    for label, nilai in k.potongan:
        y = _pasang(pena, kiri, y, label, nilai, (_KANAN_LABEL, kiri + _POTONGAN))


def _penerima(pena: Pena, k: Kwitansi, kanan: float, y: float) -> None:
    """Place and date, who receives, room for the signature with the duty stamp beside it, name and post."""
    lebar, tengah = _PENERIMA, kanan - _PENERIMA / 2
    atas, *bawah = k.penerima.sebutan
    for baris in (k.tempat_tanggal, atas):
        y = _tengah(pena, tengah, y, baris, lebar)
    if k.meterai:
        x = (tengah - _METERAI[2] - _METERAI[0] / 2, tengah - _METERAI[2] + _METERAI[0] / 2)
        _kotak(pena, x, (y + MM, y + MM + _METERAI[1]), TIPIS)
        _dalam(pena, x, (y + MM, y + MM + _METERAI[1]), k.meterai, "biasa", ukuran=8.0)
    y = _tengah(pena, tengah, y + _RUANG, k.penerima.nama or text.TITIK_NAMA, lebar, "tebal" if k.penerima.nama else "")
    for baris in bawah:
        y = _tengah(pena, tengah, y, baris, lebar)


def _tengah(pena: Pena, tengah: float, y: float, isi: str, lebar: float, gaya: str = "") -> float:
    """Write a centred text of one or two lines under ``y``, underlined where it is bold; return the y below it."""
    pas = pena.muat(isi, (lebar, 2 * _BARIS), _UKURAN, gaya or "biasa", terkecil=_KECIL)
    for ke, teks in enumerate(pas.baris):
        y += pas.ukuran * SPASI if ke else _BARIS
        pena.tengah(tengah, y - 3, teks, pas.ukuran, gaya or "biasa")
        if gaya:
            setengah = pena.huruf(gaya).lebar(teks) * pas.ukuran / 2
            pena.garis(tengah - setengah, y - 1.5, tengah + setengah, y - 1.5, TIPIS)
    return y


def _pasang(pena: Pena, x: float, y: float, label: str, nilai: str, batas: tuple[float, float]) -> float:
    """Write ``label : nilai`` under ``y`` with the colon ``batas[0]`` after ``x`` and the value ending before
    ``batas[1]``, in two lines where one is not enough; return the y below."""
    mulai = x + batas[0] + _TITIK_DUA
    pas = pena.muat(nilai or text.KOSONG, (batas[1] - mulai, 2 * _BARIS), _UKURAN, terkecil=_TERKECIL)
    pena.kiri(x, y + _BARIS - 3, label, _UKURAN)
    pena.kiri(x + batas[0], y + _BARIS - 3, ":", _UKURAN)
    for ke, teks in enumerate(pas.baris):
        y += pas.ukuran * SPASI if ke else _BARIS
        pena.kiri(mulai, y - 3, teks, pas.ukuran)
    return y


def _label(pena: Pena, x: float, y: float, label: str) -> None:
    pena.kiri(x, y, label, _UKURAN)
    pena.kiri(x + _LABEL, y, ":", _UKURAN)


def _kotak(pena: Pena, x: tuple[float, float], y: tuple[float, float], tebal: float) -> None:
    for satu in y:
        pena.garis(x[0], satu, x[1], satu, tebal)
    for satu in x:
        pena.garis(satu, y[0], satu, y[1], tebal)


def _dalam(
    pena: Pena, x: tuple[float, float], y: tuple[float, float], isi: str, gaya: str, *, ukuran: float = 11.0
) -> None:
    """Write inside a box: one line, or as many as it takes, never out of the box."""
    pas = pena.muat(isi, (x[1] - x[0] - 2 * _TEPI, y[1] - y[0]), ukuran, gaya, terkecil=min(ukuran, 9.0))
    for ke, teks in enumerate(pas.baris):
        turun = alas((y[0] + y[1]) / 2, pas.ukuran, len(pas.baris), ke)
        if gaya == "miring":
            pena.kiri(x[0] + _TEPI, turun, teks, pas.ukuran, gaya)
        else:
            pena.tengah((x[0] + x[1]) / 2, turun, teks, pas.ukuran, gaya)
