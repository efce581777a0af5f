"""The design of certificates in the window: typed, refused, saved, with pictures, and drawn beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.modules.bimtek import sertifikat
from sipokat_desktop.modules.bimtek.sertifikat_ops import periksa_gambar
from tests.ui.layar import CTRL, TAB, cari, fokus, ketik, tekan, tombol, tunggu
from tests.ui.tangkap_rancangan import data
from ui.kit.dialog import Sheet
from ui.kit.labels import Label
from ui.modules.bimtek import gambar
from ui.modules.bimtek.rancangan import buka_rancangan
from ui.shell.window import MainWindow

Buka = Callable[[Path], MainWindow]


def _rancangan(w: MainWindow) -> sertifikat.Rancangan:
    return sertifikat.rancangan(w.host.store.reader(), "kota")


def _tergambar(lembar: Sheet) -> bool:
    return any(not satu.pixmap().isNull() for satu in lembar.findChildren(Label))


def test_a_design_typed_refused_mended_and_saved(buka: Buka, tmp_path: Path) -> None:
    kegiatan_id = data(tmp_path)
    w = buka(tmp_path)
    lembar = buka_rancangan(w, w.host, "kota", kegiatan_id)
    tunggu(lambda: _tergambar(lembar), "contoh tergambar")
    ketik("Piagam")
    tekan(TAB, TAB)
    ketik("peserta {gedung}")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: not _tergambar(lembar), "contoh menunggu")
    assert lembar.isVisible()
    assert _rancangan(w).judul == "Sertifikat"
    for _ in "{gedung}":
        tekan(Qt.Key.Key_Backspace)
    ketik("{kegiatan}")
    tunggu(lambda: _tergambar(lembar), "contoh tergambar lagi")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: _rancangan(w).judul == "Piagam", "tersimpan")
    assert _rancangan(w).kalimat == "peserta {kegiatan}"


def test_a_logo_is_put_on_undone_and_taken_off(buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data(tmp_path / "data")
    berkas = tmp_path / "lambang.png"
    lambang = QImage(2000, 2400, QImage.Format.Format_ARGB32)
    lambang.fill(Qt.GlobalColor.darkGreen)
    lambang.save(str(berkas))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    w = buka(tmp_path / "data")
    lembar = buka_rancangan(w, w.host, "kota")
    tombol(lembar, "Pilih logo…").click()
    tunggu(lambda: _rancangan(w).logo, "logo tersimpan")
    tunggu(tombol(lembar, "Lepas logo").isEnabled, "dapat dilepas")
    assert QImage.fromData(_rancangan(w).logo).height() == 480
    lepas = tombol(lembar, "Lepas logo")
    lepas.click()
    tunggu(lambda: not lepas.isEnabled(), "logo dilepas")
    assert not _rancangan(w).logo
    lembar.buang()
    w.host.undo()
    tunggu(lambda: _rancangan(w).logo, "logo kembali")


def test_a_file_that_is_no_picture_is_told_in_the_sheet(
    buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data(tmp_path / "data")
    berkas = tmp_path / "surat.jpg"
    berkas.write_bytes(b"bukan gambar")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    w = buka(tmp_path / "data")
    lembar = buka_rancangan(w, w.host, "kota")
    tombol(lembar, "Pilih gambar latar…").click()
    tunggu(lambda: "surat.jpg" in lembar.pesan.teks(), "pesan")
    assert cari(w, Sheet) is lembar
    assert fokus().isVisible()


def test_a_picture_of_mere_noise_becomes_small_enough(tmp_path: Path, qapp: object) -> None:
    """Noise is the worst that a JPEG can meet."""
    assert qapp
    berkas = tmp_path / "latar.png"
    QImage(os.urandom(1600 * 1131 * 4), 1600, 1131, QImage.Format.Format_RGB32).save(str(berkas))
    for apa in ("logo", "latar"):
        periksa_gambar(apa, gambar.siapkan(berkas, apa))
