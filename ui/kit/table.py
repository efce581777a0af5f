"""The table of a page: rows by id, keyboard first, fluid with ten thousand rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView, QToolTip, QWidget

from ui.kit import text
from ui.kit.cards import EmptyState
from ui.kit.filter import FilterField
from ui.kit.scroll import ThinScrollBar
from ui.kit.table_model import Baris, Kolom, Rata, RowsModel
from ui.kit.table_paint import RowsDelegate, RowsHeader, cell_margin, measure, share
from ui.kit.theme import Theme, theme_of

__all__ = ["Baris", "DataTable", "FilterField", "Kolom", "Rata"]

_SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
    | QItemSelectionModel.SelectionFlag.Current
)


class DataTable(QTableView):
    """Rows of text; ``opened`` (Enter, double click), ``selected`` ("" when none), ``mark_toggled``."""

    opened = Signal(str)
    selected = Signal(str)
    mark_toggled = Signal(str, bool)

    def __init__(self, kolom: Sequence[Kolom], *, bertanda: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(kolom, bertanda=bertanda)
        self._rows.setParent(self)
        self._delegate = RowsDelegate(self._rows, self)
        self._filter: FilterField | None = None
        self._empty: EmptyState | None = None
        self._told = ""
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        head = RowsHeader(self._rows, self)
        self.setHorizontalHeader(head)
        head.sectionClicked.connect(self._head_clicked)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.doubleClicked.connect(self._open_index)
        self.retheme(theme_of(self))

    def _set_up_view(self) -> None:
        self.setAccessibleName(text.TABEL)
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
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(ThinScrollBar(Qt.Orientation.Horizontal, self))
        self.setCornerWidget(QWidget(self))

    # rows

    def set_rows(self, rows: Sequence[Baris]) -> None:
        """Show ``rows`` (unique ids); the selected row and the scroll place stay where their ids are."""
        kept, top = self.current_id(), self.verticalScrollBar().value()
        same = self._rows.replace(rows)
        self._fit_columns()
        if not same:
            self._restore(kept, top)
        self._show_empty()
        self.horizontalHeader().viewport().update()

    def append_rows(self, rows: Sequence[Baris]) -> None:
        """Add rows at the end, as when a long list arrives in slices."""
        self._rows.append(rows)
        self._fit_columns()
        self._show_empty()

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
        return len(self._rows.rows)

    def current_id(self) -> str:
        """Return the id of the row that the keyboard is on, "" when none."""
        row = self.currentIndex().row()
        return self._rows.rows[row].id if 0 <= row < len(self._rows.rows) else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of all selected rows from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.rows[row].id for row in rows]

    def select(self, id: str) -> None:
        """Go to the row ``id``; nothing happens when it is not shown."""
        row = self._rows.row_of(id)
        if row >= 0:
            self._go(row)

    def _go(self, row: int) -> None:
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
        self.scrollTo(index)

    # marks

    def marks(self) -> frozenset[str]:
        """Return the ids of the marked rows."""
        return frozenset(self._rows.marks)

    def set_marks(self, ids: Iterable[str]) -> None:
        """Mark exactly the rows ``ids``, without a signal."""
        self._rows.set_marks(ids)
        self._repaint_marks()

    def _toggle(self, rows: Iterable[int], on: bool) -> None:
        for row in rows:
            id = self._rows.rows[row].id
            if (id in self._rows.marks) is on:
                continue
            (self._rows.marks.add if on else self._rows.marks.discard)(id)
            self.mark_toggled.emit(id, on)
        self._repaint_marks()

    def _toggle_selected(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if rows:
            self._toggle(rows, any(self._rows.rows[r].id not in self._rows.marks for r in rows))

    def _head_clicked(self, section: int) -> None:
        if section < self._rows.geser:
            self._toggle(range(self.row_count()), len(self._rows.marks) < self.row_count())

    def _repaint_marks(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    # filter and empty state

    def attach_filter(self, field: FilterField) -> None:
        """Send letters typed here to ``field``, and its arrows and Enter here."""
        self._filter = field
        field.tombol.connect(self._key_from_filter)

    def _key_from_filter(self, event: QKeyEvent) -> None:
        if not self.current_id() and self.row_count():
            self._go(0)
            if event.key() == Qt.Key.Key_Down:
                return
        self.keyPressEvent(event)

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
        kosong = not self._rows.rows and self._empty is not None
        self.horizontalHeader().setVisible(not kosong)
        if self._empty is not None:
            self._empty.setGeometry(self.rect())
            self._empty.setVisible(kosong)

    # widths

    def _fit_columns(self) -> None:
        self._widths = measure(theme_of(self), self._rows)
        self._share_rest()

    def _share_rest(self) -> None:
        head = self.horizontalHeader()
        for i, width in enumerate(share(self._widths, self.viewport().width())):
            head.setSectionHidden(i, width == 0)
            if width:
                head.resizeSection(i, width)

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

    # events

    def _tell_selected(self, *_changed: QModelIndex) -> None:
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.selected.emit(now)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() >= self._rows.geser:
            self.opened.emit(self._rows.rows[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End jump, space marks, Ctrl+C copies, letters go to the filter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(event)
            case Qt.Key.Key_Home if self.row_count():
                self._go(0)
            case Qt.Key.Key_End if self.row_count():
                self._go(self.row_count() - 1)
            case Qt.Key.Key_Space if self._rows.geser:
                self._toggle_selected()
            case _:
                if not self._type_into_filter(event):
                    super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        id = self.current_id()
        if id and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(id)
        else:
            event.ignore()

    def _type_into_filter(self, event: QKeyEvent) -> bool:
        kata = event.text()
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if self._filter is None or not kata.strip() or not kata.isprintable() or event.modifiers() & keys:
            return False
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.deselect()
        self._filter.end(False)
        QApplication.sendEvent(self._filter, event)
        return True

    def _copy(self) -> None:
        chosen = [self._rows.rows[self._rows.row_of(id)].sel for id in self.selected_ids()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(sel) for sel in chosen))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the column of the marks toggles that row; elsewhere it selects."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() < self._rows.geser:
            self._toggle([index.row()], self._rows.rows[index.row()].id not in self._rows.marks)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first row when the keyboard comes here and none is selected."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.current_id() and self.row_count():
            self._go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take away the sign of the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of a cell that is cut."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        index = self.indexAt(event.pos())
        kata = self._rows.text_at(index.row(), index.column()) if index.isValid() else ""
        ruang = self.columnWidth(index.column()) - 2 * cell_margin(theme_of(self)) if kata else 0
        cut = kata and self.fontMetrics().horizontalAdvance(kata) > ruang
        QToolTip.showText(event.globalPos(), kata if cut else "", self.viewport())
        return True
