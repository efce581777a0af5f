"""The way of the Tab key through widgets that were made later than their place on the screen tells."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.kit.ink import TAB_FOCUS


def tab_order(*widgets: QWidget | None) -> None:
    """Let the Tab key go through ``widgets`` in this order; None stands for room, or for one not made yet."""
    there = [widget for widget in widgets if widget is not None]
    for before, after in pairwise(there):
        QWidget.setTabOrder(before, after)


def tab_in_place(holder: QWidget, *widgets: QWidget) -> None:
    """Let the Tab key come to ``widgets``, which stand in ``holder``, when it comes past ``holder`` (and not to it).

    Qt puts nothing behind a widget that the Tab key does not come to: for a moment it does.
    """
    holder.setProperty("focusPolicy", TAB_FOCUS)
    tab_order(holder, *widgets)
    holder.setProperty("focusPolicy", 0)
