"""Buttons with a verb and, in grey, the shortcut that does the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStylePainter, QWidget

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.ink import brush, pen, rounded, words
from ui.kit.theme import Theme, theme_of

_JARAK = "   "
_TERKECIL = 0.86
_PANAH = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class Aksi(NamedTuple):
    """A button to be: its verb, what it does, its shortcut, and whether it is the likeliest choice."""

    teks: str
    lakukan: Callable[[], object]
    shortcut: str = ""
    utama: bool = False
    pasang: bool = True
    """Whether the shortcut is attached; without, the window listens to it already."""


class Button(QPushButton):
    """Base of both buttons: paints itself from the theme; a shortcut such as "Ctrl+L" is truly attached.

    Without ``pasang`` it is only shown: the page listens to the key itself.
    """

    penuh = False
    """Whether it is filled with colour by itself; ``menonjol`` says whether it is now."""

    def __init__(
        self,
        teks: str,
        shortcut: str = "",
        *,
        on: Callable[[], object] | None = None,
        pasang: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._teks, self._shortcut = teks, key_words(shortcut)
        self._di_atas = False
        self.menonjol = self.penuh
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retheme(theme_of(self))
        self.set_teks(teks)
        for keys in _sequences(shortcut) if pasang else []:
            QShortcut(keys, self, self.click)
        if on is not None:
            self._on = on
            self.clicked.connect(self._run)

    def _run(self) -> None:
        self._on()

    @property
    def teks(self) -> str:
        """The verb."""
        return self._teks

    @property
    def tombol(self) -> str:
        """The shortcut as people read it, "" for none."""
        return self._shortcut

    def set_teks(self, teks: str) -> None:
        """Change the verb; the shortcut stays."""
        self._teks = teks
        self.setAccessibleName(teks)
        self.setText(teks.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFont(theme.font(tebal=600 if self.penuh else 400))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return words, shortcut and margins side by side, at least as high as a click target."""
        lebar = _advance(self.fontMetrics(), self._teks, self._shortcut)
        return QSize(lebar + self._theme.px(32), self._theme.px(38 if self.penuh else 36))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the words still stand, a little smaller."""
        lebar = _advance(self.fontMetrics(), self._teks, self._shortcut)
        return QSize(round(lebar * _TERKECIL) + self._theme.px(14), self._theme.tinggi_baris)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as the space bar does."""
        modifier = QtCore.Qt.KeyboardModifier
        command = event.modifiers() & (modifier.ControlModifier | modifier.AltModifier)
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not command:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over the button."""
        self._di_atas = True
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the sign of the pointer away."""
        self._di_atas = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words, shortcut and the ring of the focus."""
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        isi, garis, teks, redup = self._colours()
        tepi, bulat = self._theme.garis / 2, self._theme.px(8)
        kotak = QRectF(self.rect()).adjusted(tepi, tepi, -tepi, -tepi)
        path = rounded(kotak, bulat)
        painter.fillPath(path, brush(isi))
        painter.strokePath(path, pen(garis, self._theme.garis))
        if self.hasFocus():
            ring = teks if self.menonjol else self._theme.color("aksen")
            painter.strokePath(rounded(kotak.adjusted(2.5, 2.5, -2.5, -2.5), bulat - 2), pen(ring, 1.6))
        self._paint_words(painter, teks, redup)
        painter.end()

    def _paint_words(self, painter: QStylePainter, warna: QColor, redup: QColor) -> None:
        huruf = self.font()
        if _advance(self.fontMetrics(), self._teks, self._shortcut) > self.width() - self._theme.px(12):
            huruf.setPixelSize(round(huruf.pixelSize() * _TERKECIL))
        metrics = QFontMetrics(huruf)
        lebar = _advance(metrics, self._teks, self._shortcut)
        kotak = QRectF((self.width() - lebar) / 2, 0, lebar + 1, self.height())
        words(painter, kotak, self._teks, huruf, warna)
        if self._shortcut:
            kotak.setLeft(kotak.left() + metrics.horizontalAdvance(self._teks + _JARAK))
            words(painter, kotak, self._shortcut, huruf, redup)

    def _colours(self) -> tuple[QColor, QColor, QColor, QColor]:
        """Return ground, border, words and shortcut for the present state."""
        c = self._theme.color
        if not self.isEnabled():
            return c("sorot"), c("garis"), c("redup"), c("redup")
        if self.menonjol:
            ground = c("isi_tombol_tekan" if self.isDown() or self._di_atas else "isi_tombol")
            return ground, ground, c("di_tombol"), c("di_tombol_redup")
        ground = c("pilihan") if self.isDown() else c("sorot" if self._di_atas else "kartu")
        return ground, c("garis_tombol"), c("teks"), c("redup")


class PrimaryButton(Button):
    """The one main action of a page: in the head of a page it lets go of its colour while a main action is shown in
    the page itself, such as what an empty page begins with."""

    penuh = True
    di_kepala = False
    """Whether it stands in the head of a page."""

    def showEvent(self, event: QShowEvent) -> None:
        """Let the others in the window know."""
        super().showEvent(event)
        self._agree()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the others in the window know."""
        super().hideEvent(event)
        self._agree()

    def _agree(self) -> None:
        window = self.window()
        semua = window.findChildren(PrimaryButton)
        tampak = [satu for satu in semua if satu.isVisible() and satu.window() is window]
        di_isi = any(not satu.di_kepala for satu in tampak)
        for satu in tampak:
            satu.menonjol = not (satu.di_kepala and di_isi)
            satu.update()


class SecondaryButton(Button):
    """Any other action."""


def button_for(aksi: Aksi, parent: QWidget | None = None) -> Button:
    """Return the button of ``aksi``, filled when it is the likeliest choice."""
    kind = PrimaryButton if aksi.utama else SecondaryButton
    return kind(aksi.teks, aksi.shortcut, on=aksi.lakukan, pasang=aksi.pasang, parent=parent)


def key_words(shortcut: str) -> str:
    """Return a shortcut as people read it: ``Ctrl+↑``."""
    return "+".join(_PANAH.get(key, key) for key in shortcut.split("+"))


def _advance(metrics: QFontMetrics, teks: str, shortcut: str) -> int:
    return metrics.horizontalAdvance(teks + _JARAK + shortcut if shortcut else teks)


def _sequences(shortcut: str) -> list[QKeySequence]:
    """Return the key sequences of ``shortcut``; Enter means both Enter keys."""
    if not shortcut:
        return []
    both = (shortcut.replace("Enter", "Return"), shortcut) if "Enter" in shortcut else (shortcut,)
    return [QKeySequence(name) for name in both]
