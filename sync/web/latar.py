"""Work that goes on behind the pages of one office: renewing it, one at a time, waited for only a moment, its trouble
told later; and what people have begun, which ends before the office closes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event, Lock, Thread
from time import monotonic

Giliran = Callable[[], AbstractContextManager[None]]
"""Waits for the turn of work that nobody waits for, and keeps it meanwhile."""


class Latar:
    """Does ``kerja`` in a thread of its own. Methods may be called from any thread."""

    def __init__(self, nama: str, kerja: Callable[[], None]) -> None:
        """``nama``: the thread's."""
        self._nama, self._kerja = nama, kerja
        self._gate = Lock()
        self._berjalan: Event | None = None
        self._sejak = 0.0
        self._galat: Exception | None = None

    def mulai(self) -> None:
        """Begin, unless it is under way."""
        with self._gate:
            if self._berjalan is None:
                self._berjalan, self._sejak = Event(), monotonic()
                Thread(target=self._kerjakan, args=(self._berjalan,), name=self._nama, daemon=True).start()

    def tunggu(self, sabar: float) -> None:
        """Wait for what is under way, ``sabar`` seconds after its beginning at most."""
        with self._gate:
            berjalan, sampai = self._berjalan, self._sejak + sabar
        if berjalan is not None:
            berjalan.wait(max(0.0, sampai - monotonic()))

    def adukan(self) -> None:
        """Raise, once, what stood in the way of the last work."""
        with self._gate:
            galat, self._galat = self._galat, None
        if galat is not None:
            raise galat

    def _kerjakan(self, selesai: Event) -> None:
        galat: Exception | None = None
        try:
            self._kerja()
        except Exception as exc:  # noqa: BLE001 — told by whoever waits for it
            galat = exc
        with self._gate:
            self._galat, self._berjalan = galat, None
        selesai.set()


class Sambilan:
    """Threads of longer work that read an office's store. Methods may be called from any thread."""

    def __init__(self) -> None:
        self.berhenti = Event()
        """Set when the office closes: work looks at it between its steps, and ends."""
        self._utas: list[Thread] = []

    def mulai(self, nama: str, kerja: Callable[[], None]) -> None:
        """Do ``kerja`` in a thread of its own."""
        utas = Thread(target=kerja, name=nama, daemon=True)
        self._utas = [satu for satu in self._utas if satu.is_alive()] + [utas]
        utas.start()

    def tutup(self, sabar: float) -> None:
        """Tell all work to end, and wait ``sabar`` seconds for it at most."""
        self.berhenti.set()
        sampai = monotonic() + sabar
        for utas in self._utas:
            utas.join(max(0.0, sampai - monotonic()))
