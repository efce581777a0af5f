"""The page Laporan kegiatan for the tests: opened, reports entered and read, files dropped, menus chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.modules.laporan.model import Laporan, Saring
from tests.ui import contoh_barang, contoh_kegiatan, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kegiatan import HARI
from tests.ui.layar import CTRL, cari, tekan, tunggu
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.page import LaporanPage
from ui.modules.laporan.panel import LaporanPanel
from ui.shell.window import MainWindow


def buka_kantor(folder: Path, buka: Buka, nama: str = "kantor") -> MainWindow:
    """Open the window of the office at the fixed day, on the page of reports."""
    if not (folder / nama).exists():
        contoh_kegiatan.kantor(folder / nama)
    w = buka(nama)
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan")
    tunggu(lambda: not w.jobs.sedang, "halaman dimuat")
    return w


def mulai(w: MainWindow) -> CatatPage:
    """Begin to record by Ctrl+N."""
    w.activateWindow()
    tekan(Qt.Key.Key_N, mod=CTRL)
    return cari(w.page, CatatPage)


def semua(w: MainWindow, **saring: str) -> list[Laporan]:
    """Return the reports, the one recorded last first."""
    rows = queries.daftar(w.host.store.reader(), Saring(**saring))  # type: ignore[arg-type]
    return sorted(rows, key=lambda b: b.laporan_id, reverse=True)


def tersimpan(w: MainWindow, banyak: int) -> None:
    """Wait until so many reports are there and the form is ready for the next."""
    tunggu(lambda: len(semua(w)) == banyak and not w.jobs.sedang, f"{banyak} laporan, ada {len(semua(w))}")


def tersimpan_saja(w: MainWindow, banyak: int) -> None:
    """Wait until so many reports are there, whatever else is still at work."""
    tunggu(lambda: len(semua(w)) == banyak, f"{banyak} laporan, ada {len(semua(w))}")


def kata(widget: QWidget) -> str:
    """Return all words that are shown."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def jatuhkan(page: QWidget, berkas: Sequence[Path]) -> None:
    """Drop files on the page as the desktop does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(satu)) for satu in berkas])
    salin, tiada = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    kiri = Qt.MouseButton.LeftButton
    masuk = QDragEnterEvent(QPoint(50, 50), salin, mime, kiri, tiada)
    QApplication.sendEvent(page, masuk)
    assert masuk.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPoint(50, 50), salin, mime, kiri, tiada))


def tulis(folder: Path, nama: str, isi: bytes) -> Path:
    """Write a file to drop."""
    berkas = folder / nama
    berkas.write_bytes(isi)
    return berkas


def halaman(w: MainWindow, id: str = "") -> LaporanPage:
    """Open the page at the fixed day."""
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan", id)
    diam(w)
    page = w.page
    assert isinstance(page, LaporanPage)
    return page


def diam(w: MainWindow) -> None:
    layar.biarkan(180)
    tunggu(lambda: not w.jobs.sedang, "selesai")


def panel(w: MainWindow) -> str:
    """Return all words of the side panel, once they have come to rest."""

    def kata_panel() -> str:
        labels = cari(w.page, LaporanPanel).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    layar.biarkan(60)
    tunggu(kata_panel, "panel terisi")
    return kata_panel()


def kini(page: LaporanPage) -> Laporan:
    b = page.daftar.kini()
    assert b is not None
    return b


def pilih_menu(kata: str) -> None:
    """Choose a line of the menu that is open."""
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(satu for satu in menu.actions() if satu.text().startswith(kata)).trigger()
    menu.close()


def aktif(w: MainWindow) -> None:
    """Give the keyboard back to the window, as the desktop does once a menu is gone."""
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif")
