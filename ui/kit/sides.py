"""Two values side by side, one of them right: a row per field, chosen by a press, space or the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from ui.kit.ink import brush, pen, rounded
from ui.kit.labels import Gaya, Label, literal
from ui.kit.marks import Mark, paint_mark
from ui.kit.theme import Role, Theme, theme_of


class Pilah(NamedTuple):
    """A field with its value on either side, and the side that is likelier right (0 or 1)."""

    kunci: str
    label: str
    nilai: tuple[str, str]
    saran: int


class Value(QAbstractButton):
    """One value: framed in the accent and ticked when it is the chosen one."""

    def __init__(self, teks: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(teks.replace("&", "&&"))
        self._teks = teks
        self.setAccessibleName(teks)
        self.setToolTip(literal(teks))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFont(theme.font())
        self.setMinimumHeight(theme.tinggi_baris)

    def sizeHint(self) -> QSize:
        """Return a place in which most values are read whole."""
        return QSize(self._theme.px(200), self._theme.tinggi_baris)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, tick and value; a value that is too long is cut, its tool tip is whole."""
        t, dipilih = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), t.px(8))
        painter.fillPath(path, brush(t.color("pilihan" if dipilih else "kartu")))
        painter.strokePath(path, pen(t.color("aksen" if dipilih else "garis_tombol")))
        if self.hasFocus():
            painter.strokePath(rounded(QRectF(self.rect()).adjusted(4, 4, -4, -4), t.px(6)), pen(t.color("aksen"), 1.6))
        sisi = t.px(14)
        if dipilih:
            tanda = QRectF(t.px(10), (self.height() - sisi) / 2, sisi, sisi)
            paint_mark(painter, Mark.CENTANG, tanda, t.color("aksen"))
        painter.setFont(t.font(tebal=600 if dipilih else 400))
        painter.setPen(t.color(Role.TEKS))
        kotak = self.rect().adjusted(t.px(32), 0, -t.px(8), 0)
        muat = painter.fontMetrics().elidedText(self._teks, Qt.TextElideMode.ElideRight, kotak.width())
        painter.drawText(kotak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, muat)
        painter.end()


class Sides(QWidget):
    """Rows of two values under the names of both sides."""

    def __init__(self, sisi: tuple[str, str], isi: Sequence[Pilah], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nilai: dict[str, tuple[Value, Value]] = {}
        theme = theme_of(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        for ke, nama in enumerate(sisi):
            grid.addWidget(Label(nama, Gaya.SUBJUDUL, lipat=True), 0, ke)
            grid.setColumnStretch(ke, 1)
        for baris, satu in enumerate(isi):
            self._add(grid, 1 + 2 * baris, satu)
        grid.setRowStretch(1 + 2 * len(isi), 1)

    def _add(self, grid: QGridLayout, baris: int, satu: Pilah) -> None:
        grid.addWidget(Label(satu.label, Gaya.KECIL), baris, 0, 1, 2)
        wadah = QWidget(self)
        dalam = QGridLayout(wadah)
        dalam.setContentsMargins(0, 0, 0, theme_of(self).px(4))
        dalam.setHorizontalSpacing(grid.horizontalSpacing())
        kiri, kanan = (Value(nilai or "—", wadah) for nilai in satu.nilai)
        for ke, tombol in enumerate((kiri, kanan)):
            dalam.addWidget(tombol, 0, ke)
            dalam.setColumnStretch(ke, 1)
        (kiri, kanan)[satu.saran].setChecked(True)
        self._nilai[satu.kunci] = (kiri, kanan)
        grid.addWidget(wadah, baris + 1, 0, 1, 2)
        if self.focusProxy() is None:
            self.setFocusProxy((kiri, kanan)[satu.saran])

    def tab_after(self, before: QWidget) -> None:
        """Let Tab lead from ``before`` through the values in reading order."""
        for pair in self._nilai.values():
            for tombol in pair:
                QWidget.setTabOrder(before, tombol)
                before = tombol

    def pilihan(self) -> Mapping[str, int]:
        """Return per field which side is chosen."""
        return {kunci: int(kanan.isChecked()) for kunci, (_, kanan) in self._nilai.items()}
