"""What makes a card a button: unseen, over all of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.kit.ink import focus_by_tab


class TombolKartu(QAbstractButton):
    """Lies over a card and is not seen: what Tab reaches and what a screen reader calls a button."""

    def __init__(self, kartu: QWidget, fokus: Callable[[], object]) -> None:
        super().__init__(kartu)
        self._fokus = fokus
        focus_by_tab(self)
        self.setAccessibleName(kartu.accessibleName())
        self.setGeometry(kartu.rect())
        self.show()
        QWidget.setTabOrder(kartu, self)
        kartu.setFocusProxy(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card paints itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click as Space is."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is the card's."""
        super().focusInEvent(event)
        self._fokus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._fokus()
