"""A ring around something that shows no sign of the keyboard by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.ink import pen, rounded
from ui.kit.theme import theme_of

_TEPI = 3


class Ring(QWidget):
    """Holds one widget, and draws a ring around it while it has the keyboard."""

    def __init__(self, isi: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._isi = isi
        box = QVBoxLayout(self)
        box.setContentsMargins(_TEPI, _TEPI, _TEPI, _TEPI)
        box.addWidget(isi)
        isi.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw anew as the keyboard comes and goes; lets every event pass."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._isi.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            kotak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.strokePath(rounded(kotak, 6), pen(theme_of(self).color("aksen"), 2))
            painter.end()
