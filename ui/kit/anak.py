"""A page under a page: it stands in its place until Esc leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit import text
from ui.kit.buttons import SecondaryButton
from ui.kit.page import PageTitle


class Anak(QWidget):
    """Base of such a page; ``kembali`` asks to go back."""

    kembali = Signal()
    bantuan: str = ""
    """The keys of this page, for F1."""

    def load(self) -> None:
        """Read the store again; called when the page is shown and when a table of the page above it changed."""

    def tempat(self) -> str:
        """Return the key that opens the page here again, "" for the page above it."""
        return ""

    def mundur(self) -> None:
        """Go back."""
        self.kembali.emit()

    def kepala(self, judul: str, *tombol: QWidget) -> PageTitle:
        """Return the head: the title, the way back, then ``tombol``."""
        return PageTitle(judul, SecondaryButton(text.KEMBALI, "Esc", pasang=False, on=self.mundur), *tombol)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.mundur()
        else:
            super().keyPressEvent(event)
