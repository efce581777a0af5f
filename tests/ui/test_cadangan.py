"""Backups in the window: by themselves once a day, and into a second place that may be away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.storage import secondplace
from ui.shell import autobackup, text
from ui.shell.window import MainWindow

from . import layar

HARI_MS = 24 * 3600 * 1000


def _cadangan(w: MainWindow) -> list[Path]:
    return sorted((w._office.store.folder / "cadangan").glob("*.sipokat"))


def test_the_backup_of_the_day_is_made_by_itself(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    layar.siap(kantor)
    jumlah = len(_cadangan(kantor))
    monkeypatch.setattr(autobackup, "FIRST_LOOK_MS", 1)
    kantor.backups.start()
    layar.tunggu(lambda: len(_cadangan(kantor)) == jumlah + 1, "cadangan hari ini")
    layar.tunggu(lambda: "hari ini" in kantor._frame._right.text() if kantor._frame else False, "baris keadaan")
    layar.siap(kantor)
    kantor.backups.look()
    assert not kantor.jobs.sedang, "none is due"
    kini = kantor.host.store.clock
    kantor.host.store.clock = lambda: kini() + 3 * HARI_MS
    kantor._tell()
    assert text.KANAN_CADANGAN_LAMA.format(n=3) in kantor._frame._about[1] if kantor._frame else False
    kantor.backups.look()
    layar.tunggu(lambda: len(_cadangan(kantor)) == jumlah + 2, "cadangan hari berikutnya")


def test_a_backup_that_fails_is_said_once(kantor: MainWindow) -> None:
    layar.siap(kantor)
    (kantor._office.store.folder / "cadangan").write_text("penghalang")
    kantor.backups.look()
    layar.pesan(kantor, "tidak dapat dibuat")
    kantor.messages.tutup()
    for _ in range(autobackup.AGAIN_AFTER):
        kantor.backups.look()
        layar.siap(kantor)
    assert kantor.messages.teks() == ""


def test_the_second_place_is_chosen_tested_and_removed(
    kantor: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tempat = tmp_path / "flashdisk"
    tempat.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tempat))
    kantor.show_page("pengaturan", "data")
    layar.tombol(kantor.page, text.CAD_PILIH).click()
    layar.pesan(kantor, str(tempat))
    data = kantor._office.store.folder
    assert len(secondplace.backups(data)) == 1
    tempat.rename(tmp_path / "dicabut")
    layar.tombol(kantor.page, text.CAD_UJI).click()
    layar.pesan(kantor, secondplace.TIDAK_TERPASANG)
    kantor.messages.tutup()
    layar.tombol(kantor.page, text.SET_CADANGKAN).click()
    layar.pesan(kantor, secondplace.TIDAK_TERPASANG)
    layar.tombol(kantor.page, text.CAD_LEPAS).click()
    layar.pesan(kantor, "tidak lagi disalin")
    layar.tombol(kantor.page, text.CAD_PILIH)


def test_a_report_of_a_problem_is_saved_where_the_user_wants(
    kantor: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "masalah"), ""))
    kantor.show_page("pengaturan", "data")
    layar.tombol(kantor.page, text.SET_LAPOR).click()
    layar.pesan(kantor, "masalah.zip")
    assert (tmp_path / "masalah.zip").exists()
