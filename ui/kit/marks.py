"""Small signs (tick, dot, ring, triangle, cross …) drawn by the painter, so that no font has to hold them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ui.kit.ink import brush, disc, pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPolygonF


class Mark(Enum):
    """A sign that stands beside a word, so that colour is never the only carrier of meaning."""

    CENTANG = "centang"
    TITIK = "titik"
    LINGKAR = "lingkar"
    AWAS = "awas"
    SALAH = "salah"
    INFO = "info"
    SILANG = "silang"
    CARI = "cari"
    BAWAH = "bawah"
    GARIS = "garis"


_TICK = ((0.14, 0.55), (0.40, 0.80), (0.88, 0.24))
_CROSS = ((0.24, 0.24, 0.76, 0.76), (0.76, 0.24, 0.24, 0.76))
_DASH = ((0.16, 0.5), (0.84, 0.5))
_CHEVRON = ((0.22, 0.38), (0.50, 0.66), (0.78, 0.38))


def paint_mark(painter: QPainter, mark: Mark, kotak: QRectF, warna: QColor) -> None:
    """Draw ``mark`` in ``warna`` filling the square ``kotak`` (device-independent px)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match mark:
        case Mark.LINGKAR:
            painter.strokePath(disc(kotak.center(), 0.38 * kotak.width()), pen(warna, _thickness(kotak)))
        case Mark.TITIK:
            painter.fillPath(disc(kotak.center(), 0.42 * kotak.width()), brush(warna))
        case _:
            _stroke(painter, mark, kotak, warna)
    painter.restore()


def _thickness(kotak: QRectF, least: float = 1.4) -> float:
    return max(least, kotak.width() * 0.11)


def _soft_pen(warna: QColor, tebal: float) -> QPen:
    made = pen(warna, tebal)
    made.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    return made


def _stroke(painter: QPainter, mark: Mark, kotak: QRectF, warna: QColor) -> None:
    painter.setPen(_soft_pen(warna, _thickness(kotak)))
    painter.setBrush(QBrush())
    match mark:
        case Mark.CENTANG:
            painter.drawPolyline(_points(kotak, _TICK))
        case Mark.BAWAH:
            painter.drawPolyline(_points(kotak, _CHEVRON))
        case Mark.GARIS:
            painter.drawPolyline(_points(kotak, _DASH))
        case Mark.SILANG:
            _lines(painter, kotak, _CROSS)
        case Mark.CARI:
            _magnifier(painter, kotak)
        case Mark.AWAS:
            _triangle(painter, kotak, warna)
        case _:
            painter.fillPath(disc(kotak.center(), 0.48 * kotak.width()), brush(warna))
            if mark is Mark.SALAH:
                _exclamation(painter, kotak, 0.24, warna)
            else:
                _letter_i(painter, kotak, warna)


def _points(kotak: QRectF, bagian: tuple[tuple[float, float], ...]) -> QPolygonF:
    from PySide6.QtGui import QPolygonF

    w, h = kotak.width(), kotak.height()
    return QPolygonF([QPointF(kotak.x() + x * w, kotak.y() + y * h) for x, y in bagian])


def _lines(painter: QPainter, kotak: QRectF, garis: tuple[tuple[float, float, float, float], ...]) -> None:
    w, h = kotak.width(), kotak.height()
    for x1, y1, x2, y2 in garis:
        mulai = QPointF(kotak.x() + x1 * w, kotak.y() + y1 * h)
        painter.drawLine(mulai, QPointF(kotak.x() + x2 * w, kotak.y() + y2 * h))


def _magnifier(painter: QPainter, kotak: QRectF) -> None:
    s = kotak.width()
    painter.drawEllipse(QPointF(kotak.x() + 0.42 * s, kotak.y() + 0.42 * s), 0.30 * s, 0.30 * s)
    _lines(painter, kotak, ((0.64, 0.64, 0.90, 0.90),))


def _triangle(painter: QPainter, kotak: QRectF, warna: QColor) -> None:
    painter.setBrush(QBrush(warna))
    painter.drawPolygon(_points(kotak, ((0.5, 0.12), (0.94, 0.86), (0.06, 0.86))))
    _exclamation(painter, kotak, 0.38, warna)


def _exclamation(painter: QPainter, kotak: QRectF, atas: float, dasar: QColor) -> None:
    _lines_on(painter, kotak, ((0.5, atas, 0.5, 0.56), (0.5, 0.74, 0.5, 0.745)), dasar)


def _letter_i(painter: QPainter, kotak: QRectF, dasar: QColor) -> None:
    _lines_on(painter, kotak, ((0.5, 0.27, 0.5, 0.275), (0.5, 0.46, 0.5, 0.74)), dasar)


def _lines_on(
    painter: QPainter, kotak: QRectF, garis: tuple[tuple[float, float, float, float], ...], dasar: QColor
) -> None:
    painter.setPen(_soft_pen(_on(dasar), _thickness(kotak, 1.3)))
    _lines(painter, kotak, garis)


def _on(warna: QColor) -> QColor:
    """Return black or white, whichever reads on ``warna``."""
    return QColor("#FFFFFF") if warna.lightnessF() < 0.5 else QColor("#12181E")
