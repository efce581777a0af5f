"""The page Usulan for the tests: opened, its rows and panel read, a proposal gone to, a menu chosen from by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from sipokat_desktop.modules.usulan import queries
from sipokat_desktop.modules.usulan.model import Usulan
from tests.ui import contoh_usulan
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import TAHUN
from tests.ui.layar import ALT, ENTER, sel, siap, tabel, tekan, tunggu
from ui.shell.window import MainWindow


def masuk(w: MainWindow) -> MainWindow:
    contoh_usulan.jam(w._office)  # type: ignore[arg-type]
    w._pages.forget()
    w.show_page("usulan")
    siap(w)
    return w


def kolom(w: MainWindow, judul: str) -> list[str]:
    t = tabel(w.page)
    ke = [k.judul for k in t._rows.kolom].index(judul)
    return [sel(t, i, ke) for i in range(t.row_count())]


def semua(w: MainWindow, tahun: int = TAHUN) -> list[Usulan]:
    return queries.daftar(w.host.store.reader(), lingkup=[KELURAHAN], tahun=tahun)


def pilih(w: MainWindow, judul: str) -> None:
    """Go to the row of a proposal."""
    t = tabel(w.page)
    t.setFocus()
    t.select(next(u.usulan_id for u in semua(w) if u.judul == judul))


def kata(induk: QWidget) -> str:
    return "\n".join(label.text() for label in induk.findChildren(QLabel))


def menu(w: MainWindow, pilihan: str, key: Qt.Key = Qt.Key.Key_T, mod: Qt.KeyboardModifier = ALT) -> None:
    """Choose a line of a menu of the page by keys."""
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif")
    tabel(w.page).setFocus()
    tunggu(tabel(w.page).hasFocus, "tabel berfokus")
    tekan(key, mod=mod)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu terbuka")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    ke = next(i for i, aksi in enumerate(popup.actions()) if aksi.text().startswith(pilihan))
    for _ in range(ke + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
