"""The window for the tests: opened on a folder, watched for faults, closed at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests import cetakan
from tests.kota import CityThread
from tests.ui import contoh_kantor, dua_dompet, layar
from tests.ui.contoh_kantor import KELURAHAN, Contoh
from ui.kit import theme
from ui.kit.jobs import Jobs, LateThreads
from ui.shell import start
from ui.shell.window import MainWindow

Buka = Callable[[str | Path], MainWindow]
LAMBAT = int(os.environ.get("SIPOKAT_UJI_LAMBAT", "0"))


@pytest.fixture(autouse=True)
def lambat(monkeypatch: pytest.MonkeyPatch) -> None:
    """With SIPOKAT_UJI_LAMBAT (ms) all background work begins late, as on a PC with a weak disk: whoever counts on a
    result that is not there yet is found."""
    if not LAMBAT:
        return
    asli = LateThreads.submit

    def submit(self: LateThreads, fn: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        def nanti() -> object:
            time.sleep(LAMBAT / 1000)
            return fn(*args, **kwargs)

        return asli(self, nanti)

    monkeypatch.setattr(LateThreads, "submit", submit)


@pytest.fixture(autouse=True)
def penunjuk(qapp: QApplication) -> None:
    """The pointer waits in a corner: what an earlier test pointed at is under no other one's widget."""
    QCursor.setPos(qapp.primaryScreen().geometry().bottomRight())


@pytest.fixture(autouse=True)
def bahasa(qapp: QApplication) -> Iterator[None]:
    """What a window said to Qt about its language goes with the test."""
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    """A city server in a thread, on SQLite."""
    server = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    yield server
    server.close()


@pytest.fixture
def contoh(kota: CityThread, tmp_path: Path) -> Contoh:
    """Two PCs with data in every state (see contoh_kantor)."""
    return contoh_kantor.siapkan(tmp_path, kota)


@pytest.fixture
def buka(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Buka]:
    """``buka(folder)`` opens the window on the data in a folder; a fault of ours in the background fails the test."""
    opened: list[MainWindow] = []
    faults: list[BaseException] = []

    def make(folder: str | Path) -> MainWindow:
        start.application()
        window = start.make_window(qapp, Office(tmp_path / folder))
        window.crash.uninstall()
        window.jobs.bug.disconnect(window.crash.laporkan)
        window.jobs.bug.connect(faults.append)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        opened.append(window)
        window.show()
        window.activateWindow()
        layar.tunggu(window.isActiveWindow, "jendela aktif")
        return window

    yield make
    for window in opened:
        if window.isVisible():
            tutup(window)
    assert not faults, faults


def tutup(window: MainWindow) -> None:
    """Close a window once its background work is done."""
    jobs: Jobs = window.jobs
    layar.tunggu(lambda: not jobs.sedang, "pekerjaan selesai", 20)
    window.close()
    layar.biarkan(1)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """An empty window in the program's look, for a widget of the kit."""
    theme.apply(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def kantor_kosong(tmp_path: Path, buka: Buka) -> MainWindow:
    """The window of an office that has a user and nothing else, on *Data RT*."""
    office = Office(tmp_path / "kosong")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("kosong")
    layar.halaman(window, "rt")
    return window


@pytest.fixture
def pc1(contoh: Contoh, buka: Buka) -> MainWindow:
    """The window of the first PC of `contoh`, entered with the PIN."""
    window = buka(contoh.pc1)
    layar.ketik(contoh_kantor.PIN)
    layar.tekan(layar.ENTER)
    return window


@pytest.fixture
def tahun_2020(tmp_path: Path, buka: Buka) -> MainWindow:
    """The window of the office with two purses, its clock in 2020 (see dua_dompet)."""
    cetakan.tuang(tmp_path / "kantor", dua_dompet.siapkan)
    window = buka("kantor")
    window.host.store.clock = dua_dompet.kini
    return window


@pytest.fixture
def kantor(tmp_path: Path, buka: Buka) -> MainWindow:
    """The window of an office without a PIN and without the city: nine heads of RT, signers, a tariff."""
    office = Office(tmp_path / "kantor")
    contoh_kantor.kantor_kecil(office)
    office.close()
    return buka("kantor")
