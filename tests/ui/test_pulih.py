"""Putting a backup back in the window, by keys: nothing newer is lost, and a damaged store comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from sipokat_desktop.app import Closed, Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.gudang import Gudang, terpasang
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from tests.unit.test_pulih_rusak import daun, rusakkan
from ui.shell import start, text
from ui.shell import text_pulih as kata
from ui.shell.restore import RestoreSheet
from ui.shell.window import MainWindow

from . import layar

Langkah = Callable[[MainWindow], object]
Jalan = Callable[..., int]


@pytest.fixture
def jalan(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, _sapuan: None) -> Jalan:
    """``jalan(folder, *steps)`` starts the program; each step gets the next window, which is closed after it."""
    asli, windows = start.make_window, list[MainWindow]()
    faults: list[BaseException] = []

    def run(folder: Path, *steps: Langkah, before: Callable[[], object] | None = None) -> int:
        waiting = list(steps)

        def make(app: QApplication, office: Office) -> MainWindow:
            window = asli(app, office)
            window.crash.uninstall()
            windows.append(window)
            QTimer.singleShot(0, window, lambda: _do(window, waiting.pop(0), faults))
            return window

        monkeypatch.setattr(start, "make_window", make)
        if before:
            QTimer.singleShot(0, qapp, lambda: _safely(before, faults))
        code = start.run(Closed(folder))
        assert not faults, faults
        assert not waiting, "a window was not opened"
        return code

    return run


def _safely(step: Callable[[], object], faults: list[BaseException]) -> None:
    try:
        step()
    except BaseException as exc:  # noqa: BLE001 — carried out of the event loop
        faults.append(exc)
        QApplication.closeAllWindows()


def _do(window: MainWindow, step: Langkah, faults: list[BaseException]) -> None:
    def work() -> None:
        window.activateWindow()
        layar.tunggu(window.isActiveWindow, "jendela aktif")
        step(window)

    _safely(work, faults)
    if window.isVisible():
        layar.tunggu(lambda: not window.jobs.sedang)
        window.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with three RT, a backup of that, and a fourth RT that no backup holds and nobody was sent."""
    office = Office(tmp_path / "data")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    kantor.isi_rt(office.store, 3)
    office.safety.backup()
    rt.tambah(office.store, KELURAHAN, kantor.isian(4))
    office.close()
    return tmp_path / "data"


def _rt(folder: Path) -> list[str]:
    office = Office(folder)
    found = [row[0] for row in office.store.reader().execute("SELECT nomor FROM rt_jabatan ORDER BY nomor")]
    office.close()
    return found


def _minta(w: MainWindow) -> RestoreSheet:
    w.show_page("pengaturan", "data")
    layar.tombol(w.page, text.PULIH_BUKA).setFocus()
    layar.tekan(layar.SPASI)
    sheet = layar.lembar()
    assert isinstance(sheet, RestoreSheet)
    return sheet


def _terbaca(sheet: RestoreSheet) -> str:
    layar.tunggu(sheet._badan.isi.text, "isi cadangan")
    return sheet._badan.isi.text()


def _setuju(sheet: RestoreSheet) -> None:
    sheet._badan.tabel.setFocus()
    layar.tekan(layar.ENTER)
    layar.tombol(sheet, kata.YA).setFocus()
    layar.tekan(layar.SPASI)


def test_a_backup_is_put_back_by_keys_and_what_was_not_sent_stays(folder: Path, jalan: Jalan) -> None:
    said: list[str] = []

    def minta(w: MainWindow) -> None:
        sheet = _minta(w)
        said.append(_terbaca(sheet))
        _setuju(sheet)
        layar.tunggu(lambda: not w.isVisible(), "jendela tertutup")

    def sesudah(w: MainWindow) -> None:
        said.append(layar.pesan(w, "Data dipulihkan"))

    assert jalan(folder, minta, sesudah) == 0
    assert "3 (sekarang 4)" in said[0]
    assert kata.TERBAWA.format(n=3) in said[0]
    assert kata.TERBAWA.format(n=3) in said[1]
    assert _rt(folder) == ["01", "02", "03", "04"]
    assert len(list(folder.glob("sebelum-pulih-*.db"))) == 1
    assert len(list((folder / "cadangan").glob("*.sipokat"))) == 2, "what is replaced is backed up first"


