"""How a table is drawn: cells, marks, hairlines, selection, the head row; and how wide columns must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.marks import Mark, paint_mark
from ui.kit.scroll import own_ground
from ui.kit.table_model import Baris, Index, Kolom, Rata, RowsModel
from ui.kit.theme import Role, Theme, theme_of

_TEPI = 11
_LEBAR_TANDA = 40
_LEBAR_TERBESAR = 340
_STRETCH_TERSEMPIT = 120
_STRETCH_WAJAR = 160
_CONTOH_TERPANJANG = 40
_SATU_ANGKA = str.maketrans("123456789", "0" * 9)


def cell_margin(theme: Theme) -> int:
    """Return the room left and right of the text of a cell, in px; it grows slower than the text."""
    return round(_TEPI * (1 + theme.skala) / 2)


def text_width(metrics: QFontMetrics, teks: Iterable[str]) -> int:
    """Return the width in px that every text of a column needs; digits are all equally wide."""
    shapes = {t.translate(_SATU_ANGKA) for t in teks}
    longest = sorted(shapes, key=len)[-_CONTOH_TERPANJANG:]
    widest = max((metrics.horizontalAdvance(t) for t in longest), default=0)
    return widest + 1


def column_width(theme: Theme, kolom: Kolom, teks: Iterable[str]) -> int:
    """Return the width of a column with its margins: content or head, whichever is wider.

    Text columns stop at a limit (the rest is shown by the tool tip), right-aligned ones never.
    """
    isi = text_width(QFontMetrics(theme.font()), teks)
    if kolom.rata is not Rata.KANAN:
        isi = min(isi, theme.px(_LEBAR_TERBESAR))
    judul = QFontMetrics(theme.font(13, tebal=600)).horizontalAdvance(kolom.judul) + (theme.px(14) if kolom.urut else 0)
    return max(isi, judul, theme.px(kolom.lebar) - 2 * cell_margin(theme)) + 2 * cell_margin(theme)


class Lebar(NamedTuple):
    """Of one column the least width, a fair one and the one its content asks for (px); stretch; rank to go."""

    sempit: int
    wajar: int
    cukup: int
    stretch: int = 0
    sembunyi: int = 0


def share(columns: Sequence[Lebar], ruang: int) -> list[int]:
    """Return the widths of ``columns`` in ``ruang`` px, 0 for one that had to go.

    When even fair widths do not fit, the columns that may go do so; what is left over above the least
    widths goes first to what contents ask for, then to the stretches.
    """
    kept = list(columns)
    for going in sorted((c for c in columns if c.sembunyi), key=lambda c: -c.sembunyi):
        if sum(c.wajar for c in kept) > ruang:
            kept[_position(kept, going)] = Lebar(0, 0, 0)
    widths = _grow([c.sempit for c in kept], [c.cukup - c.sempit for c in kept], ruang, limited=True)
    return _grow(widths, [c.stretch for c in kept], ruang, limited=False)


def _position(columns: Sequence[Lebar], wanted: Lebar) -> int:
    return next(i for i, c in enumerate(columns) if c is wanted)


def _grow(widths: list[int], parts: list[int], ruang: int, *, limited: bool) -> list[int]:
    """Widen by ``parts`` (px when limited, else shares) as far as ``ruang`` reaches, to the last px."""
    semua = sum(parts)
    sisa = max(0, ruang - sum(widths))
    if not semua or not sisa:
        return widths
    if limited:
        sisa = min(sisa, semua)
    grown = [w + sisa * part // semua for w, part in zip(widths, parts, strict=True)]
    last = max(i for i, part in enumerate(parts) if part)
    grown[last] += sum(widths) + sisa - sum(grown)
    return grown


def measure(theme: Theme, model: RowsModel) -> list[Lebar]:
    """Return how wide the columns of ``model`` have to be."""
    tanda = theme.px(_LEBAR_TANDA)
    columns, rows = [Lebar(tanda, tanda, tanda)] * model.geser, model.contoh()
    for i, kolom in enumerate(model.kolom):
        cells = (baris.sel[i] for baris in rows if i < len(baris.sel))
        lebar = column_width(theme, kolom, cells)
        least = min(lebar, theme.px(kolom.lebar or _STRETCH_TERSEMPIT)) if kolom.stretch else lebar
        fair = max(least, min(lebar, theme.px(_STRETCH_WAJAR)))
        columns.append(Lebar(least, fair if kolom.stretch else lebar, lebar, kolom.stretch, kolom.sembunyi))
    return columns


class RowsDelegate(QStyledItemDelegate):
    """Paints one cell straight from the row, without asking the model for roles one by one.

    ``pertama`` is the column at the left, where the bar of the chosen row stands: broad while the keyboard is there.
    """

    def __init__(self, model: RowsModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.pertama = 0
        self.retheme(theme_of(view))

    def retheme(self, theme: Theme) -> None:
        """Take colours and fonts from ``theme``."""
        self._theme = theme
        self._font: QFont = theme.font()
        self._metrics = QFontMetrics(self._font)
        self._tepi = cell_margin(theme)
        self._teks, self._garis = theme.color(Role.TEKS), theme.color("garis")
        self._pilihan, self._aksen = theme.color("pilihan"), theme.color(Role.AKSEN)
        self._tepi_pilihan = theme.color("garis_tombol")
        self._roles = {role: theme.color(role) for role in Role}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(self._theme.px(60), self._theme.tinggi_baris)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, hairline and text of one cell."""
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, self._pilihan)
            if column == self.pertama:
                lebar, warna = (5, self._aksen) if self._view.hasFocus() else (2, self._tepi_pilihan)
                painter.fillRect(rect.x(), rect.y(), self._theme.px(lebar), rect.height(), warna)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._garis)
        baris, i = self._model.baris(row), column - self._model.geser
        if i >= 0:
            self._paint_text(painter, rect, baris, i)
        elif not baris.tetap:
            self._paint_mark(painter, rect, baris.id in self._model.marks)

    def _paint_text(self, painter: QPainter, rect: QRect, baris: Baris, i: int) -> None:
        teks = baris.sel[i] if i < len(baris.sel) else ""
        if not teks:
            return
        kolom = self._model.kolom[i]
        role = baris.peran[i] if i < len(baris.peran) else None
        if role is None and kolom.peran is not None:
            role = kolom.peran(teks)
        ruang = rect.width() - 2 * self._tepi
        lebar = self._metrics.horizontalAdvance(teks)
        if lebar > ruang:
            teks = self._metrics.elidedText(teks, Qt.TextElideMode.ElideRight, ruang)
            lebar = ruang
        x = rect.x() + self._tepi
        match kolom.rata:
            case Rata.KANAN:
                x += ruang - lebar
            case Rata.TENGAH:
                x += (ruang - lebar) // 2
        painter.setFont(self._font)
        painter.setPen(self._roles[role] if role is not None else self._teks)
        dasar = rect.y() + (rect.height() + self._metrics.ascent() - self._metrics.descent()) // 2
        painter.drawText(x, dasar, teks)

    def _paint_mark(self, painter: QPainter, rect: QRect, on: bool) -> None:
        paint_check(painter, self._theme, rect, on)


