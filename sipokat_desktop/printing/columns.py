"""The columns of the receipt list, their widths per paper and what each shows (DOMAIN §8, F1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import text
from .model import BarisTerima, Bentuk, Kolom
from .paper import MM, Kertas


@dataclass(frozen=True, slots=True)
class Letak:
    """A column placed on the page: edges in points."""

    kolom: Kolom
    kiri: float
    kanan: float

    @property
    def tengah(self) -> float:
        """Middle of the column in points."""
        return (self.kiri + self.kanan) / 2


_LEBAR = {
    ("pendek", Kertas.F4): (9, 56, 28, 32, 60),
    ("pendek", Kertas.A4): (9, 51, 28, 32, 60),
    ("lengkap", Kertas.F4): (8, 52, 34, 26, 26, 12, 28, 22, 28, 64),
    ("lengkap", Kertas.A4): (8, 43, 31, 22, 22, 10, 25, 20, 25, 61),
}
"""Widths in mm; F4 as the city's forms have them, A4 narrowed to its page."""


def daftar_kolom(bentuk: Bentuk, kertas: Kertas, identitas_judul: str) -> tuple[Kolom, ...]:
    """Return the columns of the short or full form in order."""
    nomor = Kolom(text.KOL_NO, 0, "nomor")
    nama = Kolom(text.KOL_NAMA, 0, "nama", isi=_nama)
    jabatan = Kolom(text.KOL_JABATAN, 0, "teks", isi=_jabatan)
    ttd = Kolom(text.KOL_TANDA_TANGAN, 0, "tanda_tangan")
    match bentuk:
        case "pendek":
            kolom = [nomor, nama, jabatan, _uang(text.KOL_JUMLAH, _diterima), ttd]
        case "lengkap":
            identitas = Kolom(identitas_judul, 0, "kode", isi=_identitas)
            bulan = Kolom(text.KOL_BULAN, 0, "kode", isi=_bulan)
            besaran = Kolom(text.KOL_BESARAN, 0, "uang", nilai=_besaran)
            uang = [
                _uang(text.KOL_BRUTO, _bruto),
                _uang(text.KOL_PPH, _pph),
                _uang(text.KOL_DITERIMA, _diterima),
            ]
            kolom = [nomor, nama, identitas, jabatan, besaran, bulan, *uang, ttd]
    lebar = _LEBAR[bentuk, kertas]
    return tuple(replace(k, lebar=w) for k, w in zip(kolom, lebar, strict=True))


def letakkan(kolom: tuple[Kolom, ...], kiri_pt: float, kanan_pt: float) -> tuple[Letak, ...]:
    """Place the columns side by side from ``kiri_pt`` points on; those without a width share what is left."""
    tanpa = sum(not k.lebar for k in kolom)
    bagi = max(0.0, (kanan_pt - kiri_pt) / MM - sum(k.lebar for k in kolom)) / max(tanpa, 1)
    letak: list[Letak] = []
    for k in kolom:
        letak.append(Letak(k, kiri_pt, kiri_pt + (k.lebar or bagi) * MM))
        kiri_pt = letak[-1].kanan
    return tuple(letak)


def _uang(judul: str, nilai: Callable[[BarisTerima], int]) -> Kolom:
    return Kolom(judul, 0, "uang", nilai=nilai, dijumlah=True)


def _nama(b: BarisTerima) -> str:
    return b.nama


def _jabatan(b: BarisTerima) -> str:
    return b.jabatan


def _identitas(b: BarisTerima) -> str:
    return b.identitas


def _bulan(b: BarisTerima) -> str:
    return str(b.bulan) if b.bulan else ""


def _besaran(b: BarisTerima) -> int:
    return b.besaran


def _bruto(b: BarisTerima) -> int:
    return b.bruto


def _pph(b: BarisTerima) -> int:
    return b.pph


def _diterima(b: BarisTerima) -> int:
    return b.diterima
