"""A bug of ours: told once, calmly, written to the log without personal numbers, from any thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import text
from ui.kit.crash import CrashHook, rincian, samarkan
from ui.kit.crash_dialog import CrashDialog
from ui.kit.widgets import Label


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("NIK 1673085301840016 ganda", "NIK •••••••••••••••• ganda"),
        ("1673 0853 0184 0016", "•••• •••• •••• ••••"),
        ("HP 081234567890, 0812-3456-7890", "HP ••••••••••••, ••••-••••-••••"),
        ("+6281234567890", "+•••••••••••••"),
        ("1902115848", "••••••••••"),
        ("Rp1.650.000 pada 2026-04-10 15.58, baris 123456789", "Rp1.650.000 pada 2026-04-10 15.58, baris 123456789"),
        ("12345678901234567", "12345678901234567"),
    ],
)
def test_personal_numbers_are_hidden(teks: str, hasil: str) -> None:
    assert samarkan(teks) == hasil


@pytest.mark.parametrize(
    "kerja", [lambda: int("Siti Aminah"), lambda: {"RT 01": 1}["Siti Aminah"], lambda: float('Siti "Ami"')]
)
def test_the_value_that_could_not_be_used_is_in_no_log(kerja: Callable[[], object]) -> None:
    """Python quotes it, and it may be somebody's name."""
    with pytest.raises((ValueError, KeyError)) as sebab:
        kerja()
    isi = rincian(sebab.value, datetime(2026, 4, 10))
    baris = [satu for satu in isi.splitlines() if not satu.startswith("    ")]
    assert "Siti" not in "\n".join(baris)
    assert type(sebab.value).__name__ in baris[-1]


@pytest.fixture
def hook(window: QWidget, tmp_path: Path) -> Iterator[CrashHook]:
    made = CrashHook(tmp_path / "catatan" / "kesalahan.log", window, jam=lambda: datetime(2026, 4, 10, 15, 58))
    yield made
    made.uninstall()


def fault(pesan: str) -> BaseException:
    try:
        raise ZeroDivisionError(pesan)
    except ZeroDivisionError as error:
        return error


def opened(qtbot: QtBot, hook: CrashHook) -> CrashDialog:
    qtbot.waitUntil(lambda: hook.dialog is not None and hook.dialog.isVisible())
    assert hook.dialog is not None
    return hook.dialog


def test_the_dialog_is_calm_and_copies_the_details(qtbot: QtBot, hook: CrashHook, tmp_path: Path) -> None:
    hook.laporkan(fault("NIK 1673085301840016"))
    dialog = opened(qtbot, hook)
    assert text.KESALAHAN in [label.text() for label in dialog.findChildren(Label)]
    dialog.salin()
    copied = QGuiApplication.clipboard().text()
    assert "2026-04-10 15.58.00" in copied
    assert "ZeroDivisionError" in copied
    assert "1673085301840016" not in copied
    log = (tmp_path / "catatan" / "kesalahan.log").read_text(encoding="utf-8")
    assert log.strip() == copied.strip()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: hook.dialog is None)


def test_one_dialog_at_a_time_but_every_fault_is_logged(qtbot: QtBot, hook: CrashHook, tmp_path: Path) -> None:
    for i in range(3):
        hook.laporkan(fault(f"ke-{i}"))
    dialog = opened(qtbot, hook)
    log = (tmp_path / "catatan" / "kesalahan.log").read_text(encoding="utf-8")
    assert log.count("ZeroDivisionError: ke-") == 3
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]) == 1
    dialog.accept()


def test_faults_of_threads_and_of_the_main_thread_arrive(qtbot: QtBot, hook: CrashHook) -> None:
    hook.install()
    thread = threading.Thread(target=lambda: int("bukan angka"))
    thread.start()
    thread.join()
    opened(qtbot, hook).accept()
    qtbot.waitUntil(lambda: hook.dialog is None)
    error = fault("utama")
    sys.excepthook(type(error), error, error.__traceback__)
    opened(qtbot, hook).accept()


def test_a_log_that_cannot_be_written_is_said(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    hook = CrashHook(tmp_path / "berkas" / "log.txt", window)
    hook.laporkan(fault("x"))
    words = [label.text() for label in opened(qtbot, hook).findChildren(Label)]
    assert text.CATATAN_GAGAL in words
