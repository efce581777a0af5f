"""From the list to paper: the preview shows the very PDF, a file printer gets its pages, printings are counted."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops, prints, queries
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import CTRL, ENTER, ESC, TURUN, cari, dialog, form, halaman, tekan, tertutup, tunggu
from ui.kit.page import Stepper
from ui.kit.preview import Preview
from ui.kit.printing import Printers
from ui.shell.window import MainWindow

SAAT = 1_795_000_000_000
"""A moment (UTC ms) at which the clock stands still, so that two PDFs of one list are the same bytes."""


@pytest.fixture
def w(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(kantor.host.store, "clock", lambda: SAAT)
    return kantor


def susun(w: MainWindow, *, kunci: bool) -> str:
    store = w.host.store
    nomor = ops.susun(store, KELURAHAN, periode.triwulan(w.host.today)).value
    if kunci:
        ops.kunci(store, nomor, lurah="Dra. Hj. Yunita")
    halaman(w, "insentif")
    w.show_page("insentif", nomor)
    return nomor


def pratinjau() -> Preview:
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(QApplication.activePopupWidget, "menu Cetak")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for satu in (TURUN, ENTER):
        QTest.keyClick(popup, satu)
    lihat = dialog()
    assert isinstance(lihat, Preview)
    tunggu(lambda: lihat.dokumen.pageCount() > 0, "PDF terbuka")
    return lihat


def cetakan_ke(w: MainWindow, nomor: str) -> int:
    return queries.cari_daftar(w.host.store.reader(), nomor).cetak_ke


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that writes into a file."""
    file = tmp_path / "cetak.pdf"

    def buka(_self: Printers, _nama: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setResolution(200)
        made.setOutputFileName(str(file))
        return made

    monkeypatch.setattr(Printers, "names", lambda _self: ["Epson L3110", "HP LaserJet"])
    monkeypatch.setattr(Printers, "open", buka)
    return file


def test_preview_is_the_very_pdf_and_saving_keeps_its_bytes(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nomor = susun(w, kunci=True)
    lihat = pratinjau()
    tujuan = tmp_path / "simpanan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tujuan), ""))
    tekan(Qt.Key.Key_S, mod=CTRL)
    asli = prints.pratinjau(w.host.store.reader(), nomor, sekarang=SAAT, kertas="F4")
    assert tujuan.read_bytes() == asli
    assert str(tujuan) in lihat.pesan.teks()
    tekan(ESC)
    tekan(ESC)
    tertutup(lihat)
    assert cetakan_ke(w, nomor) == 0


def test_printing_sends_every_page_and_is_counted(w: MainWindow, printer: Path) -> None:
    nomor = susun(w, kunci=True)
    assert cari(w.page, Stepper).accessibleName() == "Langkah 4 dari 7: Dicetak"
    lihat = pratinjau()
    tunggu(lambda: lihat.panel.printer == "Epson L3110", "printer ditemukan")
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(lambda: "Sudah dikirim" in lihat.pesan.teks(), "tercetak", 30)
    tunggu(lambda: cetakan_ke(w, nomor) == 1, "dihitung")
    kertas = pypdfium2.PdfDocument(printer)
    assert len(kertas) == lihat.dokumen.pageCount()
    assert [round(mm / 72 * 25.4) for mm in kertas[0].get_size()] == [215, 330]
    kertas.close()
    assert w.host.store.setting("printer") == "Epson L3110"
    tekan(ESC)
    tekan(ESC)
    tertutup(lihat)
    tunggu(lambda: cari(w.page, Stepper).accessibleName().startswith("Langkah 5"), "langkah berikutnya")


def test_a_draft_is_never_counted(w: MainWindow, printer: Path) -> None:
    nomor = susun(w, kunci=False)
    lihat = pratinjau()
    tunggu(lambda: lihat.panel.printer, "printer ditemukan")
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(printer.exists, "tercetak", 30)
    tunggu(lambda: "Sudah dikirim" in lihat.pesan.teks(), "tercetak", 30)
    assert cetakan_ke(w, nomor) == 0


@pytest.mark.usefixtures("printer")
def test_other_paper_is_remembered(w: MainWindow) -> None:
    susun(w, kunci=True)
    lihat = pratinjau()
    tinggi = lihat.dokumen.pagePointSize(0).height()
    form(lihat).fokus("kertas")
    tekan(Qt.Key.Key_Down)
    tunggu(lambda: lihat.dokumen.pagePointSize(0).height() < tinggi, "A4")
    assert w.host.store.setting("kertas") == "A4"
    tekan(ESC)
    tertutup(lihat)
    assert pratinjau().panel.kertas == "A4"


def test_without_a_printer_it_says_what_to_do(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Printers, "names", lambda _self: [])
    susun(w, kunci=True)
    lihat = pratinjau()
    tunggu(lambda: "Simpan sebagai PDF" in str([s.text() for s in lihat.findChildren(QLabel)]), "petunjuk")