def test_leaving_the_sheet_changes_nothing(folder: Path, jalan: Jalan) -> None:
    def minta(w: MainWindow) -> None:
        sheet = _minta(w)
        _terbaca(sheet)
        layar.tekan(layar.ENTER)
        layar.tombol(sheet, kata.TIDAK).click()
        layar.tekan(layar.ESC)
        layar.tertutup(sheet)
        assert w.isVisible()

    assert jalan(folder, minta) == 0
    assert len(list((folder / "cadangan").glob("*.sipokat"))) == 1
    assert not list(folder.glob("sebelum-pulih-*.db"))


@pytest.mark.parametrize("cara", ["kepala", "tengah", "potong"])
def test_a_damaged_store_leads_to_the_newest_backup(folder: Path, jalan: Jalan, cara: str) -> None:
    db = folder / "sipokat.db"
    isi = bytearray(db.read_bytes())
    match cara:
        case "kepala":
            isi[:4096] = bytes(4096)
        case "tengah":
            isi[4096 : len(isi) // 2] = bytes(len(isi) // 2 - 4096)
        case _:
            del isi[len(isi) // 3 :]
    db.write_bytes(isi)

    def pilih() -> None:
        sheet = layar.lembar()
        assert isinstance(sheet, RestoreSheet)
        assert sheet.windowTitle() == kata.RUSAK_JUDUL
        _terbaca(sheet)
        _setuju(sheet)

    def sesudah(w: MainWindow) -> None:
        layar.pesan(w, "Salinan rusak disimpan")

    assert jalan(folder, sesudah, before=pilih) == 0
    assert _rt(folder)[:3] == ["01", "02", "03"]
    (kept,) = folder.glob("sebelum-pulih-*.db")
    assert kept.read_bytes() == bytes(isi)


def test_what_cannot_be_read_is_told_before_and_after_with_its_place(folder: Path, jalan: Jalan) -> None:
    """A page of the op log is damaged, which the window meets when it reads: the changes on it do not come along."""
    rusakkan(folder, next(daun(folder)))
    said: list[str] = []

    def pilih() -> None:
        sheet = layar.lembar()
        assert isinstance(sheet, RestoreSheet)
        said.append(_terbaca(sheet))
        _setuju(sheet)

    def sesudah(w: MainWindow) -> None:
        said.append(layar.pesan(w, "Salinan rusak disimpan"))

    assert jalan(folder, sesudah, before=pilih) == 0
    for sentence in said:
        assert "tidak terbaca" in sentence
        assert "sebelum-pulih-001.db" in sentence
    assert (folder / "sebelum-pulih-001.db").exists()


def test_a_damaged_store_may_be_left_for_the_city(folder: Path, jalan: Jalan) -> None:
    (folder / "sipokat.db").write_bytes(b"x" * 40_960)

    def lain() -> None:
        sheet = layar.lembar()
        layar.tombol(sheet, text.KUNCI_ANEW).click()
        layar.tombol(sheet, text.KUNCI_YA).click()

    assert jalan(folder, lambda w: layar.tombol(w, text.WIZ_LANJUT), before=lain) == 0
    assert (folder / "terkunci-001" / "sipokat.db").read_bytes() == b"x" * 40_960


def test_a_backup_of_another_computer_asks_for_the_code(
    folder: Path, jalan: Jalan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with terpasang(Gudang()):
        lain = Office(tmp_path / "lain")
        lain.choose_kelurahan(KELURAHAN)
        users.add(lain.store, name="Ani")
        kantor.isi_rt(lain.store, 2)
        kode, _ = lain.new_recovery_code()
        file = lain.safety.backup(tmp_path / "flashdisk.sipokat")
        lain.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))

    def minta(w: MainWindow) -> None:
        sheet = _minta(w)
        _terbaca(sheet)
        layar.tombol(sheet, kata.PILIH_LAIN).click()
        layar.tunggu(sheet._badan.kode.isVisible, "kode diminta")
        layar.tunggu(lambda: "lain" in sheet._badan.kode.pesan("kode"), "alasannya")
        layar.ketik(kode)
        layar.tekan(layar.ENTER)
        assert "2" in _terbaca(sheet)
        _setuju(sheet)
        layar.tunggu(lambda: not w.isVisible(), "jendela tertutup")

    assert jalan(folder, minta, lambda w: layar.pesan(w, "Data dipulihkan")) == 0
    assert len(_rt(folder)) >= 4
