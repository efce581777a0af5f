"""Importing the office's sheet: looked at first, mended in place, saved as one act, taken back as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from tests.ui.contoh_kantor import berkas
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TURUN,
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
from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet
from ui.kit.tunggu import Tunggu
from ui.modules.rt.impor import text
from ui.modules.rt.impor.neraca import NeracaView
from ui.modules.rt.impor.pemetaan import PemetaanView
from ui.modules.rt.impor.pratinjau import Pratinjau
from ui.shell.window import MainWindow

DATA = Path(__file__).parents[1] / "data"
KEPALA = "No RT;Nama;NIK;TMT\n"


pakai_jendela = pytest.mark.usefixtures("w")


@pytest.fixture
def w(kantor_kosong: MainWindow) -> MainWindow:
    return kantor_kosong


def pilih(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))


def lembar_csv(folder: Path, isi: str, kepala: str = KEPALA) -> Path:
    file = folder / "roster.csv"
    file.write_text(kepala + isi, encoding="utf-8")
    return file


def jumlah(w: MainWindow) -> int:
    return int(w.host.store.reader().execute("SELECT count(*) FROM rt_jabatan").fetchone()[0])


def nilai(w: MainWindow, kolom: str) -> list[object]:
    return [row[0] for row in w.host.store.reader().execute(f"SELECT {kolom} FROM rt_orang ORDER BY nama")]


def impor(monkeypatch: pytest.MonkeyPatch, file: Path) -> Sheet:
    pilih(monkeypatch, file)
    tekan(Qt.Key.Key_I, mod=CTRL)
    sheet = lembar()
    tunggu(lambda: not sheet.findChildren(Tunggu)[0].isVisible(), "terbaca", 30)
    return sheet


def kalimat(sheet: Sheet) -> str:
    return cari(sheet, Pratinjau)._kalimat.teks()


def simpan(sheet: Sheet) -> None:
    tekan(Qt.Key.Key_S, mod=CTRL)
    cari(sheet, NeracaView)


def selesai(sheet: Sheet) -> None:
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)


def baris(sheet: Sheet, nomor: str) -> dict[str, str]:
    t = tabel(sheet)
    ke = next(i for i in range(t.row_count()) if sel(t, i, 1) == nomor)
    return {"hasil": sel(t, ke, 2), "orang": sel(t, ke, 3), "sebab": sel(t, ke, 4)}


def test_clean_sheet_from_the_empty_page_by_keys_alone(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pilih(monkeypatch, berkas())
    tekan(ENTER)
    sheet = lembar()
    assert tabel(sheet).row_count() == 9
    assert "9 baris: 9 baru" in kalimat(sheet)
    assert "Belum ada yang disimpan." in kalimat(sheet)
    assert jumlah(w) == 0
    simpan(sheet)
    assert jumlah(w) == 9
    selesai(sheet)
    assert "9 baris dibaca: 9 baru, 0 diubah, 0 sama, 0 dilewati." in pesan(w, "dibaca")
    assert tabel(w.page).row_count() == 9
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: jumlah(w) == 0, "seluruh impor diurungkan")


def test_damaged_office_sheet_is_mended_in_place(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = impor(monkeypatch, DATA / "roster_kantor.xlsx")
    assert "12 baris: 12 baru" in kalimat(sheet)
    assert "hanya 15 angka pertama" in baris(sheet, "10")["sebab"]
    tekan(TURUN, TURUN, TURUN)
    tekan(Qt.Key.Key_K, mod=ALT)
    ganti("1673026511550032")
    tekan(ENTER)
    tunggu(lambda: "15 angka" not in baris(sheet, "10")["sebab"], "NIK diperbaiki")
    assert tabel(sheet).current_id() == "0:10"
    simpan(sheet)
    selesai(sheet)
    assert "1673026511550032" in nilai(w, "nik")


@pakai_jendela
def test_changes_show_two_replaced_heads_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = impor(monkeypatch, DATA / "roster_bersih.xlsx")
    simpan(sheet)
    selesai(sheet)
    sheet = impor(monkeypatch, DATA / "roster_bersih_perubahan.xlsx")
    assert "11 baris: 1 baru, 2 ganti ketua, 1 diubah, 6 sama, 1 dilewati" in kalimat(sheet)
    assert baris(sheet, "4")["hasil"] == "Ganti ketua"
    assert baris(sheet, "5")["sebab"] == "No. HP: 089658167885 → 081234567890"
    tekan(TURUN, TURUN)
    tekan(Qt.Key.Key_O, mod=ALT)
    tunggu(lambda: baris(sheet, "4")["hasil"] == "Diubah", "orang yang sama")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: baris(sheet, "4")["hasil"] == "Ganti ketua", "pilihan diurungkan")
    tekan(Qt.Key.Key_W, mod=ALT)
    tunggu(lambda: baris(sheet, "4")["hasil"] == "Dilewati", "baris dilewati")
    tekan(Qt.Key.Key_W, mod=ALT)
    tunggu(lambda: baris(sheet, "4")["hasil"] == "Ganti ketua", "baris dipakai lagi")
    assert tombol(sheet, "Simpan").text() == "Simpan 4 baris"
    simpan(sheet)
    selesai(sheet)
    sheet = impor(monkeypatch, DATA / "roster_bersih_perubahan.xlsx")
    assert "Tidak ada yang perlu disimpan." in kalimat(sheet)
    selesai(sheet)


def test_problem_rows_are_named_and_mended_or_left(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = "1;Ahmad;1673010101700011;1/1/2024\n2;Budi;123;1/1/2024\n3;Cici;;31/2/2024\n"
    sheet = impor(monkeypatch, lembar_csv(tmp_path, isi))
    assert "3 baris: 1 baru, 2 bermasalah" in kalimat(sheet)
    assert tabel(sheet).row_count() == 2
    assert "NIK (C3): NIK harus 16 angka." in baris(sheet, "3")["sebab"]
    tekan(ENTER)
    ganti("1673010101700012")
    tekan(ENTER)
    tunggu(lambda: tabel(sheet).row_count() == 1, "baris 3 baik")
    assert tabel(sheet).current_id() == "0:4"
    tekan(ENTER)
    tekan(ESC)
    assert sheet.isVisible()
    assert fokus() is tabel(sheet)
    simpan(sheet)
    assert cari(sheet, NeracaView)._tabel.row_count() == 1
    selesai(sheet)
    assert jumlah(w) == 2


@pakai_jendela
def test_a_row_mended_wrongly_stays_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = impor(monkeypatch, DATA / "roster_kantor.xlsx")
    cari(sheet, QAbstractButton, lambda b: b.text().startswith("Perlu dilihat")).click()
    tunggu(lambda: tabel(sheet).current_id() == "0:10", "yang perlu dilihat")
    tekan(ENTER)
    tekan(ENTER)
    ganti("16730117")
    tekan(ENTER)
    tunggu(lambda: "1 bermasalah" in kalimat(sheet), "dibandingkan lagi")
    assert tabel(sheet).current_id() == "0:10"
    assert "Yang tertulis 8 angka" in baris(sheet, "10")["sebab"]
    tekan(ENTER)
    ganti("1673026511550032")
    tekan(ENTER)
    tunggu(lambda: "bermasalah" not in kalimat(sheet), "baik")
    assert tabel(sheet).current_id() == "0:10"
    sheet.buang()


@pakai_jendela
def test_what_was_saved_is_no_longer_called_unsaved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = impor(monkeypatch, lembar_csv(tmp_path, "1;Budi;;1/1/2024\n2;Cici;;1/1/2024\n"))
    tekan(Qt.Key.Key_W, mod=ALT)
    tunggu(lambda: "1 dilewati" in kalimat(sheet), "dilewati")
    tekan(ESC)
    assert sheet.pesan.isVisible()
    simpan(sheet)
    assert not sheet.pesan.isVisible()
    selesai(sheet)


def test_suggested_repairs_are_accepted_one_by_one_or_together(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = "1;Ahmad;167301O101700011;1/1/2024\n2;Budi;;l/1/2O24\n3;Cici;;1/2/2O24\n"
    sheet = impor(monkeypatch, lembar_csv(tmp_path, isi))
    assert tombol(sheet, "Terima perbaikan").text() == text.TERIMA.format(usul="1673010101700011")
    tekan(Qt.Key.Key_T, mod=ALT)
    tunggu(lambda: tabel(sheet).row_count() == 2, "satu diterima")
    tombol(sheet, "Terima semua perbaikan (2)").click()
    tunggu(lambda: "bermasalah" not in kalimat(sheet), "semua diterima")
    simpan(sheet)
    selesai(sheet)
    assert "1673010101700011" in nilai(w, "nik")


def test_nothing_good_cannot_be_saved(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = impor(monkeypatch, lembar_csv(tmp_path, "1;Budi;123;1/1/2024\n"))
    assert "tidak ada yang dapat disimpan" in kalimat(sheet)
    assert not sheet.utama.isEnabled()
    tekan(ESC)
    tertutup(sheet)
    assert jumlah(w) == 0


def test_unsaved_choices_are_asked_for_before_leaving(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = impor(monkeypatch, lembar_csv(tmp_path, "1;Budi;;1/1/2024\n2;Cici;;1/1/2024\n"))
    tekan(Qt.Key.Key_W, mod=ALT)
    tunggu(lambda: "1 dilewati" in kalimat(sheet), "dilewati")
    tekan(ESC)
    assert sheet.isVisible()
    tombol(sheet, "Buang").click()
    tertutup(sheet)
    assert jumlah(w) == 0


@pakai_jendela
def test_mapping_is_asked_once_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = lembar_csv(tmp_path, "01;Ahmad Suharto;Jl. Kenanga\n02;Budi Hartono;Jl. Mawar\n", "No;Nama Lengkap;Alamat\n")
    sheet = impor(monkeypatch, file)
    peta = cari(sheet, PemetaanView)
    assert not sheet.utama.isEnabled()
    field = peta._pilihan[0]
    field.setFocus()
    ketik("nomor rt")
    if peta.pemetaan.kurang:
        peta._pilihan[1].setFocus()
        ketik("nama ketua")
    assert isinstance(field, ChoiceField)
    assert peta.pemetaan.kurang == ()
    tekan(Qt.Key.Key_S, mod=CTRL)
    cari(sheet, Pratinjau)
    assert "2 baris: 2 baru" in kalimat(sheet)
    simpan(sheet)
    selesai(sheet)
    sheet = impor(monkeypatch, file)
    assert "Semua 2 baris sudah sama" in kalimat(sheet)
    tekan(Qt.Key.Key_M, mod=ALT)
    cari(sheet, PemetaanView)
    tekan(ESC)
    cari(sheet, Pratinjau)
    selesai(sheet)
