"""The charts of the *Lembar rakor*: bars with their words, columns by month; both from 0, in one grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..kernel import rupiah
from ..kernel.sumbu import sumbu, tiap
from .fonts import huruf
from .paper import MM
from .pen import TIPIS, Pena, alas
from .rakor_model import Batang
from .rakor_teks import ISI, KECIL, baris_teks, bingkai, pas

_BARIS, _BATANG = 5.2 * MM, 3.2 * MM
_SELA = 1.8 * MM
_LABEL, _KATA = 0.44, 0.36
"""Most of the width that labels and words take, each."""
_ISI, _GARIS = 0.35, 0.8
"""Grey of a bar, and of the hairlines behind columns."""
_TERENDAH = 26 * MM
DUA_LAJUR = 8
"""More bars than this stand in two columns."""


@dataclass(frozen=True, slots=True)
class GrafikBatang:
    """Bars under one another, the many in two columns; ``sisa`` names those for which there is no room."""

    judul: str
    batang: Sequence[Batang]
    sisa: Sequence[str]
    berbingkai: bool
    lebar: float
    skala: float

    @property
    def _lajur(self) -> int:
        return 2 if len(self.batang) > DUA_LAJUR and self.lebar > 120 * MM else 1

    @property
    def _baris(self) -> int:
        return -(-len(self.batang) // self._lajur)

    @property
    def _judul(self) -> float:
        return ISI * self.skala * 1.4 if self.judul else 0.0

    @property
    def tinggi(self) -> float:
        """Height with title, bars and what is named below them."""
        return self._judul + self._baris * _BARIS * self.skala + len(self.sisa) * KECIL * self.skala * 1.2

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw title, bars, and the names of the others."""
        if self.judul:
            teks, ukuran = pas(self.judul, self.lebar, ISI * self.skala, "tebal")
            pena.kiri(kiri, atas + ISI * self.skala * 0.95, teks, ukuran, "tebal")
        puncak = max((max(b.isi, b.dari if self.berbingkai else 0) for b in self.batang), default=0) or 1
        jarak = 5 * MM
        lebar = (self.lebar - jarak * (self._lajur - 1)) / self._lajur
        y = atas + self._judul
        for ke in range(self._lajur):
            isi = self.batang[ke * self._baris : (ke + 1) * self._baris]
            self._satu_lajur(pena, isi, kiri + ke * (lebar + jarak), y, lebar, puncak)
        y += self._baris * _BARIS * self.skala
        for ke, satu in enumerate(self.sisa):
            pena.kiri(kiri, y + (ke * 1.2 + 0.95) * KECIL * self.skala, satu, KECIL * self.skala)

    def _satu_lajur(
        self, pena: Pena, isi: Sequence[Batang], kiri: float, atas: float, lebar: float, puncak: int
    ) -> None:  # fmt: skip
        ukuran, s = ISI * self.skala, self.skala
        biasa = huruf("biasa")
        kata = min(max((biasa.lebar(biasa.bersih(b.kata)) for b in self.batang), default=0) * ukuran, lebar * _KATA)
        label = min(max((biasa.lebar(biasa.bersih(b.label)) for b in self.batang), default=0) * ukuran, lebar * _LABEL)
        mulai = kiri + label + _SELA
        ruang = lebar - label - kata - 2 * _SELA
        for ke, b in enumerate(isi):
            tengah = atas + (ke + 0.5) * _BARIS * s
            teks, besar = pas(b.label, label, ukuran)
            pena.kiri(kiri, alas(tengah, besar, 1, 0), teks, besar)
            y = (tengah - _BATANG * s / 2, tengah + _BATANG * s / 2)
            pena.kotak(mulai, y[0], ruang * max(0, b.isi) / puncak, _BATANG * s, _ISI)
            if self.berbingkai and b.dari:
                bingkai(pena, (mulai, mulai + ruang * b.dari / puncak), y)
            teks, besar = pas(b.kata, kata, ukuran)
            pena.kiri(mulai + ruang + _SELA, alas(tengah, besar, 1, 0), teks, besar)
        if isi:
            pena.garis(mulai, atas, mulai, atas + len(isi) * _BARIS * s, TIPIS * 1.6)


def grafik_batang(
    judul: str, batang: Sequence[Batang], paling: int, kata_lain: str, *, berbingkai: bool, lebar: float, skala: float
) -> GrafikBatang:  # fmt: skip
    """Return a chart of at most ``paling`` bars; the others are named below it as far as two lines hold them."""
    tampak, lain = batang[:paling], batang[paling:]
    nama = kata_lain.format(isi="; ".join(f"{b.label} {rupiah.titik(b.isi)}" for b in lain)) if lain else ""
    sisa = baris_teks(nama, lebar, KECIL * skala, 2) if nama else ()
    return GrafikBatang(judul, tampak, sisa, berbingkai, lebar, skala)


@dataclass(frozen=True, slots=True)
class GrafikKolom:
    """Columns side by side on an axis from 0, as high as ``tinggi_isi`` or as they need at least."""

    judul: str
    kolom: Sequence[Batang]
    lebar: float
    skala: float
    setinggi: float = 0.0

    @property
    def tinggi(self) -> float:
        """Height with title and labels."""
        return max(_TERENDAH * self.skala, self.setinggi)

    def gambar(self, pena: Pena, kiri: float, atas: float) -> None:
        """Draw title, axis, columns, and as many labels as do not touch."""
        s, ukuran = self.skala, KECIL * self.skala
        teks, besar = pas(self.judul, self.lebar, ISI * s, "tebal")
        pena.kiri(kiri, atas + ISI * s * 0.95, teks, besar, "tebal")
        skala = sumbu(max((k.isi for k in self.kolom), default=0), 3)
        biasa = huruf("biasa")
        sumbu_kiri = kiri + max(biasa.lebar(rupiah.titik(n)) for n in skala) * ukuran + 1.4 * MM
        puncak, dasar = atas + ISI * s * 1.4 + ukuran * 0.5, atas + self.tinggi - ukuran * 1.5
        for n in skala:
            y = dasar - (dasar - puncak) * n / skala[-1]
            pena.kotak(sumbu_kiri, y, kiri + self.lebar - sumbu_kiri, TIPIS, _GARIS if n else 0.0)
            pena.kanan(sumbu_kiri - 1 * MM, alas(y, ukuran, 1, 0), rupiah.titik(n), ukuran)
        self._isi(pena, (sumbu_kiri, kiri + self.lebar), (puncak, dasar), skala[-1])

    def _isi(self, pena: Pena, x: tuple[float, float], y: tuple[float, float], tertinggi: int) -> None:
        ukuran, biasa = KECIL * self.skala, huruf("biasa")
        lebar = (x[1] - x[0]) / max(1, len(self.kolom))
        label = [biasa.bersih(k.label) for k in self.kolom]
        selang = tiap(max(map(biasa.lebar, label), default=0) * ukuran + 1.2 * MM, lebar, len(label))
        for ke, k in enumerate(self.kolom):
            tinggi = (y[1] - y[0]) * max(0, k.isi) / tertinggi
            tengah, tebal = x[0] + (ke + 0.5) * lebar, min(lebar * 0.66, 7 * MM)
            pena.kotak(tengah - tebal / 2, y[1] - tinggi, tebal, tinggi, _ISI)
            if ke % selang == 0:
                tepi = 2 * min(tengah - x[0], x[1] - tengah)
                kata, besar = pas(k.label, min(lebar * selang, max(tepi, lebar)), ukuran)
                pena.tengah(tengah, y[1] + ukuran * 1.05, kata, besar)
