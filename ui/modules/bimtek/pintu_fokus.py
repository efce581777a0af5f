"""Keeps the keyboard at the line of the door: another window of this program may open, but no key goes there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_KUNCI = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class PenjagaFokus(QObject):
    """Watches while the door is open. ``di_sini`` tells whether the keyboard is in this program: where another
    program took it, only a person can bring it back."""

    di_sini = Signal(bool)

    def __init__(self, jendela: QWidget, isian: QWidget) -> None:
        super().__init__(jendela)
        self._jendela, self._isian = jendela, isian
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._jendela_berganti)
        app.focusChanged.connect(self._widget_berganti)

    def pindah(self, isian: QWidget) -> None:
        """Keep the keyboard at another line from now on."""
        self._isian = isian
        self.ambil()

    def lepas(self) -> None:
        """Watch no longer."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.disconnect(self._jendela_berganti)
        app.focusChanged.disconnect(self._widget_berganti)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def ambil(self) -> None:
        """Take the keyboard back to the line, and the window over what came before it."""
        if self._jendela.isVisible():
            self._jendela.raise_()
            self._jendela.activateWindow()
            self._isian.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give the line every key that was meant for another window of this program."""
        if event.type() in _KUNCI and isinstance(event, QKeyEvent):
            QCoreApplication.sendEvent(self._isian, event)
            return True
        return False

    def _jendela_berganti(self, window: QWindow | None) -> None:
        sendiri = self._jendela.windowHandle()
        self.di_sini.emit(window is not None)
        if window is not None and window is not sendiri:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            QTimer.singleShot(0, self, self.ambil)

    def _widget_berganti(self, _lama: QWidget | None, baru: QWidget | None) -> None:
        if baru is not None and baru is not self._isian and baru.window() is self._jendela:
            self._isian.setFocus()
