"""What is painted and can be clicked, as buttons for those who do not see it: each with a name, each to be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class Bagian(QAbstractButton):
    """A part of a painted widget: lies over it unseen, lets the mouse through, and takes no keys from it."""

    def __init__(self, induk: QWidget, tekan: Callable[[int], None], ke: int) -> None:
        super().__init__(induk)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: tekan(ke))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave what is painted below as it is."""


class Lapisan:
    """The parts of one widget; ``tekan`` gets the place of the one that was pressed."""

    def __init__(self, induk: QWidget, tekan: Callable[[int], None]) -> None:
        self._induk, self._tekan = induk, tekan
        self._semua: list[Bagian] = []

    def set(self, isi: Sequence[tuple[str, QRectF]], judul: str = "") -> None:
        """Let there be parts of these names at these places, in their order; ``judul`` is said of each after it."""
        while len(self._semua) < len(isi):
            self._semua.append(Bagian(self._induk, self._tekan, len(self._semua)))
        for satu, (kata, kotak) in zip(self._semua, isi, strict=False):
            satu.setAccessibleName(kata)
            satu.setAccessibleDescription(judul)
            satu.setGeometry(kotak.toAlignedRect())
            satu.show()
        for satu in self._semua[len(isi) :]:
            satu.hide()
