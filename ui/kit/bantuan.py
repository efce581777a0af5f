"""F1 in a sheet or dialog: whoever can explain the page is asked to do so over it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Penjelas(Protocol):
    """A window that can explain what stands over its page."""

    def jelaskan(self, di: QWidget) -> None:
        """Show the chapter of the page over ``di``, which stays as it is."""


def minta(dari: QWidget, event: QKeyEvent) -> bool:
    """Ask the window under ``dari`` to explain, where the key is F1; return whether it was asked."""
    if event.key() != Qt.Key.Key_F1 or event.modifiers():
        return False
    satu: QWidget | None = dari.parentWidget()
    while satu is not None and not isinstance(satu, Penjelas):
        satu = satu.parentWidget()
    if satu is None:
        return False
    satu.jelaskan(dari)
    return True
