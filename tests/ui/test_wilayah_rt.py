"""The forms about the area of an office by keys: its own name of the kelurahan, and a new RT split off an old one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.rt import queries
from tests.ui.layar import CTRL, form, ganti, halaman, isian, lembar, pesan, tekan, tertutup, tunggu
from tests.ui.test_riwayat import roster
from ui.modules.rt import text, wilayah
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def test_the_office_names_its_kelurahan(w: MainWindow) -> None:
    wilayah.kelurahan(w.page, w.host)
    sheet = lembar()
    isian("nama", sheet)
    ganti("Air Temam")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert queries.nama_kelurahan(w.host.store.reader(), w.host.lingkup) == "Air Temam"
    pesan(w, text.KELURAHAN_DISIMPAN)


def test_a_new_rt_is_split_off_and_the_old_head_moves_over(w: MainWindow) -> None:
    lama = roster(w, "05")
    wilayah.mekarkan(w.page, w.host, lama)
    sheet = lembar()
    isian("nomor", sheet)
    ganti("12")
    isian("ketua", sheet)
    tekan(Qt.Key.Key_K)
    assert form(sheet).nilai()["ketua"] == "pindah"
    isian("tmt", sheet)
    ganti("1/12/2026")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    baru = next(m for m in queries.masa(w.host.store.reader(), lingkup=w.host.lingkup) if m.nomor == "12")
    assert (baru.orang_id, baru.tmt) == (lama.orang_id, "2026-12-01")


def test_a_new_rt_that_is_there_already_is_said_beside_its_number(w: MainWindow) -> None:
    wilayah.mekarkan(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    isian("nomor", sheet)
    ganti("01")
    isian("ketua", sheet)
    tekan(Qt.Key.Key_B)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: form(sheet).pesan("nomor"), "dikatakan di samping nomornya")
