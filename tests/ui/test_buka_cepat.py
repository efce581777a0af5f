"""The short way to the first paint: PySide6's descriptions made late, Beranda's table after the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.layar import ENTER, TURUN, biarkan, fokus, tabel, tekan, tunggu
from ui.kit.pyside import LATE
from ui.kit.table import DataTable
from ui.shell.frame import HOME
from ui.shell.home import HomePage
from ui.shell.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
DESCRIBE = """
import sys
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["x", "-platform", "offscreen"])
def said(work):
    try:
        return str(work())
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"
print(said(lambda: QLabel().setText(1)), said(lambda: QPoint("a", "b")), said(lambda: QTimer.singleShot(0)))
print(said(lambda: QLabel("x", bukan_sifat=1)), QLabel.setText.__doc__, QLabel.__doc__, QTimer.singleShot.__doc__)
"""
LATE_FIRST = "from ui.kit import pyside; pyside.load()"
TELL = "print(*sorted(name for name, module in sys.modules.items() if '_late' in vars(module)))"


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_functions_are_described_late_in_the_same_words() -> None:
    said = _run(f"{LATE_FIRST}\n{DESCRIBE}")
    assert "setText(self, arg__1: str, /)" in said
    assert said == _run(DESCRIBE)


def test_every_late_part_exists_and_waits_until_asked_for() -> None:
    waiting = _run(f"import sys\n{LATE_FIRST}\nfrom PySide6 import QtWidgets\n{TELL}").split()
    assert set(waiting) >= LATE
    assert "_late" not in vars(sys.modules["shibokensupport.signature.parser"])


@pytest.fixture
def beranda(kantor: MainWindow) -> HomePage:
    """Beranda as it stands before its first paint: shown, and the event loop not yet entered again."""
    kantor.rebuild()
    kantor.show_page(HOME)
    page = kantor.page
    assert isinstance(page, HomePage)
    assert not page.findChildren(DataTable)
    return page


def test_keys_before_the_table_are_not_lost(beranda: HomePage, kantor: MainWindow) -> None:
    tekan(TURUN)
    assert fokus() is tabel(beranda)
    tekan(ENTER)
    tunggu(lambda: kantor.page is not beranda, "halaman tugas pertama")


def test_a_key_that_nobody_uses_ends_in_the_page(beranda: HomePage) -> None:
    tekan(Qt.Key.Key_F9)
    tekan(Qt.Key.Key_F9)
    assert fokus() is tabel(beranda)


def test_table_comes_by_itself_and_takes_the_keyboard(beranda: HomePage) -> None:
    tunggu(lambda: beranda.findChildren(DataTable), "tabel tugas")
    assert fokus() is tabel(beranda)
    assert tabel(beranda).row_count()
    biarkan(20)
    assert len(beranda.findChildren(DataTable)) == 1
