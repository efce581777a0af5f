"""The corner of the screen: an icon that is there only while it has something to say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui.kit.icons import Icons
from ui.kit.theme import theme_of

from . import text


class Tray(QObject):
    """``clicked`` when the notice or its icon is pressed."""

    clicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(Icons().icon("sipokat", theme_of().color("aksen"), 32), self)
        self._icon.setToolTip(text.APP)
        self._icon.messageClicked.connect(self.clicked)
        self._icon.activated.connect(lambda _reason: self.clicked.emit())

    @classmethod
    def make(cls, parent: QObject) -> Tray | None:
        """Return the corner, None where the desktop has none."""
        return cls(parent) if QSystemTrayIcon.isSystemTrayAvailable() else None

    def show(self, words: str) -> None:
        """Say one sentence."""
        self._icon.show()
        self._icon.showMessage(text.APP, words, self._icon.icon())

    def hide(self) -> None:
        """Leave the corner."""
        self._icon.hide()
