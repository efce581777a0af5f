"""What the *Lembar rakor* says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .model import Kop, Penanda
from .sheet import Kaki


class Batang(NamedTuple):
    """A bar: ``isi`` of ``dari``, and the words behind it."""

    label: str
    isi: int
    dari: int
    kata: str


class Angka(NamedTuple):
    """A figure that stands out, what it counts, and of how many."""

    nilai: str
    label: str
    catatan: str = ""


class Bagian(NamedTuple):
    """A section: figures, bars (each in the frame of its whole where ``berbingkai``), columns month by month,
    sentences, definitions. What comes first matters most."""

    judul: str
    angka: tuple[Angka, ...] = ()
    batang: tuple[Batang, ...] = ()
    judul_batang: str = ""
    berbingkai: bool = False
    kolom: tuple[Batang, ...] = ()
    judul_kolom: str = ""
    kalimat: tuple[str, ...] = ()
    definisi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LembarRakor:
    """The sheet ready for paper; ``rinci`` are the lines under the title: period, office, day of the data;
    ``tanda`` signs at the right of the small print."""

    kop: Kop | None
    judul: tuple[str, ...]
    rinci: tuple[str, ...]
    bagian: tuple[Bagian, ...]
    tempat_tanggal: str
    tanda: Penanda | None
    kaki: Kaki


class Hemat(NamedTuple):
    """How a sheet is made to fit: the size of everything, and at most how many bars and sentences a section has, lines
    a sentence, lines the definitions, sections the sheet; whether the columns stay."""

    skala: float = 1.0
    batang: int = 16
    kalimat: int = 8
    baris: int = 3
    definisi: int = 13
    bagian: int = 99
    kolom: bool = True


RENCANA = (
    Hemat(),
    Hemat(0.94),
    Hemat(0.88),
    Hemat(0.82),
    Hemat(0.82, batang=12, definisi=7),
    Hemat(0.82, batang=10, kalimat=5, baris=2, definisi=6),
    Hemat(0.82, batang=8, kalimat=4, baris=2, definisi=5),
    Hemat(0.82, batang=6, kalimat=3, baris=2, definisi=4),
    Hemat(0.82, batang=5, kalimat=2, baris=1, definisi=3, kolom=False),
)
"""What is tried one after the other: first everything becomes smaller, then the last bars, sentences and definitions
go, then the columns; after these the last sections (rakor.py)."""
