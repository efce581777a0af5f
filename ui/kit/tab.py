"""The way of the Tab key through widgets that were made later than their place on the screen tells."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def tab_order(*widgets: QWidget | None) -> None:
    """Let the Tab key go through ``widgets`` in this order; None stands for one that is not made yet."""
    there = [widget for widget in widgets if widget is not None]
    for before, after in zip(there, there[1:], strict=False):
        QWidget.setTabOrder(before, after)


def tab_in_place(holder: QWidget, *widgets: QWidget) -> None:
    """Let the Tab key come to ``widgets``, which stand in ``holder`` or before it, just before it comes to ``holder``."""
    before = holder.previousInFocusChain()
    while before is not holder and (holder.isAncestorOf(before) or not before.focusPolicy().value):
        before = before.previousInFocusChain()
    if before is not holder:
        tab_order(before, *widgets)
