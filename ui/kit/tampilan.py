"""A view with a head: where the keyboard begins in it is not where the Tab key comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Tampilan(QWidget):
    """The keyboard goes to its focus proxy when the view is shown. The Tab key comes from outside to what stands first
    in it, where a proxy of Qt's own would skip all that stands before it, also where views stand within one another."""

    _awal_fokus: QWidget | None = None

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Begin at ``widget`` when the view gets the keyboard, at once where it has it itself."""
        self._awal_fokus = widget
        if widget is not None and self.hasFocus():
            widget.setFocus()

    def focusProxy(self) -> QWidget | None:
        """Return where the view begins."""
        return self._awal_fokus

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """Begin where the view begins."""
        if self._awal_fokus is None:
            super().setFocus(*reason)
        else:
            self._awal_fokus.setFocus(*reason)
