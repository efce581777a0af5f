"""Notices: only what concerns the user, once a day, in the corner of the screen, with nothing of anybody in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from sipokat_desktop.storage.status import LAST_SYNC
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import PIN, Contoh
from tests.ui.layar import ENTER, TURUN, biarkan, cari, fokus, ketik, siap, tekan, tombol, tunggu
from ui.kit.form import Form
from ui.shell import notices, text_kabar
from ui.shell.noticecard import NoticeCard
from ui.shell.notices import BACKUP_MS, DAY_MS, Kind, Notices
from ui.shell.tray import Tray
from ui.shell.window import MainWindow


class Sudut(QObject):
    """A corner of the screen that keeps what it was told."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kata: list[str] = []

    def show(self, words: str) -> None:
        self.kata.append(words)

    def hide(self) -> None:
        self.kata.append("")


@pytest.fixture
def sudut() -> Sudut:
    return Sudut()


Kabari = Callable[[MainWindow], Notices]


@pytest.fixture
def kabari(sudut: Sudut) -> Kabari:
    def make(w: MainWindow) -> Notices:
        w._notices = kabar = Notices(
            w._office, w.sync, w, w.messages, w.show_page, lambda: True, corner=lambda _parent: sudut
        )
        biarkan(5)
        return kabar

    return make


@pytest.fixture
def lain(kantor: MainWindow, qtbot: object) -> QWidget:
    """Another window in front of Sipokat."""
    made = QWidget()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.show()
    made.activateWindow()
    tunggu(lambda: not kantor.isActiveWindow(), "Sipokat di belakang")
    return made


def basi(w: MainWindow) -> None:
    """Let the last backup be old."""
    store = w._office.store
    kini = store.clock()
    w._office.safety.backup()
    store.clock = lambda: kini + BACKUP_MS + DAY_MS


@pytest.mark.usefixtures("lain")
def test_an_old_backup_is_told_once_a_day_and_leads_to_the_page(
    kantor: MainWindow, kabari: Kabari, sudut: Sudut
) -> None:
    kabar = kabari(kantor)
    kabar.look()
    assert sudut.kata == [], "tidak ada yang perlu"
    basi(kantor)
    kabar.look()
    kabar.look()
    assert sudut.kata == [text_kabar.CADANGAN]
    sudut.clicked.emit()
    assert kantor._shown == "pengaturan"
    tunggu(kantor.isActiveWindow, "jendela di depan")
    kini = kantor.host.store.clock()
    kantor.host.store.clock = lambda: kini + DAY_MS + 1
    kabar.look()
    assert text_kabar.CADANGAN in kantor.messages.teks(), "di depan: bilah pesan"
    assert sudut.kata == [text_kabar.CADANGAN, ""]


@pytest.mark.usefixtures("lain")
def test_without_a_corner_the_message_bar_says_it(kantor: MainWindow) -> None:
    kabar = Notices(
        kantor._office, kantor.sync, kantor, kantor.messages, kantor.show_page, lambda: True, corner=lambda _p: None
    )
    basi(kantor)
    kabar.look()
    assert text_kabar.CADANGAN in kantor.messages.teks()
    tombol(kantor, text_kabar.BUKA).click()
    assert kantor._shown == "pengaturan"


@pytest.mark.usefixtures("lain")
def test_switched_off_nothing_is_said(kantor: MainWindow, kabari: Kabari, sudut: Sudut) -> None:
    kantor.host.store.set_setting(notices.WANTED, "0")
    kabar = kabari(kantor)
    basi(kantor)
    kabar.look()
    assert sudut.kata == []
    assert kantor.messages.isHidden()


def test_the_choice_is_in_the_settings(kantor: MainWindow) -> None:
    kantor.show_page("pengaturan", "kabar")
    siap(kantor)
    isi = cari(cari(kantor.page, NoticeCard), Form)
    isi.fokus("kabar")
    assert isi.nilai() == {"kabar": "1"}
    assert isi.isAncestorOf(fokus())
    tekan(TURUN)
    assert not notices.wanted(kantor._office)


def test_a_city_long_away_and_a_new_decision(contoh: Contoh, buka: Buka, kabari: Kabari, sudut: Sudut) -> None:
    w = buka(contoh.pc1)
    ketik(PIN)
    tekan(ENTER)
    kabar = kabari(w)
    kabar._decisions -= 1
    w.sync.finished.emit(type("Ringkas", (), {"changes": w.host.store.write("uji", lambda _tx: None).changes})())
    assert text_kabar.KEPUTUSAN in w.messages.teks()
    w.messages.tutup()
    kini = w.host.store.clock()
    w.host.store.set_setting(LAST_SYNC, str(kini - DAY_MS - 1))
    kabar.look()
    assert w.messages.isHidden(), "belum gagal, tidak ada kabar"
    w.sync._failures = 3
    kabar.look()
    assert text_kabar.SINKRON in w.messages.teks()
    assert sudut.kata == []


def test_nothing_is_told_before_somebody_has_entered(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    w.watch()
    basi(w)
    w._notices.look()
    assert w.messages.isHidden()
    ketik(PIN)
    tekan(ENTER)
    w._notices.look()
    assert text_kabar.CADANGAN in w.messages.teks()


def test_words_say_nothing_of_anybody() -> None:
    for kind in Kind:
        assert "{" not in kind.value[0]


def test_the_real_corner_shows_only_what_it_has_to_say(qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    induk = QObject()
    assert Tray.make(induk) is None
    tray, ditekan = Tray(induk), []
    tray.clicked.connect(lambda: ditekan.append(1))
    assert not tray._icon.isVisible()
    tray._icon.messageClicked.emit()
    assert ditekan == [1]
    tray.hide()
