"""Recording what was signed while others work too: refreshes, lines paid or postponed meanwhile, a key hit twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.modules.insentif import ops, siklus
from tests.ui.daftar_insentif import KEADAAN, baris, daftar, kata_rekon, kecuali, kunci, susun
from tests.ui.layar import CTRL, cari, ganti, halaman, ketik, pesan, sel, tabel, tekan, tunggu
from ui.modules.insentif import text
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    susun(kantor)
    kunci(kantor)
    return kantor


def test_what_another_computer_recorded_meanwhile_stays_out(w: MainWindow) -> None:
    """The page is refreshed by a sync while exceptions are typed: they stay, and no line is paid twice."""
    nomor, store = daftar(w).nomor, w.host.store
    kecuali(w).setFocus()
    ketik("3 7")
    w.host.act(lambda: ops.terima(store, nomor, hanya=[1]))
    tunggu(lambda: len(tabel(w.page).marks()) == 6, "baris 1 tidak bertanda lagi")
    assert kecuali(w).text() == "3 7"
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "6 penerima")
    assert daftar(w).selesai == 7


def test_a_refresh_in_the_middle_of_typing_keeps_what_cannot_be_read_yet(w: MainWindow) -> None:
    nomor, store = daftar(w).nomor, w.host.store
    kecuali(w).setFocus()
    ketik("3 7 9-")
    w.host.act(lambda: ops.terima(store, nomor, hanya=[1]))
    tunggu(lambda: daftar(w).selesai == 1 and not w.jobs.sedang, "satu tercatat")
    assert kecuali(w).text() == "3 7 9-"
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert "bukan nomor urut" in kata_rekon(w)
    assert daftar(w).selesai == 1


def test_an_exception_that_was_paid_meanwhile_is_said(w: MainWindow) -> None:
    nomor, store = daftar(w).nomor, w.host.store
    kecuali(w).setFocus()
    ketik("3 7")
    w.host.act(lambda: ops.terima(store, nomor, hanya=[3]))
    tunggu(lambda: daftar(w).selesai == 1 and not w.jobs.sedang, "satu tercatat")
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert "Nomor urut 3 sudah dicatat menerima" in kata_rekon(w)
    assert daftar(w).selesai == 1


def test_the_key_pressed_twice_records_once(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("3")
    tekan(Qt.Key.Key_T, Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    tunggu(lambda: not w.jobs.sedang, "selesai")
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert pesan(w, "Belum ada") == text.TANPA_TANDA
    assert daftar(w).selesai == 8
    assert not baris(w, 3).dibayar


def test_a_postponed_line_needs_no_exception(w: MainWindow) -> None:
    nomor, store = daftar(w).nomor, w.host.store
    w.host.act(lambda: siklus.tunda(store, nomor, [2], alasan="Sakit"))
    tunggu(lambda: sel(tabel(w.page), 1, KEADAAN) == text.DITUNDA, "tampak ditunda")
    assert cari(w.page, QLabel, lambda s: "ditunda Rp1.650.000" in s.text())
    kecuali(w).setFocus()
    ketik("2 3")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "7 penerima")
    assert daftar(w).selesai == 7


def test_a_paid_line_as_exception_is_said(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("2-9")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "1 penerima")
    kecuali(w).setFocus()
    ganti("1")
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert "Nomor urut 1 sudah dicatat menerima" in kata_rekon(w)
    assert daftar(w).selesai == 1


def test_recording_is_undone(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("3")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: daftar(w).dibayar == 0, "diurungkan")
    tunggu(lambda: len(tabel(w.page).marks()) == 8, "semua yang menerima bertanda lagi")
