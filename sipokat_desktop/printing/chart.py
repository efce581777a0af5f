"""A chart of bars for a letter: how much of each line is done and what is left, readable in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .paper import MM
from .pen import TIPIS, Pena, alas

_UKURAN_JUDUL, _UKURAN, _KECIL = 11.0, 9.5, 9.0
_BARIS, _BATANG = 7.6 * MM, 4.8 * MM
_JUDUL, _LEGENDA, _CONTOH = 5.6 * MM, 7.0 * MM, 3.6 * MM
_ATAS, _SELA = 2.6 * MM, 2 * MM
_LABEL, _KATA = 0.27, 0.2
"""Shares of the width for the label before a bar and the words behind it."""
_ISI = 0.3
"""Grey of what is done; what is left stays white inside its frame."""


class Batang(NamedTuple):
    """One bar: ``isi`` of it is done, ``sisa`` is left; ``kata`` stand behind it."""

    label: str
    isi: int
    sisa: int
    kata: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Bars under one another on one scale; ``judul`` stands over them, ``arti`` says what is done and what is left."""

    judul: str
    batang: tuple[Batang, ...]
    arti: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DiagramTersusun:
    """A chart at its place between ``kiri`` and ``kanan`` (points); it stays on one page."""

    diagram: Diagram
    kiri: float
    kanan: float
    atas: float = _ATAS
    lekat: bool = False

    @property
    def tinggi(self) -> float:
        """Height in points, without what stands above it."""
        return _JUDUL + len(self.diagram.batang) * _BARIS + _LEGENDA

    @property
    def kepala(self) -> None:
        """Nothing is repeated above a chart."""
        return

    def gambar(self, pena: Pena, bawah: float) -> None:
        """Draw with the lower edge at ``bawah`` (points): title, the meaning of the fillings, the bars."""
        lebar = self.kanan - self.kiri
        kiri, kanan = self.kiri + lebar * _LABEL, self.kanan - lebar * _KATA
        y = bawah - self.tinggi + _JUDUL
        pena.kiri(self.kiri, y - 4, *pena.sebaris(self.diagram.judul, lebar, _UKURAN_JUDUL))
        _legenda(pena, self.diagram.arti, kiri, y)
        terbanyak = max((b.isi + b.sisa for b in self.diagram.batang), default=0) or 1
        for ke, b in enumerate(self.diagram.batang):
            tengah = y + _LEGENDA + (ke + 0.5) * _BARIS
            self._batang(pena, b, (kiri, tengah), (kanan - kiri) / terbanyak)
        pena.garis(kiri, y + _LEGENDA, kiri, bawah, TIPIS * 1.6)

    def _batang(self, pena: Pena, b: Batang, mulai: tuple[float, float], satuan: float) -> None:
        (x, tengah), atas = mulai, mulai[1] - _BATANG / 2
        label, ukuran = pena.sebaris(b.label, x - self.kiri - _SELA, _UKURAN)
        pena.kanan(x - _SELA, alas(tengah, ukuran, 1, 0), label, ukuran)
        pena.kotak(x, atas, b.isi * satuan, _BATANG, _ISI)
        _bingkai(pena, (x, x + (b.isi + b.sisa) * satuan), (atas, atas + _BATANG))
        ujung = x + (b.isi + b.sisa) * satuan + _SELA
        kata, ukuran = pena.sebaris(b.kata, self.kanan - ujung, _KECIL)
        pena.kiri(ujung, alas(tengah, ukuran, 1, 0), kata, ukuran)


def susun_diagram(diagram: Diagram, kiri: float, kanan: float) -> DiagramTersusun:
    """Place a chart between ``kiri`` and ``kanan`` (points)."""
    return DiagramTersusun(diagram, kiri, kanan)


def _legenda(pena: Pena, arti: tuple[str, str], x: float, atas: float) -> None:
    tengah = atas + _LEGENDA / 2
    for ke, teks in enumerate(arti):
        y = tengah - _CONTOH / 2
        if ke == 0:
            pena.kotak(x, y, _CONTOH, _CONTOH, _ISI)
        _bingkai(pena, (x, x + _CONTOH), (y, y + _CONTOH))
        pena.kiri(x + _CONTOH + 1.4 * MM, alas(tengah, _KECIL, 1, 0), teks, _KECIL)
        x += _CONTOH + pena.huruf("biasa").lebar(teks) * _KECIL + 8 * MM


def _bingkai(pena: Pena, x: tuple[float, float], y: tuple[float, float]) -> None:
    for satu in y:
        pena.garis(x[0], satu, x[1], satu)
    for satu in x:
        pena.garis(satu, y[0], satu, y[1])
