"""What can be done in a view now: its buttons, and what its menus hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Aksi, Button
from ui.kit.menu import MenuButton, kata_dan_tombol


def commands_of(view: QWidget) -> list[Aksi]:
    """Return every visible button of ``view`` that works now, and each line of its menus, in reading order."""
    hasil: list[Aksi] = []
    for button in view.findChildren(Button):
        if not (button.isVisible() and button.isEnabled() and button.teks):
            continue
        if isinstance(button, MenuButton):
            for baris, lakukan in button.pilihan():
                kata, kunci = kata_dan_tombol(baris)
                hasil.append(Aksi(kata, lakukan, kunci))
        else:
            hasil.append(Aksi(button.teks, button.click, button.tombol))
    return hasil
