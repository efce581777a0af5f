"""Duplicates and bulk edits by keys: seen before, one act, undone at once, told apart for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.modules.rt import massal as aturan
from sipokat_desktop.modules.rt import ops
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    cari,
    fokus,
    halaman,
    ketik,
    lembar,
    pesan,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_riwayat import roster
from ui.kit.sides import Value
from ui.modules.rt import kembar, massal, text
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def orang(w: MainWindow) -> list[tuple[str, str | None]]:
    rows = w.host.store.reader().execute("SELECT nama, hp FROM rt_orang WHERE nama LIKE 'Hasan%' ORDER BY nama, hp")
    return [(str(row[0]), row[1]) for row in rows]


def dua_hasan(w: MainWindow) -> None:
    """Record Hasan Basri of RT 05 a second time, as a former head of RT 12, with another phone."""
    store = w.host.store
    isian = {"nomor": "12", "nama": "Hasan Basri", "hp": "081111111111", "tmt": "1/1/2019"}
    masa = ops.tambah(store, w.host.lingkup, isian | {"tanggal_lahir": "19/6/1988"}).value
    ops.akhiri(store, masa_id=masa, isian={"akhir_nyata": "31/12/2023", "alasan_akhir": "habis_masa"})


def test_two_records_of_one_person_become_one_and_undo_makes_them_two(w: MainWindow) -> None:
    dua_hasan(w)
    kembar.buka(w.page, w.host)
    sheet = lembar()
    t = tabel(sheet)
    tunggu(lambda: t.row_count() == 1, "pasangan ditemukan")
    hp = cari(sheet, Value, lambda v: v.accessibleName() == "081111111111")
    tekan(ENTER)
    for _ in range(20):
        if fokus().parentWidget() is hp.parentWidget():
            break
        tekan(TAB)
    tekan(Qt.Key.Key_Right)
    if not hp.isChecked():
        tekan(Qt.Key.Key_Left)
    assert hp.isChecked()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: orang(w) == [("Hasan Basri", "081111111111")], "digabungkan")
    tunggu(lambda: t.row_count() == 0, "tidak ada lagi")
    assert cari(sheet, QLabel, lambda s: s.text() == text.KEMBAR_KOSONG)
    assert not sheet.utama.isEnabled()
    sheet.reject()
    tertutup(sheet)
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: len(orang(w)) == 2, "diurungkan")


def test_not_the_same_person_is_remembered(w: MainWindow) -> None:
    dua_hasan(w)
    kembar.buka(w.page, w.host)
    sheet = lembar()
    tunggu(lambda: tabel(sheet).row_count() == 1, "pasangan ditemukan")
    tombol(sheet, text.KEMBAR_BUKAN).click()
    tunggu(lambda: tabel(sheet).row_count() == 0, "hilang dari daftar")
    assert sheet.pesan.teks() == text.KEMBAR_DIINGAT
    tekan(ESC, ESC)
    tertutup(sheet)
    kembar.buka(w.page, w.host)
    sheet = lembar()
    assert cari(sheet, QLabel, lambda s: s.text() == text.KEMBAR_KOSONG)
    assert len(orang(w)) == 2


def test_many_rows_are_changed_at_once_and_undone_at_once(w: MainWindow) -> None:
    ids = [roster(w, nomor).masa_id or "" for nomor in ("01", "02", "03")]
    massal.buka(w.page, w.host, ids)
    sheet = lembar()
    tekan(*[TURUN] * (1 + list(aturan.ISIAN).index("akhir_sk")))
    tunggu(lambda: sheet.utama.text() == text.MASSAL_UTAMA.format(n=3), "jumlahnya")
    assert cari(sheet, QLabel, lambda s: s.text().startswith(text.MASSAL_KOSONGKAN.strip()))
    tekan(TAB)
    ketik("31/2/2030")
    tekan(ENTER)
    assert cari(sheet, QLabel, lambda s: "31 Februari tidak ada" in s.text())
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik("1/2/2029")
    tunggu(lambda: sheet.utama.text() == text.MASSAL_UTAMA.format(n=1), "dua sudah begitu")
    assert cari(sheet, QLabel, lambda s: s.text() == "1 RT akan diubah, 2 sudah begitu.")
    tekan(ENTER)
    tertutup(sheet)
    assert pesan(w, "diubah pada") == "Akhir menurut SK diubah pada 1 RT."
    assert roster(w, "03").akhir_sk == "2029-02-01"
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: roster(w, "03").akhir_sk == "2029-01-01", "diurungkan")


def test_bulk_needs_rows_and_an_input(w: MainWindow) -> None:
    assert massal.buka(w.page, w.host, []) is None
    assert pesan(w, "Pilih dulu") == text.MASSAL_TAK_ADA
    massal.buka(w.page, w.host, [roster(w, "01").masa_id or ""])
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert cari(sheet, QLabel, lambda s: s.text().startswith("Pilih salah satu: "))
