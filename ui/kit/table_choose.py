"""The sheet in which a person chooses the columns of a table and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import text
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Card
from ui.kit.dialog import Sheet, table_height
from ui.kit.table import DataTable
from ui.kit.table_columns import Pilihan, bawaan
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of


class _Daftar(QWidget):
    """The list of the columns with its buttons."""

    def __init__(self, kolom: Sequence[Kolom], pilihan: Pilihan) -> None:
        super().__init__()
        self._kolom = {satu.kunci: satu for satu in kolom}
        self._lebar = pilihan.lebar
        self._awal = bawaan(kolom)
        self.tabel = DataTable((Kolom("nama", text.KOLOM_KEPALA, stretch=1),), bertanda=True)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        samping = QVBoxLayout()
        samping.setSpacing(theme_of(self).px(8))
        samping.addWidget(SecondaryButton(text.KOLOM_NAIK, "Ctrl+Up", on=lambda: self._geser(-1)))
        samping.addWidget(SecondaryButton(text.KOLOM_TURUN, "Ctrl+Down", on=lambda: self._geser(1)))
        samping.addWidget(SecondaryButton(text.KOLOM_SEMULA, on=self._semula))
        samping.addStretch(1)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu, 1)
        tata.addLayout(samping)
        self.setFocusProxy(self.tabel)
        self._isi(pilihan)

    def _isi(self, pilihan: Pilihan) -> None:
        self._urutan = list(pilihan.urutan)
        self._tampil()
        self.tabel.set_marks(kunci for kunci in self._urutan if kunci not in pilihan.sembunyi)
        self.tabel.begin()

    def _tampil(self) -> None:
        tanda = self.tabel.marks()
        self.tabel.set_rows([Baris(kunci, (self._kolom[kunci].judul,)) for kunci in self._urutan])
        self.tabel.set_marks(tanda)

    def _geser(self, arah: int) -> None:
        kunci = self.tabel.current_id()
        ke = self._urutan.index(kunci) if kunci else -1
        if ke >= 0 and 0 <= ke + arah < len(self._urutan):
            self._urutan.insert(ke + arah, self._urutan.pop(ke))
            self._tampil()
            self.tabel.select(kunci)

    def _semula(self) -> None:
        self._lebar = {}
        self._isi(self._awal)

    def pilihan(self) -> Pilihan:
        """Return what is chosen; raise InputSalah when no column would be left."""
        tampak = self.tabel.marks()
        if not tampak:
            raise InputSalah("", text.KOLOM_SATU)
        return Pilihan(tuple(self._urutan), frozenset(self._urutan) - tampak, self._lebar)


def buka(
    parent: QWidget, kolom: Sequence[Kolom], pilihan: Pilihan, dipilih: Callable[[Pilihan], object]
) -> Sheet:  # fmt: skip
    """Ask which columns to show; ``dipilih`` gets the answer."""
    isi = _Daftar(kolom, pilihan)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(text.KOLOM_JUDUL, isi, sub=text.KOLOM_SUB, lebar=520, parent=parent)

    def simpan() -> None:
        try:
            baru = isi.pilihan()
        except InputSalah as exc:
            sheet.gagal(exc)
            return
        sheet.accept()
        dipilih(baru)

    sheet.disimpan.connect(simpan)
    sheet.open()
    return sheet
