"""The lines of a letter: paragraphs, points, pairs and headings broken to a width, each drawn at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from .chart import Diagram, susun_diagram
from .fitting import bungkus
from .fonts import huruf
from .letter_table import TabelSurat, susun_tabel
from .paper import MM
from .pen import Pena

_MASUK, _BUTIR, _TITIK_DUA = 12 * MM, 7 * MM, 4 * MM
_SELA = 2.2 * MM
_ATAS_BAB = 3.4 * MM
_TERLEBAR = 2.2
"""A line is not stretched further than this many times its own blanks."""


class Ukuran(NamedTuple):
    """Size of the letters, distance of the lines, and room for a label, in points."""

    huruf: float
    baris: float
    label: float


BIASA = Ukuran(11.0, 5.2 * MM, 34 * MM)
KECIL = Ukuran(9.5, 4.4 * MM, 26 * MM)


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


@dataclass(frozen=True, slots=True)
class Bab:
    """A heading in bold, on the same page as what follows it."""

    teks: str


Blok = Alinea | Butir | Pasang | Bab | TabelSurat | Diagram


class Isi(Protocol):
    """What stands on a page of a letter in one piece; measures in points."""

    @property
    def atas(self) -> float:
        """Room above it."""

    @property
    def tinggi(self) -> float:
        """Height without the room above it."""

    @property
    def lekat(self) -> bool:
        """Tell whether it stays on the page of what follows."""

    @property
    def kepala(self) -> Isi | None:
        """What is repeated above it on a new page."""

    def gambar(self, pena: Pena, bawah: float) -> None:
        """Draw with the lower edge at ``bawah``."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of text: words from ``x`` on, stretched over ``lebar`` where it is not 0."""

    bagian: tuple[tuple[float, str], ...]
    ukuran: Ukuran
    lebar: float = 0.0
    atas: float = 0.0
    gaya: str = "biasa"
    lekat: bool = False

    @property
    def tinggi(self) -> float:
        """Height in points, without what stands above it."""
        return self.ukuran.baris

    @property
    def kepala(self) -> None:
        """Nothing is repeated above a line."""
        return

    def gambar(self, pena: Pena, bawah: float) -> None:
        """Draw the line with its lower edge at ``bawah`` (points)."""
        y, besar = bawah - 3, self.ukuran.huruf
        h = pena.huruf(self.gaya)
        *depan, (x, teks) = self.bagian
        for kiri, isi in depan:
            pena.kiri(kiri, y, h.bersih(isi), besar, self.gaya)
        kata = teks.split(" ")
        biasa = h.lebar(" ") * besar
        spasi = biasa
        if self.lebar and len(kata) > 1:
            regang = (self.lebar - sum(h.lebar(satu) for satu in kata) * besar) / (len(kata) - 1)
            spasi = regang if regang <= biasa * _TERLEBAR else biasa
        for satu in kata:
            pena.kiri(x, y, satu, besar, self.gaya)
            x += h.lebar(satu) * besar + spasi


def susun(blok: Blok, kiri: float, kanan: float, ukuran: Ukuran = BIASA) -> Sequence[Isi]:
    """Break a block into what stands between ``kiri`` and ``kanan`` (points) line by line."""
    match blok:
        case Alinea(teks, masuk):
            return _bungkus(teks, kiri, kanan, ukuran, masuk=_MASUK if masuk else 0.0, atas=_SELA)
        case Butir(nomor, teks, dalam):
            x = kiri + dalam * _BUTIR
            baris = _bungkus(teks, x + _BUTIR, kanan, ukuran, atas=_SELA / 2)
            return [replace(baris[0], bagian=((x, nomor), *baris[0].bagian)), *baris[1:]]
        case Bab(teks):
            tebal = huruf("tebal")
            baris_bab = bungkus(tebal.bersih(teks), (kanan - kiri) / ukuran.huruf, tebal.lebar)
            return [
                Baris(((kiri, satu),), ukuran, atas=0.0 if ke else _ATAS_BAB, gaya="tebal", lekat=True)
                for ke, satu in enumerate(baris_bab)
            ]
        case TabelSurat():
            return susun_tabel(blok, kiri, kanan)
        case Diagram():
            return [susun_diagram(blok, kiri, kanan)]
        case Pasang(label, nilai):
            x = kiri + _BUTIR + ukuran.label
            lanjut = [replace(b, lebar=0.0) for b in _bungkus(nilai, x + _TITIK_DUA, kanan, ukuran)]
            pertama = replace(lanjut[0], bagian=((kiri + _BUTIR, label), (x, ":"), *lanjut[0].bagian))
            return [pertama, *lanjut[1:]]


def tinggi(isi: Sequence[Isi]) -> float:
    """Return the height of lines under one another, the room above each included."""
    return sum(satu.atas + satu.tinggi for satu in isi)


def _bungkus(
    teks: str, kiri: float, kanan: float, ukuran: Ukuran, *, masuk: float = 0.0, atas: float = 0.0
) -> list[Baris]:
    """Break into lines; all but the last are stretched to the right edge."""
    biasa = huruf("biasa")
    bersih = biasa.bersih(teks)
    pertama, *_ = bungkus(bersih, (kanan - kiri - masuk) / ukuran.huruf, biasa.lebar)
    sisa = bersih[len(pertama) :].lstrip(" ")
    lanjut = bungkus(sisa, (kanan - kiri) / ukuran.huruf, biasa.lebar) if sisa else ()
    semua = (pertama, *lanjut)
    return [
        Baris(
            ((kiri + (0 if ke else masuk), satu),), ukuran,
            lebar=0.0 if ke == len(semua) - 1 else kanan - kiri - (0 if ke else masuk), atas=0.0 if ke else atas,
        )
        for ke, satu in enumerate(semua)
    ]  # fmt: skip
