"""A clerk's first day with the keyboard alone: from an empty folder to the printed list and the end of the day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from sipokat_desktop.modules.insentif import queries
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, berkas
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    SPASI,
    TAB,
    TURUN,
    cari,
    dialog,
    fokus,
    form,
    ganti,
    ketik,
    lembar,
    pesan,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit.preview import Preview
from ui.kit.printing import Printers
from ui.modules.insentif import text as insentif
from ui.modules.rt.impor.neraca import NeracaView
from ui.shell import text
from ui.shell.window import MainWindow


def ke_tombol(kata: str, paling_banyak: int) -> None:
    """Press Tab until a button is reached, and press it."""
    for _ in range(paling_banyak):
        tekan(TAB)
        tombol = fokus()
        if isinstance(tombol, QPushButton) and tombol.text().startswith(kata):
            tekan(ENTER)
            return
    raise AssertionError(f"{kata} tidak tercapai dengan {paling_banyak} Tab")


def siapkan_kantor(w: MainWindow) -> None:
    ke_tombol(text.WIZ_TANPA, 3)
    ketik("taba j")
    tekan(ENTER)
    for isian in ("Siti Aminah", "2580", "2580"):
        ketik(isian)
        tekan(ENTER)
    tunggu(lambda: isinstance(fokus(), QPushButton), "Mulai bekerja")
    tekan(ENTER)
    tunggu(lambda: w._frame is not None, "halaman")


def ambil_roster(w: MainWindow) -> None:
    tekan(ENTER)
    tekan(ENTER)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    cari(sheet, NeracaView)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "9 baru")
    assert tabel(w.page).row_count() == 9


def tetapkan_tarif() -> None:
    tekan(Qt.Key.Key_3, mod=ALT)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(ENTER)
    tunggu(lambda: "Belum ada komponen" in sheet.pesan.teks(), "penjelasan")
    ke_tombol(insentif.KETETAPAN, 4)
    tertutup(sheet)
    tekan(ESC)
    tekan(ENTER)
    tekan(ENTER)
    komponen = lembar()
    ketik("Insentif Ketua RT")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: lembar() is not komponen, "lembar tarif")
    tarif = lembar()
    ketik("550000")
    tekan(ENTER)
    ketik("1/2024")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(tarif)
    tekan(ESC)
    tekan(ESC)


def susun_dan_kunci() -> None:
    tekan(ENTER)
    sheet = lembar()
    tekan(ENTER)
    tertutup(sheet)
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    assert form(sheet).field("lurah").hasFocus()
    ganti("Dra. Hj. Yunita")
    tekan(ENTER)
    tertutup(sheet)


def cetak() -> None:
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(QApplication.activePopupWidget, "menu Cetak")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, TURUN)
    QTest.keyClick(popup, ENTER)
    lihat = dialog()
    assert isinstance(lihat, Preview)
    tunggu(lambda: bool(lihat.panel.printer), "printer")
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(lambda: "Sudah dikirim" in lihat.pesan.teks(), "tercetak", 30)
    tekan(ESC)
    tekan(ESC)
    tertutup(lihat)


def test_from_an_empty_folder_to_paper(buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kertas = tmp_path / "cetak.pdf"

    def printer(_self: Printers, _nama: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setResolution(150)
        made.setOutputFileName(str(kertas))
        return made

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(berkas()), ""))
    monkeypatch.setattr(Printers, "names", lambda _self: ["Epson L3110"])
    monkeypatch.setattr(Printers, "open", printer)
    w = buka("kosong")
    siapkan_kantor(w)
    ambil_roster(w)
    tetapkan_tarif()
    susun_dan_kunci()
    cetak()
    assert kertas.stat().st_size > 1000
    tekan(Qt.Key.Key_Home)
    tekan(TURUN, SPASI)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    daftar = queries.semua_daftar(w.host.store.reader(), lingkup=KELURAHAN)[0]
    assert (daftar.jumlah_penerima, daftar.dibayar, daftar.cetak_ke) == (9, 8 * 1_650_000, 1)
    tekan(Qt.Key.Key_Return, mod=CTRL)
    assert pesan(w, "belum terdaftar") == text.SELESAI_LEPAS
