"""A page of a PDF as a picture: for papers that are shown small beside what changes them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


def halaman_pertama(pdf: bytes, ukuran: QSize) -> QPixmap:
    """Return the first page on white in ``ukuran`` (px of the screen)."""
    from PySide6.QtPdf import QPdfDocument

    dokumen, isi = QPdfDocument(), QBuffer()
    isi.setData(QByteArray(pdf))
    isi.open(QIODevice.OpenModeFlag.ReadOnly)
    dokumen.load(isi)
    halaman = QPixmap(ukuran)
    halaman.fill(Qt.GlobalColor.white)
    painter = QPainter(halaman)
    painter.drawImage(0, 0, dokumen.render(0, ukuran))
    painter.end()
    dokumen.close()
    return halaman
