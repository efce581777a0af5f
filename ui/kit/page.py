"""The head of a page: its title with the buttons at the right, and where we are in the process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.kit import text
from ui.kit.buttons import PrimaryButton
from ui.kit.labels import Gaya, Label
from ui.kit.marks import Mark, paint_mark
from ui.kit.theme import Role, Theme, theme_of


class _Buttons(QWidget):
    """The buttons of a page in one line; ``changed`` is called when one comes, goes or changes its words."""

    def __init__(self, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._changed = changed
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Notice a change of the line."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)


class PageTitle(QWidget):
    """Title of the page at the left, its few buttons at the right, the main one last.

    Where both do not fit side by side, the buttons go below.
    """

    def __init__(self, judul: str, *tombol: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(judul, Gaya.JUDUL, potong=True, parent=self)
        self._tombol: _Buttons | None = None
        self._below: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._label, 0, 0)
        for satu in tombol:
            self.add(satu)
        self.retheme(theme_of(self))
        self._place()

    def set_judul(self, judul: str) -> None:
        """Change the title."""
        self._label.setText(judul)
        self._place()

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` at the right end."""
        if self._tombol is None:
            self._tombol = _Buttons(self._place, self)
            self._tombol.line.setSpacing(theme_of(self).px(10))
        self._tombol.line.addWidget(widget)
        if isinstance(widget, PrimaryButton):
            widget.di_kepala = True

    def _place(self) -> None:
        tombol = self._tombol
        if tombol is None:
            return
        wanted = self._label.sizeHint().width() + tombol.sizeHint().width() + tombol.line.spacing()
        below = wanted > self.width() > 0
        if below is not self._below:
            self._below = below
            self._grid.removeWidget(tombol)
            self._grid.addWidget(tombol, *((1, 0) if below else (0, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        if self._tombol is not None:
            self._tombol.line.setSpacing(theme.px(10))
        self._grid.setSpacing(theme.px(8))
        self.setMinimumHeight(theme.px(38))


class Stepper(QWidget):
    """The steps of a process in words: done with a tick, the present one with a dot, later ones with a ring.

    A step that was skipped has a dash, and its word is struck out. When the words do not fit, one line says
    which step of how many this is.
    """

    def __init__(self, langkah: Sequence[str], sekarang: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = theme_of(self)
        self.set_steps(langkah, sekarang)

    def set_steps(self, langkah: Sequence[str], sekarang: int) -> None:
        """Show other steps; those before ``sekarang`` are done (its count may equal their number)."""
        self._langkah = tuple(langkah)
        self.set_step(sekarang)

    def set_step(self, sekarang: int, dilewati: Collection[int] = ()) -> None:
        """Move to step ``sekarang``, counted from 0; of those before it ``dilewati`` were left out."""
        self._sekarang, self._dilewati = sekarang, frozenset(dilewati)
        self.setAccessibleName(self._in_short())
        self.setToolTip(
            " → ".join(
                text.LANGKAH_DILEWATI.format(nama=nama) if i in self._dilewati else nama
                for i, nama in enumerate(self._langkah)
            )
        )
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of text."""
        return QSize(self._theme.px(600), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all steps, or the short form when the line is too narrow."""
        painter = QPainter(self)
        garis = self._connector()
        if garis is None:
            self._paint_step(painter, 0.0, self._in_short(), min(self._sekarang, len(self._langkah) - 1))
        else:
            self._paint_all(painter, garis)
        painter.end()

    def _paint_all(self, painter: QPainter, garis: float) -> None:
        x, tengah = 0.0, self.height() / 2
        for i, kata in enumerate(self._langkah):
            if i:
                painter.setPen(QPen(self._theme.color("garis_tombol"), 1))
                painter.drawLine(QPointF(x + 7, tengah), QPointF(x + garis - 7, tengah))
                x += garis
            x = self._paint_step(painter, x, kata, i)

    def _paint_step(self, painter: QPainter, x: float, kata: str, i: int) -> float:
        mark, role = self._look(i)
        sisi = self._theme.px(13)
        warna = self._theme.color(role)
        paint_mark(painter, mark, QRectF(x, (self.height() - sisi) / 2, sisi, sisi), warna)
        huruf = self._theme.font(tebal=600 if i <= self._sekarang and mark is not Mark.GARIS else 400)
        huruf.setStrikeOut(mark is Mark.GARIS)
        metrics = QFontMetrics(huruf)
        painter.setFont(huruf)
        painter.setPen(warna)
        x += sisi + self._theme.px(5)
        dasar = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, dasar), kata)
        return x + metrics.horizontalAdvance(kata)

    def _look(self, i: int) -> tuple[Mark, Role]:
        if i in self._dilewati:
            return Mark.GARIS, Role.REDUP
        if i < self._sekarang:
            return Mark.CENTANG, Role.BAIK
        return (Mark.TITIK, Role.AKSEN) if i == self._sekarang else (Mark.LINGKAR, Role.REDUP)

    def _connector(self) -> float | None:
        """Return the length of the lines between the steps, or None when not even short ones fit."""
        tebal = QFontMetrics(self._theme.font(tebal=600))
        kata = sum(tebal.horizontalAdvance(k) + self._theme.px(18) for k in self._langkah)
        celah = max(1, len(self._langkah) - 1)
        sisa = (self.width() - kata) / celah
        return min(float(self._theme.px(32)), sisa) if sisa >= self._theme.px(20) else None

    def _in_short(self) -> str:
        i = min(self._sekarang, len(self._langkah) - 1)
        return text.LANGKAH_RINGKAS.format(i=i + 1, n=len(self._langkah), nama=self._langkah[i])
