"""The search field of a page: a magnifier, every key reported at once, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit import text
from ui.kit.marks import Mark, paint_mark
from ui.kit.theme import Role, Theme, theme_of

_KEYS_OF_TABLE = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class Box(QLineEdit):
    """A line edit with the rounded frame of the look; red when ``salah``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self._salah = self._miring = False
        self._kiri = 10
        self.retheme(theme_of(self))

    def set_salah(self, salah: bool) -> None:
        """Frame the field in red, or no longer."""
        self._salah = salah
        self.update()

    def miring(self) -> None:
        """Slant the example, where it could be taken for what was typed."""
        self._miring = True
        self.textChanged.connect(self._slant)
        self._slant()

    def _slant(self) -> None:
        font = self.font()
        font.setItalic(not self.text())
        self.setFont(font)

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFont(theme.font())
        if self._miring:
            self._slant()
        self.setMinimumHeight(theme.tinggi_baris)
        self.setTextMargins(theme.px(self._kiri), 0, theme.px(8), 0)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and frame, then the text over it."""
        painter = QPainter(self)
        paint_frame(painter, self, self._theme, salah=self._salah)
        painter.end()
        super().paintEvent(event)


class FilterField(Box):
    """``berubah`` carries the text at each change; ``tombol`` the keys that belong to the table below."""

    berubah = Signal(str)
    tombol = Signal(object)

    def __init__(self, contoh: str = text.KETIK_MENCARI, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kiri = 32
        self.retheme(theme_of(self))
        self.setPlaceholderText(contoh)
        self.setAccessibleName(contoh)
        self.textChanged.connect(self.berubah)

    def sizeHint(self) -> QSize:
        """Return a width in which the grey example is not cut."""
        contoh = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(self._theme.px(220), contoh + self._theme.px(56)), self._theme.tinggi_baris)

    def event(self, event: QEvent) -> bool:
        """Claim Esc while there is something to empty, before any shortcut; leave undo and redo to the window."""
        if isinstance(event, QKeyEvent) and _undo_or_redo(event):
            event.ignore()
            return event.type() is QEvent.Type.ShortcutOverride
        claims = event.type() is QEvent.Type.ShortcutOverride and bool(self.text())
        if claims and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties; arrows, page keys and Enter go to the table; the rest is typed."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _KEYS_OF_TABLE:
            self.tombol.emit(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its magnifier."""
        super().paintEvent(event)
        sisi = self._theme.px(16)
        painter = QPainter(self)
        kotak = QRectF(self._theme.px(11), (self.height() - sisi) / 2, sisi, sisi)
        paint_mark(painter, Mark.CARI, kotak, self._theme.color(Role.REDUP))
        painter.end()


def _undo_or_redo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


def paint_frame(painter: QPainter, widget: QWidget, theme: Theme, *, salah: bool = False) -> None:
    """Draw the rounded ground of an input: grey edge, blue and thicker in focus, red when wrong."""
    fokus = widget.hasFocus()
    warna = "salah" if salah else ("aksen" if fokus else "garis_tombol")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tebal = theme.garis + 0.8 if fokus else theme.garis
    painter.setPen(QPen(theme.color(warna), tebal))
    painter.setBrush(theme.color("kartu" if widget.isEnabled() else "sorot"))
    tepi = tebal / 2
    bulat = theme.px(8)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(tepi, tepi, -tepi, -tepi), bulat, bulat)
