"""Sync in the background: soon after a change, then patiently; the state in words for the status line."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan
from ui.kit.jobs import Jobs
from ui.kit.theme import Role

from . import text
from .port import Office, Status, Summary


class AutoSync(QObject):
    """Runs one sync at a time; ``told`` carries a sentence and its colour, ``finished`` a summary."""

    told = Signal(str, object)
    finished = Signal(object)
    failed = Signal(object)
    stage = Signal(str)

    def __init__(self, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._jobs = office, jobs
        self._failures = 0
        self._stage = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.run)
        self.stage.connect(self._tell_stage)
        self.running = False

    def start(self) -> None:
        """Begin to keep this computer in step with the city."""
        self.tell()
        self._plan(None)

    def soon(self) -> None:
        """A change was saved: send it in a few seconds, and say that it waits."""
        self.tell()
        if not self._failures and not self.running:
            self._plan(None)

    def run(self) -> None:
        """Sync now, unless one is under way or this computer is not enrolled."""
        if self.running or not self._office.store.identity.enrolled:
            return
        self._begin()
        self._jobs.run(
            self._office.sync, self._report, apa=text.SYNC_SEDANG, done=self._done, failed=self._failed, owner=self
        )

    def around(
        self, work: Callable[[Callable[[str, int, int], None]], object], done: Callable[[object], None], said: str
    ) -> None:
        """Run ``work(progress)`` in the place of a sync (the end of the day does more than one)."""
        if self.running:
            return
        self._begin()

        def finish(result: object) -> None:
            self._end()
            done(result)

        def fail(error: Exception) -> None:
            self._end()
            self.failed.emit(error)

        self._jobs.run(work, self._report, apa=said, done=finish, failed=fail, owner=self)

    def tell(self) -> None:
        """Say the present state."""
        self.told.emit(*self._words(self._office.status()))

    def _begin(self) -> None:
        self.running = True
        self._stage = text.SYNC_SEDANG
        self._timer.stop()
        self.tell()

    def _end(self) -> None:
        self.running = False
        self._stage = ""
        self._plan(None)
        self.tell()

    def _report(self, stage: str, done: int, total: int) -> None:
        self.stage.emit(f"{stage} · {done} dari {total}" if total else stage)

    def _tell_stage(self, stage: str) -> None:
        self._stage = stage
        self.told.emit(text.SYNC_SEDANG_TAHAP.format(tahap=stage), Role.AKSEN)

    def _done(self, summary: Summary) -> None:
        self._failures = 0
        self._end()
        self.finished.emit(summary)

    def _failed(self, error: Exception) -> None:
        self._failures += 1
        self.running = False
        self._stage = ""
        self._plan(getattr(error, "retry_after", None))
        self.tell()
        if not isinstance(error, Gangguan):
            self.failed.emit(error)

    def _plan(self, retry_after: int | None) -> None:
        from sync.client.schedule import delay

        waiting = self._office.status().waiting
        seconds = delay(self._failures, waiting=waiting, retry_after=retry_after, random=random.Random())
        self._timer.start(seconds * 1000)

    def _words(self, status: Status) -> tuple[str, Role]:
        if self.running:
            return text.SYNC_SEDANG_TAHAP.format(tahap=self._stage), Role.AKSEN
        if not status.enrolled:
            return text.SYNC_LEPAS, Role.PERHATIAN
        if self._failures:
            menit = round(self._timer.remainingTime() / 60_000)
            kapan = text.DALAM.format(menit=menit) if menit else text.SEBENTAR
            return text.SYNC_GAGAL.format(n=status.waiting, kapan=kapan), Role.PERHATIAN
        if status.waiting:
            return text.SYNC_BARU.format(n=status.waiting), Role.PERHATIAN
        if status.last_sync:
            kapan = tanggal.waktu(status.last_sync, self._office.store.clock())
            return text.SYNC_BERES.format(kapan=kapan), Role.BAIK
        return text.SYNC_KOSONG, Role.PERHATIAN
