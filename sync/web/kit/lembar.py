"""Long lists, a page of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from .kunjungan import Kunjungan

T = TypeVar("T")
SELEMBAR = 25


class Lembar(NamedTuple, Generic[T]):
    """A page of a list: its rows, which page of how many, and how many rows there are in all."""

    isi: Sequence[T]
    ke: int
    banyak: int
    n: int


def lembar(k: Kunjungan, semua: Sequence[T], selembar: int = SELEMBAR) -> Lembar[T]:
    """Return the page of ``semua`` that the query ``hal`` asks for, the nearest there is."""
    banyak = max(1, -(-len(semua) // selembar))
    teks = k.tanya("hal", "1")
    ke = min(max(int(teks), 1), banyak) if teks.isascii() and teks.isdigit() and len(teks) < 7 else 1
    return Lembar(semua[(ke - 1) * selembar : ke * selembar], ke, banyak, len(semua))
