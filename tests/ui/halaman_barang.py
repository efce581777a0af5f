"""The page HP dan barang for the tests: opened, a unit scanned, its panel and its menus read and chosen by keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.modules.ponsel import queries
from tests import cetakan
from tests.ui import contoh_barang, contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import ALT, ENTER, cari, ketik, sel, tabel, tekan, tunggu
from ui.kit.cards import SidePanel
from ui.modules.ponsel.page import PonselPage
from ui.shell.window import MainWindow

BARANG, IMEI, SERI, PEMEGANG, RT, SEJAK, KONDISI, PERHATIAN = range(8)
"""Columns of the register of one kelurahan."""


def kantor_contoh(folder: Path, buka: Buka) -> MainWindow:
    """Open the window of the office with phones in every state."""
    cetakan.tuang(folder / "kantor", contoh_barang.siapkan)
    window = buka("kantor")
    contoh_barang.jam(window._office)  # type: ignore[arg-type]
    return window


def kantor_tanpa_barang(folder: Path, buka: Buka) -> MainWindow:
    """Open the page in an office with nine heads of RT and no goods."""
    with closing(Office(folder / "kosong")) as office:
        contoh_barang.jam(office)
        contoh_kantor.kantor_kecil(office)
    window = buka("kosong")
    contoh_barang.jam(window._office)  # type: ignore[arg-type]
    masuk(window)
    return window


def halaman(w: MainWindow) -> PonselPage:
    """Return the page that is shown."""
    page = w.page
    assert isinstance(page, PonselPage)
    return page


def masuk(w: MainWindow) -> PonselPage:
    """Open the page and wait for its rows."""
    w.show_page("ponsel")
    tunggu(lambda: not w.jobs.sedang, "daftar dimuat")
    return halaman(w)


def ke(w: MainWindow, teks: str) -> None:
    """Scan a number: it is typed wherever the cursor is, and ends with Enter."""
    ketik(teks)
    tekan(ENTER)
    tunggu(lambda: tabel(w.page).current_id(), "barang dipilih")


def panel(w: MainWindow) -> str:
    """Return all words of the side panel."""
    return "\n".join(label.text() for label in cari(w.page, SidePanel).findChildren(QLabel))


def kolom(w: MainWindow, ke_: int) -> list[str]:
    """Return a column from top to bottom."""
    t = tabel(w.page)
    return [sel(t, i, ke_) for i in range(t.row_count())]


def units(w: MainWindow) -> list[queries.Unit]:
    """Return the register as the store has it."""
    return queries.daftar(w.host.store.reader(), lingkup=[KELURAHAN], hari=w.host.today)


def menu(pilih: str, tombol_: Qt.Key = Qt.Key.Key_T, mod: Qt.KeyboardModifier = ALT) -> None:
    """Open the menu of the acts (or the papers) by its key and choose a line by keys."""
    tekan(tombol_, mod=mod)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu terbuka")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    ke_ = next(i for i, aksi in enumerate(popup.actions()) if aksi.text().startswith(pilih))
    for _ in range(ke_ + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)


def kata(sheet: QWidget) -> str:
    """Return all words inside a widget."""
    return "\n".join(s.text() for s in sheet.findChildren(QLabel))
