"""What fingers press at the door: large buttons that never take the keyboard, and keys on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import text_pintu as text

_ANGKA = "1234567890"
_HURUF = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM.'")


_TINGGI = 42
"""Px of a key: a finger does not grow with the letters."""


class TombolPintu(SecondaryButton):
    """A button as high as a finger, pressed without moving the keyboard away from the line."""

    def __init__(self, teks: str, kunci: str = "", *, on: Callable[[], object] | None = None, tinggi: int = 48) -> None:
        self._tinggi = tinggi
        super().__init__(teks, kunci, on=on, pasang=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the size of the words, as high as asked for."""
        return QSize(super().sizeHint().width(), self._theme.px(self._tinggi))

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the words, as high as asked for."""
        return QSize(super().minimumSizeHint().width(), self._theme.px(self._tinggi))


class PapanSentuh(QWidget):
    """One row of digits, and three of letters where they are asked for; ``ditekan`` carries the character, ``<`` to
    take one back, ``#`` to end the line."""

    ditekan = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of(self)
        self._tinggi = round(_TINGGI * min(1, 1.1 / theme.skala))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        self._huruf = QWidget()
        letters = QVBoxLayout(self._huruf)
        letters.setContentsMargins(0, 0, 0, 0)
        letters.setSpacing(theme.px(6))
        for baris in _HURUF:
            letters.addLayout(self._baris(tuple((satu, satu) for satu in baris)))
        self._ganti = TombolPintu(text.HURUF, on=self._berganti, tinggi=self._tinggi)
        angka = self._baris(tuple((satu, satu) for satu in _ANGKA))
        for kata, isi in ((text.SPASI, " "), (text.HAPUS, "<"), (text.KIRIM, "#")):
            angka.addWidget(self._tombol(kata, isi), 2)
        angka.addWidget(self._ganti, 2)
        box.addWidget(self._huruf)
        box.addLayout(angka)
        set_shown(self._huruf, False)

    def _baris(self, isi: tuple[tuple[str, str], ...]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme_of(self).px(6))
        for kata, satu in isi:
            line.addWidget(self._tombol(kata, satu), 1)
        return line

    def _tombol(self, kata: str, isi: str) -> TombolPintu:
        return TombolPintu(kata, on=lambda: self.ditekan.emit(isi), tinggi=self._tinggi)

    def _berganti(self) -> None:
        tampak = self._huruf.isHidden()
        set_shown(self._huruf, tampak)
        self._ganti.set_teks(text.ANGKA if tampak else text.HURUF)