class RowsHeader(QHeaderView):
    """The head row: quiet words over a line; the head of the marks shows and changes all of them.

    ``urut`` is what the rows are sorted by, ``turun`` whether from the last to the first.
    """

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        own_ground(self, QPalette.ColorRole.Button)
        self.viewport().setMouseTracking(True)
        self._rows = model
        self.urut, self.turun = "", False
        self.setSectionsClickable(bool(model.geser))
        self.setHighlightSections(False)
        self.setMinimumSectionSize(10)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFixedHeight(theme.px(40))
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under all heads, then each of them."""
        painter = QPainter(self.viewport())
        lebar, tinggi = self.viewport().width(), self.viewport().height()
        painter.fillRect(0, 0, lebar, tinggi, self._theme.color("kartu"))
        painter.fillRect(0, tinggi - 1, lebar, 1, self._theme.color("garis"))
        for i in range(self.count()):
            if not self.isSectionHidden(i):
                rect = QRect(self.sectionViewportPosition(i), 0, self.sectionSize(i), tinggi)
                self.paintSection(painter, rect, i)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one head."""
        t = self._theme
        i = logicalIndex - self._rows.geser
        if i < 0:
            semua = 0 < len(self._rows.marks) == self._rows.markable
            paint_check(painter, t, rect, semua)
            return
        kolom = self._rows.kolom[i]
        painter.setFont(t.font(13, tebal=600))
        painter.setPen(t.color(Role.REDUP))
        isi = rect.adjusted(cell_margin(t), 0, -cell_margin(t), 0)
        painter.drawText(isi, kolom.rata.value | Qt.AlignmentFlag.AlignVCenter, kolom.judul)
        if kolom.urut and kolom.urut == self.urut:
            self._paint_arrow(painter, isi, kolom)

    def _paint_arrow(self, painter: QPainter, isi: QRect, kolom: Kolom) -> None:
        """Draw beside the head which way the rows are sorted."""
        t = self._theme
        lebar, tinggi = t.px(8), t.px(5)
        kata = painter.fontMetrics().horizontalAdvance(kolom.judul)
        x = isi.x() + kata + t.px(5) if kolom.rata is not Rata.KANAN else isi.right() - kata - t.px(5) - lebar
        y, naik = isi.center().y() - tinggi // 2, -1 if self.turun else 1
        tengah, ujung, dasar = x + lebar / 2, y if naik > 0 else y + tinggi, y + tinggi if naik > 0 else y
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.color(Role.AKSEN))
        painter.drawPolygon(QPolygonF([QPointF(x, dasar), QPointF(x + lebar, dasar), QPointF(tengah, ujung)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_check(painter: QPainter, theme: Theme, rect: QRect, on: bool) -> None:
    """Draw a check box in the middle of ``rect``."""
    sisi = theme.px(18)
    kotak = QRectF(rect.x() + (rect.width() - sisi) / 2, rect.y() + (rect.height() - sisi) / 2, sisi, sisi)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("aksen" if on else "garis_tombol"), 1.4))
    painter.setBrush(theme.color("isi_tombol" if on else "kartu"))
    painter.drawRoundedRect(kotak.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
    if on:
        paint_mark(painter, Mark.CENTANG, kotak.adjusted(3, 3, -3, -3), QColor(theme.warna.di_tombol))
    painter.restore()
