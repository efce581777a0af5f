"""Draws boxes, outlines and words in colours of the theme without touching the namespace Qt.

Its names cost 13 ms when the first of them is touched, be it only because a function would take one too (setPen,
setBrush, fillRect). What the first paint draws, it draws with the functions here, which take none (keputusan/0014).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStylePainter, QWidget

LEFT, CENTRE = 0x81, 0x84
"""Qt.AlignmentFlag as drawItemText takes it, a number: half-way up, from the left edge or in the middle."""
PLAIN_TEXT = 0
"""Qt.TextFormat.PlainText."""
NEVER = 1
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff."""
TAB_FOCUS = 1
"""Qt.FocusPolicy.TabFocus."""


def focus_by_tab(widget: QWidget) -> None:
    """Let the Tab key reach ``widget``; a click leaves the focus where it is."""
    widget.setProperty("focusPolicy", TAB_FOCUS)


def brush(warna: QColor) -> QBrush:
    """Return a brush that fills with ``warna``."""
    return _palette(warna).windowText()


def pen(warna: QColor, tebal: float = 1) -> QPen:
    """Return a pen ``tebal`` px wide."""
    made = QPen()
    made.setColor(warna)
    made.setWidthF(tebal)
    return made


def rounded(kotak: QRectF, jari: float) -> QPainterPath:
    """Return the outline of ``kotak`` with corners of radius ``jari`` px."""
    path = QPainterPath()
    path.addRoundedRect(kotak, jari, jari)
    return path


def disc(tengah: QPointF, jari: float) -> QPainterPath:
    """Return the outline of a disc."""
    path = QPainterPath()
    path.addEllipse(tengah, jari, jari)
    return path


def fill(painter: QPainter, kotak: QRectF, warna: QColor) -> None:
    """Fill a rectangle."""
    path = QPainterPath()
    path.addRect(kotak)
    painter.fillPath(path, brush(warna))


def words(painter: QStylePainter, kotak: QRectF, teks: str, huruf: QFont, warna: QColor, letak: int = LEFT) -> None:
    """Write ``teks`` into ``kotak`` on one line."""
    painter.setFont(huruf)
    painter.drawItemText(kotak.toRect(), letak, _palette(warna), True, teks, QPalette.ColorRole.WindowText)


def _palette(warna: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, warna)
    return palette
