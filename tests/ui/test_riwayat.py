"""Undo, redo and the history of a record in the window, by keys."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops, queries
from sipokat_desktop.storage import history
from tests.ui import contoh_kantor, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, Contoh
from tests.ui.layar import CTRL, cari, halaman, lembar, pesan, sel, tabel, tekan, tertutup, tombol, tunggu
from ui.kit import riwayat, text
from ui.kit.dialog import Sheet
from ui.shell.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def roster(w: MainWindow, nomor: str) -> queries.BarisRoster:
    semua = queries.roster(w.host.store.reader(), lingkup=KELURAHAN, hari=w.host.today)
    return next(b for b in semua if b.nomor == nomor)


def ubah(w: MainWindow, nomor: str, **isian: str) -> None:
    b = roster(w, nomor)
    store = w.host.store
    w.host.act(lambda: ops.ubah(store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=isian))
    tunggu(lambda: not w.jobs.sedang, "tersimpan")


def buka(w: MainWindow, nomor: str) -> Sheet:
    b = roster(w, nomor)
    riwayat.buka(w.page, w.host, [id for id in (b.orang_id, b.masa_id, b.jabatan_id) if id], f"Riwayat RT {nomor}")
    return lembar()


def isi_panel(sheet: Sheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_undo_and_redo_name_what_they_turn_back(w: MainWindow) -> None:
    ubah(w, "05", hp="081234567890")
    ubah(w, "05", alamat="Jl. Mawar 1")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    assert pesan(w, "Diurungkan") == "Diurungkan: Ubah data · RT 05 · Hasan Basri."
    assert roster(w, "05").alamat != "Jl. Mawar 1"
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: roster(w, "05").hp != "081234567890", "keduanya diurungkan")
    tunggu(lambda: not w.jobs.sedang)
    tekan(Qt.Key.Key_Y, mod=CTRL)
    assert pesan(w, "Dilakukan lagi") == "Dilakukan lagi: Ubah data · RT 05 · Hasan Basri."
    tunggu(lambda: roster(w, "05").hp == "081234567890", "yang pertama lagi")
    tunggu(lambda: not w.jobs.sedang)
    tekan(Qt.Key.Key_Z, mod=CTRL | SHIFT)
    tunggu(lambda: roster(w, "05").alamat == "Jl. Mawar 1", "yang kedua lagi")
    tunggu(lambda: not w.jobs.sedang)
    tekan(Qt.Key.Key_Y, mod=CTRL)
    assert pesan(w, "Belum ada") == text.TAK_ADA_ULANGAN


def test_a_new_act_clears_what_could_be_done_again(w: MainWindow) -> None:
    ubah(w, "05", hp="081234567890")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: roster(w, "05").hp != "081234567890", "diurungkan")
    tunggu(lambda: not w.jobs.sedang)
    ubah(w, "06", alamat="Jl. Baru")
    tekan(Qt.Key.Key_Y, mod=CTRL)
    assert pesan(w, "Belum ada") == text.TAK_ADA_ULANGAN
    assert roster(w, "05").hp != "081234567890"


def test_history_tells_acts_newest_first_and_undoes_one(w: MainWindow) -> None:
    ubah(w, "05", tmt="20 November 2023")
    sheet = buka(w, "05")
    t = tabel(sheet)
    assert sel(t, 0, 1) == "Ubah data"
    assert sel(t, 1, 1) == "Impor data RT"
    tunggu(lambda: "TMT: 1 Januari 2024 → 20 November 2023" in isi_panel(sheet), "kedua sisi")
    tombol(sheet, text.RIWAYAT_URUNGKAN)
    tekan(Qt.Key.Key_U, mod=CTRL)
    tunggu(lambda: sel(t, 0, 1) == "Urungkan: ubah data", "riwayat bertambah")
    assert roster(w, "05").tmt == "2024-01-01"


def test_why_it_cannot_be_undone_stands_there(w: MainWindow) -> None:
    ubah(w, "05", hp="081234567890")
    ubah(w, "05", hp="081234567891")
    sheet = buka(w, "05")
    t = tabel(sheet)
    t.select(t._rows.rows[1].id)
    tunggu(lambda: any("sudah diubah lagi" in kata for kata in isi_panel(sheet)), "sebabnya")
    assert not [b for b in sheet.findChildren(QPushButton) if b.isVisible() and "Urungkan" in b.text()]
    tekan(layar.ESC)
    tertutup(sheet)


def test_a_nik_is_masked_until_asked(w: MainWindow) -> None:
    sheet = buka(w, "01")
    tunggu(lambda: "NIK: 1673••••••••0016" in isi_panel(sheet), "disamarkan")
    tombol(sheet, text.TAMPILKAN_NIK).click()
    assert cari(sheet, QLabel, lambda s: s.text() == "NIK: 1673085301840016")


def test_what_a_sync_brought_says_who_wrote_it_where(contoh: Contoh, buka: Buka) -> None:
    with closing(Office(contoh.pc1)) as pc1:
        pc1.store.user = "Siti Aminah"
        contoh_kantor.ubah(pc1, "02", alamat="Jl. Melati 2")
        pc1.sync()
    with closing(Office(contoh.pc2)) as pc2:
        pc2.sync()
    w = buka(contoh.pc2)
    layar.ketik(contoh_kantor.PIN)
    tekan(layar.ENTER)
    tunggu(lambda: w._frame is not None, "masuk")
    halaman(w, "rt")
    b = roster(w, "02")
    riwayat.buka(w.page, w.host, [b.orang_id or "", b.masa_id or ""], "Riwayat")
    sheet = lembar()
    t = tabel(sheet)
    assert (sel(t, 0, 1), sel(t, 0, 2)) == (text.RIWAYAT_UBAH_KOTA, "Siti Aminah · PC-1")
    tunggu(lambda: "Alamat: Gg. Mawar No. 52 → Jl. Melati 2" in isi_panel(sheet), "isinya")
    tunggu(lambda: history.NOT_FROM_HERE in isi_panel(sheet), "tidak dapat dari sini")
    assert any(kata.startswith("Diterima di komputer ini hari ini") for kata in isi_panel(sheet))
