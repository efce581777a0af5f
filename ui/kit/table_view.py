"""The rows of a table on the screen: refresh by id, column widths, empty state, selection told once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from ui.kit import text
from ui.kit.cards import EmptyState
from ui.kit.labels import literal
from ui.kit.scroll import ThinScrollBar, own_ground
from ui.kit.table_model import Baris, Kolom, RowsModel
from ui.kit.table_paint import Lebar, RowsDelegate, RowsHeader, cell_margin, measure, share
from ui.kit.theme import Theme, theme_of

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
    | QItemSelectionModel.SelectionFlag.Current
)


class RowsView(QTableView):
    """Shows rows of text; ``selected`` carries the id of the row the keyboard is on, "" when none."""

    selected = Signal(str)

    def __init__(self, kolom: Sequence[Kolom], *, bertanda: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        own_ground(self)
        self._rows = self._make_model(kolom, bertanda=bertanda)
        self._rows.setParent(self)
        self._delegate = RowsDelegate(self._rows, self)
        self._marking = bertanda
        self._empty: EmptyState | None = None
        self._told = ""
        self._head_shown = True
        self._begin_late = False
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        self.setHorizontalHeader(self._make_head())
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.retheme(theme_of(self))

    def _make_model(self, kolom: Sequence[Kolom], *, bertanda: bool) -> RowsModel:
        return RowsModel(kolom, bertanda=bertanda)

    def _make_head(self) -> RowsHeader:
        return RowsHeader(self._rows, self)

    def _set_up_view(self) -> None:
        self._name()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setHorizontalScrollBar(ThinScrollBar(self, lying=True))
        self.setCornerWidget(QWidget(self))

    def _name(self) -> None:
        """Name the table after its columns: what it holds is known before any row is heard."""
        self.setAccessibleName(f"{text.TABEL} {', '.join(k.judul for k in self._rows.kolom if k.judul)}".strip())

    def hide_head(self) -> None:
        """Show rows only: for a list whose columns need no names."""
        self._head_shown = False
        self.horizontalHeader().hide()

    def set_rows(self, rows: Sequence[Baris]) -> None:
        """Show ``rows`` (unique ids); the selected row and the scroll place stay where their ids are."""
        kept, top = self.current_id(), self.verticalScrollBar().value()
        same = self._rows.replace(rows)
        self._fit_columns()
        if not same:
            self._restore(kept, top)
        self._show_empty()
        self._begin_as_promised()
        self.horizontalHeader().viewport().update()

    def append_rows(self, rows: Sequence[Baris]) -> None:
        """Add rows at the end, as when a long list arrives in slices."""
        self._rows.append(rows)
        self._fit_columns()
        self._show_empty()
        self._begin_as_promised()

    def _restore(self, kept: str, top: int) -> None:
        row = self._rows.row_of(kept)
        if row >= 0:
            index = self._rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
            self.verticalScrollBar().setValue(top)
            self.scrollTo(index)
        self._tell_selected()

    def row_count(self) -> int:
        """Return how many rows are shown."""
        return self._rows.count()

    def current_id(self) -> str:
        """Return the id of the row that the keyboard is on, "" when none."""
        row = self.currentIndex().row()
        return self._rows.baris(row).id if 0 <= row < self._rows.count() else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of all selected rows from top to bottom."""
        return [self._rows.baris(row).id for row in self.selected_places()]

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(satu.bottom() - satu.top() + 1 for satu in self._ranges())

    def _ranges(self) -> Sequence[QItemSelectionRange]:
        return cast("Sequence[QItemSelectionRange]", self.selectionModel().selection())

    def selected_places(self) -> list[int]:
        """Return the places of all selected rows from top to bottom."""
        return sorted({row for satu in self._ranges() for row in range(satu.top(), satu.bottom() + 1)})

    def select(self, id: str) -> None:
        """Go to the row ``id``; nothing happens when it is not shown."""
        row = self._rows.row_of(id)
        if row >= 0:
            self._go(row)

    def go_to_one_of(self, ids: Collection[str]) -> None:
        """Go to the topmost of these rows, unless the keyboard is on one of them already or none is shown."""
        rows = sorted(row for row in map(self._rows.row_of, ids) if row >= 0)
        if rows and self.current_id() not in ids:
            self._go(rows[0])

    def begin(self) -> None:
        """Go to the first row, unless one is chosen already. Where the keyboard comes to a table with rows, Qt makes
        the first one the present row without choosing it: nobody would see where the keyboard is."""
        if self.row_count() and not self.selected_count():
            self._go(max(0, self.currentIndex().row()))

    def _begin_as_promised(self) -> None:
        """Go to the first row now where the keyboard was here before any row was."""
        if self._begin_late and self.row_count():
            self._begin_late = False
            self.begin()

    def next_row(self) -> None:
        """Go to the row below the last chosen one; the last row stays chosen."""
        if self.row_count():
            self._go(min((self.selected_places() or [-1])[-1] + 1, self.row_count() - 1))

    def _go(self, row: int) -> None:
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move from a column that is shown: from a hidden one Qt would not move at all."""
        now, head = self.currentIndex(), self.horizontalHeader()
        if now.isValid() and head.isSectionHidden(now.column()):
            shown = next((i for i in range(head.count()) if not head.isSectionHidden(i)), 0)
            place = self._rows.index(now.row(), shown)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        return super().moveCursor(action, modifiers)

    def _tell_selected(self, *_changed: QModelIndex) -> None:
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.selected.emit(now)

    def set_empty(self, empty: EmptyState | None) -> None:
        """Show ``empty`` in place of rows while there are none."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            empty.setParent(self)
        self._show_empty()

    def _show_empty(self) -> None:
        kosong = not self._rows.count() and self._empty is not None
        self.horizontalHeader().setVisible(self._head_shown and not kosong)
        if self._empty is not None:
            self._empty.setGeometry(self.rect())
            self._empty.setVisible(kosong)

    def _fit_columns(self) -> None:
        self._widths = measure(theme_of(self), self._rows)
        if self._rows.geser and not self._marking:
            self._widths[0] = Lebar(0, 0, 0)
        self._share_rest()

    def _wanted(self) -> Sequence[Lebar]:
        return self._widths

    def _share_rest(self) -> None:
        head = self.horizontalHeader()
        for i, width in enumerate(share(self._wanted(), self.viewport().width())):
            head.setSectionHidden(i, width == 0)
            if width:
                head.resizeSection(i, width)
        self._delegate.pertama = head.logicalIndex(next((i for i in range(head.count()) if not self._hidden(i)), 0))

    def _hidden(self, tempat: int) -> bool:
        """Tell whether the column that stands at a place from the left is hidden."""
        head = self.horizontalHeader()
        return head.isSectionHidden(head.logicalIndex(tempat))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_rest()
        self._show_empty()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._delegate.retheme(theme)
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(theme.tinggi_baris)
        vertical.setDefaultSectionSize(theme.tinggi_baris)
        self.verticalScrollBar().setSingleStep(theme.tinggi_baris)
        self._fit_columns()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first row, or to the first one that comes, when the keyboard comes here and none is selected."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.begin()
            self._begin_late = not self.row_count()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take away the sign of the focus."""
        super().focusOutEvent(event)
        self._begin_late = False
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of a cell that is cut."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        index = self.indexAt(event.pos())
        kata = self._rows.text_at(index.row(), index.column()) if index.isValid() else ""
        ruang = self.columnWidth(index.column()) - 2 * cell_margin(theme_of(self)) if kata else 0
        cut = kata and self.fontMetrics().horizontalAdvance(kata) > ruang
        QToolTip.showText(event.globalPos(), literal(kata) if cut else "", self.viewport())
        return True
