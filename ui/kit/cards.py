"""White cards: the plain one, a detail panel, an empty page, a check list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit import text
from ui.kit.buttons import Aksi, Button, button_for
from ui.kit.ink import brush, fill, pen, rounded
from ui.kit.labels import Gaya, Label, MarkBox, set_shown
from ui.kit.marks import Mark
from ui.kit.scroll import scroll_of
from ui.kit.tab import tab_in_place, tab_order
from ui.kit.theme import Role, Theme, theme_of


class Card(QFrame):
    """A white, round-cornered ground that holds widgets from top to bottom in ``body``."""

    def __init__(self, *, margin: int = 14, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin, self._spacing = margin, spacing
        self.body = QVBoxLayout(self)
        self.retheme(theme_of(self))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put ``layout`` below what is there."""
        self.body.addLayout(layout, stretch)

    def add_stretch(self) -> None:
        """Leave the room that is left over here."""
        self.body.addStretch(1)

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        m = theme.px(self._margin)
        self.body.setContentsMargins(m, m, m, m)
        self.body.setSpacing(theme.px(self._spacing))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its hairline."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._theme)
        painter.end()


def paint_card(painter: QPainter, kotak: QRectF, theme: Theme) -> None:
    """Draw the ground of a card and its hairline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tepi = theme.garis / 2
    path = rounded(kotak.adjusted(tepi, tepi, -tepi, -tepi), theme.px(10))
    painter.fillPath(path, brush(theme.color("kartu")))
    painter.strokePath(path, pen(theme.color("garis"), theme.garis))


class Bar(QFrame):
    """The line at the foot of the window: white, with a hairline above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme_of(self)

    def retheme(self, theme: Theme) -> None:
        """Take colours from ``theme``."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground and draw the hairline."""
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), self._theme.color("kartu"))
        fill(painter, QRectF(0, 0, self.width(), 1), self._theme.color("garis"))
        painter.end()


class EmptyState(QWidget):
    """What an empty page says: what is missing, what to do first, the button that does it, and other ways."""

    def __init__(
        self, judul: str, isi: str = "", aksi: Aksi | None = None, *lain: Aksi, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._aksi = aksi
        theme = theme_of(self)
        tengah = QtCore.Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(self)
        box.setSpacing(theme.px(10))
        box.addStretch(2)
        box.addWidget(Label(judul, Gaya.SUBJUDUL, parent=self), 0, tengah)
        if isi:
            box.addLayout(self._centred(isi, theme))
        if aksi is not None:
            box.addSpacing(theme.px(4))
            for satu in (aksi, *lain):
                box.addWidget(button_for(satu, self), 0, tengah)
        box.addStretch(3)

    def lakukan(self) -> None:
        """Do what the button does, when there is one."""
        if self._aksi is not None:
            self._aksi.lakukan()

    def _centred(self, isi: str, theme: Theme) -> QHBoxLayout:
        words = Label(isi, Gaya.ISI, role=Role.REDUP, lipat=True, parent=self)
        words.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(min(theme.px(420), words.fontMetrics().horizontalAdvance(isi) + 8))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(words, 1000)
        line.addStretch(1)
        return line


def panel_width(theme: Theme, lebar: int) -> int:
    """Return the width of a panel beside a page (px), ``lebar`` at scale 1.0: it grows slower than the text, for the
    page needs room too."""
    return round(lebar * (1 + 0.7 * (theme.skala - 1)))


class SidePanel(Card):
    """The detail panel at the right: title, sub-title, paragraphs, buttons under one another; ``lebar`` as in
    :func:`panel_width`."""

    def __init__(self, lebar: int = 270, parent: QWidget | None = None) -> None:
        self._lebar = lebar
        super().__init__(margin=2, parent=parent)
        self._scroll = scroll_of(QWidget(), self)
        self._scroll.setAccessibleName(text.RINCIAN)
        self.body.addWidget(self._scroll)
        self._fresh()

    def _fresh(self) -> None:
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        m = self._theme.px(12)
        self._column.setContentsMargins(m, m, m, m)
        self._column.setSpacing(self._theme.px(10))
        self._column.addStretch(1)
        self._ujung: QWidget | None = None
        self._scroll.berisi = False
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)

    def set(self, judul: str, sub: str = "", paragraf: Sequence[str] = (), aksi: Sequence[Aksi] = ()) -> None:
        """Replace everything in the panel."""
        self._fresh()
        self.add(Label(judul, Gaya.SUBJUDUL, lipat=True))
        if sub:
            self.add(Label(sub, Gaya.KECIL, lipat=True))
        for teks in paragraf:
            self.add(Label(teks, lipat=True))
        for satu in aksi:
            self.add(button_for(satu))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what the panel holds; the Tab key comes to it where the panel stands in the page."""
        self._column.insertWidget(self._column.count() - 1, widget, stretch)
        if isinstance(widget, Button):
            if self._ujung is None:
                tab_in_place(self, widget)
            else:
                tab_order(self._ujung, widget)
            self._ujung = widget
            self._scroll.berisi = True
            self._scroll.reconsider()

    def add_bottom(self, *widgets: QWidget) -> None:
        """Pin ``widgets`` under the part that scrolls; `set` and `kosongkan` leave them there."""
        box = QVBoxLayout()
        m = self._theme.px(12)
        box.setContentsMargins(m, self._theme.px(4), m, m)
        box.setSpacing(self._theme.px(10))
        for widget in widgets:
            box.addWidget(widget)
        self.body.addLayout(box)

    def kosongkan(self) -> None:
        """Leave the panel blank."""
        self._fresh()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        super().retheme(theme)
        self.setFixedWidth(panel_width(theme, self._lebar))


class Keadaan(Enum):
    """How far a step is: its sign and the colour of its words."""

    SELESAI = (Mark.CENTANG, Role.BAIK, Role.TEKS)
    BERJALAN = (Mark.TITIK, Role.AKSEN, Role.TEKS)
    NANTI = (Mark.LINGKAR, Role.REDUP, Role.REDUP)
    GAGAL = (Mark.SALAH, Role.SALAH, Role.SALAH)


class Butir(NamedTuple):
    """One line of a check list."""

    teks: str
    keadaan: Keadaan


class ProgressLine(QWidget):
    """A check list of the steps of one piece of work: done, running, to come, failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[MarkBox, Label]] = []
        self._grid.setHorizontalSpacing(theme_of(self).px(7))
        self._grid.setVerticalSpacing(theme_of(self).px(2))

    def set(self, butir: Sequence[Butir]) -> None:
        """Show these steps."""
        for i, satu in enumerate(butir):
            mark, label = self._line(i)
            tanda, warna, kata = satu.keadaan.value
            mark.set(tanda, warna)
            label.setText(satu.teks)
            label.set_role(kata)
        for i, (mark, label) in enumerate(self._lines):
            set_shown(mark, i < len(butir))
            set_shown(label, i < len(butir))

    def _line(self, i: int) -> tuple[MarkBox, Label]:
        while len(self._lines) <= i:
            mark = MarkBox(Mark.LINGKAR, Role.REDUP, self, ukuran=12, di_atas=True)
            label = Label(lipat=True, parent=self)
            self._grid.addWidget(mark, len(self._lines), 0)
            self._grid.addWidget(label, len(self._lines), 1)
            self._lines.append((mark, label))
        return self._lines[i]
