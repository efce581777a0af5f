"""A thin scroll bar in the colours of the theme."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from ui.kit import text
from ui.kit.ink import NEVER, TAB_FOCUS, brush, pen, rounded
from ui.kit.theme import Theme, theme_of

_FOLLOWED = "sipokat_follows_focus"


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


class ScrollArea(QScrollArea):
    """Scrolls up and down. The Tab key comes here, with a ring, only where there is something to scroll and nothing
    inside that it comes to: what stands inside scrolls along, and Page Down works from there."""

    berisi = False
    """Whether something inside is known to be reached by the Tab key; to find that out takes Qt's names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(text.GULIR)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        bar = ThinScrollBar(self)
        self.setVerticalScrollBar(bar)
        bar.rangeChanged.connect(self.reconsider)
        self.reconsider()

    def reconsider(self, *_range: int) -> None:
        """Find out anew whether the Tab key must come here; told when what stands inside has changed."""
        bar, isi = self.verticalScrollBar(), self.widget()
        alone = (
            not self.berisi
            and bar.maximum() > bar.minimum()
            and isi is not None
            and not any(map(_by_tab, isi.findChildren(QWidget)))
        )
        self.setProperty("focusPolicy", TAB_FOCUS if alone else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus at the edge."""
        super().paintEvent(event)
        if self.hasFocus():
            theme = theme_of(self)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            kotak = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.strokePath(rounded(kotak, theme.px(6)), pen(theme.color("aksen"), 1.6))
            painter.end()


def _by_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & TAB_FOCUS) and widget.isEnabled() and not widget.isHidden()


def scroll_of(isi: QWidget, parent: QWidget | None = None, *, berisi: bool = False) -> ScrollArea:
    """Return a frameless area that scrolls ``isi`` up and down and lets the ground shine through; ``berisi`` as
    :class:`ScrollArea` knows it."""
    area = ScrollArea(parent)
    area.berisi = berisi
    own_ground(area)
    area.setWidget(isi)
    isi.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def follow_focus(app: QApplication) -> None:
    """From now on scroll whatever gets the keyboard by a key into view, in all areas that it stands in.

    Qt itself asks only the area that the keyboard leaves, so that it would come to something out of sight.
    """
    if not app.property(_FOLLOWED):
        app.setProperty(_FOLLOWED, True)
        app.focusChanged.connect(_follow)


def _follow(_left: QWidget | None, now: QWidget | None) -> None:
    if now is None:
        return
    area = now.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and not QApplication.mouseButtons().value:
            area.ensureWidgetVisible(now)
        area = area.parentWidget()


def reveal(widget: QWidget, *celah: int) -> None:
    """Scroll ``widget`` into view where it stands in an area; ``celah`` is the room left around it (px: x, y)."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, *celah)
