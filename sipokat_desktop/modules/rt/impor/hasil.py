"""What one cell became, how sure that is, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel.canonical import Value

__all__ = ["Berat", "Letak", "Maju", "Sel", "Tanda", "diam"]


class Berat(IntEnum):
    """RAPI: mended for certain. RAGU: a guess, a warning, or left out. SALAH: the row cannot be taken like this."""

    RAPI = 1
    RAGU = 2
    SALAH = 3


class Sel(NamedTuple):
    """A cell that needs a word: its value, what it says of other fields, a sentence, and a suggested repair.

    ``awalan`` holds the leading digits of a number whose last ones Excel lost; ``bukan`` says why the row is no
    ketua RT at all.
    """

    isi: Value
    berat: Berat | None = None
    pesan: str = ""
    usul: str = ""
    lain: Mapping[str, Value] = MappingProxyType({})
    awalan: str = ""
    bukan: str = ""


class Letak(NamedTuple):
    """The place of a row: which sheet (from 0), and the row number as Excel shows it."""

    lembar: int
    baris: int


class Tanda(NamedTuple):
    """A remark on a cell: field, title and letter of its column, what it held, what it became, what is suggested."""

    isian: str
    judul: str
    huruf: str
    berat: Berat
    pesan: str
    asal: str = ""
    jadi: str = ""
    usul: str = ""
