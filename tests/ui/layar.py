"""The real window driven by keys: open it, type into what has the focus, wait until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ui.kit.dialog import Sheet
from ui.kit.form import Form
from ui.kit.host import Page
from ui.kit.kartu_angka import KartuAngka
from ui.kit.nav import TOMBOL
from ui.kit.table import DataTable
from ui.shell.frame import ITEMS
from ui.shell.window import MainWindow

W = TypeVar("W", bound=QWidget)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, ESC, TAB, TURUN, SPASI = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
)


def biarkan(ms: int) -> None:
    """Let the window live for ``ms`` milliseconds (QTest.qWait would starve the background work)."""
    putaran = QEventLoop()
    QTimer.singleShot(ms, putaran.quit)
    putaran.exec()


def tunggu(syarat: Callable[[], object], apa: str = "", detik: float = 10) -> None:
    """Let the window live until ``syarat()`` is true; fail after ``detik`` seconds."""
    akhir = time.monotonic() + detik
    while not syarat():
        assert time.monotonic() < akhir, f"tidak terjadi dalam {detik} detik: {apa or syarat}"
        biarkan(5)


def fokus() -> QWidget:
    """Return the widget that a key goes to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "tidak ada yang memegang fokus"
    return widget


def ketik(teks: str) -> None:
    """Type ``teks`` where the cursor is."""
    for huruf in teks:
        QTest.keyClicks(fokus(), huruf)


def tekan(*tombol: Qt.Key, mod: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after another where the cursor is."""
    for satu in tombol:
        QTest.keyClick(fokus(), satu, mod)


def ganti(teks: str) -> None:
    """Replace what stands in the field with the cursor."""
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik(teks)


def cari(induk: QWidget, jenis: type[W], syarat: Callable[[W], bool] = lambda _w: True) -> W:
    """Return the first visible widget of a kind; wait for it a moment."""

    def tampak() -> list[W]:
        return [widget for widget in induk.findChildren(jenis) if widget.isVisible() and syarat(widget)]

    tunggu(tampak, f"{jenis.__name__} tampak", 5)
    return tampak()[0]


def tabel(induk: QWidget) -> DataTable:
    """Return the table that is shown."""
    return cari(induk, DataTable)


def sel(t: DataTable, baris: int, kolom: int) -> str:
    """Return the words in a cell."""
    return str(t.model().index(baris, kolom).data() or "")


def tombol(induk: QWidget, kata: str) -> QPushButton:
    """Return the visible button whose words begin with ``kata``."""
    try:
        return cari(induk, QPushButton, lambda b: b.text().startswith(kata))
    except AssertionError as exc:
        ada = ", ".join(b.text() for b in induk.findChildren(QPushButton) if b.isVisible())
        raise AssertionError(f"tombol “{kata}” tidak tampak; yang ada: {ada}") from exc


def dialog() -> QDialog:
    """Wait for a dialog and return it."""
    tunggu(lambda: QApplication.activeModalWidget() is not None, "dialog terbuka")
    widget = QApplication.activeModalWidget()
    assert isinstance(widget, QDialog)
    tunggu(widget.isActiveWindow, "dialog aktif")
    return widget


def lembar() -> Sheet:
    """Wait for a sheet and return it."""
    sheet = dialog()
    assert isinstance(sheet, Sheet)
    return sheet


def form(induk: QWidget) -> Form:
    """Return the visible form inside."""
    return cari(induk, Form)


def isian(kunci: str, induk: QWidget | None = None) -> QWidget:
    """Go to an input of the form that is shown and return it."""
    isi = form(induk or dialog())
    isi.fokus(kunci)
    return isi.field(kunci)


def tertutup(sheet: QDialog) -> None:
    """Wait until a dialog has gone, and give the keyboard back as the desktop does."""
    induk = sheet.parentWidget()
    tunggu(lambda: QApplication.activeModalWidget() is not sheet, "dialog tertutup")
    if induk is not None:
        induk.window().activateWindow()
        tunggu(induk.window().isActiveWindow, "jendela aktif")


def pesan(window: MainWindow, kata: str) -> str:
    """Wait until the message bar of the window says something with ``kata``; return all it says."""
    tunggu(lambda: kata in window.messages.teks(), f"pesan “{kata}”, bukan “{window.messages.teks()}”")
    return window.messages.teks()


def siap(window: MainWindow) -> None:
    """Wait until nothing is done in the background any more."""
    tunggu(lambda: not window.jobs.sedang, "selesai dimuat")


def beranda(window: MainWindow, awal: str) -> str:
    """Go to Beranda, made anew, and return what its card says that begins with ``awal``."""
    window.show_page("beranda")
    window._pages.mark_all()
    window.refresh()
    return cari(window.page, KartuAngka, lambda k: k.accessibleName().startswith(awal)).accessibleName()


def ke_tugas(window: MainWindow, kalimat: str) -> None:
    """Open a task of Beranda by keys."""
    t = tabel(window.page)
    baris = [sel(t, i, 0) for i in range(t.row_count())]
    t.setFocus()
    tekan(Qt.Key.Key_Home, *[TURUN] * baris.index(kalimat), ENTER)
    siap(window)


def halaman(window: MainWindow, kunci: str) -> Page:
    """Open a page by Alt and its number, as the navigation offers it."""
    window.activateWindow()
    ke = [item.kunci for item in ITEMS if not item.bawah].index(kunci)
    tekan(Qt.Key(ord(TOMBOL[ke])), mod=ALT)
    return window.page
