"""A table whose columns the user sorts by, shows, hides, moves and widens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit import text
from ui.kit.menu import menu_of
from ui.kit.table import DataTable
from ui.kit.table_columns import Pilihan, bawaan
from ui.kit.table_model import Kolom
from ui.kit.table_paint import Lebar, RowsHeader
from ui.kit.table_query import BLOK
from ui.kit.theme import theme_of

_GONE = Lebar(0, 0, 0)
_DIUKUR = 64
"""The first rows, from which the widths are taken."""


class ArrangedTable(DataTable):
    """``diurutkan`` carries what the user sorts by and whether backwards; ``diatur`` the columns the user chose."""

    diurutkan = Signal(str, bool)
    diatur = Signal(object)

    def __init__(self, kolom: Sequence[Kolom], *, parent: QWidget | None = None) -> None:
        self._pilihan = bawaan(kolom)
        self._terukur = self._menata = False
        super().__init__(kolom, parent=parent)
        self._set_up_head()

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionsMovable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._head_menu)
        head.sectionMoved.connect(self._moved)
        head.sectionResized.connect(self._resized)

    # columns

    def ukur(self) -> None:
        """Take the widths of the columns from the rows that are shown now; typing does not change them."""
        self._terukur = bool(self.row_count())
        for row in range(0, min(self.row_count(), _DIUKUR), BLOK):
            self._rows.baris(row)
        self._fit_columns()

    def pilih_kolom(self, pilihan: Pilihan) -> None:
        """Show these columns in this order, as wide as they were made."""
        self._pilihan = pilihan
        head = self.horizontalHeader()
        keys = [kolom.kunci for kolom in self._rows.kolom]
        self._menata = True
        for ke, kunci in enumerate(pilihan.urutan):
            head.moveSection(head.visualIndex(keys.index(kunci)), ke)
        self._menata = False
        self._share_rest()
        self.viewport().update()

    @property
    def kolom(self) -> Sequence[Kolom]:
        """Every column there is."""
        return self._rows.kolom

    @property
    def pilihan(self) -> Pilihan:
        """The columns as they are chosen now."""
        return self._pilihan

    def kolom_tampak(self) -> list[int]:
        """Return the shown columns from left to right, as places in the row."""
        head = self.horizontalHeader()
        return [i for i in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(i)]

    def _wanted(self) -> Sequence[Lebar]:
        theme, lebar = theme_of(self), self._pilihan.lebar
        wanted = []
        for kolom, satu in zip(self._rows.kolom, self._widths, strict=True):
            px = theme.px(lebar.get(kolom.kunci, 0))
            own = Lebar(px, px, px) if px else satu
            wanted.append(_GONE if kolom.kunci in self._pilihan.sembunyi else own)
        return wanted

    def _share_rest(self) -> None:
        menata, self._menata = self._menata, True
        super()._share_rest()
        self._menata = menata
        tampak = self.kolom_tampak()
        self._delegate.pertama = tampak[0] if tampak else 0

    def _moved(self, *_places: int) -> None:
        if self._menata:
            return
        head = self.horizontalHeader()
        urutan = tuple(self._rows.kolom[head.logicalIndex(i)].kunci for i in range(head.count()))
        self._chosen_anew(Pilihan(urutan, self._pilihan.sembunyi, self._pilihan.lebar))

    def _resized(self, section: int, _lama: int, baru: int) -> None:
        if not self._menata and baru:
            kunci = self._rows.kolom[section].kunci
            self._chosen_anew(self._pilihan.dengan_lebar(kunci, round(baru / theme_of(self).skala)))

    def _chosen_anew(self, pilihan: Pilihan) -> None:
        self._pilihan = pilihan
        self._delegate.pertama = (self.kolom_tampak() or [0])[0]
        self.diatur.emit(pilihan)

    def _head_menu(self, tempat: QPoint) -> None:
        head = self.horizontalHeader()
        section = head.logicalIndexAt(tempat)
        if section < 0:
            return
        kolom = self._rows.kolom[section]
        sort = (
            (text.URUT_NAIK, lambda: self.urutkan(kolom.urut, turun=False)),
            (text.URUT_TURUN, lambda: self.urutkan(kolom.urut, turun=True)),
        )
        hide = ((text.SEMBUNYIKAN_KOLOM, lambda: self._hide(kolom.kunci)),)
        pilihan = [*(sort if kolom.urut else ()), *(hide if len(self.kolom_tampak()) > 1 else ())]
        menu_of(self, pilihan).popup(head.mapToGlobal(tempat))

    def _hide(self, kunci: str) -> None:
        self.pilih_kolom(self._pilihan.tampakkan(kunci, False))
        self.diatur.emit(self._pilihan)

    # sorting

    def urutkan(self, urut: str, *, turun: bool | None = None) -> None:
        """Sort by ``urut``; by the same again: the other way round."""
        head = self._head()
        if not urut:
            return
        head.turun = turun if turun is not None else head.urut == urut and not head.turun
        head.urut = urut
        head.viewport().update()
        self.diurutkan.emit(urut, head.turun)

    def tandai_urutan(self, urut: str, turun: bool) -> None:
        """Show by what the rows are sorted, without a signal."""
        head = self._head()
        head.urut, head.turun = urut, turun
        head.viewport().update()

    def _head(self) -> RowsHeader:
        head = self.horizontalHeader()
        assert isinstance(head, RowsHeader)
        return head

    def _head_clicked(self, section: int) -> None:
        self.urutkan(self._rows.kolom[section].urut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+1 to Ctrl+9 sort by the column in that place; the rest as in any table."""
        ke = event.key() - Qt.Key.Key_1
        tampak = self.kolom_tampak()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 0 <= ke < min(9, len(tampak)):
            self.urutkan(self._rows.kolom[tampak[ke]].urut)
            return
        super().keyPressEvent(event)
