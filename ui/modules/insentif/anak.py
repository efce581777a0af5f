"""A page under Insentif: it stands in place of the lists until Esc leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.page import PageTitle

from . import text


class Anak(QWidget):
    """Base of such a page; ``kembali`` asks to go back to all lists."""

    kembali = Signal()
    bantuan: str = ""
    """The keys of this page, for F1."""

    def load(self) -> None:
        """Read the store again; called when the page is shown and when a table of Insentif changed."""

    def tempat(self) -> str:
        """Return the key that opens the page here again, "" for the lists."""
        return ""

    def kepala(self, judul: str, *tombol: QWidget) -> PageTitle:
        """Return the head: the title, the way back, then ``tombol``."""
        return PageTitle(judul, SecondaryButton(text.KEMBALI, "Esc", pasang=False, on=self.kembali.emit), *tombol)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to all lists."""
        if event.key() == Qt.Key.Key_Escape:
            self.kembali.emit()
        else:
            super().keyPressEvent(event)
