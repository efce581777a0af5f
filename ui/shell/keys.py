"""The keys that the whole window listens to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

END_DAY = ("Ctrl+Return", "Ctrl+Enter")
"""Beranda has a button with this key of its own."""


class WindowKeys:
    """Keys and what each does; none works until it is let."""

    def __init__(self, window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
        self._keys = {key: QShortcut(QKeySequence(key), window) for key in keys}
        for key, action in keys.items():
            self._keys[key].activated.connect(action)
        self.let(on=False)

    def let(self, *which: str, on: bool) -> None:
        """Let these keys work, or no longer; without names all."""
        for key in which or self._keys:
            self._keys[key].setEnabled(on)
