"""Data RT as a long table by keys: search, filters, order, columns that are remembered, copying, several kelurahan."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from sipokat_desktop.modules.rt import indeks, ops, queries
from tests.bench.tabel_isi import siapkan
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    biarkan,
    cari,
    fokus,
    halaman,
    ketik,
    lembar,
    sel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.layar import tabel as tabel_di
from ui.kit.chips import Chip
from ui.kit.filter import FilterField
from ui.kit.table_big import QueryTable
from ui.modules.rt import text
from ui.modules.rt.page import RtPage
from ui.shell.window import MainWindow

BANYAK = 4000


@pytest.fixture(scope="module")
def data_besar() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sipokat-uji-") as folder:
        siapkan(Path(folder), BANYAK)
        yield Path(folder)


@pytest.fixture
def kota(data_besar: Path, tmp_path: Path, buka: Buka) -> MainWindow:
    """The window of a city PC with four thousand posts in a hundred kelurahan."""
    shutil.copytree(data_besar, tmp_path / "kota")
    w = buka("kota")
    halaman(w, "rt")
    tunggu(lambda: tabel(w).lengkap and not w.jobs.sedang, "semua baris")
    return w


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def tabel(w: MainWindow) -> QueryTable:
    t = tabel_di(w.page)
    assert isinstance(t, QueryTable)
    return t


def kepala(t: QueryTable) -> list[str]:
    return [str(t.model().headerData(i, Qt.Orientation.Horizontal)) for i in t.kolom_tampak()]


def kata(w: MainWindow) -> str:
    """Return the line below the table."""
    assert isinstance(w.page, RtPage)
    return w.page._jumlah.text()


def test_typing_fast_never_shows_a_row_that_does_not_answer(kota: MainWindow) -> None:
    t = tabel(kota)
    for huruf in "suryadi b":
        ketik(huruf)
    nama = [sel(t, i, 2) for i in range(t.row_count())]
    assert nama
    assert all("suryadi" in n.lower() for n in nama)
    tunggu(lambda: kata(kota) == f"{len(nama)} dari 4.000 RT", "hitungan")
    tekan(ESC)
    tunggu(lambda: kata(kota) == "4.000 RT", "semua lagi")


def test_several_kelurahan_have_a_column_and_are_found_by_name(kota: MainWindow) -> None:
    t = tabel(kota)
    assert kepala(t)[:3] == ["Kelurahan", "RT", "Nama"]
    ketik("taba jemekeh rt 3")
    assert t.row_count() == 1
    assert (sel(t, 0, 0), sel(t, 0, 1)) == ("Taba Jemekeh", "RT 03")


def test_order_by_the_head_and_by_keys(kota: MainWindow) -> None:
    t = tabel(kota)
    head = t.horizontalHeader()
    nama = 2
    QTest.mouseClick(
        head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionViewportPosition(nama) + 20, 15)
    )
    assert sel(t, 0, nama).startswith("Abdul Agus")
    tekan(Qt.Key.Key_3, mod=CTRL)
    tunggu(lambda: t.lengkap, "urutan utuh")
    assert sel(t, 0, nama) == "—"
    assert sel(t, t.row_count() - 1, nama).startswith("Abdul Agus")


def test_a_change_while_scrolled_moves_nothing(kota: MainWindow) -> None:
    t = tabel(kota)
    t.verticalScrollBar().setValue(2500 * 36)
    t.select(t._sumber.ids([t._model.nomor[2505]])[0])
    id, tempat = t.current_id(), t.verticalScrollBar().value()
    masa = kota.host.store.reader().execute("SELECT * FROM rt_masa LIMIT 1").fetchone()
    isian = {"hp": "081234567890"}
    kota.host.act(
        lambda: ops.ubah(kota.host.store, jabatan_id=masa["jabatan_id"], masa_id=masa["id"], isian=isian), said="beres"
    )
    tunggu(lambda: "beres" in kota.messages.teks(), "tersimpan")
    tunggu(lambda: t.lengkap, "dimuat lagi")
    assert (t.current_id(), t.verticalScrollBar().value(), t.row_count()) == (id, tempat, BANYAK)
    ketik("081234567890")
    assert t.row_count() == 1


def test_going_to_a_row_far_below(kota: MainWindow) -> None:
    jauh = tabel(kota)._sumber.ids([tabel(kota)._model.nomor[3700]])[0]
    kota.page.open_id(jauh)
    assert tabel(kota).current_id() == jauh
    kota.show_page("beranda")
    kota.show_page("rt", jauh)
    tunggu(lambda: tabel(kota).current_id() == jauh, "baris dituju")


def test_chips_filter_and_join_the_search(kota: MainWindow) -> None:
    t = tabel(kota)
    chip = {c.text(): c for c in kota.page.findChildren(Chip)}
    assert chip["Kosong"].accessibleName() == "Kosong 160"
    chip["Kosong"].click()
    tunggu(lambda: t.lengkap, "yang kosong")
    assert (t.row_count(), kata(kota)) == (160, "160 dari 4.000 RT")
    t.setFocus()
    ketik("taba")
    assert 0 < t.row_count() < 160
    assert {sel(t, i, 2) for i in range(t.row_count())} == {"—"}
    chip["Kosong"].setFocus(Qt.FocusReason.TabFocusReason)
    tekan(Qt.Key.Key_Right)
    assert chip["SK habis"].isChecked()
    tekan(Qt.Key.Key_Left)
    assert fokus() is chip["Kosong"]


def test_columns_are_remembered_for_each_person(w: MainWindow) -> None:
    t = tabel(w)
    assert "Kelurahan" not in kepala(t)
    tombol(w.page, text.KOLOM).click()
    sheet = lembar()
    tekan(Qt.Key.Key_Down, mod=CTRL)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    t.horizontalHeader().resizeSection(1, 180)
    assert kepala(t)[:2] == ["Nama", "RT"]
    tunggu(lambda: not w.jobs.sedang, "tersimpan")
    assert json.loads(w.host.store.setting("tabel.rt.Siti Aminah"))["lebar"] == {"nama": 180}
    w.rebuild()
    w.show_page("rt")
    t = tabel(w)
    assert kepala(t)[:2] == ["Nama", "RT"]
    assert t.columnWidth(1) == 180
    w.host.store.user = "Rudi"
    w.rebuild()
    w.show_page("rt")
    assert kepala(tabel(w))[:2] == ["RT", "Nama"]


def test_copy_masks_the_nik_unless_it_is_shown(w: MainWindow) -> None:
    tekan(Qt.Key.Key_A, mod=CTRL)
    assert kata(w) == "9 RT · 9 dipilih"
    tekan(Qt.Key.Key_C, mod=CTRL)
    salinan = QGuiApplication.clipboard().mimeData()
    assert salinan.text().count("\n") == 8
    assert "1673085301840016" not in salinan.text() + salinan.html()
    assert "1673••••••••0016" in salinan.html()
    assert w.messages.teks() == "9 baris disalin. Tempel di Excel dengan Ctrl+V."
    tombol(w.page, text.TAMPILKAN_NIK).click()
    tabel(w).setFocus()
    tekan(Qt.Key.Key_C, mod=CTRL)
    assert "1673085301840016" in QGuiApplication.clipboard().text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_more_has_words(w: MainWindow) -> None:
    tekan(Qt.Key.Key_L, mod=Qt.KeyboardModifier.AltModifier)
    menu = cari(w, QMenu)
    kata = {a.text() for a in menu.actions()}
    assert kata >= {text.EKSPOR, text.CETAK_DAFTAR, text.MASSAL, text.KEMBAR, text.SAMPAH}
    assert menu.actionGeometry(menu.actions()[0]).height() >= 36
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_roster_goes_to_a_sheet(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "rt"), ""))
    tekan(Qt.Key.Key_L, mod=Qt.KeyboardModifier.AltModifier)
    menu = cari(w, QMenu)
    next(a for a in menu.actions() if a.text() == text.EKSPOR).trigger()
    menu.close()
    tunggu(lambda: w.messages.teks() == "9 baris ditulis ke rt.xlsx.", "lembar ditulis")
    assert (tmp_path / "rt.xlsx").stat().st_size > 1000


def test_an_index_that_is_far_behind_is_made_in_the_background(w: MainWindow) -> None:
    store = w.host.store
    indeks.SEKALI, asli = 0, indeks.SEKALI
    try:
        store.transact(lambda con: con.execute("UPDATE rt_orang SET nama = 'Zulkifli' WHERE nama = 'Ernawati'"))
        w.page.load()
        tunggu(lambda: sel(tabel(w), 0, 1) == "Zulkifli", "nama baru tampak")
        tunggu(lambda: not w.jobs.sedang, "indeks disegarkan")
        ketik("zulkifli")
        assert tabel(w).row_count() == 1
    finally:
        indeks.SEKALI = asli


def test_what_the_search_shows_is_what_enter_opens(w: MainWindow) -> None:
    for _ in range(3):
        cari(w.page, FilterField).setFocus()
        ketik("hasan")
        tekan(ENTER)
        sheet = lembar()
        assert sheet.windowTitle() == "RT 05 · Hasan Basri"
        tekan(ESC)
        tertutup(sheet)
        tekan(ESC)
        biarkan(1)
    assert queries.kelurahan(w.host.store.reader()) == [KELURAHAN]
