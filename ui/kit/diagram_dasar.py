"""What every chart of the kit does: a title, marks that arrow keys and mouse choose, its values as words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMetaMethod, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QStylePainter, QToolTip, QWidget

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit import text_diagram as text
from ui.kit.bagian import Lapisan
from ui.kit.ink import CENTRE, LEFT, focus_by_tab, pen, rounded, words
from ui.kit.labels import literal
from ui.kit.table_copy import copy_rows
from ui.kit.theme import Theme, theme_of

KANAN = 0x82
"""Qt.AlignmentFlag: half-way up, at the right edge."""
_JUDUL, HURUF, _KOSONG = 15, 13, 96
TEPI = 4
"""Room around a chart for the ring of the focus, in px at scale 1.0."""
_MUNDUR, _MAJU = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BUKA = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Tanda(NamedTuple):
    """A mark that can be chosen: its id, where the mouse meets it, what it says."""

    id: str
    kotak: QRectF
    kata: str


class Diagram(QWidget):
    """Base of the charts; ``dibuka`` carries the id of the mark that was clicked or opened by Enter.

    A chart lays out its marks in `_susun`, which is called when its values, size or theme changed.
    """

    dibuka = Signal(str)
    kepala: tuple[str, ...] = text.KOLOM
    """The heads of the table that Ctrl+C copies."""

    def __init__(self, judul: str, *, kosong: str = text.BELUM_ADA_DATA, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judul, self._kosong = judul, kosong
        self._tanda: Sequence[Tanda] = ()
        self._kini, self._dekat = -1, -1
        self._theme = theme_of(self)
        self._bagian = Lapisan(self, self._tekan)
        self.setMouseTracking(True)
        focus_by_tab(self)

    # what a chart is made of

    def _susun(self) -> Sequence[Tanda]:
        """Return the marks at their places; empty where there is nothing to show."""
        raise NotImplementedError

    def _lukis(self, painter: QStylePainter) -> None:
        """Draw the chart below its title; there is at least one mark."""
        raise NotImplementedError

    def baris(self) -> Sequence[Sequence[str]]:
        """Return the values as the rows of a table."""
        raise NotImplementedError

    # what they share

    def set_judul(self, judul: str) -> None:
        """Change the title."""
        self._judul = judul
        self.segarkan()

    def set_kosong(self, kosong: str) -> None:
        """Change what is said where there is nothing to show."""
        self._kosong = kosong
        self.segarkan()

    def segarkan(self) -> None:
        """Lay out anew; the chosen mark stays chosen as long as it is there."""
        id = self.terpilih()
        self._tanda = self._susun()
        self._kini = next((ke for ke, t in enumerate(self._tanda) if t.id == id), -1)
        self._dekat = -1
        self._sebut()
        terbuka = self.isSignalConnected(QMetaMethod.fromSignal(self.dibuka))
        self._bagian.set([(t.kata, t.kotak) for t in self._tanda] if terbuka else (), self._judul)
        self.update()

    def terpilih(self) -> str:
        """Return the id of the chosen mark, "" for none."""
        return self._tanda[self._kini].id if 0 <= self._kini < len(self._tanda) else ""

    def tanda(self) -> Sequence[Tanda]:
        """Return the marks as they are laid out."""
        return self._tanda

    def pilih(self, id: str) -> None:
        """Choose a mark."""
        self._ke(next((ke for ke, t in enumerate(self._tanda) if t.id == id), -1))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.segarkan()

    def _sebut(self) -> None:
        """Let those who listen hear the chosen value, or all of them."""
        pilihan = self._tanda[self._kini : self._kini + 1] if self._kini >= 0 else self._tanda
        self.setAccessibleName(self._judul)
        self.setAccessibleDescription("; ".join(t.kata for t in pilihan) or self._kosong)

    def _ke(self, ke: int) -> None:
        self._kini = ke
        self._sebut()
        self._perlihatkan()
        self.update()

    def _perlihatkan(self) -> None:
        """Scroll the area that the chart stands in until the chosen mark is seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        isi = area.widget() if area is not None else None
        if area is not None and isi is not None and self._kini >= 0:
            kotak = self._tanda[self._kini].kotak
            tengah = self.mapTo(isi, kotak.center().toPoint())
            area.ensureVisible(tengah.x(), tengah.y(), 0, round(kotak.height()))

    @property
    def _atas(self) -> float:
        """Where the chart begins below its title, px."""
        return float(self._theme.px(TEPI + (28 if self._judul else 0)))

    def _ukur(self, teks: str, ukuran: float = HURUF, tebal: int = 400) -> float:
        """Return the width of a text in px."""
        return QFontMetricsF(self._theme.font(ukuran, tebal=tebal)).horizontalAdvance(teks) + 1

    def _tulis(
        self, painter: QStylePainter, kotak: QRectF, teks: str, warna: str = "teks", letak: int = LEFT, *,
        tebal: int = 400,
    ) -> None:  # fmt: skip
        """Write a text on one line, cut with "…" where the box is too narrow."""
        huruf = self._theme.font(HURUF, tebal=tebal)
        pas = QFontMetricsF(huruf).elidedText(teks, Qt.TextElideMode.ElideRight, kotak.width())
        words(painter, kotak, pas, huruf, self._theme.color(warna), letak)

    def kata_kini(self) -> str:
        """Return what the chosen mark says, else the one under the mouse."""
        ke = self._kini if self._kini >= 0 else self._dekat
        return self._tanda[ke].kata if 0 <= ke < len(self._tanda) else ""

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title, the chart or the sentence of an empty one, the ring of the focus."""
        t, painter = self._theme, QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._judul:
            huruf, kotak = t.font(_JUDUL, tebal=600), QRectF(t.px(2 * TEPI), 0, self.width() - t.px(4 * TEPI), t.px(28))
            pas = QFontMetricsF(huruf).elidedText(self._judul, Qt.TextElideMode.ElideRight, kotak.width())
            words(painter, kotak, pas, huruf, t.color("teks"))
        if self._tanda:
            self._lukis(painter)
        else:
            kotak = QRectF(0, self._atas, self.width(), min(self.height() - self._atas, t.px(_KOSONG)))
            self._tulis(painter, kotak, self._kosong, "redup", CENTRE)
        if self.hasFocus():
            luar = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.strokePath(rounded(luar, t.px(6)), pen(t.color("aksen"), 1.6))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.segarkan()

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose; Enter opens; Ctrl+C copies the values as a table."""
        kunci, akhir = event.key(), len(self._tanda) - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_rows(self.kepala, self.baris())
        elif akhir < 0:
            super().keyPressEvent(event)
        elif kunci in _MAJU:
            self._ke(min(akhir, self._kini + 1))
        elif kunci in _MUNDUR:
            self._ke(max(0, self._kini - 1))
        elif kunci in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._ke(0 if kunci == Qt.Key.Key_Home else akhir)
        elif kunci in _BUKA and self.terpilih():
            self.dibuka.emit(self.terpilih())
        else:
            super().keyPressEvent(event)

    def _di(self, titik: QPointF) -> int:
        return next((ke for ke, t in enumerate(self._tanda) if t.kotak.contains(titik)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice the mark under the mouse."""
        dekat = self._di(event.position())
        if dekat != self._dekat:
            self._dekat = dekat
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._dekat = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses and opens the mark under it."""
        ke = self._di(event.position())
        if event.button() is Qt.MouseButton.LeftButton and ke >= 0:
            self._tekan(ke)

    def _tekan(self, ke: int) -> None:
        """Choose and open a mark."""
        self._ke(ke)
        self.dibuka.emit(self._tanda[ke].id)

    def event(self, event: QEvent) -> bool:
        """Show what the mark under the mouse says as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            ke = self._di(QPointF(event.pos()))
            if ke >= 0:
                QToolTip.showText(event.globalPos(), literal(self._tanda[ke].kata), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
