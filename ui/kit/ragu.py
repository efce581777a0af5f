"""Doubts beside the inputs of a form while it is filled in: odd, worth a look, and never in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from ui.kit.form import Form

JEDA_MS = 350
"""How long after the last key the doubts are looked for."""


class Ragu(QObject):
    """Watches one form; ``tanya`` returns the doubts about what was typed, by input."""

    def __init__(self, isi: Form, tanya: Callable[[Mapping[str, str]], Mapping[str, str]]) -> None:
        super().__init__(isi)
        self._isi, self._tanya = isi, tanya
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self.periksa)
        isi.diubah.connect(self._jeda.start)
        self.periksa()

    def periksa(self) -> None:
        """Look at what stands in the form now."""
        self._isi.ragu(self._tanya(self._isi.nilai()))
