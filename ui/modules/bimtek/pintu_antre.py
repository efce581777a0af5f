"""The queue of the door: what was scanned is written in the order in which it came, one at a time, none left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from sipokat_desktop.kernel.errors import SipokatError
from sipokat_desktop.storage.store import Done
from ui.kit.jobs import Job, Jobs

from . import text_pintu as text

Kerja = Callable[[], Done[object]]


class Tugas(NamedTuple):
    """Something to write, and who hears how it ended: ``usai`` the result, ``gagal`` why nothing was written."""

    kerja: Kerja
    usai: Callable[[Done[object]], object]
    gagal: Callable[[Exception], object]


class _Hasil(NamedTuple):
    """How a piece of work ended: exactly one of both is set."""

    isi: Done[object] | None
    salah: Exception | None


class Antrean(QObject):
    """Writes in the background; ``berubah`` tells that another number of records waits."""

    berubah = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._menunggu: deque[Tugas] = deque()
        self._kini: tuple[Job, Tugas] | None = None

    def __len__(self) -> int:
        return len(self._menunggu) + (self._kini is not None)

    def tambah(self, tugas: Tugas) -> None:
        """Write this after all that waits."""
        self._menunggu.append(tugas)
        self._lanjut()
        self.berubah.emit()

    def habiskan(self) -> None:
        """Write all that waits here and now: the program closes."""
        if self._kini is not None:
            job, tugas = self._kini
            self._kini = None
            if job.future is not None and job.future.cancel():
                self._menunggu.appendleft(tugas)
            elif job.future is not None:
                self._akhiri(tugas, job.future.result())
        while self._menunggu:
            tugas = self._menunggu.popleft()
            self._akhiri(tugas, _jalankan(tugas.kerja))

    def _lanjut(self) -> None:
        if self._kini is None and self._menunggu:
            tugas = self._menunggu.popleft()
            job = self._jobs.run(_jalankan, tugas.kerja, apa=text.MENYIMPAN, done=self._usai, owner=self)
            self._kini = (job, tugas)

    def _usai(self, hasil: _Hasil) -> None:
        if self._kini is None:
            return
        _, tugas = self._kini
        self._kini = None
        self._akhiri(tugas, hasil)
        self._lanjut()
        self.berubah.emit()

    def _akhiri(self, tugas: Tugas, hasil: _Hasil) -> None:
        if hasil.salah is None and hasil.isi is not None:
            tugas.usai(hasil.isi)
            return
        salah = hasil.salah or RuntimeError("no result")
        tugas.gagal(salah)
        if not isinstance(salah, SipokatError):
            self._jobs.bug.emit(salah)


def _jalankan(kerja: Kerja) -> _Hasil:
    """Do the work on any thread; whatever goes wrong comes back, so that the next one is written all the same."""
    try:
        return _Hasil(kerja(), None)
    except Exception as salah:  # noqa: BLE001  the queue must go on; the fault is told by Antrean
        return _Hasil(None, salah)
