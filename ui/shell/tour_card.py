"""The small card of the tour: words, its buttons, and the tip that points at what they are about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Aksi, Button, button_for
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

_UJUNG, _LEBAR = 12, 360


class TourCard(QWidget):
    """Stands beside a rectangle of its parent and points at it; ``left`` when Esc was pressed in it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._luas = parent
        theme = theme_of(self)
        m, self._ujung = theme.px(16), theme.px(_UJUNG)
        self._sasaran = QRect()
        self._dari = QPoint()
        self.setFixedWidth(theme.px(_LEBAR) + 2 * self._ujung)
        self._ke = Label("", Gaya.KECIL, parent=self)
        self._judul = Label("", Gaya.SUBJUDUL, lipat=True, parent=self)
        self._isi = Label("", lipat=True, parent=self)
        self._tombol: list[Button] = []
        self._baris = QHBoxLayout()
        self._baris.setSpacing(theme.px(8))
        self._tata = tata = QVBoxLayout(self)
        tata.setContentsMargins(m + self._ujung, m + self._ujung, m + self._ujung, m + self._ujung)
        tata.setSpacing(theme.px(8))
        for label in (self._ke, self._judul, self._isi):
            tata.addWidget(label)
        tata.addLayout(self._baris)

    def say(self, ke: str, judul: str, isi: str, aksi: Sequence[Aksi]) -> None:
        """Show other words and buttons; the keyboard stays in the card where it was there."""
        fokus = self.isAncestorOf(self.window().focusWidget() or self.window())
        for label, teks in ((self._ke, ke), (self._judul, judul), (self._isi, isi)):
            label.setText(teks)
        for lama in self._tombol:
            self._baris.removeWidget(lama)
            lama.hide()
            lama.deleteLater()
        self._tombol = [button_for(satu, self) for satu in aksi]
        for satu in self._tombol:
            self._baris.addWidget(satu)
            satu.show()
        self.setAccessibleName(f"{judul}. {isi}")
        if fokus:
            self.begin()

    def begin(self) -> None:
        """Take the keyboard to the likeliest button."""
        next((satu for satu in self._tombol if satu.penuh), self._tombol[-1]).setFocus()

    def point(self, sasaran: QRect) -> None:
        """Stand beside ``sasaran`` (px of the parent): at its right, else above, else below."""
        self._sasaran = sasaran
        self._tata.invalidate()
        self.resize(self.width(), self._tata.totalHeightForWidth(self.width()))
        luas, lebar, tinggi = self._luas.rect(), self.width(), self.height()
        tengah = sasaran.center()
        di_kaki = sasaran.bottom() > luas.bottom() - theme_of(self).px(20) and sasaran.left() > self._ujung * 2
        if sasaran.right() + lebar < luas.right() and not di_kaki and sasaran.width() < luas.width() // 3:
            tempat = QPoint(sasaran.right(), tengah.y() - tinggi // 2)
        elif sasaran.top() > tinggi:
            tempat = QPoint(tengah.x() - lebar // 2, sasaran.top() - tinggi)
        else:
            tempat = QPoint(tengah.x() - lebar // 2, sasaran.bottom())
        x = min(max(tempat.x(), 0), luas.right() - lebar)
        y = min(max(tempat.y(), 0), luas.bottom() - tinggi)
        self.move(x, y)
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, its edge, and the tip."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak = self.rect().adjusted(self._ujung, self._ujung, -self._ujung, -self._ujung)
        painter.setPen(theme.color("aksen"))
        painter.setBrush(theme.color("kartu"))
        painter.drawRoundedRect(kotak, theme.px(10), theme.px(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("aksen"))
        painter.drawPolygon(self._tip(kotak))
        painter.end()

    def _tip(self, kotak: QRect) -> QPolygonF:
        """Return the triangle on the side of the card that the target lies at."""
        ke = self._sasaran.center() - self.pos()
        batas = kotak.adjusted(2 * self._ujung, 2 * self._ujung, -2 * self._ujung, -2 * self._ujung)
        x = min(max(ke.x(), batas.left()), batas.right())
        y = min(max(ke.y(), batas.top()), batas.bottom())
        u = self._ujung
        if self._sasaran.right() <= self.pos().x() + u:
            titik = ((0, y), (u, y - u), (u, y + u))
        elif self._sasaran.center().y() > self.geometry().center().y():
            titik = ((x, self.height()), (x - u, self.height() - u), (x + u, self.height() - u))
        else:
            titik = ((x, 0), (x - u, u), (x + u, u))
        return QPolygonF([QPointF(*satu) for satu in titik])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
