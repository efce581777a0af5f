"""The table of a page: rows by id, keyboard first, fluid with ten thousand rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.filter import FilterField
from ui.kit.table_copy import copy_rows
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.table_view import RowsView

__all__ = ["Baris", "DataTable", "FilterField", "Kolom", "Rata"]


class DataTable(RowsView):
    """Rows of text; ``opened`` (Enter, double click), ``selected`` ("" when none), ``mark_toggled``."""

    opened = Signal(str)
    mark_toggled = Signal(str, bool)

    def __init__(self, kolom: Sequence[Kolom], *, bertanda: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(kolom, bertanda=bertanda, parent=parent)
        self._filter: FilterField | None = None
        self.horizontalHeader().sectionClicked.connect(self._head_clicked)
        self.doubleClicked.connect(self._open_index)

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
            id, tetap = self._rows.baris(row).id, self._rows.baris(row).tetap
            if (id in self._rows.marks) is on or tetap:
                continue
            (self._rows.marks.add if on else self._rows.marks.discard)(id)
            self.mark_toggled.emit(id, on)
        self._repaint_marks()

    def _toggle_selected(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if rows:
            self._toggle(rows, any(self._rows.baris(r).id not in self._rows.marks for r in rows))

    def _head_clicked(self, section: int) -> None:
        if section < self._rows.geser:
            self._toggle(range(self.row_count()), len(self._rows.marks) < self._rows.markable)

    def _repaint_marks(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    # filter

    def set_marking(self, tampak: bool) -> None:
        """Show or hide the column of the marks; hidden, nothing is marked."""
        self._marking = tampak
        self._fit_columns()
        if not tampak:
            self.set_marks(())

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

    # keys and presses

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() >= self._rows.geser:
            self.opened.emit(self._rows.baris(index.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, or does what an empty table offers; Home and End jump, space marks, Ctrl+C copies.

        Letters go to the filter.
        """
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
            case Qt.Key.Key_Space if self._rows.geser and self._marking:
                self._toggle_selected()
            case _:
                if not self._type_into_filter(event):
                    super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        id = self.current_id()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if id and not ctrl:
            self.opened.emit(id)
        elif self._empty is not None and not self.row_count() and not ctrl:
            self._empty.lakukan()
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
        rows = [self._rows.baris(row).sel for row in self.selected_places()]
        copy_rows([kolom.judul for kolom in self._rows.kolom], rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the column of the marks toggles that row; elsewhere it selects."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() < self._rows.geser:
            self._toggle([index.row()], self._rows.baris(index.row()).id not in self._rows.marks)
