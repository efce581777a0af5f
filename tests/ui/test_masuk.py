"""Login: the right PIN opens the pages, a wrong one is said and asked again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, PIN
from tests.ui.layar import ENTER, fokus, form, ketik, tekan, tunggu
from ui.shell.home import HomePage


@pytest.fixture
def dua_orang(tmp_path: Path) -> Path:
    office = Office(tmp_path / "pc")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah", pin=PIN)
    users.add(office.store, name="Rudi Hartono", pin="9137")
    office.close()
    return tmp_path / "pc"


def test_right_pin_opens(dua_orang: Path, buka: Buka) -> None:
    w = buka(dua_orang)
    ketik(PIN)
    tekan(ENTER)
    tunggu(lambda: w.findChildren(HomePage), "Beranda")
    assert w.host.store.user == "Siti Aminah"


def test_wrong_pin_is_said_and_emptied(dua_orang: Path, buka: Buka) -> None:
    w = buka(dua_orang)
    ketik("1111")
    tekan(ENTER)
    assert form(w).pesan("pin") == users.PIN_SALAH
    medan = fokus()
    assert isinstance(medan, QLineEdit)
    assert (medan.text(), medan.hasFocus()) == ("", True)
    assert not w.findChildren(HomePage)
    ketik(PIN)
    tekan(ENTER)
    assert w.findChildren(HomePage)


def test_another_person_by_keys(dua_orang: Path, buka: Buka) -> None:
    w = buka(dua_orang)
    tekan(Qt.Key.Key_Backtab)
    tekan(Qt.Key.Key_Down, ENTER)
    ketik("9137")
    tekan(ENTER)
    tunggu(lambda: w.findChildren(HomePage), "Beranda")
    assert w.host.store.user == "Rudi Hartono"


def test_no_command_works_before_the_login(dua_orang: Path, buka: Buka) -> None:
    w = buka(dua_orang)
    for key in (Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Return):
        tekan(key, mod=Qt.KeyboardModifier.ControlModifier)
    assert not w.findChildren(HomePage)
