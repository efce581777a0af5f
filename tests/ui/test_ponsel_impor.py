"""The import of a register by keys: mapping, preview, a repair, the balance, taken back; and the export as filtered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from tests.ui import contoh_barang
from tests.ui.conftest import Buka
from tests.ui.halaman_barang import halaman, kantor_tanpa_barang, kata, units
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    cari,
    fokus,
    ganti,
    ketik,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit import text as kit
from ui.kit.chips import Chip
from ui.kit.dialog import Sheet
from ui.modules.ponsel.impor import text
from ui.modules.ponsel.impor.pemetaan import PemetaanView
from ui.modules.ponsel.impor.pratinjau import Pratinjau
from ui.shell.window import MainWindow

S = Qt.Key.Key_S


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    return kantor_tanpa_barang(tmp_path, buka)


def mulai(w: MainWindow, tmp_path: Path) -> Sheet:
    halaman(w).impor(contoh_barang.lembar(tmp_path))
    sheet = lembar()
    cari(sheet, Pratinjau)
    tunggu(lambda: not w.jobs.sedang, "terbaca")
    return sheet


def test_a_register_is_mended_saved_and_taken_back(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    t = tabel(sheet)
    assert {sel(t, i, 1) for i in range(t.row_count())} == {text.NASIB["ditolak"]}
    assert t.row_count() == 2
    tekan(Qt.Key.Key_Home, ENTER)
    ganti(contoh_barang.imei(40))
    tekan(ENTER)
    tunggu(lambda: sheet.utama.text() == "Simpan 5 baris", "satu baris diperbaiki")
    assert cari(sheet, Pratinjau).disentuh
    tekan(S, mod=CTRL)
    tunggu(lambda: sheet.utama.text() == kit.IMPOR_SELESAI, "neraca")
    assert "3 pemegang dicatat" in kata(sheet)
    assert [u.nama for u in units(w) if u.keadaan == "dipegang"] == ["Ernawati", "Sarnubi", "Iskandar Muda"]
    assert next(u for u in units(w) if u.nama == "Iskandar Muda").kondisi == "rusak_ringan"
    tombol(sheet, text.BATALKAN).click()
    assert text.BATALKAN_TANYA in sheet.pesan.teks()
    tekan(Qt.Key.Key_Y, mod=ALT)
    tertutup(sheet)
    tunggu(lambda: units(w) == [], "dibatalkan")


def test_a_doubt_keeps_nobody_from_saving_and_is_found_by_its_chip(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    cari(sheet, Chip, lambda c: c.text() == "Perlu dilihat").click()
    t = tabel(sheet)
    assert t.row_count() == 1
    assert "Orang Lain" in sel(t, 0, 4)
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    assert "Barangnya dicatat" in kata(sheet)
    sheet.buang()
    tertutup(sheet)
    assert units(w) == []


def test_a_doubt_mended_wrongly_stays_in_sight(w: MainWindow, tmp_path: Path) -> None:
    berkas = contoh_barang.lembar(tmp_path)
    isi = berkas.read_text(encoding="utf-8").replace("4;04;", "4;99;").replace("1;01;", "1;98;")
    berkas.write_text(isi, encoding="utf-8")
    halaman(w).impor(berkas)
    sheet = lembar()
    tunggu(lambda: not w.jobs.sedang and tabel(sheet).row_count() > 0, "terbaca")
    cari(sheet, Chip, lambda c: c.text() == "Perlu dilihat").click()
    tabel(sheet).setFocus()
    tekan(Qt.Key.Key_Home)
    kini = tabel(sheet).current_id()
    tekan(Qt.Key.Key_K, mod=ALT)
    ganti("empat")
    tekan(ENTER)
    tunggu(lambda: not w.jobs.sedang, "dibandingkan lagi")
    assert tabel(sheet).current_id() == kini
    assert sel(tabel(sheet), tabel(sheet).currentIndex().row(), 1) == text.NASIB["ditolak"]
    sheet.buang()


def test_a_column_is_read_as_something_else(w: MainWindow, tmp_path: Path) -> None:
    sheet = mulai(w, tmp_path)
    tekan(Qt.Key.Key_M, mod=ALT)
    peta = cari(sheet, PemetaanView)
    assert text.INGAT in kata(sheet)
    pilihan = peta._pilihan[1]
    pilihan.setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(S, mod=CTRL)
    tunggu(lambda: cari(sheet, Pratinjau).isVisible() and not w.jobs.sedang, "tanpa RT")
    cari(sheet, Chip, lambda c: c.text() == text.SARINGAN[0][1]).click()
    assert [sel(tabel(sheet), i, 3) for i in range(6)] == [""] * 6
    sheet.buang()
    tertutup(sheet)


def test_a_file_that_is_no_sheet_is_refused_in_words(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = tmp_path / "gambar.xlsx"
    berkas.write_bytes(b"\x89PNG\r\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    tekan(Qt.Key.Key_I, mod=CTRL)
    assert "Tidak ada data yang diubah." in pesan(w, "gambar.xlsx")
    assert units(w) == []


def test_the_table_is_written_as_it_is_filtered(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contoh_barang.tambah(w._office, 1)  # type: ignore[arg-type]
    contoh_barang.tambah(w._office, 2)  # type: ignore[arg-type]
    halaman(w).load()
    tunggu(lambda: tabel(w.page).row_count() == 2, "dua barang")
    tujuan = tmp_path / "barang.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tujuan), ""))
    tabel(w.page).setFocus()
    ketik("Oppo")
    assert fokus()
    tekan(Qt.Key.Key_E, mod=ALT)
    pesan(w, "Tersimpan")
    isi = CalamineWorkbook.from_path(str(tujuan)).get_sheet_by_index(0).to_python()
    kata_ = [" ".join(map(str, baris)) for baris in isi]
    assert sum("Oppo" in baris for baris in kata_) >= 1
    assert any("Pencarian: Oppo" in baris for baris in kata_)
    assert not any("J2 Prime" in baris for baris in kata_)
