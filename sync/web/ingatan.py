"""Answers that are remembered until something new comes, or until a newer one is there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import nullcontext
from threading import Lock
from typing import NamedTuple, TypeVar, cast

from .latar import Giliran, Latar

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


class Keadaan(NamedTuple):
    """What an answer was found from: ``tetap`` must be so for it to be shown at all, ``versi`` for it to be the last
    word."""

    tetap: Hashable
    versi: Hashable


class Lalu:
    """One long answer. Where only ``versi`` has gone on, it is found anew behind the page, and the last one is shown
    until then. Methods may be called from any thread."""

    def __init__(self, nama: str, selesai: Callable[[], None], giliran: Giliran = nullcontext) -> None:
        """``nama`` is that of the thread behind the page, which works in its turn (``giliran``) and calls ``selesai``
        at its end."""
        self._selesai, self._giliran = selesai, giliran
        self._ada: tuple[Keadaan, object] | None = None
        self._cara: Callable[[], tuple[Keadaan, object]] | None = None
        self._latar = Latar(nama, self._di_belakang)

    def ambil(self, keadaan: Callable[[], Keadaan], hitung: Callable[[], T], sabar: float | None) -> T:
        """Return the answer, waiting ``sabar`` seconds at most where one of a moment ago may do (None: it may not).

        ``keadaan`` and ``hitung`` are asked here or behind the page. Raises what stood in the way of finding it there.
        """
        self._latar.adukan()
        kini, ada = keadaan(), self._ada
        if ada is not None and ada[0] == kini:
            return cast(T, ada[1])
        self._cara = lambda: (keadaan(), hitung())
        if ada is None or sabar is None or ada[0].tetap != kini.tetap:
            self._ada = dapat = keadaan(), hitung()
            return dapat[1]
        self._latar.mulai()
        self._latar.tunggu(sabar)
        lagi = self._ada or ada
        return cast(T, (lagi if lagi[0].tetap == kini.tetap else ada)[1])

    def tutup(self, sabar: float) -> None:
        """Wait for what is being found, ``sabar`` seconds after its beginning at most."""
        self._latar.tunggu(sabar)

    def _di_belakang(self) -> None:
        assert self._cara is not None
        try:
            with self._giliran():
                self._ada = self._cara()
        finally:
            self._selesai()
