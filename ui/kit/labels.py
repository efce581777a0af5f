"""Words on the page: labels in the six styles of the look, one-sentence notices, state dots."""

from __future__ import annotations

from enum import Enum

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit.ink import PLAIN_TEXT
from ui.kit.marks import Mark, paint_mark
from ui.kit.speak import speak
from ui.kit.theme import Role, Theme, theme_of


class Gaya(Enum):
    """A style of text: size in px at scale 1.0, weight, and the colour role it has by itself."""

    JUDUL = (20, 700, Role.TEKS)
    SUBJUDUL = (15, 600, Role.TEKS)
    ISI = (14, 400, Role.TEKS)
    TEBAL = (14, 600, Role.TEKS)
    KECIL = (13, 400, Role.REDUP)
    ANGKA = (24, 700, Role.TEKS)


MARK_OF = {
    Role.BAIK: Mark.CENTANG,
    Role.PERHATIAN: Mark.AWAS,
    Role.SALAH: Mark.SALAH,
    Role.AKSEN: Mark.INFO,
    Role.TEKS: Mark.INFO,
    Role.REDUP: Mark.INFO,
}


def set_shown(widget: QWidget, tampak: bool) -> None:
    """Show or hide a part of a page; one without a parent yet appears with its parent, not as a window."""
    if tampak and widget.isWindow():
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(tampak)


def literal(teks: str) -> str:
    """Return ``teks`` for a tool tip, which would take markup in it for markup."""
    from html import escape

    return f"<qt>{escape(teks)}</qt>"


class Label(QLabel):
    """Plain text (never markup) in one of the styles.

    ``lipat`` wraps it into a paragraph; ``potong`` lets a narrow place cut it with "…" and a tool tip.
    """

    def __init__(
        self,
        teks: str = "",
        gaya: Gaya = Gaya.ISI,
        *,
        role: Role | None = None,
        lipat: bool = False,
        potong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(teks, parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self._gaya = gaya
        self._role = role or gaya.value[2]
        self._potong = potong
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setWordWrap(lipat)
        self.retheme(theme_of(self))

    @property
    def boleh_potong(self) -> bool:
        """Whether the words may be cut, the whole of them then in a tool tip."""
        return self._potong

    def set_role(self, role: Role) -> None:
        """Change the colour role of the text."""
        if role is not self._role:
            self._role = role
            self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        ukuran, tebal, _ = self._gaya.value
        self.setFont(theme.font(ukuran, tebal=tebal))
        self._terkecil = theme.px(13)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._role))
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """Return a few letters' width when the text may be cut; one line of a paragraph.

        How high a paragraph really is, only its width tells: a layout asks for that by itself.
        """
        least = super().minimumSizeHint()
        if self.wordWrap():
            return QSize(least.width(), self.fontMetrics().height())
        return QSize(min(least.width(), least.height() * 3), least.height()) if self._potong else least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; where it may be cut and does not fit, smaller, and only then with "…"."""
        teks = self.text()
        if not self._potong or self.fontMetrics().horizontalAdvance(teks) <= self.width():
            super().paintEvent(event)
            return
        self.setToolTip(literal(teks))
        painter = QPainter(self)
        huruf = self.font()
        huruf.setPixelSize(max(self._terkecil, round(huruf.pixelSize() * 0.85)))
        painter.setFont(huruf)
        muat = painter.fontMetrics().elidedText(teks, QtCore.Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | QtCore.Qt.AlignmentFlag.AlignVCenter, muat)
        painter.end()


class MarkBox(QWidget):
    """One sign of the size of the text beside it; with ``di_atas`` beside the first line of a text that wraps."""

    def __init__(
        self, mark: Mark, role: Role, parent: QWidget | None = None, ukuran: float = 14, *, di_atas: bool = False
    ) -> None:
        super().__init__(parent)
        self._mark, self._role, self._ukuran, self._di_atas = mark, role, ukuran, di_atas
        self.retheme(theme_of(self))

    def set(self, mark: Mark, role: Role) -> None:
        """Show another sign or colour."""
        self._mark, self._role = mark, role
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        sisi = theme.px(self._ukuran)
        self.setFixedWidth(sisi)
        if self._di_atas:
            self.setMinimumHeight(theme.px(20))
        else:
            self.setFixedHeight(theme.px(20))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign at the height of the first line of text."""
        sisi = self.width()
        kotak = QRectF(0, (self._theme.px(20) - sisi) / 2, sisi, sisi)
        painter = QPainter(self)
        paint_mark(painter, self._mark, kotak, self._theme.color(self._role))
        painter.end()


class _Marked(QWidget):
    """A sign and a text in one line; the sign stands at the height of the first line of text."""

    def __init__(self, teks: str, role: Role, mark: Mark, label: Label, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._mark, self._role, self._label = mark, role, label
        self._line = QHBoxLayout(self)
        self._line.addWidget(label)
        label.setText(teks)
        self.retheme(theme_of(self))

    def teks(self) -> str:
        """Return the words shown."""
        return self._label.text()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self._sisi = theme.px(12 if self._mark is Mark.TITIK else 15)
        self._line.setContentsMargins(self._sisi + theme.px(7), 0, 0, 0)
        self.setMinimumHeight(theme.px(20))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        label = self._label
        tinggi = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
        y = (self.height() - tinggi + label.fontMetrics().height() - self._sisi) / 2
        painter = QPainter(self)
        warna = self._theme.color(self._role)
        paint_mark(painter, self._mark, QRectF(0, y, self._sisi, self._sisi), warna)
        painter.end()


class Notice(_Marked):
    """A sentence that asks for attention, with a sign, in the colour of its role; empty text hides it."""

    def __init__(self, teks: str = "", role: Role = Role.PERHATIAN, parent: QWidget | None = None) -> None:
        super().__init__(teks, role, MARK_OF[role], Label("", Gaya.TEBAL, lipat=True), parent)
        self.set(teks, role)

    def set(self, teks: str, role: Role = Role.PERHATIAN) -> None:
        """Show another sentence; an empty one hides the line."""
        self._label.setText(teks)
        self._label.set_role(role)
        self._mark, self._role = MARK_OF[role], role
        self.update()
        set_shown(self, bool(teks))


class StatusDot(_Marked):
    """A coloured dot and the words that say the same."""

    def __init__(self, teks: str = "", role: Role = Role.BAIK, parent: QWidget | None = None) -> None:
        super().__init__(teks, role, Mark.TITIK, Label("", potong=True), parent)

    def set(self, teks: str, role: Role) -> None:
        """Show another state, and say it to those who listen."""
        if teks != self._label.text():
            speak(self, teks)
        self._label.setText(teks)
        self._role = role
        self.update()
