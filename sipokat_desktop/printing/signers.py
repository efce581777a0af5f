"""Signers across the foot of a paper: office lines, room for the signature, name, rank, NIP."""

from __future__ import annotations

from dataclasses import dataclass

from . import text
from .fitting import Muat, bungkus, muat
from .fonts import huruf
from .model import Penanda
from .paper import MM
from .pen import TIPIS, Pena

RUANG = 20 * MM
"""Room for the signature."""
_UKURAN = 10.0
_BARIS = 4.6 * MM
_SELA = 3 * MM
_LETAK: dict[int, tuple[int, ...]] = {0: (), 1: (2,), 2: (0, 2), 3: (0, 1, 2)}


@dataclass(frozen=True, slots=True)
class _Kolom:
    tengah: float
    atas: tuple[str, ...]
    nama: Muat
    bawah: tuple[str, ...]
    bernama: bool


@dataclass(frozen=True, slots=True)
class BlokPenanda:
    """Place, date and signers measured for a width; ``tinggi`` in points."""

    kolom: tuple[_Kolom, ...]
    tempat: tuple[str, ...]
    tengah_tempat: float

    @property
    def tinggi(self) -> float:
        """Height in points, signature room included."""
        if not self.kolom:
            return len(self.tempat) * _BARIS
        return (self._atas + max(len(k.nama.baris) + len(k.bawah) for k in self.kolom)) * _BARIS + RUANG

    @property
    def _atas(self) -> int:
        """Lines above the signature room; place and date stand over the last signer."""
        terakhir = len(self.tempat) + (len(self.kolom[-1].atas) if self.kolom else 0)
        return max([terakhir, *(len(k.atas) for k in self.kolom)])

    def gambar(self, pena: Pena, atas: float) -> None:
        """Draw from ``atas`` (points)."""
        dasar = atas + self._atas * _BARIS
        _tumpuk(pena, self.tengah_tempat, atas, self.tempat)
        for k in self.kolom:
            _tumpuk(pena, k.tengah, dasar - len(k.atas) * _BARIS, k.atas)
            _gambar_nama(pena, k, dasar + RUANG)
            _tumpuk(pena, k.tengah, dasar + RUANG + len(k.nama.baris) * _BARIS, k.bawah)


def ukur_penanda(penanda: tuple[Penanda, ...], tempat_tanggal: str, kiri: float, kanan: float) -> BlokPenanda:
    """Measure up to three signers between ``kiri`` and ``kanan`` (points); KeyError for more.

    One signer stands right, two stand left and right.
    """
    lebar = (kanan - kiri) / 3
    kolom = [
        _ukur_kolom(p, kiri + lebar * (ke + 0.5), lebar - _SELA)
        for p, ke in zip(penanda, _LETAK[len(penanda)], strict=True)
    ]
    tempat = _bungkus((tempat_tanggal,), lebar - _SELA) if tempat_tanggal else ()
    return BlokPenanda(tuple(kolom), tempat, kiri + lebar * 2.5)


def _ukur_kolom(p: Penanda, tengah: float, lebar: float) -> _Kolom:
    tebal = huruf("tebal")
    nama = tebal.bersih(p.nama)
    isi = muat(nama, lebar, _BARIS * 2.2, tebal.lebar, ukuran=_UKURAN) if nama else Muat(_UKURAN, (text.TITIK_NAMA,))
    nip = text.NIP + p.nip if p.nip else "" if nama or not p.ber_nip else text.TITIK_NIP
    bawah = tuple(baris for baris in (p.pangkat, nip) if baris)
    return _Kolom(tengah, _bungkus(p.sebutan, lebar), isi, _bungkus(bawah, lebar), bool(nama))


def _bungkus(baris: tuple[str, ...], lebar: float) -> tuple[str, ...]:
    biasa = huruf("biasa")
    return tuple(b for teks in baris for b in bungkus(biasa.bersih(teks), lebar / _UKURAN, biasa.lebar))


def _tumpuk(pena: Pena, tengah: float, atas: float, baris: tuple[str, ...]) -> None:
    for ke, teks in enumerate(baris, 1):
        pena.tengah(tengah, atas + ke * _BARIS - 3, teks, _UKURAN)


def _gambar_nama(pena: Pena, k: _Kolom, atas: float) -> None:
    """The name, bold and underlined; dots when it is not known yet."""
    gaya = "tebal" if k.bernama else "biasa"
    for ke, teks in enumerate(k.nama.baris, 1):
        alas = atas + ke * _BARIS - 3
        pena.tengah(k.tengah, alas, teks, k.nama.ukuran, gaya)
        if k.bernama:
            setengah = pena.huruf(gaya).lebar(teks) * k.nama.ukuran / 2
            pena.garis(k.tengah - setengah, alas + 1.5, k.tengah + setengah, alas + 1.5, TIPIS)
