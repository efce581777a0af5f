"""Quiet notices of what concerns the user: a decision came from the city, the city is long away, a backup is due."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QMainWindow

from ui.kit.buttons import Aksi

from . import text_kabar as text
from .frame import DECISIONS, SETTINGS, SYNC

if TYPE_CHECKING:
    from ui.kit.messagebar import MessageBar

    from .autosync import AutoSync
    from .port import Office

WANTED = "kabar"
"""The setting that switches notices off ("0")."""
LOOK_MS = 600_000
DAY_MS = 24 * 3_600_000
BACKUP_MS = 2 * DAY_MS


class Kind(Enum):
    """What a notice is about: its words, and the page that it leads to."""

    DECISION = (text.KEPUTUSAN, DECISIONS)
    SYNC = (text.SINKRON, SYNC)
    BACKUP = (text.CADANGAN, SETTINGS)

    @property
    def kept(self) -> str:
        """The setting that says when it was told last."""
        return f"kabar_{self.name.lower()}"


class Corner(Protocol):
    """The corner of the screen where the desktop shows notices."""

    clicked: SignalInstance

    def show(self, words: str) -> None: ...
    def hide(self) -> None: ...


def wanted(office: Office) -> bool:
    """Tell whether this computer shows notices."""
    return office.store.setting(WANTED, "1") == "1"


class Notices(QObject):
    """Tells each thing at most once a day: in the message bar while the window is in front, else in the corner of the
    screen; where the desktop has none (``corner`` returns None), in the message bar too."""

    def __init__(
        self, office: Office, sync: AutoSync, window: QMainWindow, messages: MessageBar, go: Callable[[str], object],
        entered: Callable[[], bool], corner: Callable[[QObject], Corner | None] | None = None,
    ) -> None:  # fmt: skip
        """``go`` opens a page, once somebody has ``entered``: nothing is told before."""
        super().__init__(window)
        self._entered = entered
        self._office, self._sync, self._window, self._messages, self._go = office, sync, window, messages, go
        self._make = corner or _corner
        self._corner: Corner | None = None
        self._page = ""
        self._decisions = 0
        QTimer.singleShot(0, self, self._count)
        sync.finished.connect(lambda _summary: self._decided())
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell what has gone on for too long."""
        status, now = self._office.status(), self._office.store.clock()
        if status.enrolled and self._sync.failing and status.last_sync and now - status.last_sync > DAY_MS:
            self._tell_once_a_day(Kind.SYNC, now)
        if status.last_backup and now - status.last_backup > BACKUP_MS and self._office.safety.due():
            self._tell_once_a_day(Kind.BACKUP, now)

    def _count(self) -> None:
        if self._window.isVisible():
            self._decisions = len(self._office.status().decisions)

    def _decided(self) -> None:
        before = self._decisions
        self._count()
        if self._decisions > before:
            self._tell(Kind.DECISION)

    def _tell_once_a_day(self, kind: Kind, now: int) -> None:
        store = self._office.store
        if now - int(store.setting(kind.kept, "0")) > DAY_MS and self._tell(kind):
            store.set_setting(kind.kept, str(now))

    def _tell(self, kind: Kind) -> bool:
        words, page = kind.value
        if not (wanted(self._office) and self._entered()):
            return False
        in_front = self._window.isActiveWindow()
        if not in_front and self._corner is None:
            self._corner = self._make(self)
            if self._corner is not None:
                self._corner.clicked.connect(self._open)
        if not in_front and self._corner is not None:
            self._page = page
            self._corner.show(words)
        elif self._messages.isHidden():
            self._messages.perhatian(words, Aksi(text.BUKA, lambda: self._go(page)))
        else:
            return False
        return True

    def _open(self) -> None:
        """Bring the window to the front, on the page that the notice is about."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        if self._corner is not None:
            self._corner.hide()
        if self._page:
            self._go(self._page)


def _corner(parent: QObject) -> Corner | None:
    from .tray import Tray

    return Tray.make(parent)
