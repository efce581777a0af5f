"""A sheet dropped on a page is imported like one that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

JENIS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt")


class Jatuhan(QObject):
    """Takes files that are dropped on ``halaman`` and hands the first sheet to ``terima``."""

    def __init__(self, halaman: QWidget, terima: Callable[[Path], object]) -> None:
        super().__init__(halaman)
        self._terima = terima
        halaman.setAcceptDrops(True)
        halaman.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a drag with a sheet in it, and its drop; lets every other event pass."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and (berkas := _berkas(event)) is not None:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self._terima(berkas)
            return True
        return False


def _berkas(event: QDropEvent) -> Path | None:
    """Return the first sheet among the dropped files."""
    semua = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in semua if path.suffix.lower() in JENIS), None)
