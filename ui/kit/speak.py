"""Says aloud, for those who listen to the screen, what has just appeared on it without the keyboard being there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def speak(widget: QWidget, teks: str, *, segera: bool = False) -> None:
    """Hand ``teks`` to the screen reader that listens, if one does; ``segera`` interrupts what it is saying.

    Nothing is said of a widget that is not on the screen yet: what is read when a page opens is its contents.
    """
    if not teks or not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent  # not before the first paint

    if not QAccessible.isActive():
        return
    if segera:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    said = QAccessibleAnnouncementEvent(widget, teks)
    politeness = QAccessible.AnnouncementPoliteness
    said.setPoliteness(politeness.Assertive if segera else politeness.Polite)
    QAccessible.updateAccessibility(said)
