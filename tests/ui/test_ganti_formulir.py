"""The forms of Data RT: every field of a head, doubts that stop nobody, a post without a head, the photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel

from sipokat_desktop.storage import photos
from tests.ui.layar import (
    CTRL,
    cari,
    form,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_riwayat import roster
from ui.kit.labels import Label
from ui.modules.rt import foto, sheets, text
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def test_every_field_of_the_head_and_the_post_is_saved(w: MainWindow) -> None:
    diketik = {
        "rangkap": "Ketua LPM",
        "ba_nomor": "141/05/BA/2024",
        "atas_nama": "Hasan Basri",
        "npwp": "12.345.678.9-012.000",
        "golongan": "III/b",
        "catatan": "Rumah di belakang masjid",
        "jiwa_l": "98",
        "jiwa_p": "104",
        "batas": "Utara Jl. Kenanga",
    }
    sheets.ubah(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    for kunci, nilai in diketik.items():
        isian(kunci, sheet)
        ganti(nilai)
    isian("cara", sheet)
    tekan(Qt.Key.Key_M)
    isian("sk_penerbit", sheet)
    tekan(Qt.Key.Key_L)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    sheets.ubah(w.page, w.host, roster(w, "05"))
    tersimpan = form(lembar()).nilai()
    assert {kunci: tersimpan[kunci] for kunci in diketik} == diketik
    assert (tersimpan["cara"], tersimpan["sk_penerbit"]) == ("musyawarah", "lurah")


def test_a_doubt_stands_beside_its_field_and_stops_nobody(w: MainWindow) -> None:
    sheets.ubah(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    isi = form(sheet)
    isian("tanggal_lahir", sheet)
    ganti("20/6/1988")
    ragu = cari(sheet, QLabel, lambda s: "berbeda dari yang tertulis di NIK" in s.text())
    assert ragu.isVisible()
    assert isi.pesan("nik") == ""
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert roster(w, "05").tanggal_lahir == "1988-06-20"


def test_a_new_form_does_not_doubt_what_is_not_filled_in_yet(w: MainWindow) -> None:
    sheets.tambah(w.page, w.host)
    sheet = lembar()
    ketik("12")
    isian("nama", sheet)
    ketik("Kusnadi")
    isian("rangkap", sheet)
    ketik("Ketua LPM")
    assert cari(sheet, QLabel, lambda s: s.text().startswith("Rangkap jabatan (Ketua LPM)"))
    assert not [s for s in sheet.findChildren(QLabel) if s.isVisible() and s.text() == "NIK belum diisi."]


def test_a_post_without_a_head_is_added_from_the_same_place(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tombol(sheet, text.RT_KOSONG).click()
    tunggu(lambda: lembar().windowTitle() == text.FORM_KOSONG, "formulir RT saja")
    baru = lembar()
    ketik("21")
    isian("jumlah_kk", baru)
    ketik("40")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(baru)
    assert pesan(w, "RT 21") == "RT 21 ditambahkan, belum ada ketuanya."
    b = roster(w, "21")
    assert (b.orang_id, b.jumlah_kk) == (None, 40)
    sheets.ubah(w.page, w.host, b)
    isi = form(lembar())
    assert isi.nilai()["jumlah_kk"] == "40"
    assert "nomor" not in isi.nilai()


def _gambar(berkas: Path, lebar: int, tinggi: int) -> Path:
    gambar = QImage(lebar, tinggi, QImage.Format.Format_RGB32)
    gambar.fill(QColor("#336699"))
    gambar.setText("Description", "GPS -3.29, 102.86")
    assert gambar.save(str(berkas))
    return berkas


def test_a_photo_is_chosen_shown_and_taken_off(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = _gambar(tmp_path / "ketua.png", 600, 800)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(berkas), ""))
    foto.buka(w.page, w.host, roster(w, "05"))
    sheet = lembar()
    tombol(sheet, text.FOTO_PILIH).click()
    tunggu(lambda: roster(w, "05").foto, "terpasang")
    assert cari(sheet, Label, lambda s: not s.pixmap().isNull())
    assert photos.read(w.host.store, str(roster(w, "05").foto))
    tombol(sheet, text.FOTO_LEPAS).click()
    tunggu(lambda: roster(w, "05").foto is None, "dilepas")
    assert cari(sheet, QLabel, lambda s: s.text() == text.FOTO_KOSONG)
    (tmp_path / "ketua.png").write_text("rusak")
    tombol(sheet, text.FOTO_PILIH).click()
    tunggu(lambda: "bukan foto" in sheet.pesan.teks(), "kalimatnya")
