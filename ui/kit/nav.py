"""Navigation at the left: pages in words, or as icons when the window is narrow; badges, keys, Alt+digit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, QRectF, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QSizePolicy, QStylePainter, QWidget

from ui.kit import text
from ui.kit.icons import Icons
from ui.kit.ink import focus_by_tab
from ui.kit.nav_paint import NavItem, NavPen
from ui.kit.theme import Theme, theme_of

__all__ = ["NavItem", "NavList"]

LEBAR_PENUH = 212
LEBAR_IKON = 64
BATAS_JENDELA = 1200
TOMBOL = "1234567890-="
"""The keys that go to the pages with Alt, from left to right on the keyboard as the pages stand from above."""
_ATAS = 78
_JARAK = 41


class NavList(QWidget):
    """The list of pages; ``dipilih`` carries the key of the page that the user goes to."""

    dipilih = Signal(str)

    def __init__(
        self,
        judul: str,
        sub: str,
        items: Sequence[NavItem],
        *,
        icons: Icons | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._judul, self._sub = judul, sub
        self._items = sorted(items, key=lambda item: item.bawah)
        self._icons = icons or Icons()
        self._badges: dict[str, int] = {}
        self._now = self._items[0].kunci if self._items else ""
        self._over, self._jendela = -1, 0
        self._ring = self._ringkas = False
        focus_by_tab(self)
        self.setMouseTracking(True)
        self._say()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._attach_shortcuts()
        self.retheme(theme_of(self))

    def _attach_shortcuts(self) -> None:
        for tombol, item in zip(TOMBOL, (i for i in self._items if not i.bawah), strict=False):
            QShortcut(QKeySequence(f"Alt+{tombol}"), self, partial(self._go, item.kunci))
        for item in self._items:
            if item.shortcut:
                QShortcut(QKeySequence(item.shortcut), self, partial(self._go, item.kunci))

    @property
    def terpilih(self) -> str:
        """Key of the page shown as the present one."""
        return self._now

    @property
    def ringkas(self) -> bool:
        """Whether only icons are shown."""
        return self._ringkas

    def pilih(self, kunci: str) -> None:
        """Show ``kunci`` as the present page, without a signal."""
        self._now = kunci
        self._say()
        self.update()

    def _say(self) -> None:
        """Let those who listen hear which page is the present one, and what waits there."""
        kata, jumlah = next((i.teks for i in self._items if i.kunci == self._now), ""), self._badges.get(self._now, 0)
        if jumlah:
            kata = text.NAVIGASI_MENUNGGU.format(halaman=kata, n=jumlah)
        self.setAccessibleName(text.NAVIGASI_KINI.format(halaman=kata))

    def set_badge(self, kunci: str, jumlah: int) -> None:
        """Show how many things wait on a page; 0 takes the number away."""
        self._badges[kunci] = jumlah
        self._say()
        self.update()

    def set_ringkas(self, ringkas: bool) -> None:
        """Show icons only, or icons' words again."""
        self._ringkas = ringkas
        self.setFixedWidth(self._theme.px(LEBAR_IKON if ringkas else LEBAR_PENUH))
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.fit(self._jendela)

    def fit(self, jendela: int) -> None:
        """Show icons only in a window that is ``jendela`` px wide and so too narrow for words; told at each resize."""
        self._jendela = jendela
        self.set_ringkas(0 < jendela < self._theme.px(BATAS_JENDELA))

    def _go(self, kunci: str) -> None:
        self.pilih(kunci)
        self.dipilih.emit(kunci)

    def box_of(self, kunci: str) -> QRectF:
        """Return where the entry ``kunci`` is drawn, in px of this widget."""
        return self._box([item.kunci for item in self._items].index(kunci))

    def _box(self, i: int) -> QRectF:
        t = self._theme
        atas = t.px(56 if self._ringkas else _ATAS)
        ruang = (self.height() - atas - t.px(12)) / max(1, len(self._items))
        jarak = min(float(t.px(_JARAK)), ruang)
        kaki = self.height() - t.px(9) - jarak * len(self._items)
        y = (kaki if self._items[i].bawah else atas) + jarak * i
        tepi = t.px(8 if self._ringkas else 12)
        return QRectF(tepi, y, self.width() - 2 * tepi, jarak - t.px(3))

    def _at(self, titik: QPoint) -> int:
        return next((i for i in range(len(self._items)) if self._box(i).contains(titik)), -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard comes here, not when the window merely opens."""
        keys = (QtCore.Qt.FocusReason.TabFocusReason, QtCore.Qt.FocusReason.BacktabFocusReason)
        self._ring = event.reason() in keys
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lighten the entry under the pointer; an icon says its words when the pointer rests on it."""
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Forget the entry under the pointer."""
        self._hover(-1)

    def _hover(self, over: int) -> None:
        if over != self._over:
            self._over = over
            self.setToolTip(self._items[over].teks if self._ringkas and over >= 0 else "")
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page that is pressed."""
        i = self._at(event.position().toPoint())
        if i >= 0 and event.button() is QtCore.Qt.MouseButton.LeftButton:
            self._go(self._items[i].kunci)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Home and End go to the page before, after, first, last."""
        kunci = [item.kunci for item in self._items]
        now = kunci.index(self._now) if self._now in kunci else 0
        match event.key():
            case QtCore.Qt.Key.Key_Up:
                to = max(0, now - 1)
            case QtCore.Qt.Key.Key_Down:
                to = min(len(kunci) - 1, now + 1)
            case QtCore.Qt.Key.Key_Home:
                to = 0
            case QtCore.Qt.Key.Key_End:
                to = len(kunci) - 1
            case _:
                super().keyPressEvent(event)
                return
        self._go(kunci[to])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head, entries and the line towards the page."""
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = NavPen(painter, self._theme, self._icons, self._ringkas)
        pen.ground(self.width(), self.height())
        pen.head(self.width(), self._judul, self._sub)
        for i, item in enumerate(self._items):
            kini = item.kunci == self._now
            pen.entry_ground(self._box(i), kini=kini, sorot=i == self._over, ring=kini and self._ring)
            pen.entry(self._box(i), item, kini=kini, jumlah=self._badges.get(item.kunci, 0))
        painter.end()
