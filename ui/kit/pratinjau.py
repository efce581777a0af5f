"""The preview of an import: its parts, the choices and the way back, the panel where a cell is typed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import text
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import SidePanel
from ui.kit.chips import ChipRow
from ui.kit.fields import TextField
from ui.kit.filter import FilterField
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.theme import Role, theme_of

P = TypeVar("P")
R = TypeVar("R")


class IsiSel(TextField):
    """A field for one cell; Esc leaves it without leaving the sheet."""

    batal = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report Esc; the rest is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.batal.emit()
        else:
            super().keyPressEvent(event)


class RowPanel(SidePanel):
    """Beside the rows. ``dipilih`` carries the choices after a button; ``ditutup`` comes when typing was given up."""

    dipilih = Signal(object)
    ditutup = Signal()

    def perbaiki(self) -> None:
        """Begin what mends the row."""
        raise NotImplementedError

    def tambah(self, widget: QWidget) -> None:
        """Add something that a key may reach before the next layout: it is shown at once."""
        self.add(widget)
        for satu in (self._scroll.widget(), widget):
            if satu is not None:
                satu.show()

    def ketik(self, label: str, kini: str, sebab: Notice, pakai: Callable[[str], object]) -> None:
        """Ask below ``sebab`` for another value of ``label`` than ``kini``; ``pakai`` gets what was typed."""
        kata = text.IMPOR_KETIK.format(label=label)
        field = IsiSel()
        field.setAccessibleName(kata)
        field.isi(kini)
        field.selectAll()

        def ambil() -> None:
            pakai(field.nilai())

        self.add(sebab)
        self.add(Label(kata, Gaya.TEBAL))
        self.tambah(field)
        self.add(PrimaryButton(text.IMPOR_PAKAI, "Enter", on=ambil, pasang=False))
        self.add(SecondaryButton(text.BATAL, "Esc", on=self.ditutup.emit, pasang=False))
        field.enter.connect(ambil)
        field.batal.connect(self.ditutup)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


class Pratinjau(QWidget, Generic[P, R]):
    """Rows with a search, chips and a panel; ``dipilih`` comes after each choice, ``petakan`` asks for the mapping.

    ``nihil`` are the choices of somebody who chose nothing; a module fills the table and the panel.
    """

    dipilih = Signal()
    petakan = Signal()

    def __init__(
        self, nihil: P, tabel: DataTable, panel: RowPanel, cari: str, saringan: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._nihil = self._pilihan = nihil
        self._urungan: list[P] = []
        self._kalimat = Notice()
        self._catatan = Label("", Gaya.KECIL, lipat=True)
        self._cari = FilterField(cari)
        self._saring = ChipRow(saringan)
        self.tabel, self.panel = tabel, panel
        self._baris = QHBoxLayout()
        self._tata = page_column(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._baris.setSpacing(theme_of(self).px(10))
        self._baris.addWidget(self._cari, 1)
        self._baris.addWidget(Label(text.IMPOR_PETUNJUK, Gaya.KECIL))
        self._baris.addWidget(SecondaryButton(text.IMPOR_UBAH_PETA, "Alt+M", on=self.petakan.emit))
        self._tata.addWidget(self._kalimat)
        self._tata.addWidget(self._catatan)
        self._tata.addLayout(self._baris)
        self._tata.addWidget(self._saring)
        self._tata.addLayout(table_beside(self.tabel, self.panel), 1)

    def _connect(self) -> None:
        self.setFocusProxy(self.tabel)
        self.tabel.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _kata: self.saring())
        self._saring.dipilih.connect(lambda _kunci: self.saring())
        self.tabel.selected.connect(lambda _id: self.tampil())
        self.tabel.opened.connect(lambda _id: self.panel.perbaiki())
        self.panel.dipilih.connect(self.pilih)
        self.panel.ditutup.connect(self._tutup_ketikan)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.urungkan)

    # what a module says

    def tampilkan(self, rencana: R) -> None:
        """Show a plan; the row that the keyboard was on stays, its neighbour where it has left the filter."""
        raise NotImplementedError

    def saring(self) -> None:
        """Fill the table by the search and the chip."""
        raise NotImplementedError

    def tampil(self) -> None:
        """Show the row that the keyboard is on in the panel."""
        raise NotImplementedError

    def petakan_lain(self) -> None:
        """The columns were read as other fields: what was chosen stays, unless a module says otherwise."""

    def ringkas(self, kalimat: str, peran: Role, catatan: Sequence[str]) -> None:
        """Say the plan in a sentence, and below it what was noticed."""
        self._kalimat.set(kalimat, peran)
        self._catatan.setText(" ".join(catatan))
        set_shown(self._catatan, bool(catatan))

    # choices

    @property
    def pilihan(self) -> P:
        """The choices so far."""
        return self._pilihan

    @property
    def disentuh(self) -> bool:
        """Whether something was decided that leaving would lose."""
        return self._pilihan != self._nihil

    def pilih(self, pilihan: P) -> None:
        """Take other choices; Ctrl+Z takes them back."""
        self._urungan.append(self._pilihan)
        self._pilihan = pilihan
        self.dipilih.emit()

    def urungkan(self) -> None:
        """Take back the last choice."""
        if self._urungan:
            self._pilihan = self._urungan.pop()
            self.dipilih.emit()

    def gagal(self) -> None:
        """Forget the last choice: it was not compared."""
        if self._urungan:
            self._pilihan = self._urungan.pop()
        self.tampil()

    def _tutup_ketikan(self) -> None:
        self.tampil()
        self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
