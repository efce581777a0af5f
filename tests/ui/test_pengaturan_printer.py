"""The card Kertas dan printer: a printer that prints askew is set right by measuring, for everything it prints."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sipokat_desktop.app import Office
from sipokat_desktop.printing.testpage import Geser
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import cari, pesan, tombol, tunggu
from tests.ui.test_kit_preview import PrinterToFile
from ui.kit import geser, printing
from ui.kit import text as kit
from ui.kit.preview import Preview
from ui.shell import printercard, text_printer
from ui.shell import text as shell
from ui.shell.printercard import PrinterCard
from ui.shell.window import MainWindow

DPI = 254


@pytest.fixture
def pengaturan(tmp_path: Path, buka: Buka, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The settings page of a computer with two printers."""
    monkeypatch.setattr(printercard, "Printers", lambda: PrinterToFile(tmp_path / "keluar.pdf"))
    office = Office(tmp_path / "pc")
    office.store.set_settings({"lingkup": KELURAHAN, "printer": "HP LaserJet"})
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("pc")
    window.show_page("pengaturan", "printer")
    tunggu(lambda: bool(kartu(window)._printer), "printer ditemukan")
    return window


def kartu(window: MainWindow) -> PrinterCard:
    return cari(window.page, PrinterCard)


def ketik(card: PrinterCard, nama: str, isi: str) -> None:
    field = card._form.field(nama)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, isi)


def garis(berkas: Path) -> tuple[float, float]:
    """Where the two lines stand on what came out of the printer, in mm."""
    with pypdfium2.PdfDocument(berkas) as pdf:
        gambar: Image.Image = pdf[0].render(scale=DPI / 72).to_pil().convert("L")
    lebar, tinggi = gambar.size
    tegak = [x for x in range(lebar) if gambar.getpixel((x, tinggi - 30)) < 128]  # type: ignore[operator]
    datar = [y for y in range(tinggi) if gambar.getpixel((lebar - 60, y)) < 128]  # type: ignore[operator]
    return sum(tegak) / len(tegak) / 10, sum(datar) / len(datar) / 10


def cetak_uji(window: MainWindow) -> None:
    tombol(kartu(window), text_printer.UJI).click()
    pratinjau = cari(window, Preview)
    tunggu(pratinjau._cetak.isEnabled, "printer siap")
    selesai: list[int] = []
    pratinjau.dicetak.connect(selesai.append)
    QTest.keyClick(pratinjau, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    tunggu(lambda: selesai == [1], "tercetak")
    pratinjau.done(0)


def test_measured_set_right_and_taken_back(pengaturan: MainWindow, tmp_path: Path) -> None:
    card, store = kartu(pengaturan), pengaturan.host.store
    cetak_uji(pengaturan)
    assert garis(tmp_path / "keluar.pdf") == pytest.approx((20, 20), abs=0.2)
    ketik(card, "kiri", "22,5")
    ketik(card, "atas", "19")
    QTest.keyClick(card._form.field("atas"), Qt.Key.Key_Return)
    assert geser.baca(store, "HP LaserJet") == (Geser(-25, 10), Geser())
    assert geser.baca(store, "Epson L3110") == (Geser(), Geser()), "another printer stays as it is"
    assert card._kini.text() == "Cetakan di HP LaserJet digeser 2,5 mm ke kiri dan 1 mm ke bawah."
    cetak_uji(pengaturan)
    assert garis(tmp_path / "keluar.pdf") == pytest.approx((17.5, 21), abs=0.2)
    tombol(card, text_printer.SEMULA).click()
    assert geser.baca(store, "HP LaserJet")[0] == Geser()
    tombol(pengaturan.messages, kit.URUNGKAN).click()
    assert geser.baca(store, "HP LaserJet")[0] == Geser(-25, 10), "taking it back is undone as well"


def test_wrong_measures_are_said_at_their_field(pengaturan: MainWindow) -> None:
    card = kartu(pengaturan)
    ketik(card, "kiri", "dua puluh")
    QTest.keyClick(card._form.field("atas"), Qt.Key.Key_Return)
    assert "milimeter" in card._form.pesan("kiri")
    ketik(card, "kiri", "60")
    QTest.keyClick(card._form.field("atas"), Qt.Key.Key_Return)
    assert "15 mm" in card._form.pesan("kiri")
    assert geser.baca(pengaturan.host.store, "HP LaserJet") == (Geser(), Geser())


def test_the_usual_paper_counts_at_once_and_can_be_taken_back(pengaturan: MainWindow) -> None:
    card, store = kartu(pengaturan), pengaturan.host.store
    card._kertas.field("kertas").setFocus()
    QTest.keyClick(card._kertas.field("kertas"), Qt.Key.Key_Down)
    assert store.setting("kertas") == "A4"
    pesan(pengaturan, "A4")
    tombol(pengaturan.messages, kit.URUNGKAN).click()
    assert (store.setting("kertas"), card._kertas.nilai()["kertas"]) == ("F4", "F4")


def test_the_sheet_of_the_recovery_code_moves_as_well(pengaturan: MainWindow) -> None:
    geser.simpan(pengaturan.host.store, "HP LaserJet", Geser(5, -5), mendatar=False)
    pengaturan.page.open_id("data")
    tombol(pengaturan.page, shell.SET_KUNCI_BUAT).click()
    tunggu(lambda: pengaturan.findChildren(Preview), "lembar tampil")
    pratinjau = cari(pengaturan, Preview)
    assert pratinjau._ingatan == "HP LaserJet"
    assert pratinjau._geser is not None
    assert pratinjau._geser("HP LaserJet")[0] == Geser(5, -5)
    pratinjau.done(0)


def test_without_a_printer_it_says_what_to_do(
    tmp_path: Path, buka: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(printing.Printers, "names", lambda _self: [])
    office = Office(tmp_path / "pc")
    office.store.set_setting("lingkup", KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("pc")
    window.show_page("pengaturan", "printer")
    card = kartu(window)
    tunggu(lambda: text_printer.TANPA in card._tanpa.teks(), "dikatakan")
    assert not tombol(card, text_printer.UJI).isEnabled()
