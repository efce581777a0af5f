"""Every screen of the window, for those who hear it, who work by keys alone, and who read large letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from sipokat_desktop.app import Office
from tests import cetakan
from tests.ui import akses, contoh_semua, contoh_usulan, layar, tata_letak, warna_saja
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import Contoh, berkas
from tests.ui.telusur import Telusur
from ui.kit.crash_dialog import CrashDialog
from ui.kit.diagram import DiagramBatang
from ui.kit.diagram_isi import Nilai
from ui.kit.printing import Printers
from ui.modules.rt import imports
from ui.registry import PAGES
from ui.shell import text
from ui.shell.frame import DECISIONS, HOME, SETTINGS, SYNC
from ui.shell.locked import LockedSheet, Ways
from ui.shell.restore import RestoreSheet
from ui.shell.window import MainWindow

SEMUA = (HOME, *(page.key for page in PAGES), DECISIONS, SYNC, SETTINGS)
PALING_SEDIKIT = 200
"""Screens that the walk must see: fewer, and it has stopped walking."""


class Catatan:
    """Notes what is wrong with the screens of a walk, each complaint once with the first place."""

    def __init__(self, *aturan: Callable[[QWidget], list[str]]) -> None:
        self._aturan, self.dilihat, self.salah = aturan, 0, dict[str, str]()

    def __call__(self, nama: str, akar: QWidget) -> None:
        self.dilihat += 1
        for aturan in self._aturan:
            for keluhan in aturan(akar):
                self.salah.setdefault(keluhan, nama)

    def __str__(self) -> str:
        return "\n".join(f"{nama}: {keluhan}" for keluhan, nama in self.salah.items())


@pytest.fixture
def tanpa_berkas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a file gives up; there is a printer."""
    for nama in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, nama, lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    monkeypatch.setattr(Printers, "names", lambda _self: ["Epson L3110"])


def kantor(tmp_path: Path, buka: Buka, skala: float) -> MainWindow:
    cetakan.tuang(tmp_path / "kantor", contoh_semua.siapkan)
    office = Office(tmp_path / "kantor")
    office.store.set_setting("tampilan_skala", str(skala))
    office.close()
    w = buka("kantor")
    w.host.store.clock = contoh_usulan.kini
    return w


@pytest.fixture
def lihat() -> Catatan:
    """Notes what is wrong with a screen by any of the rules."""
    cincin: set[str] = set()
    rupa = (tata_letak.terpotong, tata_letak.salah_urut, lambda akar: tata_letak.tanpa_cincin(akar, cincin))
    return Catatan(akses.keluhan, warna_saja.warna_saja, *rupa)


@pytest.mark.usefixtures("tanpa_berkas")
def test_every_screen(tmp_path: Path, buka: Buka, lihat: Catatan) -> None:
    telusur = Telusur(kantor(tmp_path, buka, 1.5), lihat)
    for kunci in SEMUA:
        telusur.halaman(kunci)
    assert not str(lihat)
    assert not telusur.hilang
    assert lihat.dilihat >= PALING_SEDIKIT


@pytest.mark.usefixtures("tanpa_berkas")
def test_every_screen_without_data(kantor_kosong: MainWindow, lihat: Catatan) -> None:
    telusur = Telusur(kantor_kosong, lihat)
    for kunci in SEMUA:
        telusur.halaman(kunci)
    assert not str(lihat)
    assert not telusur.hilang


@pytest.mark.usefixtures("tanpa_berkas")
def test_decisions_and_login(contoh: Contoh, buka: Buka, lihat: Catatan) -> None:
    w = buka(contoh.pc1)
    lihat("masuk", w)
    layar.ketik("1111")
    layar.tekan(layar.ENTER)
    lihat("masuk, PIN salah", w)
    layar.ketik("2580")
    layar.tekan(layar.ENTER)
    telusur = Telusur(w, lihat)
    for kunci in (DECISIONS, SYNC):
        telusur.halaman(kunci)
    assert not str(lihat)
    assert not telusur.hilang


