"""Photos that come to a page: dropped on it, pasted, or chosen from a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from . import text_foto as text
from .foto_antre import Sumber

Terima = Callable[[Sequence[Sumber]], object]


class Jatuhan(QObject):
    """Takes files and pictures dropped on ``halaman``; one that is no photo is refused by name later."""

    def __init__(self, halaman: QWidget, terima: Terima) -> None:
        super().__init__(halaman)
        self._terima = terima
        halaman.setAcceptDrops(True)
        halaman.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a drag with files or a picture in it, and its drop; lets every other event pass."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent) or not _ada(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._terima(dari_mime(event.mimeData()))
        return True


def _ada(isi: QMimeData) -> bool:
    return isi.hasImage() or any(url.isLocalFile() for url in isi.urls())


def dari_mime(isi: QMimeData) -> list[Sumber]:
    """Return the files named there, else the picture itself."""
    dijatuhkan = [Path(url.toLocalFile()) for url in isi.urls() if url.isLocalFile()]
    berkas: list[Sumber] = [satu for jalur in dijatuhkan for satu in _isi_folder(jalur)]
    if berkas or not isi.hasImage():
        return berkas
    gambar = isi.imageData()
    return [_png(gambar)] if isinstance(gambar, QImage) and not gambar.isNull() else []


def _isi_folder(jalur: Path) -> list[Path]:
    """Return the files of a folder that were dropped with it, else the file itself."""
    return sorted(satu for satu in jalur.iterdir() if satu.is_file()) if jalur.is_dir() else [jalur]


def tempelan() -> list[Sumber]:
    """Return the photos on the clipboard."""
    return dari_mime(QGuiApplication.clipboard().mimeData())


def pilih(parent: QWidget) -> list[Sumber]:
    """Ask for files."""
    semua, _ = QFileDialog.getOpenFileNames(parent, text.PILIH, str(Path.home()), text.SARING)
    return [Path(satu) for satu in semua]


def _png(gambar: QImage) -> bytes:
    """Return a picture as it was pasted; it is made small like every other one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    gambar.save(buffer, "PNG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
