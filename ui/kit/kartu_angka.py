"""Cards with a figure: one that opens what it counts, a button to every device, and one that only says it."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.cards import Card, paint_card
from ui.kit.ink import focus_by_tab, pen, rounded
from ui.kit.labels import Gaya, Label
from ui.kit.theme import Role, Theme, theme_of

_TEPI, _SELA = 14, 6
_MENGISI = QSizePolicy.Policy.Preferred
"""A button keeps its own height by itself; cards of one line are equally high."""


class _Angka:
    """The three lines of a figure in the column of a card: its name, the figure, one line of explanation."""

    def __init__(self, kartu: QWidget, judul: str, kolom: QVBoxLayout) -> None:
        self._kartu, self.judul = kartu, judul
        self._atas = Label(judul, Gaya.KECIL, lipat=True, parent=kartu)
        self._angka = Label("", Gaya.ANGKA, parent=kartu)
        self._catatan = Label("", Gaya.KECIL, lipat=True, parent=kartu)
        for label in (self._atas, self._angka, self._catatan):
            kolom.addWidget(label)
        kolom.addStretch(1)

    def set_judul(self, judul: str) -> None:
        self.judul = judul
        self._atas.setText(judul)

    def set(self, angka: str, catatan: str, role: Role | None) -> None:
        self._angka.setText(angka)
        self._catatan.setText(catatan)
        self._catatan.set_role(role or Role.REDUP)
        self._kartu.setAccessibleName(f"{self.judul}: {angka}, {catatan}")


class KartuDiam(Card):
    """A figure with its name above and one line of explanation below, for reading only."""

    def __init__(self, judul: str, angka: str = "", catatan: str = "", parent: QWidget | None = None) -> None:
        super().__init__(margin=_TEPI, spacing=_SELA, parent=parent)
        self._isi = _Angka(self, judul, self.body)
        self.set(angka, catatan)

    def set(self, angka: str, catatan: str = "", role: Role | None = None) -> None:
        """Show another figure; ``role`` colours the explanation (which says the state in words)."""
        self._isi.set(angka, catatan, role)


class KartuAngka(QAbstractButton):
    """A figure with its name above and one line of explanation below; a click, Enter and space open it."""

    def __init__(self, judul: str, angka: str = "", catatan: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kolom = QVBoxLayout(self)
        self._isi = _Angka(self, judul, self._kolom)
        self.setSizePolicy(_MENGISI, _MENGISI)
        self.retheme(theme_of(self))
        self.set(angka, catatan)
        focus_by_tab(self)

    def set_judul(self, judul: str) -> None:
        """Change what is counted."""
        self._isi.set_judul(judul)

    def set(self, angka: str, catatan: str = "", role: Role | None = None) -> None:
        """Show another figure; ``role`` colours the explanation (which says the state in words)."""
        self._isi.set(angka, catatan, role)

    def retheme(self, theme: Theme) -> None:
        """Take colours and sizes from ``theme``."""
        self._theme = theme
        m = theme.px(_TEPI)
        self._kolom.setContentsMargins(m, m, m, m)
        self._kolom.setSpacing(theme.px(_SELA))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click, as space is."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, with a ring when it has the focus."""
        painter, kotak = QPainter(self), QRectF(self.rect())
        paint_card(painter, kotak, self._theme)
        if self.hasFocus():
            path = rounded(kotak.adjusted(1, 1, -1, -1), self._theme.px(10))
            painter.strokePath(path, pen(self._theme.color("aksen"), 2))
        painter.end()