def test_set_up(buka: Buka) -> None:
    w, lihat = buka("baru"), Catatan(akses.keluhan, tata_letak.terpotong, tata_letak.salah_urut)
    lihat("kode", w)
    layar.tekan(layar.ENTER)
    lihat("kode belum diisi", w)
    layar.tombol(w, text.WIZ_TANPA).setFocus()
    layar.tekan(layar.ENTER)
    lihat("kelurahan", w)
    layar.ketik("taba j")
    layar.tekan(layar.ENTER)
    lihat("nama", w)
    for isian in ("Siti Aminah", "2580", "2581"):
        layar.ketik(isian)
        layar.tekan(layar.ENTER)
    lihat("PIN berbeda", w)
    layar.ganti("2580")
    layar.tekan(layar.ENTER)
    layar.tunggu(lambda: isinstance(layar.fokus(), QPushButton), "Mulai bekerja")
    layar.siap(w)
    layar.biarkan(1)
    lihat("selesai", w)
    assert not str(lihat)


@pytest.mark.usefixtures("tanpa_berkas")
def test_dialogs_that_no_button_of_a_page_opens(tmp_path: Path, buka: Buka, lihat: Catatan) -> None:
    w = kantor(tmp_path, buka, 1.25)
    semua: dict[str, Callable[[], object]] = {
        "terkunci": LockedSheet(Ways(str, str), recoverable=True, parent=w).open,
        "rusak": RestoreSheet(w._office.safety, w.jobs, contoh_usulan.kini, begin_anew=str, parent=w).open,
        "kesalahan": CrashDialog("contoh", "Dicatat di kesalahan.log.", w).open,
        "palet": w._palette,
        "impor": lambda: imports.buka(w.page, w.host, berkas()),
    }
    for nama, buka_dialog in semua.items():
        buka_dialog()
        layar.siap(w)
        layar.biarkan(20)
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        assert dialog is not None, nama
        lihat(nama, dialog)
        dialog.close()
        w.activateWindow()
    assert not str(lihat)


class _Buta(QPushButton):
    """Draws nothing, whether the keyboard is on it or not."""

    def paintEvent(self, _event: object) -> None:
        """Draw nothing."""


def test_known_bad_each_rule_finds_what_it_is_for(window: QWidget) -> None:
    tanpa_nama, jauh, sempit = _Buta(window), QPushButton("Kirim", window), QLabel("Kata yang panjang sekali", window)
    kembar, atas = QPushButton("Kirim", window), QPushButton("Atas", window)
    for ke, tombol in enumerate((jauh, tanpa_nama, kembar, atas)):
        tombol.setGeometry(10, 300 - 60 * ke, 120, 40)
    sempit.setGeometry(300, 10, 20, 10)
    for satu in (tanpa_nama, jauh, sempit, kembar, atas):
        satu.show()
    assert akses.tanpa_nama(window) == ["_Buta di QWidget tanpa nama"]
    assert akses.bernama_sama(window) == ["2 QPushButton bernama “Kirim”"]
    assert tata_letak.salah_urut(window)
    assert [kata[:30] for kata in tata_letak.terpotong(window)] == ["terpotong: Kata yang panjang s"]
    assert "_Buta “”" in " ".join(tata_letak.tanpa_cincin(window, set()))


class _Klik(QWidget):
    """Listens to clicks, and says nothing of it."""

    clicked = Signal()

    def mouseReleaseEvent(self, _event: object) -> None:
        """Report it."""
        self.clicked.emit()


def test_known_bad_what_opens_but_is_no_button(window: QWidget) -> None:
    diam, bisu, batang = _Klik(window), _Klik(window), DiagramBatang("Bidang", parent=window)
    for satu in (diam, bisu, batang):
        satu.setGeometry(0, 0, 400, 200)
        satu.show()
    bisu.clicked.connect(str)
    batang.set([Nilai("1", "Kesehatan", 3, 4, "3 dari 4")])
    batang.dibuka.connect(str)
    assert akses.tanpa_peran(window) == [
        "_Klik di QWidget dapat diklik tetapi bukan tombol",
        "DiagramBatang di QWidget: “Kesehatan: 3 dari 4” bukan tombol",
    ]
    batang.segarkan()
    assert akses.tanpa_peran(window) == ["_Klik di QWidget dapat diklik tetapi bukan tombol"]
