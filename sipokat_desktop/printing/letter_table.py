"""A table inside a letter: rows as high as their longest cell, the head repeated where a page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .fitting import SPASI, bungkus
from .fonts import huruf
from .grid import Lajur
from .paper import MM
from .pen import Pena

_UKURAN, _TEPI, _ATAS_BAWAH = 9.5, 1.2 * MM, 1.3 * MM
_SELA = 2.2 * MM


@dataclass(frozen=True, slots=True)
class TabelSurat:
    """A table between two paragraphs; ``tebal`` rows at the end are sums, in bold; a cell may hold several lines;
    ``ukuran`` is the size of its letters in points."""

    lajur: tuple[Lajur, ...]
    baris: Sequence[Sequence[str]]
    tebal: int = 0
    ukuran: float = _UKURAN


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One row, measured: the lines of each cell, the edges of the columns, and the head to repeat on a new page."""

    sel: tuple[tuple[str, ...], ...]
    tepi: tuple[float, ...]
    rata: tuple[str, ...]
    gaya: str
    atas: float = 0.0
    kepala: BarisTabel | None = None
    ukuran: float = _UKURAN

    @property
    def lekat(self) -> bool:
        """Tell whether it stays on the page of what follows: a head does."""
        return self.kepala is None

    @property
    def tinggi(self) -> float:
        """Height in points, without what stands above it."""
        return max(len(satu) for satu in self.sel) * self.ukuran * SPASI + 2 * _ATAS_BAWAH

    def gambar(self, pena: Pena, bawah: float) -> None:
        """Draw the row with its lower edge at ``bawah`` (points)."""
        atas = bawah - self.tinggi
        for y in (atas, bawah):
            pena.garis(self.tepi[0], y, self.tepi[-1], y)
        for x in self.tepi:
            pena.garis(x, atas, x, bawah)
        for ke, baris in enumerate(self.sel):
            kiri, kanan = self.tepi[ke], self.tepi[ke + 1]
            for n, teks in enumerate(baris):
                self._tulis(
                    pena, teks, (kiri, kanan), atas + _ATAS_BAWAH + (n * SPASI + 0.9) * self.ukuran, self.rata[ke]
                )

    def _tulis(self, pena: Pena, teks: str, x: tuple[float, float], y: float, rata: str) -> None:
        if rata == "tengah":
            pena.tengah((x[0] + x[1]) / 2, y, teks, self.ukuran, self.gaya)
        elif rata == "kanan":
            pena.kanan(x[1] - _TEPI, y, teks, self.ukuran, self.gaya)
        else:
            pena.kiri(x[0] + _TEPI, y, teks, self.ukuran, self.gaya)


def susun_tabel(tabel: TabelSurat, kiri: float, kanan: float) -> list[BarisTabel]:
    """Measure a table between ``kiri`` and ``kanan`` (points); the head comes first."""
    tepi, semua = [kiri], sum(satu.lebar for satu in tabel.lajur)
    for satu in tabel.lajur:
        tepi.append(tepi[-1] + satu.lebar / semua * (kanan - kiri))
    rata = tuple(satu.rata for satu in tabel.lajur)
    tengah = ("tengah",) * len(rata)
    kosong = BarisTabel((), tuple(tepi), tengah, "tebal", atas=_SELA, ukuran=tabel.ukuran)
    kepala = _baris([satu.judul for satu in tabel.lajur], kosong)
    isi = [
        _baris(satu, _bentuk(kepala, rata, "tebal" if ke >= len(tabel.baris) - tabel.tebal else "biasa"))
        for ke, satu in enumerate(tabel.baris)
    ]
    return [kepala, *isi]


def _bentuk(kepala: BarisTabel, rata: tuple[str, ...], gaya: str) -> BarisTabel:
    """Return an empty row under a head."""
    return BarisTabel((), kepala.tepi, rata, gaya, kepala=kepala, ukuran=kepala.ukuran)


def _baris(isi: Sequence[str], bentuk: BarisTabel) -> BarisTabel:
    """Return a row shaped as ``bentuk`` with these cells, broken into lines."""
    h, tepi = huruf(bentuk.gaya), bentuk.tepi
    sel = tuple(
        tuple(
            baris
            for alinea in teks.split("\n")
            for baris in bungkus(h.bersih(alinea), (tepi[ke + 1] - tepi[ke] - 2 * _TEPI) / bentuk.ukuran, h.lebar)
        )
        for ke, teks in enumerate(isi)
    )
    return replace(bentuk, sel=sel)
