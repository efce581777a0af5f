"""The lock of the screen keeps what was typed and shows nothing; whoever lost a PIN is helped at it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.storage import people_text, users
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TURUN,
    biarkan,
    fokus,
    form,
    isian,
    ketik,
    lembar,
    pesan,
    siap,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.orang import CTRL_SHIFT, PIN_BARU, PIN_LURAH, halaman_masuk, kantor, kunci, lurah, masuk, tampak
from ui.kit.form import Form
from ui.shell import lock, text
from ui.shell import text_orang as kata
from ui.shell.home import HomePage

__all__ = ["kantor"]


def test_the_lock_hides_everything_and_what_was_typed_stays(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    w.show_page("pengaturan", "orang")
    tombol(w.page, kata.SET_TAMBAH).click()
    sheet = lembar()
    ketik("Budi Santoso")
    fokus_dulu, page = fokus(), w.page
    w.people.lock()
    tunggu(lambda: halaman_masuk(w), "terkunci")
    tunggu(w.isActiveWindow, "jendela aktif")
    assert not sheet.isVisible()
    assert "Budi" not in tampak()
    assert text.SET_DATA not in tampak()
    assert kata.KUNCI_JUDUL in tampak()
    ketik("0000")
    tekan(ENTER)
    assert form(w).pesan("pin") == users.PIN_SALAH
    masuk(w)
    tunggu(sheet.isVisible, "lembar kembali")
    assert isian("nama", sheet).nilai() == "Budi Santoso"  # type: ignore[attr-defined]
    assert (w.page, fokus_dulu.isVisible()) == (page, True)
    sheet.buang()


def test_keys_do_nothing_while_locked_and_jobs_go_on(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    kunci(w)
    selesai: list[int] = []
    w.host.jobs.run(lambda: 7, apa="Menghitung", done=selesai.append, owner=w.host)
    w.host.go("rt")
    for key in (Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Return):
        tekan(key, mod=CTRL)
    tekan(Qt.Key.Key_F10)
    tunggu(lambda: selesai == [7], "pekerjaan selesai")
    assert QApplication.activeModalWidget() is None
    assert halaman_masuk(w)
    masuk(w)
    assert isinstance(w.page, HomePage)


def test_a_dialog_that_comes_while_locked_waits_behind_it(kantor: Path, buka: Buka) -> None:
    from ui.kit.dialog import Sheet

    w = buka(kantor)
    masuk(w)
    kunci(w)
    sheet = Sheet("Rahasia", Form([]), parent=w)
    sheet.open()
    tunggu(lambda: not sheet.isVisible(), "disembunyikan")
    masuk(w)
    tunggu(sheet.isVisible, "kembali")
    sheet.buang()


def test_the_wait_begins_anew_with_every_key_and_ends_in_the_lock(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    masuk(w)
    screen = w.people.screen
    screen.start()
    assert 4 * 60_000 < screen.left < 6 * 60_000
    w.host.store.set_setting(lock.SETTING, "2")
    jendela = w.windowHandle()
    assert jendela is not None
    tekan_ = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(jendela, tekan_)
    assert 0 < screen.left < 3 * 60_000
    screen.due.emit()
    tunggu(lambda: halaman_masuk(w), "terkunci")
    assert screen.left == -1


def test_without_any_pin_the_lock_says_so(tmp_path: Path, buka: Buka) -> None:
    with closing(Office(tmp_path / "pc")) as office:
        contoh_kantor.kantor_kecil(office)
    w = buka(tmp_path / "pc")
    siap(w)
    tekan(Qt.Key.Key_L, mod=CTRL_SHIFT)
    pesan(w, "belum ada orang dengan PIN")
    assert not halaman_masuk(w)


@pytest.mark.parametrize("cara", ["lurah", "kode"])
def test_a_lost_pin_is_made_anew(kantor: Path, buka: Buka, cara: str) -> None:
    kunci_ = PIN_LURAH
    if cara == "lurah":
        lurah(kantor)
    else:
        with closing(Office(kantor)) as office:
            kunci_, _lembar = office.new_recovery_code()
    w = buka(kantor)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    tempat = "pin_lurah" if cara == "lurah" else "kode"
    ketik("4725")
    for kunci_baru in ("pin_baru", "pin_lagi"):
        isian(kunci_baru, sheet)
        ketik(PIN_BARU)
    tekan(ENTER)
    assert form(sheet).pesan(tempat)
    isian(tempat, sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik(kunci_)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    masuk(w, PIN_BARU)
    assert w.host.store.user == "Siti Aminah"


def test_where_nothing_helps_the_way_is_told(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    assert "Kominfo" in tampak()
    tekan(ESC)
    tertutup(sheet)


def test_too_many_wrong_pins_wait_and_say_how_long(kantor: Path, buka: Buka) -> None:
    w = buka(kantor)
    for _ in range(6):
        ketik("0000")
        tekan(ENTER)
    assert "coba lagi 30 detik lagi" in form(w).pesan("pin")
    assert people_text.PIN_TUNGGU.partition("{")[0] in form(w).pesan("pin")


def test_another_person_opens_the_lock_and_a_lost_pin_is_made_there(kantor: Path, buka: Buka) -> None:
    lurah(kantor)
    w = buka(kantor)
    masuk(w)
    w.show_page("rt")
    page = w.page
    kunci(w)
    tunggu(w.isActiveWindow, "jendela aktif")
    tekan(Qt.Key.Key_Backtab)
    tekan(TURUN, ENTER)
    tombol(w, text.MASUK_LUPA).click()
    sheet = lembar()
    biarkan(50)
    assert sheet.isVisible()
    for kunci_, isi in (("pin_lurah", PIN_LURAH), ("pin_baru", PIN_BARU), ("pin_lagi", PIN_BARU)):
        isian(kunci_, sheet)
        ketik(isi)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    masuk(w, PIN_BARU)
    assert (w.host.store.user, w.page) == ("Rudi Hartono", page)
