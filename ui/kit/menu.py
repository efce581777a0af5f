"""A short menu of words that a button or a head opens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.theme import theme_of

MenuLine = tuple[str, Callable[[], object]]
"""The words of a line, and what it does."""

_GAYA = """QMenu {{ background: {kartu}; color: {teks}; border: 1px solid {garis_tombol}; padding: {celah}px 0; }}
QMenu::item {{ padding: {atas}px {samping}px; }}
QMenu::item:selected {{ background: {pilihan}; color: {teks}; }}"""


_TOMBOL = re.compile(r"(.+) \(((?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|[A-Z]|Del|Enter))\)")


def kata_dan_tombol(kata: str) -> tuple[str, str]:
    """Return the words of a line and its key, "" for none: ``Isi ukuran (F2)`` is *Isi ukuran* with F2."""
    cocok = _TOMBOL.fullmatch(kata)
    return (cocok[1], cocok[2]) if cocok else (kata, "")


def menu_of(parent: QWidget, pilihan: Sequence[MenuLine]) -> QMenu:
    """Return a menu with these words and what each does, its key at the right; every line is as high as a click
    target."""
    theme, menu = theme_of(parent), QMenu(parent)
    menu.setFont(theme.font())
    tinggi = menu.fontMetrics().height()
    menu.setStyleSheet(
        _GAYA.format(
            **theme.warna._asdict(),
            celah=theme.px(4),
            atas=(theme.tinggi_baris - tinggi + 1) // 2,
            samping=theme.px(18),
        )
    )
    for kata, lakukan in pilihan:
        tulisan = "\t".join(filter(None, kata_dan_tombol(kata.replace("&", "&&"))))
        menu.addAction(tulisan).triggered.connect(lambda _on=False, f=lakukan: f())
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


class MenuButton(SecondaryButton):
    """A button that opens a menu below it; ``pilihan()`` returns its words and what each does, as they are now."""

    def __init__(
        self, teks: str, shortcut: str, pilihan: Callable[[], Sequence[MenuLine]], parent: QWidget | None = None
    ) -> None:
        super().__init__(teks, shortcut, on=self._open, parent=parent)
        self.pilihan = pilihan

    def _open(self) -> None:
        menu_of(self, self.pilihan()).popup(self.mapToGlobal(QPoint(0, self.height())))
