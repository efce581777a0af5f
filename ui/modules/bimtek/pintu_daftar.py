"""The last scans in a list, and the choice among people: rows painted by hand, high enough for a finger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.ink import brush, pen, rounded
from ui.kit.labels import MARK_OF
from ui.kit.marks import Mark, paint_mark
from ui.kit.theme import Role, Theme, theme_of

_TERENDAH = 0.86
"""How much lower rows may become so that more of them fit; the others are reached by arrows and wheel."""


class BarisPintu(NamedTuple):
    """A row: a sign (none for ""), the words at the left, a second line, words at the right, struck out or not."""

    kiri: str
    kanan: str = ""
    bawah: str = ""
    role: Role | None = None
    mark: Mark | None = None
    coret: bool = False


class BarisBaris(QWidget):
    """Rows from top to bottom, as many as there is room for; ``disentuh`` carries the row that was clicked.

    It never takes the keyboard: the window moves the choice with :meth:`geser`.
    """

    disentuh = Signal(int)

    def __init__(
        self, *, tinggi: int, ukuran: float = 14, kosong: str = "", banyak: int = 0, parent: QWidget | None = None
    ) -> None:
        """``tinggi`` px a row; where ``banyak`` rows would not fit they may be a little lower."""
        super().__init__(parent)
        self._tinggi, self._ukuran, self._kosong, self._banyak = tinggi, ukuran, kosong, banyak
        self._baris: list[BarisPintu] = []
        self._pilih, self._awal, self._kali = -1, 0, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retheme(theme_of(self))

    def set(self, baris: Sequence[BarisPintu], pilih: int = -1) -> None:
        """Show other rows, one of them chosen."""
        self._baris = list(baris)
        self.pilih(pilih)

    @property
    def baris(self) -> list[BarisPintu]:
        """The rows."""
        return self._baris

    @property
    def terpilih(self) -> int:
        """The chosen row, -1 for none."""
        return self._pilih

    @property
    def muat(self) -> int:
        """How many rows there is room for."""
        return max(1, self.height() // self._px)

    def pilih(self, ke: int) -> None:
        """Choose a row and bring it into sight."""
        self._pilih = ke if 0 <= ke < len(self._baris) else -1
        if self._pilih >= 0:
            self._awal = min(max(self._awal, self._pilih - self.muat + 1), self._pilih)
        self._awal = max(0, min(self._awal, len(self._baris) - self.muat))
        self.setAccessibleName(self._baris[self._pilih].kiri if self._pilih >= 0 else "")
        self.update()

    def geser(self, jauh: int) -> None:
        """Move the choice by so many rows, to the ends at most."""
        if self._baris:
            mula = self._pilih if self._pilih >= 0 else (-1 if jauh > 0 else len(self._baris))
            self.pilih(max(0, min(len(self._baris) - 1, mula + jauh)))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self._px = theme.px(self._tinggi)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the room."""
        super().resizeEvent(event)
        penuh = self._theme.px(self._tinggi)
        if self._banyak:
            self._px = min(penuh, max(round(penuh * _TERENDAH), self.height() // self._banyak))
            self._kali = max(0.92, self._px / penuh)
        self.pilih(self._pilih)

    def minimumSizeHint(self) -> QSize:
        """Return the room of two rows."""
        return QSize(self._theme.px(200), self._px * 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Roll the rows; the choice stays."""
        jauh = -1 if event.angleDelta().y() > 0 else 1
        self._awal = max(0, min(self._awal + jauh, len(self._baris) - self.muat))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report the row under the finger."""
        ke = self._awal + int(event.position().y()) // self._px
        if self.rect().contains(event.position().toPoint()) and ke < min(len(self._baris), self._awal + self.muat):
            self.disentuh.emit(ke)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows that there is room for, or what an empty list says."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._baris:
            painter.setFont(self._theme.font(self._ukuran))
            painter.setPen(self._theme.color(Role.REDUP))
            painter.drawText(self.rect(), int(Qt.TextFlag.TextWordWrap), self._kosong)
        for ke in range(self._awal, min(len(self._baris), self._awal + self.muat)):
            self._lukis(painter, ke, QRectF(0, (ke - self._awal) * self._px, self.width(), self._px))
        painter.end()

    def _lukis(self, painter: QPainter, ke: int, kotak: QRectF) -> None:
        t, satu = self._theme, self._baris[ke]
        if ke == self._pilih:
            bentuk = rounded(kotak.adjusted(1, 1, -1, -1), t.px(6))
            painter.fillPath(bentuk, brush(t.color("pilihan")))
            painter.strokePath(bentuk, pen(t.color("aksen"), 2))
        x = kotak.x() + t.px(10)
        if satu.role is not None:
            sisi = t.px(self._ukuran * 1.15 * self._kali)
            mark = satu.mark or MARK_OF[satu.role]
            paint_mark(painter, mark, QRectF(x, kotak.center().y() - sisi / 2, sisi, sisi), t.color(satu.role))
            x += sisi + t.px(8)
        self._kata(painter, satu, QRectF(x, kotak.y(), kotak.right() - x - t.px(10), kotak.height()))

    def _kata(self, painter: QPainter, satu: BarisPintu, kotak: QRectF) -> None:
        t = self._theme
        tengah = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._huruf(-1))
        lebar = painter.fontMetrics().horizontalAdvance(satu.kanan) + t.px(8) if satu.kanan else 0
        painter.setPen(t.color(satu.role or Role.REDUP))
        painter.drawText(kotak, tengah | int(Qt.AlignmentFlag.AlignRight), satu.kanan)
        huruf = self._huruf(tebal=600)
        huruf.setStrikeOut(satu.coret)
        atas = kotak.adjusted(0, 0, -lebar, -kotak.height() * 0.42 if satu.bawah else 0)
        self._tulis(painter, satu.kiri, atas, Role.TEKS, huruf)
        if satu.bawah:
            bawah = kotak.adjusted(0, kotak.height() * 0.5, -lebar, -t.px(4))
            self._tulis(painter, satu.bawah, bawah, Role.REDUP, self._huruf(-2))

    def _huruf(self, lebih: int = 0, *, tebal: int = 400) -> QFont:
        """Return the letters of a row; lower rows have smaller ones."""
        return self._theme.font((self._ukuran + lebih) * self._kali, tebal=tebal)

    def _tulis(self, painter: QPainter, kata: str, kotak: QRectF, role: Role, huruf: QFont) -> None:
        painter.setFont(huruf)
        painter.setPen(self._theme.color(role))
        muat = painter.fontMetrics().elidedText(kata, Qt.TextElideMode.ElideRight, int(kotak.width()))
        painter.drawText(kotak, int(Qt.AlignmentFlag.AlignVCenter), muat)
