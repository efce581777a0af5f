"""The backup of the day, made by itself in the first quiet moment; the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sipokat_desktop.kernel.errors import Gangguan
from ui.kit.jobs import Jobs
from ui.kit.messagebar import MessageBar

from . import text

if TYPE_CHECKING:
    from .port import Office

FIRST_LOOK_MS, LOOK_MS = 30_000, 300_000
"""After the window was opened, and from then on: a moment in which nothing else is done is waited for."""
AGAIN_AFTER = 12
"""Looks until one that failed is tried again: an hour."""


class AutoBackup(QObject):
    """Looks now and then whether a backup is due. Says in ``messages`` why there is none (once until one is made), or
    that the second place is away; ``made`` is called after each."""

    def __init__(self, office: Office, jobs: Jobs, messages: MessageBar, made: Callable[[], object]) -> None:
        super().__init__(jobs)
        self._office, self._jobs, self._messages, self._made = office, jobs, messages, made
        self._wait, self._told = 0, False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        jobs.menutup.connect(self._timer.stop)

    def check(self) -> None:
        """Say what is wrong with the disk or the clock, where nothing else is said."""
        warnings = self._office.safety.warnings()
        if warnings and self._messages.isHidden():
            self._messages.perhatian(" ".join(warnings))

    def start(self) -> None:
        """Begin to look."""
        self._timer.start(FIRST_LOOK_MS)

    def look(self) -> None:
        """Make a backup if one is due and nothing else is under way."""
        self._wait -= 1
        if self._wait > 0 or self._jobs.sedang or not self._office.safety.due():
            return
        self._timer.setInterval(LOOK_MS)
        backup = self._office.safety.backup
        self._jobs.run(
            backup, apa=text.CAD_SEDANG, maju=True, sendiri=True, done=self._done, failed=self._failed, owner=self
        )

    def _done(self, _path: Path) -> None:
        self._told = False
        place = self._office.safety.second_place()
        if place.trouble and self._messages.isHidden():
            self._messages.perhatian(place.trouble)
        self._made()

    def _failed(self, error: Exception) -> None:
        self._wait = AGAIN_AFTER
        if not self._told and isinstance(error, Gangguan):
            self._told = True
            self._messages.gangguan(error)
