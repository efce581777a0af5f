"""The trash in the window: delete what was entered by mistake, find it, bring it back."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import hapus, ops
from sipokat_desktop.storage import trash
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN, Contoh
from tests.ui.layar import CTRL, ENTER, TURUN, cari, halaman, lembar, pesan, sel, tabel, tekan, tertutup, tombol, tunggu
from tests.ui.test_riwayat import roster
from ui.kit import text as kit
from ui.kit.dialog import Sheet
from ui.modules.rt import sheets, text
from ui.shell import text as shell
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def kosong(w: MainWindow) -> bool:
    return roster(w, "05").orang_id is None


def test_a_head_entered_by_mistake_is_deleted_and_restored(w: MainWindow) -> None:
    sheets.hapus(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert pesan(w, "dihapus") == "Hasan Basri dihapus dari RT 05."
    assert kosong(w)
    sheets.sampah(w.page, w.host)
    sheet = lembar()
    t = tabel(sheet)
    tunggu(lambda: t.row_count() == 1, "ada di Sampah")
    assert sel(t, 0, 0) == "RT 05 · Hasan Basri"
    assert cari(sheet, QLabel, lambda s: "Hapus · Siti Aminah" in s.text())
    tekan(ENTER)
    tunggu(lambda: not kosong(w), "pulih")
    tunggu(lambda: t.row_count() == 0, "tidak di Sampah lagi")
    assert cari(sheet, QLabel, lambda s: s.text() == kit.SAMPAH_KOSONG)
    assert not sheet.utama.isEnabled()


def test_a_whole_post_is_deleted_and_undone(w: MainWindow) -> None:
    """Whoever takes it back is on it again: the next key must not meet another RT."""
    t = tabel(w.page)
    t.select(roster(w, "05").jabatan_id)
    sheets.hapus(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    tekan(TURUN)
    tekan(ENTER)
    tertutup(sheet)
    assert pesan(w, "dihapus") == "RT 05 dihapus."
    tunggu(lambda: tabel(w.page).row_count() == 8, "hilang dari tabel")
    assert sel(t, t.currentIndex().row(), 0) == "RT 06", "its neighbour, not the first row"
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: tabel(w.page).row_count() == 9, "diurungkan")
    assert pesan(w, "Diurungkan") == "Diurungkan: Hapus · RT 05 · Hasan Basri."
    assert sel(t, t.currentIndex().row(), 0) == "RT 05"


def test_what_a_list_stands_on_is_refused_with_a_sentence(w: MainWindow) -> None:
    insentif.susun(w.host.store, KELURAHAN, triwulan(w.host.today))
    sheets.hapus(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    assert isinstance(sheet, Sheet)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "masih tercatat di Baris daftar" in sheet.pesan.teks(), "alasannya")
    assert not kosong(w)


def test_the_trash_is_reached_from_the_settings(w: MainWindow) -> None:
    w.show_page("pengaturan", "data")
    tombol(w.page, shell.SET_SAMPAH).click()
    sheet = lembar()
    tunggu(lambda: not w.jobs.sedang)
    assert cari(sheet, QLabel, lambda s: s.text() == kit.SAMPAH_KOSONG)
    assert text.SAMPAH


def test_what_another_pc_deleted_is_restored_here_and_comes_back_there(contoh: Contoh) -> None:
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        pc1.store.user, pc2.store.user = "Siti Aminah", "Rudi Hartono"
        for office in (pc1, pc2):
            office.sync()
        isian = {"nomor": "31", "nama": "Salah Catat", "tmt": "2026-01-01"}
        masa = ops.tambah(pc1.store, KELURAHAN, isian).value
        for office in (pc1, pc2):
            office.sync()
        hapus.hapus_masa(pc1.store, masa)
        for office in (pc1, pc2):
            office.sync()
        buangan = trash.daftar(pc2.store)
        (satu,) = [b for b in buangan if b.nama == "RT 31 · Salah Catat"]
        assert (satu.by, satu.origin) == ("Siti Aminah", "PC-1")
        assert {gone.table for gone in satu.rows} == {"rt_masa", "rt_orang"}
        trash.pulihkan(pc2.store, satu)
        for office in (pc2, pc1):
            office.sync()
        for office in (pc1, pc2):
            assert contoh_kantor.baris(office, "31").nama == "Salah Catat"
            assert "RT 31 · Salah Catat" not in [b.nama for b in trash.daftar(office.store)]
