"""One window on one folder; and what the window says when it starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from sipokat_desktop.app import Closed, Office
from sipokat_desktop.storage import room
from ui.kit import theme
from ui.shell import instance, start, text
from ui.shell.instance import Instance
from ui.shell.window import MainWindow

from . import layar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Office(tmp_path / "data").close()
    return tmp_path / "data"


def test_a_second_start_brings_the_first_window_to_the_front(kantor: MainWindow) -> None:
    data = kantor._office.store.folder
    pertama = Instance(data)
    assert pertama.first
    pertama.serve(kantor)
    kantor.showMinimized()
    assert not Instance(data).first
    panggil = f"import pathlib, ui.shell.instance as i; print(i.Instance(pathlib.Path({str(data)!r})).call())"
    with subprocess.Popen([sys.executable, "-c", panggil], stdout=subprocess.PIPE, text=True) as kedua:
        layar.tunggu(lambda: kedua.poll() is not None, "jawaban jendela pertama", 30)
        assert kedua.stdout is not None
        assert kedua.stdout.read().strip() == "True"
    assert not kantor.isMinimized()
    pertama.end()
    ketiga = Instance(data)
    assert ketiga.first
    ketiga.end()


@pytest.mark.usefixtures("_sapuan")
def test_a_window_that_does_not_answer_is_explained(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp)
    monkeypatch.setattr(instance, "WAIT_MS", 1)
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text() + box.informativeText()))
    lain = Instance(folder)
    assert start.run(Closed(folder)) == 1
    lain.end()
    assert said == [text.SUDAH_TERBUKA + text.SUDAH_TERBUKA_SARAN]


@pytest.mark.parametrize(("sistem", "terbuka"), [("win32", True), ("linux", False)])
def test_a_lock_with_ones_own_number_keeps_nobody_out_on_windows(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sistem: str, terbuka: bool
) -> None:
    """After a power cut Windows gives the same numbers again; Qt knows there of no other boot of the computer."""
    mati = Instance(folder)
    isi = (folder / instance.LOCK).read_bytes()
    mati.end()
    (folder / instance.LOCK).write_bytes(isi)
    monkeypatch.setattr("ui.shell.instance.sys.platform", sistem)
    lagi = Instance(folder)
    assert lagi.first is terbuka
    lagi.end()


def test_the_lock_of_a_program_that_died_is_taken(folder: Path) -> None:
    (folder / instance.LOCK).write_text("999999999\nsipokat\n\n\n\n")
    pertama = Instance(folder)
    assert pertama.first
    pertama.end()


def test_little_room_is_said_when_the_window_is_idle(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free", lambda _folder: 150 * room.MB)
    kantor.backups.check()
    assert "tinggal 150 MB" in layar.pesan(kantor, "MB")
