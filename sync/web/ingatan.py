"""Answers that are remembered until something new comes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")
PALING_BANYAK = 100


class Ingatan:
    """The latest answers of one version of the data; of another version nothing is remembered. Any thread may ask."""

    def __init__(self) -> None:
        self._gate = Lock()
        self._isi, self._versi = OrderedDict[Hashable, object](), tuple[str, ...]()

    def ambil(self, versi: tuple[str, ...], kunci: Hashable, hitung: Callable[[], T]) -> T:
        """Return the answer ``kunci`` of this version, found by ``hitung`` where it is not remembered."""
        with self._gate:
            if versi != self._versi:
                self._isi, self._versi = OrderedDict(), versi
            isi = self._isi
            if kunci in isi:
                isi.move_to_end(kunci)
                return cast(T, isi[kunci])
        nilai = hitung()
        with self._gate:
            isi[kunci] = nilai
            if len(isi) > PALING_BANYAK:
                isi.popitem(last=False)
        return nilai
