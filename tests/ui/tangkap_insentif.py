"""Pictures of Insentif: all lists, each state of one, its dialogs, menus and papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sipokat_desktop.modules.insentif.text_cetak import F1
from tests.ui import daftar_insentif, layar
from tests.ui.contoh_kantor import Contoh
from tests.ui.kamera import Kamera
from ui.modules.insentif import text, uang_tunai
from ui.modules.insentif import text_hidup as hidup
from ui.shell.window import MainWindow


def _tekan(window: QWidget, kata: str) -> Callable[[], None]:
    return lambda: layar.tombol(window, kata).click()


def _menu(k: Kamera, w: MainWindow, nama: str, kata: str) -> None:
    """Open a menu of the page, take a picture, close it."""
    _tekan(w.page, kata)()
    k.foto(w, nama)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def tangkap(k: Kamera, w: MainWindow, contoh: Contoh) -> None:
    """All lists, each state of one, and its dialogs."""
    w.show_page("insentif")
    k.foto(w, "insentif")
    layar.ketik("zzz")
    k.foto(w, "insentif-tak-ketemu")
    layar.tekan(layar.ESC)
    _menu(k, w, "insentif-lainnya", text.LAINNYA)
    sheet = k.lembar(w, "insentif-susun", _tekan(w, text.SUSUN))
    layar.form(sheet).field("periode").isi("rapel")
    layar.form(sheet).diubah.emit()
    k.foto(w, "insentif-susun-rapel")
    sheet.done(0)
    w.activateWindow()
    draf(k, w, contoh)
    terkunci(k, w, contoh)
    terbayar(k, w, contoh)


def draf(k: Kamera, w: MainWindow, contoh: Contoh) -> None:
    """A draft: findings, what mends them, who follows later, the locking."""
    daftar_insentif.nik_ganda(daftar_insentif.kantor_dari(w))
    w.show_page("insentif", contoh.draf)
    k.foto(w, "insentif-draf")
    for ke in (2, 3, 6, 7):
        layar.tabel(w.page).selectRow(ke)
        k.foto(w, f"insentif-draf-baris-{ke + 1}")
    _menu(k, w, "insentif-draf-tindakan", text.TINDAKAN)
    _menu(k, w, "insentif-draf-cetak", text.CETAK)
    k.sekilas(w, "insentif-khusus", _tekan(w, hidup.KHUSUS))
    k.sekilas(w, "insentif-periksa", lambda: daftar_insentif.menu(w, text.TINDAKAN, hidup.PERIKSA_UTAMA))
    sheet = k.lembar(w, "insentif-kunci", _tekan(w, text.KUNCI))
    layar.tombol(sheet, hidup.KUNCI_UTAMA).click()
    k.foto(w, "insentif-kunci-salah")
    sheet.done(0)
    w.activateWindow()
    daftar_insentif.menu(w, text.TINDAKAN, hidup.LENGKAP_DULU)
    k.foto(w, "insentif-menyusul")
    daftar_insentif.menu(w, text.TINDAKAN, hidup.MASUKKAN_LAGI)


def terkunci(k: Kamera, w: MainWindow, contoh: Contoh) -> None:
    """A locked list: exceptions right and wrong, what a line offers, the steps of the treasury."""
    w.activateWindow()
    w.show_page("insentif", contoh.terkunci)
    k.foto(w, "insentif-terkunci")
    daftar_insentif.kecuali(w).setFocus()
    layar.ketik("5 7-9")
    k.foto(w, "insentif-kecuali")
    layar.ketik(" 88")
    layar.tekan(Qt.Key.Key_T, mod=layar.CTRL)
    k.foto(w, "insentif-kecuali-salah")
    layar.tekan(layar.ESC)
    layar.tabel(w.page).selectRow(2)
    k.foto(w, "insentif-terkunci-ganda")
    layar.tabel(w.page).selectRow(0)
    _menu(k, w, "insentif-terkunci-tindakan", text.TINDAKAN)
    _menu(k, w, "insentif-terkunci-cetak", text.CETAK)
    for nama, kata in (("kuasa", hidup.KUASA), ("tunda", hidup.TUNDA), ("koreksi", hidup.KOREKSI)):
        k.sekilas(w, f"insentif-{nama}", _tekan(w, kata))
    for nama, kata in (("spp", hidup.SPP), ("sp2d", hidup.SP2D)):
        k.sekilas(w, f"insentif-{nama}", lambda kata=kata: daftar_insentif.menu(w, text.TINDAKAN, kata))  # type: ignore[misc]


def terbayar(k: Kamera, w: MainWindow, contoh: Contoh) -> None:
    """Lists with money out: partly, wholly; the history, a refund, the paper."""
    w.show_page("insentif", contoh.sebagian)
    layar.tabel(w.page).selectRow(0)
    k.foto(w, "insentif-sebagian")
    k.sekilas(w, "insentif-riwayat", _tekan(w, hidup.RIWAYAT_BARIS))
    w.show_page("insentif", contoh.lunas)
    layar.tabel(w.page).selectRow(0)
    k.foto(w, "insentif-lunas")
    k.sekilas(w, "insentif-kembalikan", _tekan(w, hidup.KEMBALIKAN))
    k.sekilas(w, "insentif-batal-terima", _tekan(w, text.BATAL_TERIMA))
    w.show_page("insentif", contoh.terkunci)
    k.sekilas(w, "insentif-uang", lambda: uang_tunai.buka(w.page, w.host, contoh.terkunci, lambda: None))
    k.sekilas(w, "insentif-pratinjau", lambda: daftar_insentif.menu(w, text.CETAK, F1))
