"""The table of the posts: Enter in the field above it never chooses a row by itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.filter import FilterField
from ui.kit.table import DataTable


class TabelPos(DataTable):
    """``tanpa_pilihan`` comes with Enter in the field while no row is chosen."""

    tanpa_pilihan = Signal()

    def lepas(self) -> None:
        """Choose no row: Enter must not meet anybody by chance."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def ketik_ke(self, field: FilterField) -> None:
        """Send letters typed here to ``field`` from now on."""
        self._filter = field

    def _key_from_filter(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.current_id():
            self.tanpa_pilihan.emit()
        else:
            super()._key_from_filter(event)
