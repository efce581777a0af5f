"""The table of the participants: letters search, or mark while one is recorded after another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.table_big import QueryTable

from .text_catat import HURUF

_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class TabelPeserta(QueryTable):
    """``ditandai`` carries the mark of a letter while ``berurutan``; ``dihapus`` comes with Delete."""

    ditandai = Signal(str)
    dihapus = Signal()
    berurutan = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While ``berurutan`` H, W, I, S and A mark, other letters do nothing; digits begin another search."""
        if event.key() == Qt.Key.Key_Delete:
            self.dihapus.emit()
        elif self.berurutan and event.text().isalpha() and not event.modifiers() & _PERINTAH:
            tanda = HURUF.get(event.text().upper())
            if tanda:
                self.ditandai.emit(tanda)
        else:
            if self.berurutan and event.text().isdigit() and self._filter is not None:
                self._filter.clear()
            super().keyPressEvent(event)
