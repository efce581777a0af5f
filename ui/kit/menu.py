"""A short menu of words that a button or a head opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.theme import theme_of

_GAYA = """QMenu {{ background: {kartu}; color: {teks}; border: 1px solid {garis_tombol}; padding: {celah}px 0; }}
QMenu::item {{ padding: {atas}px {samping}px; }}
QMenu::item:selected {{ background: {pilihan}; color: {teks}; }}"""


def menu_of(parent: QWidget, pilihan: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """Return a menu with these words and what each does; every line is as high as a click target."""
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
        menu.addAction(kata.replace("&", "&&")).triggered.connect(lambda _on=False, f=lakukan: f())
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
