"""A sheet that gives a known NIK to another name asks who it is, by keys, before anybody is renamed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.layar import ALT, tekan, tunggu
from tests.ui.test_impor import baris, impor, jumlah, lembar_csv, selesai, simpan, w
from ui.shell.window import MainWindow

__all__ = ["w"]
NIK = "1673010101700011"


@pytest.mark.parametrize(("tombol", "hasil"), [(Qt.Key.Key_O, "Diubah"), (Qt.Key.Key_B, "Ganti ketua")])
def test_the_same_nik_under_another_name_is_a_question(
    w: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tombol: Qt.Key, hasil: str
) -> None:
    sheet = impor(monkeypatch, lembar_csv(tmp_path, f"01;Ahmad Suharto;{NIK};1/2/2024\n"))
    simpan(sheet)
    selesai(sheet)
    assert jumlah(w) == 1
    sheet = impor(monkeypatch, lembar_csv(tmp_path, f"01;Sutrisno Wibowo;{NIK};1/3/2026\n"))
    assert baris(sheet, "2")["hasil"] == "Masalah"
    assert "namanya lain" in baris(sheet, "2")["sebab"]
    tekan(tombol, mod=ALT)
    tunggu(lambda: baris(sheet, "2")["hasil"] == hasil, f"baris menjadi {hasil}")
