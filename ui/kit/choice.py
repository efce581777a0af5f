"""One of some words, chosen by arrows or by typing; words that are too long for the field are whole in its list."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from sipokat_desktop.kernel.wilayah import kunci_cari
from ui.kit import text
from ui.kit.filter import paint_frame
from ui.kit.marks import Mark, paint_mark
from ui.kit.theme import Role, Theme, theme_of

_LUPA_S = 1.5
"""How long after a letter the next one still belongs to it."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SEMPIT = 320
"""A field may become so narrow, in px, however long its words are."""


class ChoiceField(QComboBox):
    """One of some words; nothing is chosen at first, Delete takes the choice back."""

    diubah = Signal()
    ditinggal = Signal()
    enter = Signal()

    def __init__(self, pilihan: Sequence[tuple[str, str]], contoh: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._salah, self._diketik, self._saat, self._mula = False, "", 0.0, -1
        self.setPlaceholderText(contoh or text.PILIH_SATU)
        self.activated.connect(lambda _index: self.diubah.emit())
        self.retheme(theme_of(self))
        self.ganti_pilihan(pilihan)

    def ganti_pilihan(self, pilihan: Sequence[tuple[str, str]]) -> None:
        """Offer other pairs of value and words; the choice stays when its value is still there."""
        before = self.nilai()
        self.clear()
        for nilai, kata in pilihan:
            self.addItem(kata, nilai)
        self.isi(before)
        self.retheme(self._theme)

    def setAccessibleName(self, name: str) -> None:
        """Name the field and the list that it opens."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def nilai(self) -> str:
        """Return the value of the choice, "" for none."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else ""

    def isi(self, nilai: str) -> None:
        """Choose ``nilai`` without reporting a change; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findData(nilai))

    def set_salah(self, salah: bool) -> None:
        """Frame the field in red, or no longer."""
        self._salah = salah
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFont(theme.font())
        self.view().setFont(theme.font())
        for i in range(self.count()):
            self.setItemData(i, QSize(0, theme.tinggi_baris), Qt.ItemDataRole.SizeHintRole)
        self.setMinimumHeight(theme.tinggi_baris)

    def minimumSizeHint(self) -> QSize:
        """Long words do not make the form wider than its sheet."""
        return super().minimumSizeHint().boundedTo(QSize(self._theme.px(_SEMPIT), 1 << 20))

    def showPopup(self) -> None:
        """Open the list as wide as its words, within the screen."""
        ruang = self.screen().availableGeometry().width() - self._theme.px(48)
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + self._theme.px(40), ruang))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Delete takes the choice back, letters go to the words that begin so."""
        before = self.currentIndex()
        if event.key() in _ENTER:
            self.enter.emit()
        elif self._typed(event):
            self._find(self._diketik)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setCurrentIndex(-1)
        else:
            super().keyPressEvent(event)
            return
        if self.currentIndex() != before:
            self.diubah.emit()

    def _typed(self, event: QKeyEvent) -> bool:
        """Add a letter to those typed just before; a blank belongs to them too, alone it opens the list."""
        kata, kini = event.text(), monotonic()
        if kini - self._saat > _LUPA_S:
            self._diketik = ""
        if not self._diketik:
            self._mula = self.currentIndex()
        if event.modifiers() & _COMMAND or not kata.isprintable() or not (kata.strip() or (kata and self._diketik)):
            return False
        self._diketik, self._saat = self._diketik + kata, kini
        return True

    def _find(self, awal: str) -> None:
        """Choose what begins so, else what contains it; words that are nowhere give the choice from before them back,
        so that nobody is chosen by the first letters of somebody who is not offered."""
        dicari = kunci_cari(awal)
        semua = [kunci_cari(self.itemText(i)) for i in range(self.count())]
        cocok = [i for i, kata in enumerate(semua) if kata.startswith(dicari)]
        cocok += [i for i, kata in enumerate(semua) if dicari in kata]
        self.setCurrentIndex(cocok[0] if cocok else self._mula)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the form, never change the choice."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the field is left for another one; what is typed when one comes back begins anew."""
        super().focusOutEvent(event)
        self._diketik = ""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.ditinggal.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, chosen words (or the grey example) and the arrow."""
        t, painter = self._theme, QPainter(self)
        paint_frame(painter, self, t, salah=self._salah)
        kosong = self.currentIndex() < 0
        kata = self.placeholderText() if kosong else self.currentText()
        ruang = QRectF(t.px(12), 0, self.width() - t.px(44), self.height())
        painter.setFont(self.font())
        painter.setPen(t.color(Role.REDUP if kosong else Role.TEKS))
        muat = self.fontMetrics().elidedText(kata, Qt.TextElideMode.ElideRight, int(ruang.width()))
        self.setToolTip("" if muat == kata else kata)
        painter.drawText(ruang, Qt.AlignmentFlag.AlignVCenter, muat)
        sisi = t.px(14)
        tengah = QPointF(self.width() - t.px(26), (self.height() - sisi) / 2)
        paint_mark(painter, Mark.BAWAH, QRectF(tengah.x(), tengah.y(), sisi, sisi), t.color(Role.REDUP))
        painter.end()
