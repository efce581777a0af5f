"""Importing the office's sheet: looked at first, saved as one act, undone as one; bad files change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, berkas
from tests.ui.layar import CTRL, ENTER, cari, halaman, lembar, pesan, sel, tabel, tekan, tertutup, tunggu
from ui.kit.labels import Notice
from ui.modules.rt import text
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEPALA = "No RT;Nama;NIK;TMT\n"


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    office = Office(tmp_path / "kosong")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("kosong")
    halaman(window, "rt")
    return window


def pilih(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))


def lembar_csv(folder: Path, isi: str) -> Path:
    file = folder / "roster.csv"
    file.write_text(KEPALA + isi, encoding="utf-8")
    return file


def jumlah(w: MainWindow) -> int:
    return int(w.host.store.reader().execute("SELECT count(*) FROM rt_jabatan").fetchone()[0])


def test_empty_page_offers_the_import_by_enter(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pilih(monkeypatch, berkas())
    tekan(ENTER)
    sheet = lembar()
    t = tabel(sheet)
    assert t.row_count() == 9
    assert sel(t, 0, 4) == "01/02/2024"
    assert cari(sheet, Notice).teks() == text.IMPOR_RAGU.format(baik=9, ragu=2)
    assert jumlah(w) == 0
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert pesan(w, "dibaca") == "9 baris dibaca: 9 baru, 0 diubah, 0 sama, 0 dilewati."
    assert (jumlah(w), tabel(w.page).row_count()) == (9, 9)
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: jumlah(w) == 0, "seluruh impor diurungkan")


def test_problem_rows_are_named_and_the_good_ones_saved(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = "1;Ahmad;1673010101700011;1/1/2024\n2;Budi;123;1/1/2024\n3;Cici;;31/2/2024\n3;Dodi;;1/1/2024\n"
    pilih(monkeypatch, lembar_csv(tmp_path, isi))
    tekan(Qt.Key.Key_I, mod=CTRL)
    sheet = lembar()
    t = tabel(sheet)
    kata = {sel(t, i, 0): sel(t, i, 5) for i in range(t.row_count())}
    assert kata["2"] == "Siap"
    assert "NIK harus 16 angka. Yang diketik 3 angka." in kata["3"]
    assert "31 Februari" in kata["4"]
    assert cari(sheet, Notice).teks() == text.IMPOR_RINGKAS.format(baik=2, salah=2, lewat=0)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert pesan(w, "dibaca") == "4 baris dibaca: 2 baru, 0 diubah, 0 sama, 2 dilewati."
    assert jumlah(w) == 2


def test_nothing_good_cannot_be_saved(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pilih(monkeypatch, lembar_csv(tmp_path, "1;Budi;123;1/1/2024\n"))
    tekan(Qt.Key.Key_I, mod=CTRL)
    sheet = lembar()
    assert cari(sheet, Notice).teks() == text.IMPOR_NIHIL
    assert not sheet.utama.isEnabled()
    tekan(Qt.Key.Key_Escape)
    tertutup(sheet)
    assert jumlah(w) == 0


@pytest.mark.parametrize("isi", [b"", b"\x89PNG\r\n", b"PK\x03\x04rusak", b"Nama saja\nBudi\n"])
def test_other_files_are_refused_in_words(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isi: bytes
) -> None:
    file = tmp_path / "roster.xlsx"
    file.write_bytes(isi)
    pilih(monkeypatch, file)
    tekan(Qt.Key.Key_I, mod=CTRL)
    assert "Tidak ada data yang diubah." in pesan(w, "roster.xlsx")
    assert jumlah(w) == 0
