"""A form made from a list of inputs: labels above, one sentence below, nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import text
from ui.kit.fields import Field
from ui.kit.isian import Isian, Jenis, cleaned, make_field, remark, understand
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import reveal
from ui.kit.speak import speak
from ui.kit.theme import Role, theme_of

__all__ = ["Form", "Isian", "Jenis"]


class _Row(QWidget):
    """Label, input, and the line below it: the message, what was understood, or the help."""

    def __init__(self, isian: Isian, tanda: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.isian = isian
        self.field = make_field(isian)
        self.field.setAccessibleName(isian.label)
        self._pesan = Notice("", Role.SALAH)
        self._salah = self._ragu = self._terucap = ""
        self._tanda = tanda
        self._bawah = Label(isian.bantuan, Gaya.KECIL, lipat=True)
        theme = theme_of(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(self._head())
        for part in (self.field, self._pesan, self._bawah):
            box.addWidget(part)
        set_shown(self._bawah, bool(isian.bantuan))
        self._describe()

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        label = Label(self.isian.label, Gaya.TEBAL)
        label.setBuddy(self.field)
        line.addWidget(label)
        if self._tanda:
            line.addWidget(Label(self._tanda, Gaya.KECIL))
        line.addStretch(1)
        return line

    def tell(self, pesan: str) -> None:
        """Say what is wrong here, "" when nothing is: then the doubt there may be."""
        self._salah = pesan
        self._pesan.set(pesan or self._ragu, Role.SALAH if pesan else Role.PERHATIAN)
        self.field.set_salah(bool(pesan))
        set_shown(self._bawah, not (pesan or self._ragu) and bool(self._bawah.text()))
        if self._pesan.teks() != self._terucap:
            self._terucap = self._pesan.teks()
            speak(self, self._terucap, segera=bool(pesan))
        self._describe()

    def _describe(self) -> None:
        """Let those who listen hear what stands below the input, and whether it must be filled."""
        self.field.setAccessibleDescription(
            " ".join(filter(None, (self._pesan.teks() or self._bawah.text(), self._tanda)))
        )

    def doubt(self, kalimat: str) -> None:
        """Say what is odd here, "" when nothing is; it stops nobody."""
        if kalimat != self._ragu:
            self._ragu = kalimat
            self.tell(self._salah)

    @property
    def pesan(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._salah

    def understood(self) -> None:
        """Check what was typed and say how it was understood."""
        try:
            kata = understand(self.isian, self.field.nilai())
        except InputSalah as error:
            self.tell(error.pesan)
            return
        self._bawah.setText(kata or self.isian.bantuan)
        self.tell("")

    def check(self) -> bool:
        """Check what was typed and that it is not missing; return whether it is fine."""
        if self.isian.wajib and not self.field.nilai():
            self.tell(text.BELUM_DIISI.format(label=self.isian.label))
        else:
            self.understood()
        return not self.pesan

    def edited(self) -> None:
        """Take message and reading away while the user types."""
        self._bawah.setText(self.isian.bantuan)
        self.tell("")


class Form(QWidget):
    """Inputs below one another; ``simpan`` on Enter in the last one or Ctrl+S, ``batal`` on Esc.

    ``simpan`` comes only when nothing is missing or unreadable; else the first such input gets the focus.
    """

    simpan = Signal()
    batal = Signal()
    diubah = Signal()

    def __init__(self, isian: Sequence[Isian], parent: QWidget | None = None, *, lajur: int = 0) -> None:
        """With ``lajur`` the inputs stand row by row in so many lanes, under the headings of their parts."""
        super().__init__(parent)
        self._berubah = False
        tanda = remark(isian)
        self._rows = {satu.kunci: _Row(satu, tanda[satu.wajib], self) for satu in isian}
        if lajur:
            self._lay_out_rows(lajur)
        else:
            self._lay_out()
        for kunci, row in self._rows.items():
            row.field.diubah.connect(partial(self._edited, row))
            row.field.ditinggal.connect(partial(self._left, row))
            row.field.enter.connect(partial(self._enter, kunci))
        if isian:
            self.setFocusProxy(self._rows[isian[0].kunci].field)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(20))
        for nomor in sorted({row.isian.kolom for row in self._rows.values()}):
            column = QVBoxLayout()
            column.setSpacing(theme.px(12))
            for row in self._rows.values():
                if row.isian.kolom == nomor:
                    column.addWidget(row)
            column.addStretch(1)
            line.addLayout(column, 1)

    def _lay_out_rows(self, lajur: int) -> None:
        theme = theme_of(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(12))
        baris = tempat = 0
        for row in self._rows.values():
            satu = row.isian
            if satu.bagian:
                baris += 1
                grid.addWidget(Label(satu.bagian, Gaya.SUBJUDUL), baris, 0, 1, lajur)
            if satu.bagian or tempat + satu.bentang > lajur:
                baris, tempat = baris + 1, 0
            grid.addWidget(row, baris, tempat, 1, satu.bentang, Qt.AlignmentFlag.AlignTop)
            tempat += satu.bentang
        for ke in range(lajur):
            grid.setColumnStretch(ke, 1)
        grid.setRowStretch(baris + 1, 1)

    def nilai(self) -> dict[str, str]:
        """Return all values as typed, without blanks at the ends; a NIK as bare digits, a choice as its value."""
        return {kunci: cleaned(row.isian, row.field.nilai()) for kunci, row in self._rows.items()}

    def isi(self, nilai: Mapping[str, str]) -> None:
        """Show ``nilai`` (missing keys become empty) as the saved state: nothing has changed since."""
        self._fill(nilai)
        self._berubah = False

    def draf(self) -> dict[str, str]:
        """Return what stands in the inputs, to be kept as a draft."""
        return {k: row.field.nilai() for k, row in self._rows.items() if row.isian.jenis is not Jenis.PIN}

    def pulihkan(self, draf: Mapping[str, str]) -> None:
        """Show a draft kept earlier; it counts as not saved."""
        self._fill(draf)
        self._berubah = True
        self.diubah.emit()

    def _fill(self, nilai: Mapping[str, str]) -> None:
        for kunci, row in self._rows.items():
            row.field.isi(nilai.get(kunci, ""))
            row.edited()
            if row.field.nilai() and row.isian.jenis in (Jenis.TANGGAL, Jenis.LAHIR):
                row.understood()

    @property
    def berubah(self) -> bool:
        """Whether something was typed since the last `isi` or `tandai_bersih`."""
        return self._berubah

    def tandai_bersih(self) -> None:
        """Say that what stands here is saved."""
        self._berubah = False

    def salah(self, error: InputSalah) -> bool:
        """Show the message at its input and go there; return False when no input has that name."""
        row = self._rows.get(error.field)
        if row is None:
            return False
        row.tell(error.pesan)
        self.fokus(error.field)
        return True

    def ragu(self, kalimat: Mapping[str, str]) -> None:
        """Show doubts beside their inputs, and none elsewhere; they stop nobody from saving."""
        for kunci, row in self._rows.items():
            row.doubt(kalimat.get(kunci, ""))

    def pesan(self, kunci: str) -> str:
        """Return what is said to be wrong with an input, "" when nothing is."""
        return self._rows[kunci].pesan

    def periksa(self) -> bool:
        """Check every input; go to the first that is wrong and return False, else True."""
        wrong = [kunci for kunci, row in self._rows.items() if not row.isHidden() and not row.check()]
        if wrong:
            self.fokus(wrong[0])
        return not wrong

    def kirim(self) -> None:
        """Emit ``simpan`` when all inputs are fine."""
        if self.periksa():
            self.simpan.emit()

    def field(self, kunci: str) -> Field:
        """Return the input ``kunci``, e.g. to change its example."""
        return self._rows[kunci].field

    def tampakkan(self, kunci: str, tampak: bool) -> None:
        """Show or hide an input; a hidden one is neither checked nor gone to."""
        self._rows[kunci].setVisible(tampak)
        self.setFocusProxy(self._first().field)

    def fokus(self, kunci: str = "") -> None:
        """Go to the input ``kunci`` (by itself the first that is shown) and scroll it into view."""
        if not self._rows:
            return
        row = self._rows[kunci] if kunci else self._first()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(row)

    def _first(self) -> _Row:
        """Return the first input that is shown."""
        semua = [*self._rows.values()]
        return next((row for row in semua if not row.isHidden()), semua[0])

    def _edited(self, row: _Row) -> None:
        row.edited()
        self._berubah = True
        self.diubah.emit()

    def _left(self, row: _Row) -> None:
        if row.field.nilai():
            row.understood()

    def _enter(self, kunci: str) -> None:
        keys = [satu for satu, row in self._rows.items() if not row.isHidden()]
        place = keys.index(kunci)
        if place + 1 < len(keys):
            self.fokus(keys[place + 1])
        else:
            self.kirim()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S and Ctrl+Enter save, Esc goes back."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kirim()
        elif event.key() == Qt.Key.Key_Escape:
            self.batal.emit()
        else:
            super().keyPressEvent(event)
