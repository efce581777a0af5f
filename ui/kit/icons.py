"""Icons of resources/icons, tinted with a colour and kept once drawn; QtSvg is loaded with the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QColor, QGuiApplication

import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap


class Icons:
    """Draws icons by file name without suffix ("home"); each instance keeps what it has drawn."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, nama: str, warna: QColor, ukuran: int = 20) -> QPixmap:
        """Return the icon ``nama`` in ``warna``, ``ukuran`` px wide, sharp on the primary screen.

        Raises FileNotFoundError when no such icon ships with the program.
        """
        screen = QGuiApplication.primaryScreen()
        rapat = screen.devicePixelRatio() if screen is not None else 1.0
        kunci = (nama, warna.name(), ukuran, rapat)
        if kunci not in self._kept:
            self._kept[kunci] = _draw(nama, warna, ukuran, rapat)
        return self._kept[kunci]

    def icon(self, nama: str, warna: QColor, ukuran: int = 20) -> QIcon:
        """Return the same picture as a QIcon."""
        from PySide6.QtGui import QIcon

        return QIcon(self.pixmap(nama, warna, ukuran))


def _draw(nama: str, warna: QColor, ukuran: int, rapat: float) -> QPixmap:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    svg = resources.path("icons", f"{nama}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", warna.name()).encode()))
    pixmap = QPixmap(round(ukuran * rapat), round(ukuran * rapat))
    pixmap.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(rapat)
    return pixmap
