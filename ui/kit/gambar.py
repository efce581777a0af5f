"""Pictures that people choose: read from a file, made small, bare of everything but the picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

_MUTU = (88, 74, 60)
_BAGIAN = (1, 2, 3)
"""A picture that is still too large with the worst quality is tried at a half and a third of its size."""
LARANG_MB = 256
"""Memory that decoding a file may take: a small file can claim to be a huge picture."""


def baca(berkas: Path, sisi: int) -> QImage | None:
    """Return the picture in a file, upright, its longest side at most ``sisi`` px; None where the file holds none."""
    QImageReader.setAllocationLimit(LARANG_MB)
    reader = QImageReader(str(berkas))
    reader.setAutoTransform(True)
    asli = reader.read()
    if asli.isNull():
        return None
    if max(asli.width(), asli.height()) <= sisi:
        return asli
    return asli.scaled(sisi, sisi, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def jpeg(gambar: QImage, mutu: int) -> bytes:
    """Return a picture as JPEG on white, without any of its file's own words (place, camera)."""
    bersih = QImage(gambar.size(), QImage.Format.Format_RGB32)
    bersih.fill(Qt.GlobalColor.white)
    painter = QPainter(bersih)
    painter.drawImage(QPoint(0, 0), gambar)
    painter.end()
    return _tulis(bersih, "JPEG", mutu)


def png(gambar: QImage) -> bytes:
    """Return a picture as PNG with what is see-through, without any of its file's own words."""
    bersih = gambar.convertToFormat(QImage.Format.Format_ARGB32)
    for kunci in bersih.textKeys():
        bersih.setText(kunci, "")
    return _tulis(bersih, "PNG", -1)


def kecil(berkas: Path, sisi: int, batas: int, *, tembus: bool = False) -> bytes | None:
    """Return the picture in a file in at most ``batas`` bytes where it can be made so small, else as small as it gets;
    its longest side ``sisi`` px at first. ``tembus``: as PNG where that is small enough, so that what is see-through
    stays. None where the file holds no picture."""
    isi = b""
    for bagian in _BAGIAN:
        dibaca = baca(berkas, sisi // bagian)
        if dibaca is None:
            return None
        for isi in (*([png(dibaca)] if tembus else []), *(jpeg(dibaca, mutu) for mutu in _MUTU)):
            if len(isi) <= batas:
                return isi
    return isi


def _tulis(gambar: QImage, bentuk: str, mutu: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    gambar.save(buffer, bentuk, mutu)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
