"""Every word of HP dan barang is Indonesian: the page in each state, its sheets and menus, the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui import contoh_barang
from tests.ui.conftest import Buka
from tests.ui.halaman_barang import halaman, kantor_contoh, masuk
from tests.ui.layar import TURUN, form, lembar, tabel, tekan, tertutup, tombol, tunggu
from tests.ui.test_bahasa import Pembaca, inggris
from ui.modules.ponsel import bantuan, text
from ui.modules.ponsel import text_lembar as kata
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    window = kantor_contoh(tmp_path, buka)
    masuk(window)
    return window


def menu_menu(w: MainWindow, p: Pembaca) -> None:
    """Read every menu of the row that is chosen."""
    for nama in (text.TINDAKAN, text.CETAK, text.LAINNYA):
        tombol(w.page, nama).click()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            p.dilihat |= {aksi.text() for aksi in popup.actions()}
            popup.close()
            w.activateWindow()
            tunggu(w.isActiveWindow, "jendela aktif lagi")


def lembar_lembar(w: MainWindow) -> tuple[Callable[[], object], ...]:
    """What opens each sheet of the page, by a unit that it fits."""
    tindakan, units = halaman(w)._tindakan, {u.seri: u for u in halaman(w)._sumber.units}
    dipegang, rusak, hilang, lama, kantor = (units[f"R9C{ke:05}XT"] for ke in (0, 1, 3, 2, 9))
    return (
        lambda: tindakan.serah_terima("serah", [kantor]), lambda: tindakan.serah_terima("kembali", [lama]),
        lambda: tindakan.alih_sekarang(lama), lambda: tindakan.serah_terima("tarik", [dipegang, lama]),
        lambda: tindakan.batal(dipegang.serah_id), lambda: tindakan.kejadian(dipegang),
        lambda: tindakan.pulih(rusak, "diperbaiki"), lambda: tindakan.pulih(hilang, "ditemukan"),
        lambda: tindakan.urus(hilang), lambda: tindakan.ganti(rusak), lambda: tindakan.bantuan(dipegang),
        lambda: tindakan.ubah(dipegang), lambda: tindakan.riwayat(dipegang), lambda: bantuan.buka(w.page, w.host),
    )  # fmt: skip


def tambah_salah(w: MainWindow, p: Pembaca) -> None:
    """Read the sheet of a new unit with wrong inputs, and the one for many."""
    halaman(w)._tindakan.tambah()
    sheet = lembar()
    form(sheet).isi({"imei1": "123", "garansi_sampai": "31/2/2026", "nup": "x"})
    form(sheet).periksa()
    p.lihat(sheet)
    tombol(sheet, kata.BANYAK).click()
    tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "banyak")
    p.lihat(lembar())
    banyak = lembar()
    banyak.buang()
    tertutup(banyak)


def impor_lembar(w: MainWindow, p: Pembaca, folder: Path) -> None:
    """Read the course of an import."""
    halaman(w).impor(contoh_barang.lembar(folder))
    impor = lembar()
    tunggu(lambda: not w.jobs.sedang, "terbaca")
    for ke in range(2):
        tekan(TURUN if ke else Qt.Key.Key_Home)
        p.lihat(impor)
    impor.buang()
    tertutup(impor)


def test_every_word_is_indonesian(w: MainWindow, tmp_path: Path) -> None:
    p, t = Pembaca(), tabel(w.page)
    t.setFocus()
    for tombol_ in (Qt.Key.Key_Home, *[TURUN] * (t.row_count() - 1)):
        tekan(tombol_)
        p.lihat(w)
    tekan(Qt.Key.Key_Home)
    menu_menu(w, p)
    w.show_page("panduan")
    p.lihat(w)
    tekan(Qt.Key.Key_Escape)
    for buka in lembar_lembar(w):
        p.buka(buka)
    tambah_salah(w, p)
    impor_lembar(w, p, tmp_path)
    assert len(p.dilihat) > 250
    assert inggris(p.dilihat) == []
