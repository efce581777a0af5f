"""One piece of work of a sheet at a time, with its progress and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from ui.kit import text
from ui.kit.dialog import Sheet
from ui.kit.jobs import Job, Jobs, Maju
from ui.kit.tunggu import Tunggu

T = TypeVar("T")
_TAMPAK_MS = 400
"""Work shorter than this shows nothing."""


class Pekerja(QObject):
    """Runs one piece of work of a sheet; where it takes longer, ``tampil`` is called to show ``tunggu``."""

    def __init__(self, sheet: Sheet, jobs: Jobs, tunggu: Tunggu, tampil: Callable[[], object]) -> None:
        super().__init__(sheet)
        self._sheet, self._jobs, self._tunggu = sheet, jobs, tunggu
        self._job: Job | None = None
        self._maju: Maju | None = None
        self._lambat = QTimer(self, interval=_TAMPAK_MS, singleShot=True)
        self._lambat.timeout.connect(tampil)

    def kerja(
        self, fn: Callable[..., T], apa: str, aman: str, done: Callable[[T], object], *,
        gagal: Callable[[Exception], object], batal: Callable[[], object],
    ) -> None:  # fmt: skip
        """Run ``fn`` with ``maju``; ``aman`` says meanwhile what happens to the data. What ran before is dropped."""
        if self._job is not None:
            self._job.cancel()
        job: Job | None = None

        def selesai(lanjut: Callable[..., object], *hasil: object) -> None:
            if self._job is job:
                self.usai()
                lanjut(*hasil)

        job = self._job = self._jobs.run(
            fn, apa=apa, maju=True, done=partial(selesai, done), failed=partial(selesai, gagal),
            batal=partial(selesai, batal), owner=self._sheet,
        )  # fmt: skip
        self.menunggu(apa, aman, job.maju)

    def menunggu(self, apa: str, aman: str, maju: Maju | None) -> None:
        """Show how far ``maju`` is; the second button stops it."""
        self._maju = maju
        self._sheet.sibuk(True)
        self._sheet.mundur(lambda: True, self.hentikan, text.HENTIKAN)
        self._tunggu.mulai(apa, lambda: maju.hitungan if maju else None, aman)
        self._lambat.start()

    def usai(self) -> None:
        """The work has ended."""
        self._lambat.stop()
        self._tunggu.berhenti()
        self._job = self._maju = None

    def hentikan(self) -> None:
        """Ask the work to stop."""
        if self._maju is not None:
            self._maju.hentikan()
