"""Data whose key is lost opens with the code on paper, typed by keys; *Pengaturan* makes that paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sipokat_desktop import unlock
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import keys, recovery, users
from tests.gudang import Gudang, terpasang
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from ui.kit import theme
from ui.kit.preview import Preview
from ui.shell import text
from ui.shell.locked import LockedSheet, Ways
from ui.shell.window import MainWindow

from . import layar
from .conftest import Buka


@pytest.fixture
def terkunci(tmp_path: Path) -> tuple[Path, str]:
    """A folder whose key store was emptied, and the recovery code of its data."""
    with terpasang(Gudang()):
        office = Office(tmp_path / "data")
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
        kantor.isi_rt(office.store, 3)
        kode, _ = office.new_recovery_code()
        office.close()
    return tmp_path / "data", kode


def _lembar(qtbot: QtBot, qapp: QApplication, folder: Path, *, pulih: bool = True) -> LockedSheet:
    theme.apply(qapp)
    ways = Ways(lambda kode: keys.recover(folder, kode), lambda: unlock.put_aside(folder))
    lembar = LockedSheet(ways, recoverable=pulih)
    qtbot.addWidget(lembar)
    with qtbot.waitExposed(lembar):
        lembar.open()
    return lembar


def _ketik(lembar: LockedSheet, kata: str) -> None:
    field = lembar._form.field("kode")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, kata)


def _pesan(lembar: LockedSheet) -> str:
    return lembar._form.pesan("kode")


def test_the_code_from_the_paper_opens_the_data(
    qtbot: QtBot, qapp: QApplication, terkunci: tuple[Path, str]
) -> None:  # fmt: skip
    folder, kode = terkunci
    with terpasang(Gudang()):
        lembar = _lembar(qtbot, qapp, folder)
        _ketik(lembar, kode[:-1])
        QTest.keyClick(lembar._form.field("kode"), Qt.Key.Key_Return)
        assert "yang diketik 29" in _pesan(lembar)
        _ketik(lembar, recovery.written("2" * 24))
        QTest.keyClick(lembar._form.field("kode"), Qt.Key.Key_Return)
        assert "bukan milik data ini" in _pesan(lembar)
        assert lembar.isVisible()
        _ketik(lembar, kode.lower().replace("-", " "))
        QTest.keyClick(lembar._form.field("kode"), Qt.Key.Key_Return)
        assert lembar.result() == LockedSheet.DialogCode.Accepted
        office = Office(folder)
        assert len(kantor.tampak(office.store)["rt_jabatan"]) == 3
        office.close()


def test_one_may_begin_anew_and_nothing_is_deleted(
    qtbot: QtBot, qapp: QApplication, terkunci: tuple[Path, str]
) -> None:  # fmt: skip
    folder, kode = terkunci
    sebelum = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with terpasang(Gudang()):
        lembar = _lembar(qtbot, qapp, folder, pulih=False)
        layar.tombol(lembar, text.KUNCI_ANEW).click()
        assert folder.joinpath(keys.STORE).exists(), "asked first"
        layar.tombol(lembar, text.KUNCI_YA).click()
        assert lembar.result() == LockedSheet.DialogCode.Accepted
        sisih = folder / "terkunci-001"
        assert {p.relative_to(sisih): p.read_bytes() for p in sisih.rglob("*") if p.is_file()} == sebelum
        Office(folder).close()
        keys.recover(sisih, kode)
        with pytest.raises(InputSalah, match="belum pernah dibuat"):
            keys.recover(folder, kode)


def test_settings_make_the_paper_and_the_task_goes(buka: Buka, terkunci: tuple[Path, str]) -> None:
    folder, kode = terkunci
    with terpasang(Gudang()):
        keys.recover(folder, kode)
        (known,) = (k for k in (keys.load(folder),) if k)
        keys._save(folder, known._replace(box="", boxed=0))
        w = buka("data")
        layar.tunggu(lambda: text.TUGAS_KODE in _tugas(w), "tugas kode")
        layar.ke_tugas(w, text.TUGAS_KODE)
        tombol = layar.fokus()
        assert isinstance(tombol, QPushButton)
        assert text.SET_KUNCI_BUAT in tombol.text()
        layar.tekan(layar.SPASI)
        lembar = layar.dialog()
        assert isinstance(lembar, Preview)
        assert lembar.dokumen.pageCount() == 1
        baru = _kode_di(lembar)
        layar.tekan(layar.ESC)
        layar.tertutup(lembar)
        layar.tunggu(lambda: text.SET_KUNCI_LAGI in tombol.text())
        keys.recover(folder, baru)
        layar.halaman(w, "beranda")
        layar.tunggu(lambda: text.TUGAS_KODE not in _tugas(w), "tugas selesai")


def _tugas(w: MainWindow) -> list[str]:
    t = layar.tabel(w.page)
    return [layar.sel(t, i, 0) for i in range(t.row_count())]


def _kode_di(lembar: Preview) -> str:
    isi = lembar.dokumen.getAllText(0).text()
    (baris,) = [b for b in isi.splitlines() if b.count(" - ") == 5]
    return recovery.read(baris)
