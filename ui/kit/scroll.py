"""A thin scroll bar in the colours of the theme."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from ui.kit.ink import NEVER, brush, rounded
from ui.kit.theme import Theme, theme_of


class ThinScrollBar(QScrollBar):
    """A rounded handle on the ground it stands on; no arrows."""

    def __init__(self, parent: QWidget | None = None, *, lying: bool = False) -> None:
        super().__init__(parent=parent)
        self._lying = lying
        if lying:
            self.setOrientation(QtCore.Qt.Orientation.Horizontal)
        self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that is easy to grab."""
        tebal = self._theme.px(12)
        return QSize(tebal, tebal * 4) if not self._lying else QSize(tebal * 4, tebal)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw only the handle."""
        if self.maximum() <= self.minimum():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # five ms that a first paint does without

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        x, y = (2, 3) if self._lying else (3, 2)
        kotak = QRectF(handle).adjusted(x, y, -x, -y)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bulat = min(kotak.width(), kotak.height()) / 2
        painter.fillPath(rounded(kotak, bulat), brush(self._theme.color("garis_tombol")))
        painter.end()


def own_ground(area: QAbstractScrollArea, ground: QPalette.ColorRole = QPalette.ColorRole.Base) -> None:
    """Give ``area`` a viewport made here, filled with ``ground``.

    The one that Qt makes is a stranger to PySide: asking for it loads every widget class there is, to find out
    which of them it might be (10 ms and 2 MB before the first paint).
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(ground)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def scroll_of(isi: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a frameless area that scrolls ``isi`` up and down and lets the ground shine through."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", NEVER)
    area.setVerticalScrollBar(ThinScrollBar(area))
    own_ground(area)
    area.setWidget(isi)
    isi.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def reveal(widget: QWidget, *celah: int) -> None:
    """Scroll ``widget`` into view where it stands in an area; ``celah`` is the room left around it (px: x, y)."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, *celah)
