"""An office with people for the tests of who works at the window."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN, PIN
from tests.ui.layar import (
    CTRL,
    ENTER,
    ketik,
    siap,
    tekan,
    tunggu,
)
from ui.shell.login import LoginPage
from ui.shell.window import MainWindow

PIN_RUDI, PIN_LURAH, PIN_BARU = "9137", "8264", "5173"
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """Nine heads of RT, Siti and Rudi with PINs, a list that is drawn up; no lurah is named."""
    with closing(Office(tmp_path / "pc")) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah", pin=PIN)
        users.add(office.store, name="Rudi Hartono", pin=PIN_RUDI)
        contoh_kantor.isi_roster(office)
    return tmp_path / "pc"


def lurah(folder: Path) -> None:
    with closing(Office(folder)) as office:
        users.add(office.store, name="Hj. Rohana", pin=PIN_LURAH, role="lurah")


def masuk(w: MainWindow, pin: str = PIN) -> None:
    tunggu(w.isActiveWindow, "jendela aktif")
    ketik(pin)
    tekan(ENTER)
    tunggu(lambda: not halaman_masuk(w), "masuk")
    siap(w)


def halaman_masuk(w: MainWindow) -> list[LoginPage]:
    return [one for one in w.findChildren(LoginPage) if one.isVisible()]


def kunci(w: MainWindow) -> None:
    tekan(Qt.Key.Key_L, mod=CTRL_SHIFT)
    tunggu(lambda: halaman_masuk(w), "terkunci")


def tampak() -> str:
    """All words that can be read in any window of the program."""
    semua = [w for w in QApplication.allWidgets() if isinstance(w, QWidget) and w.isVisible()]
    return " ".join(w.text() for w in semua if isinstance(w, QLabel | QLineEdit))
