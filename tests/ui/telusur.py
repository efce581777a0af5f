"""Goes wherever the buttons and menus of a page lead, and shows every screen to whoever asks: pages, pages under
them, sheets, menus. It follows the registry and the buttons themselves, so that a new module is walked at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from tests.ui import layar
from ui.kit.dialog import Sheet
from ui.kit.fields import TextField
from ui.kit.table import DataTable
from ui.shell.window import MainWindow

Lihat = Callable[[str, QWidget], None]
"""Gets the way to a screen ("rt > Tambah RT") and the window, dialog or menu that shows it."""
DALAM = 2
"""Pages under pages are gone to so deep."""
BARIS = 6
"""Rows whose details are looked at, so that the buttons of each kind of row are seen."""
TENANG = 4
"""So often the events are worked off until a new layout has found its place, one level after the other."""
ENTER = "(Enter)"
TANPA = ("Kembali", "Tutup", "Batal", "Urungkan")
"""Buttons that lead back, or take away what the walk needs."""


class Langkah(NamedTuple):
    """A step of the way from a page: the row that is chosen (-1: as it opened), the button (or Enter on that row), the
    line of its menu."""

    baris: int
    tombol: str
    pilih: str = ""

    def __str__(self) -> str:
        return " > ".join(filter(None, (self.tombol, self.pilih)))


class Telusur:
    """Walks through a window; every screen is shown to ``lihat``, every button of a page pressed once."""

    def __init__(self, window: MainWindow, lihat: Lihat) -> None:
        self._window, self._lihat = window, lihat
        self._sudah: set[str] = set()
        self.hilang: list[str] = []
        """Where the keyboard was not where it had been when a dialog closed, and where Esc lost what was typed."""
        self._kunci = ""
        self._dari: QWidget | None = None

    def halaman(self, kunci: str) -> None:
        """Walk through a page and all that opens from it."""
        self._kunci = kunci
        self._buka()
        self._di([])

    def _buka(self) -> None:
        pages = self._window._pages
        lama = [*pages._made.values()]
        pages.forget(places=False)
        self._window.show_page("beranda")
        for page in lama:
            page.deleteLater()
        self._window.show_page(self._kunci)
        self._tenang()

    def _tenang(self) -> None:
        layar.tunggu(lambda: not self._window.jobs.sedang, "selesai dimuat", 30)
        for _ in range(TENANG):
            QApplication.processEvents()

    # a screen and its buttons

    def _di(self, jalan: list[Langkah]) -> None:
        """Show the screen at the end of a way, then go on from each row and button of it."""
        nama = " > ".join([self._kunci, *map(str, jalan)])
        self._lihat(nama, self._window)
        tabel = self._tabel()
        for baris in range(-1, min(BARIS, tabel.row_count()) if tabel else 0):
            if baris > 0 and self._pilih(baris):
                self._lihat(f"{nama} [{baris}]", self._window)
            for kata in [*self._tombol(), *([ENTER] if tabel else ())]:
                if not self._coba(jalan, baris, kata):
                    return

    def _coba(self, jalan: list[Langkah], baris: int, kata: str) -> bool:
        """Press a button that was not pressed before; False where what it did took the way to it away."""
        dikenal = f"{self._kunci} {self._window.page.help} {kata}"
        if dikenal in self._sudah or (kata != ENTER and kata not in self._tombol()):
            return True
        self._sudah.add(dikenal)
        sini = self._tempat()
        self._tekan(jalan, Langkah(baris, kata))
        if self._tempat() == sini:
            return True
        ada = self._kembali(jalan)
        self._pilih(baris)
        return ada

    def _tabel(self) -> DataTable | None:
        semua = [t for t in self._window.page.findChildren(DataTable) if t.isVisible() and t.row_count()]
        return semua[0] if semua else None

    def _pilih(self, baris: int) -> bool:
        tabel = self._tabel()
        if tabel is None or not 0 <= baris < tabel.row_count():
            return False
        tabel.selectRow(baris)
        self._tenang()
        return True

    def _tombol(self) -> list[str]:
        semua = [b for b in self._window.page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
        return list(dict.fromkeys(b.text() for b in semua if not b.text().startswith(TANPA)))

    def _tempat(self) -> tuple[object, ...]:
        """What is shown: another page, or another one under it, is another place."""
        frame = self._window._frame
        assert frame is not None
        return frame.key, self._window.page, self._window.page.help, *self._tombol()[:1]

    # what a button leads to

    def _tekan(self, jalan: list[Langkah], langkah: Langkah) -> None:
        sebelum = self._tempat()
        self._lakukan(langkah.tombol)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            self._sampai([*jalan, langkah], sebelum)
            return
        self._lihat(" > ".join([self._kunci, *map(str, jalan), str(langkah)]), menu)
        semua = [a.text() for a in menu.actions()]
        menu.close()
        for pilih in semua:
            aksi = self._aksi(langkah.tombol, pilih)
            if aksi is not None and aksi.isEnabled():
                aksi.trigger()
                self._tenang()
                self._sampai([*jalan, langkah._replace(pilih=pilih)], sebelum)
            if self._tempat() != sebelum:
                if not self._kembali(jalan):
                    return
                self._pilih(langkah.baris)
                sebelum = self._tempat()

    def _lakukan(self, tombol: str) -> None:
        tabel = self._tabel()
        if tombol != ENTER:
            self._tekan_tombol(layar.tombol(self._window.page, tombol))
        elif tabel is not None:
            tabel.setFocus(Qt.FocusReason.TabFocusReason)
            self._dari = tabel
            QTest.keyClick(tabel, layar.ENTER)
        self._tenang()

    def _tekan_tombol(self, tombol: QPushButton) -> None:
        """Press a button by the key, where the Tab key comes to it."""
        if tombol.focusPolicy() is Qt.FocusPolicy.NoFocus:
            tombol.click()
        else:
            tombol.setFocus(Qt.FocusReason.TabFocusReason)
            self._dari = tombol
            QTest.keyClick(tombol, layar.ENTER)

    def _aksi(self, tombol: str, pilih: str) -> QAction | None:
        """Open the menu of a button and return one of its lines, None where the button is not here any more."""
        if tombol not in self._tombol():
            return None
        self._lakukan(tombol)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return None
        aksi = next((a for a in menu.actions() if a.text() == pilih), None)
        menu.close()
        return aksi

    def _sampai(self, jalan: list[Langkah], sebelum: tuple[object, ...]) -> None:
        """Show what came: a dialog, which is closed again, or a page under the page, which is walked through."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            nama = " > ".join([self._kunci, *map(str, jalan)])
            self._lihat(nama, dialog)
            self._esc(nama, dialog)
            self._tutup(dialog)
            self._fokus_kembali(nama)
            return
        lain = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self._window]
        for satu in lain:
            self._lihat(" > ".join([self._kunci, *map(str, jalan)]), satu)
            satu.close()
        frame = self._window._frame
        if not lain and frame is not None and frame.key == self._kunci and self._tempat() != sebelum:
            self._di(jalan) if len(jalan) <= DALAM else None

    def _esc(self, nama: str, dialog: QDialog) -> None:
        """Type something and press Esc: the dialog asks, or keeps it as a draft."""
        isian = dialog.focusWidget()
        if not isinstance(isian, TextField | QPlainTextEdit) or isian.isReadOnly():
            return
        QTest.keyClicks(isian, "7")
        QTest.keyClick(isian, layar.ESC)
        self._tenang()
        if QApplication.activeModalWidget() is not dialog and "draf" not in self._window.messages.teks():
            self.hilang.append(f"{nama}: Esc membuang yang diketik")

    def _fokus_kembali(self, nama: str) -> None:
        layar.tunggu(self._window.isActiveWindow, "jendela aktif")
        if self._window._frame is None or self._window._frame.key != self._kunci:
            return
        kini = QApplication.focusWidget()
        if kini is None or kini is self._window or not self._window.isAncestorOf(kini):
            self.hilang.append(f"{nama}: papan ketik tidak di mana-mana sesudah ditutup")
        elif self._dari is not None and kini is not self._dari:
            self.hilang.append(f"{nama}: papan ketik di {type(kini).__name__}, bukan di {type(self._dari).__name__}")

    def _tutup(self, dialog: QDialog) -> None:
        if not isValid(dialog) or not dialog.isVisible():
            pass
        elif isinstance(dialog, Sheet):
            dialog.buang()
        else:
            dialog.done(0)
        layar.tunggu(lambda: QApplication.activeModalWidget() is not dialog, "dialog tertutup")
        self._window.activateWindow()

    def _kembali(self, jalan: list[Langkah]) -> bool:
        """Come back to the end of a way, made anew; False where it is gone."""
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            self._tutup(dialog)
        self._buka()
        for langkah in jalan:
            self._pilih(langkah.baris)
            aksi = self._aksi(langkah.tombol, langkah.pilih) if langkah.pilih else None
            if aksi is not None:
                aksi.trigger()
                self._tenang()
            elif langkah.pilih or langkah.tombol not in (ENTER, *self._tombol()):
                return False
            else:
                self._lakukan(langkah.tombol)
        return True
