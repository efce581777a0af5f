"""Sync in the background: soon after a change, then patiently; the state in words for the status line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan
from ui.kit.jobs import Job, Jobs, Maju
from ui.kit.theme import Role

from . import text
from . import text_henti as kata

if TYPE_CHECKING:
    from .port import Office, Progress, Status, Summary

T = TypeVar("T")
LOOK_MS, IDLE_LOOK_MS = 300, 20_000
"""How often the words are brought up to date while a sync runs, and while none does."""


class AutoSync(QObject):
    """Runs one sync at a time.

    ``told`` carries a sentence and its colour, ``arrived`` rows from the city while photos still travel,
    ``finished`` the summary of a sync, ``ended`` what an end of the day did, ``failed`` what else stands in the way,
    ``stage`` what is being done.
    """

    told = Signal(str, object)
    arrived = Signal(object)
    _came = Signal(object)
    finished = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    stage = Signal(str)

    def __init__(self, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._jobs = office, jobs
        self._failures = 0
        self._stage = ""
        self._more = False
        self._next: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(partial(self.run, sendiri=True))
        self._look = QTimer(self)
        self._look.timeout.connect(self.tell)
        self.stage.connect(self._tell_stage)
        self._came.connect(self.arrived)
        self.running = False
        self._job: Job | None = None

    def start(self) -> None:
        """Begin to keep this computer in step with the city."""
        self.tell()
        self._more = self._office.status().photos > 0
        self._plan(None)

    def stop(self) -> None:
        """Say and plan nothing more: the window closes."""
        self._timer.stop()
        self._look.stop()
        self.stage.disconnect(self._tell_stage)
        self._came.disconnect(self.arrived)

    @property
    def failing(self) -> bool:
        """Whether the last sync did not reach the city."""
        return self._failures > 0

    def soon(self) -> None:
        """A change was saved: send it in a few seconds, and say that it waits."""
        self.tell()
        if not self._failures and not self.running:
            self._plan(None)

    def run(self, *, sendiri: bool = False) -> None:
        """Sync now, unless one is under way or this computer is not enrolled; what the user asked for can be stopped,
        what runs by itself (``sendiri``) from the moment on in which he asks for it too."""
        if self.running and self._job is not None:
            self._job.sendiri = self._job.sendiri and sendiri
        if self.running or not self._office.store.identity.enrolled:
            return
        self._begin()
        self._job = self._jobs.run(
            partial(self._work, partial(self._office.sync, arrived=self._came.emit)), apa=text.SYNC_SEDANG, maju=True,
            sendiri=sendiri, nasib=kata.SINKRON_HENTI, done=self._done, failed=self._failed, batal=self._stopped,
            owner=self,
        )  # fmt: skip

    def end_day(self, work: Callable[[Progress], object]) -> None:
        """Run the end of the day in the place of a sync; while one is under way, right after it."""
        if self.running:
            self._next = lambda: self.end_day(work)
            return
        self._begin()
        self._job = self._jobs.run(
            partial(self._work, work), apa=text.SEDANG_AKHIRI, maju=True, nasib=kata.AKHIRI_HENTI,
            done=self._day_done, failed=self._day_failed, batal=self._day_stopped, owner=self,
        )  # fmt: skip

    def _work(self, work: Callable[[Progress], T], *, maju: Maju) -> T:
        """Run ``work``, elsewhere: it says how far it is, and is stopped where it says so."""

        def report(stage: str, done: int, total: int) -> None:
            self.stage.emit(text.TAHAP.format(tahap=stage, n=done, semua=total) if total else stage)
            maju.periksa()

        return work(report)

    def tell(self) -> None:
        """Say the present state."""
        self.told.emit(*self._words(self._office.status()))

    def _begin(self) -> None:
        self.running = True
        self._stage = ""
        self._timer.stop()
        self._look.start(LOOK_MS)
        self.tell()

    def _end(self, retry_after: int | None = None, *, rest: bool = False) -> None:
        self.running, self._job = False, None
        self._look.start(IDLE_LOOK_MS)
        self._plan(retry_after, rest=rest)
        self.tell()

    def _go_on(self) -> None:
        after, self._next = self._next, None
        if after:
            after()

    def _tell_stage(self, stage: str) -> None:
        self._stage = stage
        self.tell()

    def _done(self, summary: Summary) -> None:
        self._failures = 0
        self._more = bool(summary.photos and summary.photos.more)
        self._end()
        self.finished.emit(summary)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self._failures += 1
        self._end(getattr(error, "retry_after", None))
        if not isinstance(error, Gangguan):
            self.failed.emit(error)
        self._go_on()

    def _day_done(self, day: object) -> None:
        summary: Summary | None = getattr(day, "summary", None)
        self._failures = 0 if summary else self._failures + 1
        self._more = bool(summary and summary.photos and summary.photos.more)
        self._end()
        if summary:
            self.finished.emit(summary)
        self.ended.emit(day)

    def _stopped(self) -> None:
        """The user stopped it: what waits goes with the next sync, which is not at once."""
        self._more = False
        self._end(rest=True)
        self._go_on()

    def _day_stopped(self) -> None:
        self._stopped()
        self.ended.emit(None)

    def _day_failed(self, error: Exception) -> None:
        self._end()
        self.ended.emit(None)
        self.failed.emit(error)

    def _plan(self, retry_after: int | None, *, rest: bool = False) -> None:
        import random

        from sync.client.schedule import delay

        waiting = 0 if rest else self._office.status().waiting + self._more
        seconds = delay(self._failures, waiting=waiting, retry_after=retry_after, random=random.Random())
        self._timer.start(seconds * 1000)

    def _words(self, status: Status) -> tuple[str, Role]:
        if self.running:
            kirim = text.SYNC_TERKIRIM.format(n=status.sent) if status.sent else text.SYNC_SEDANG
            return text.SYNC_SEDANG_TAHAP.format(tahap=self._stage or kirim), Role.AKSEN
        if not status.enrolled:
            return text.SYNC_LEPAS, Role.PERHATIAN
        if self._failures:
            return self._words_of_failure(status), Role.PERHATIAN
        if status.waiting:
            return text.SYNC_BARU.format(n=status.waiting), Role.PERHATIAN
        if status.photos:
            return text.SYNC_FOTO.format(n=status.photos), Role.PERHATIAN
        if status.last_sync:
            kapan = tanggal.waktu(status.last_sync, self._office.store.clock())
            return text.SYNC_BERES.format(kapan=kapan), Role.BAIK
        return text.SYNC_KOSONG, Role.PERHATIAN

    def _words_of_failure(self, status: Status) -> str:
        menit = round(self._timer.remainingTime() / 60_000)
        kapan = text.DALAM.format(menit=menit) if menit else text.SEBENTAR
        if status.sent:
            return text.SYNC_GAGAL_TERKIRIM.format(n=status.waiting, kapan=kapan)
        return (text.SYNC_GAGAL if status.waiting else text.SYNC_PUTUS).format(n=status.waiting, kapan=kapan)
