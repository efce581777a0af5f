"""The body of a page: a table in a white card, and beside it the panel that explains the chosen row."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.cards import Card, SidePanel
from ui.kit.theme import theme_of


def table_beside(tabel: QWidget, panel: SidePanel) -> QHBoxLayout:
    """Return ``tabel`` in a card with ``panel`` at its right."""
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    tengah = QHBoxLayout()
    tengah.setSpacing(theme_of(panel).px(10))
    tengah.addWidget(kartu, 1)
    tengah.addWidget(panel)
    return tengah


def page_column(page: QWidget) -> QVBoxLayout:
    """Return the column that a page puts its parts into, from its head down."""
    tata = QVBoxLayout(page)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(theme_of(page).px(10))
    return tata
