"""The lock of the screen: after some minutes without a key or a mouse, or at once; nothing can be read then, and
everything that was open comes back as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from sipokat_desktop.storage.store import Store

SETTING, DEFAULT = "kunci_layar_menit", "5"
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
    }
)  # fmt: skip


def minutes(store: Store) -> int:
    """Return after how many idle minutes the screen is locked."""
    kept = store.setting(SETTING, DEFAULT)
    return int(kept) if kept.isdigit() and int(kept) else int(DEFAULT)


class Lock(QObject):
    """Watches the windows of this program; ``due`` comes when nobody has touched them for long enough."""

    due = Signal()

    def __init__(self, window: QWidget, minutes: Callable[[], int]) -> None:
        """``minutes`` is asked anew whenever the wait begins: it is a setting."""
        super().__init__(window)
        self._window, self._minutes = window, minutes
        self.on = False
        self._cover: QWidget | None = None
        self._away: list[QWidget] = []
        self._focus: QWidget | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)

    def start(self) -> None:
        """Begin to watch: called once somebody works here."""
        self._watch(self._window.windowHandle())
        self.touched()

    def touched(self) -> None:
        """Begin to wait anew."""
        self._timer.start(self._minutes() * 60_000)

    @property
    def left(self) -> int:
        """What is left of the wait, in ms; -1 while nothing is waited for."""
        return self._timer.remainingTime()

    def close(self, cover: QWidget) -> None:
        """Put away every other window of the program; the main one shows ``cover``, whose own windows stay."""
        self.on, self._cover = True, cover
        self._timer.stop()
        self._focus = QApplication.focusWidget()
        self._put_away()

    def open(self) -> None:
        """Bring back what was put away, and the cursor to where it was."""
        self.on, self._cover = False, None
        for one in self._away:
            if isValid(one):
                one.show()
        self._away.clear()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._focus = None
        self.touched()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice keys and mouse; every event passes."""
        if event.type() in _INPUT and not self.on:
            self.touched()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            if self.on:
                QTimer.singleShot(0, self, self._put_away)

    def _put_away(self) -> None:
        if not self.on:
            return
        for one in QApplication.topLevelWidgets():
            if one is self._window or not one.isVisible() or self._of_cover(one):
                continue
            one.hide()
            if isinstance(one, QDialog):
                one.finished.connect(lambda _code, one=one: self._forget(one))
            if one.windowType() in (Qt.WindowType.Dialog, Qt.WindowType.Window, Qt.WindowType.Sheet):
                self._away.append(one)
            self._window.activateWindow()

    def _of_cover(self, one: QWidget | None) -> bool:
        while one is not None and one is not self._cover:
            one = one.parentWidget()
        return one is not None

    def _forget(self, one: QWidget) -> None:
        """What was done with while the screen was locked does not come back."""
        self._away = [other for other in self._away if other is not one]
