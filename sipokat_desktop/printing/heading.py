"""Title and head pairs above the table, and the reminder of the title on the pages that follow."""

from __future__ import annotations

from dataclasses import dataclass

from . import text
from .fitting import SPASI, bungkus
from .fonts import Huruf, huruf
from .paper import MM
from .pen import Pena

_JUDUL, _JUDUL_BARIS, _JUDUL_BAWAH = 12.0, 5.0 * MM, 3.5 * MM
_PASANG, _PASANG_BARIS, _PASANG_BAWAH = 10.0, 4.6 * MM, 2.5 * MM
_LABEL_PALING_LEBAR = 0.4
_SELA = 6 * MM
_TITIK_DUA = 3 * MM
_LANJUTAN, _LANJUTAN_BARIS, _LANJUTAN_PALING_BANYAK = 8.5, 3.5 * MM, 2
TINGGI_LANJUTAN = 8.5
"""Height in mm of the reminder of the title on pages after the first."""


@dataclass(frozen=True, slots=True)
class _Pasang:
    label: tuple[str, ...]
    isi: tuple[str, ...]

    @property
    def banyak(self) -> int:
        return max(len(self.label), len(self.isi))


@dataclass(frozen=True, slots=True)
class _LajurPasang:
    kiri: float
    lebar_label: float
    pasang: tuple[_Pasang, ...]

    @property
    def banyak(self) -> int:
        return sum(p.banyak for p in self.pasang)


@dataclass(frozen=True, slots=True)
class BlokJudul:
    """Title and pairs measured for a width."""

    judul: tuple[str, ...]
    lajur: tuple[_LajurPasang, ...]
    kiri: float
    kanan: float

    @property
    def tinggi(self) -> float:
        """Height in points with the space under it."""
        judul = len(self.judul) * _JUDUL_BARIS + _JUDUL_BAWAH if self.judul else 0.0
        pasang = max((lajur.banyak for lajur in self.lajur), default=0)
        return judul + (pasang * _PASANG_BARIS + _PASANG_BAWAH if pasang else 0.0)

    def gambar(self, pena: Pena, atas: float) -> None:
        """Draw from ``atas`` (points)."""
        y = atas
        for baris in self.judul:
            y += _JUDUL_BARIS
            pena.tengah((self.kiri + self.kanan) / 2, y - 3, baris, _JUDUL, "tebal")
        for lajur in self.lajur:
            _gambar_lajur(pena, lajur, y + (_JUDUL_BAWAH if self.judul else 0))

    def gambar_lanjutan(self, pena: Pena, atas: float) -> None:
        """Draw the reminder of the title on a following page."""
        kotak = (self.kanan - self.kiri, _LANJUTAN_BARIS * _LANJUTAN_PALING_BANYAK)
        judul = " ".join((*self.judul, text.LANJUTAN))
        pas = pena.muat(judul, kotak, _LANJUTAN, "miring", terkecil=_LANJUTAN)
        for ke, teks in enumerate(pas.baris):
            pena.kiri(self.kiri, atas + _LANJUTAN + ke * pas.ukuran * SPASI, teks, pas.ukuran, "miring")


def ukur_judul(
    judul: tuple[str, ...], kepala: tuple[tuple[str, str], ...], kiri: float, kanan: float, *, lajur: int
) -> BlokJudul:
    """Measure title lines and label–value pairs between ``kiri`` and ``kanan`` (points).

    Long lines wrap. The pairs stand in ``lajur`` columns, filled downwards.
    """
    tebal = huruf("tebal")
    baris = [b for j in judul for b in bungkus(tebal.bersih(j), (kanan - kiri) / _JUDUL, tebal.lebar)]
    per_lajur = -(-len(kepala) // lajur) or 1
    lebar = (kanan - kiri + _SELA) / lajur
    kelompok = [kepala[n : n + per_lajur] for n in range(0, len(kepala), per_lajur)]
    isi = [_ukur_lajur(k, kiri + lebar * ke, lebar - _SELA) for ke, k in enumerate(kelompok)]
    return BlokJudul(tuple(baris), tuple(isi), kiri, kanan)


def _ukur_lajur(kepala: tuple[tuple[str, str], ...], kiri: float, lebar: float) -> _LajurPasang:
    h = huruf("biasa")
    label = min(max(h.lebar(h.bersih(k)) * _PASANG for k, _ in kepala), lebar * _LABEL_PALING_LEBAR)
    sisa = lebar - label - _TITIK_DUA * 2
    pasang = [_Pasang(_bungkus(h, k, label), _bungkus(h, v or text.KOSONG, sisa)) for k, v in kepala]
    return _LajurPasang(kiri, label, tuple(pasang))


def _bungkus(h: Huruf, teks: str, lebar: float) -> tuple[str, ...]:
    return bungkus(h.bersih(teks), lebar / _PASANG + 1e-6, h.lebar)


def _gambar_lajur(pena: Pena, lajur: _LajurPasang, atas: float) -> None:
    y = atas
    titik_dua = lajur.kiri + lajur.lebar_label + _TITIK_DUA
    for pasang in lajur.pasang:
        pena.kiri(titik_dua, y + _PASANG_BARIS - 3, ":", _PASANG)
        for x, baris in ((lajur.kiri, pasang.label), (titik_dua + _TITIK_DUA, pasang.isi)):
            for ke, teks in enumerate(baris, 1):
                pena.kiri(x, y + ke * _PASANG_BARIS - 3, teks, _PASANG)
        y += pasang.banyak * _PASANG_BARIS
