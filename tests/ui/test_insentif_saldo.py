"""*Saldo awal* by keys: mapping, preview, a repair, the balance, and taking the import back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.insentif import rekap
from tests.ui import dua_dompet
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import ALT, CTRL, cari, fokus, ganti, lembar, pesan, sel, tabel, tekan, tertutup, tombol, tunggu
from ui.kit import text as kit
from ui.kit.chips import Chip
from ui.kit.dialog import Sheet
from ui.modules.insentif.saldo import text
from ui.modules.insentif.saldo.halaman import SaldoAwal
from ui.modules.insentif.saldo.pemetaan import PemetaanView
from ui.modules.insentif.saldo.pratinjau import Pratinjau
from ui.shell.window import MainWindow

S = Qt.Key.Key_S


@pytest.fixture
def w(tahun_2020: MainWindow) -> MainWindow:
    tahun_2020.show_page("insentif", "lain/saldo")
    return tahun_2020


def mulai(w: MainWindow, tmp_path: Path) -> Sheet:
    cari(w.page, SaldoAwal).impor(dua_dompet.lembar_lama(tmp_path))
    sheet = lembar()
    cari(sheet, Pratinjau)
    tunggu(lambda: not w.jobs.sedang, "terbaca")
    return sheet


def dibayar(w: MainWindow) -> int:
    return rekap.rt_tahun(w.host.store.reader(), tahun=2019, lingkup=(KELURAHAN,)).total


def test_a_year_is_recorded_and_taken_back_as_a_whole(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    t = tabel(sheet)
    assert {sel(t, i, 1) for i in range(t.row_count())} == {"Bermasalah"}
    assert sheet.utama.text() == "Catat 10 baris"
    tekan(S, mod=CTRL)
    tunggu(lambda: sheet.utama.text() == kit.IMPOR_SELESAI, "neraca")
    assert [sel(tabel(sheet), i, 3) for i in range(2)] == ["RT 99 tidak ada di Data RT."] * 2
    tekan(S, mod=CTRL)
    tertutup(sheet)
    assert dibayar(w) == 10 * 350_000
    tunggu(lambda: tabel(w.page).row_count() == 1, "impor terdahulu")
    tombol(w.page, text.KEMBALI_IMPOR).click()
    pesan(w, "dibatalkan dengan entri balik")
    assert tombol(w, text.BATALKAN_YA).isVisible()
    tekan(Qt.Key.Key_Y, mod=ALT)
    tunggu(lambda: dibayar(w) == 0, "dibatalkan")
    tunggu(lambda: sel(tabel(w.page), 0, 4) == text.DIBATALKAN, "keadaan")


def test_a_wrong_cell_is_typed_anew_in_the_preview(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    tabel(sheet).setFocus()
    tekan(Qt.Key.Key_Home, Qt.Key.Key_Return)
    ganti("05")
    tekan(Qt.Key.Key_Escape)
    assert fokus() is tabel(sheet)
    tekan(Qt.Key.Key_Return)
    ganti("05")
    tekan(Qt.Key.Key_Return)
    tunggu(lambda: not w.jobs.sedang, "dibandingkan lagi")
    assert cari(sheet, Pratinjau).disentuh
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: not cari(sheet, Pratinjau).disentuh, "diurungkan")


def test_a_doubt_mended_wrongly_stays_in_sight(w: MainWindow, tmp_path: Path) -> None:
    berkas = dua_dompet.lembar_lama(tmp_path)
    berkas.write_text(berkas.read_text(encoding="utf-8").replace("Januari;2019", "Januari;2001", 1), encoding="utf-8")
    cari(w.page, SaldoAwal).impor(berkas)
    sheet = lembar()
    tunggu(lambda: not w.jobs.sedang and tabel(sheet).row_count() > 0, "terbaca")
    cari(sheet, Chip, lambda c: c.text().startswith("Dicatat")).click()
    tabel(sheet).setFocus()
    tekan(Qt.Key.Key_Home, Qt.Key.Key_Return)
    kini = tabel(sheet).current_id()
    ganti("entah")
    tekan(Qt.Key.Key_Return)
    tunggu(lambda: not w.jobs.sedang, "dibandingkan lagi")
    assert tabel(sheet).current_id() == kini
    assert sel(tabel(sheet), tabel(sheet).currentIndex().row(), 1) == "Bermasalah"
    sheet.buang()


def test_the_mapping_can_be_changed_and_left(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    tekan(Qt.Key.Key_M, mod=ALT)
    peta = cari(sheet, PemetaanView)
    semula = peta.pemetaan
    assert not semula.kurang
    peta._pilihan[0].isi("")
    peta._pilihan[0].diubah.emit()
    assert peta.pemetaan != semula
    tekan(Qt.Key.Key_Escape)
    cari(sheet, Pratinjau)
    assert peta.pemetaan == semula
    sheet.buang()
    tertutup(sheet)
    assert dibayar(w) == 0
