"""Files that are no sheets, reading that is stopped, imports that are taken back, the balance, dropped files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from sipokat_desktop.modules.rt import ops
from tests.ui.layar import ALT, CTRL, ESC, cari, lembar, pesan, sel, tabel, tekan, tertutup, tunggu
from tests.ui.test_impor import DATA, impor, jumlah, kalimat, lembar_csv, pilih, selesai, simpan
from ui.kit import text as kit
from ui.kit.tunggu import Tunggu
from ui.modules.rt import imports
from ui.modules.rt.impor import text
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor_kosong: MainWindow) -> MainWindow:
    return kantor_kosong


@pytest.mark.parametrize("isi", [b"", b"\x89PNG\r\n", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_other_files_are_refused_in_words(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isi: bytes
) -> None:
    file = tmp_path / "roster.xlsx"
    file.write_bytes(isi)
    pilih(monkeypatch, file)
    tekan(Qt.Key.Key_I, mod=CTRL)
    assert "Tidak ada data yang diubah." in pesan(w, "roster.xlsx")
    assert jumlah(w) == 0


def test_reading_shows_how_far_it_is_and_can_be_stopped(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = "".join(f"{i};Orang Ke {i};;1/1/2024\n" for i in range(1, 40_001))
    pilih(monkeypatch, lembar_csv(tmp_path, isi))
    tekan(Qt.Key.Key_I, mod=CTRL)
    sheet = lembar()
    layar = cari(sheet, Tunggu)
    assert kit.IMPOR_BACA.format(berkas="roster.csv") in layar.kalimat() or text.PERIKSA in layar.kalimat()
    tekan(ESC)
    tunggu(lambda: not layar.isVisible(), "dihentikan")
    if sheet.isVisible():
        tekan(ESC)
    tertutup(sheet)
    assert jumlah(w) == 0


def test_import_is_taken_back_later_what_was_changed_since_stays(
    w: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = impor(monkeypatch, DATA / "roster_bersih.xlsx")
    simpan(sheet)
    selesai(sheet)
    con = w.host.store.reader()
    jabatan, masa = con.execute("SELECT jabatan_id, id FROM rt_masa ORDER BY tmt LIMIT 1").fetchone()
    ops.ubah(w.host.store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "081299998888"})
    sheet = imports.buka_terdahulu(w.page, w.host)
    tunggu(lambda: tabel(sheet).row_count() == 1, "daftar impor")
    assert "9 baris dibaca" in sel(tabel(sheet), 0, 3)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tekan(Qt.Key.Key_Y, mod=ALT)
    tunggu(lambda: sel(tabel(sheet), 0, 4) == text.TERDAHULU_BATAL, "dibatalkan")
    assert not sheet.utama.isEnabled()
    assert jumlah(w) == 1
    tekan(ESC)
    tertutup(sheet)


def test_balance_is_kept_as_a_file_and_the_import_taken_back_at_once(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = impor(monkeypatch, DATA / "roster_bersih.xlsx")
    simpan(sheet)
    tujuan = tmp_path / "neraca.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tujuan), ""))
    tekan(Qt.Key.Key_N, mod=ALT)
    tunggu(tujuan.exists, "neraca ditulis")
    tunggu(lambda: "Neraca disimpan" in sheet.pesan.teks(), "pesan neraca")
    assert "Ernawati" in tujuan.read_text(encoding="utf-8-sig")
    tekan(Qt.Key.Key_B, mod=ALT)
    tekan(Qt.Key.Key_Y, mod=ALT)
    tertutup(sheet)
    assert jumlah(w) == 0


def test_a_dropped_sheet_is_imported_other_files_are_not(w: MainWindow) -> None:
    def jatuhkan(file: Path) -> bool:
        isi = QMimeData()
        isi.setUrls([QUrl.fromLocalFile(str(file))])
        tempat, kiri = QPointF(50, 50), Qt.MouseButton.LeftButton
        args = (Qt.DropAction.CopyAction, isi, kiri, Qt.KeyboardModifier.NoModifier)
        masuk = QDragEnterEvent(tempat.toPoint(), *args)
        masuk.ignore()
        QApplication.sendEvent(w.page, masuk)
        if masuk.isAccepted():
            QApplication.sendEvent(w.page, QDropEvent(tempat, *args))
        return masuk.isAccepted()

    assert not jatuhkan(DATA / "foto.png")
    assert jatuhkan(DATA / "roster_bersih.xlsx")
    sheet = lembar()
    assert "9 baris: 9 baru" in kalimat(sheet)
    tekan(ESC)
    tertutup(sheet)
