"""A side panel with the acts on what is chosen: buttons, and a menu and papers side by side below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import SecondaryButton
from ui.kit.cards import SidePanel


class Pilihan(NamedTuple):
    """An act that is offered: its words, what it opens, and the key of the page that does the same."""

    kata: str
    lakukan: Callable[[], object]
    tombol: str = ""

    @property
    def di_menu(self) -> str:
        """The words as a menu shows them, with the key behind."""
        return f"{self.kata} ({self.tombol})" if self.tombol else self.kata


class ActPanel(SidePanel):
    """``menu`` and ``cetak`` are what the buttons that open a menu do (without ``cetak`` the page has it elsewhere);
    their keys are those of the page."""

    def __init__(self, menu: Pilihan, cetak: Pilihan | None = None) -> None:
        super().__init__()
        self._menu = (menu, cetak) if cetak else (menu,)
        self.tombol_menu: QWidget = self
        self.tombol_cetak: QWidget = self

    def lepas_menu(self) -> None:
        """Open the menus at the panel itself, for its buttons go."""
        self.tombol_menu = self.tombol_cetak = self

    def tambah_menu(self) -> None:
        """Put the buttons that open a menu side by side."""
        baris = QWidget()
        tata = QHBoxLayout(baris)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(self._theme.px(8))
        semua = [SecondaryButton(p.kata, p.tombol, pasang=False, on=p.lakukan) for p in self._menu]
        self.tombol_menu, self.tombol_cetak = semua[0], semua[-1]
        for tombol in semua:
            tata.addWidget(tombol)
        self.add(baris)
