"""The page HP dan barang by keys: the register found by typing and scanning, units recorded one after another."""

from __future__ import annotations

from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui import contoh_barang
from tests.ui.conftest import Buka
from tests.ui.contoh_barang import imei
from tests.ui.halaman_barang import (
    BARANG,
    IMEI,
    PEMEGANG,
    PERHATIAN,
    SEJAK,
    SERI,
    halaman,
    kantor_contoh,
    kantor_tanpa_barang,
    kata,
    ke,
    kolom,
    masuk,
    menu,
    panel,
    units,
)  # fmt: skip
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
    cari,
    fokus,
    form,
    isian,
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
from ui.kit.cards import EmptyState
from ui.kit.chips import Chip
from ui.kit.filter import FilterField
from ui.modules.ponsel import text
from ui.shell.window import MainWindow

S, N = Qt.Key.Key_S, Qt.Key.Key_N


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    window = kantor_contoh(tmp_path, buka)
    masuk(window)
    return window


@pytest.fixture
def kosong(tmp_path: Path, buka: Buka) -> MainWindow:
    return kantor_tanpa_barang(tmp_path, buka)


# the register


def test_every_state_stands_in_its_row(w: MainWindow) -> None:
    assert tabel(w.page).row_count() == 13
    assert kolom(w, PERHATIAN)[:7] == [
        "", text.P_RUSAK, text.P_TERLAMBAT, text.P_HILANG, text.P_HILANG, text.P_BANTUAN, "Garansi 30 Mei",
    ]  # fmt: skip
    assert kolom(w, PEMEGANG)[2] == "Iskandar Muda"
    assert sel(tabel(w.page), 0, IMEI) == "35 209900 176100 2"
    assert kolom(w, PEMEGANG).count(text.DI_KANTOR) == 4
    assert kolom(w, BARANG)[-1] == "Laptop Acer Aspire 3"


@pytest.mark.parametrize(
    ("saring", "n"),
    [("Dipegang", 8), ("Di kantor", 4), ("Belum dikembalikan", 1), ("Rusak", 1), ("Hilang", 2), ("Minta bantuan", 1),
     ("Garansi segera habis", 1)],
)  # fmt: skip
def test_a_chip_shows_what_it_counts(w: MainWindow, saring: str, n: int) -> None:
    cari(w.page, Chip, lambda c: c.text() == saring).click()
    assert tabel(w.page).row_count() == n
    assert f"{n} dari 13" in halaman(w)._jumlah.text()
    assert n > 1 or text.PANEL_KOSONG not in panel(w), "yang sendirian langsung terbuka"


@pytest.mark.parametrize("teks", ["iskandar", "RT 3", "1044", "r9c00002", "belum ada"])
def test_typing_finds_by_name_post_number_and_serial(w: MainWindow, teks: str) -> None:
    tabel(w.page).setFocus()
    ketik(teks)
    if teks == "belum ada":
        assert tabel(w.page).row_count() == 0
        assert cari(w.page, EmptyState)
        tekan(ESC)
        assert tabel(w.page).row_count() == 13
    else:
        assert "Iskandar Muda" in kolom(w, PEMEGANG)
        assert tabel(w.page).row_count() == 1
        assert "HP Oppo A17k" in panel(w)


def test_a_scan_jumps_to_the_unit_even_out_of_another_filter(w: MainWindow) -> None:
    cari(w.page, Chip, lambda c: c.text() == "Rusak").click()
    tabel(w.page).setFocus()
    ke(w, imei(14))
    assert tabel(w.page).row_count() == 13
    assert "Rosmala Dewi" in panel(w)
    assert cari(w.page, FilterField).text() == ""
    assert QApplication.activeModalWidget() is None
    ke(w, "R9C00004XT")
    assert "Hasan Basri" in panel(w)


def test_a_scan_of_an_unknown_phone_offers_to_record_it(w: MainWindow) -> None:
    tabel(w.page).setFocus()
    ketik(imei(90))
    tekan(ENTER)
    pesan(w, "Tidak ada barang")
    tombol(w, text.PINDAI_TAMBAH).click()
    sheet = lembar()
    assert form(sheet).nilai()["imei1"] == imei(90)
    tekan(ESC)
    tertutup(sheet)


def test_a_scan_after_an_unknown_one_begins_anew_and_takes_the_message_back(w: MainWindow) -> None:
    tabel(w.page).setFocus()
    ketik("999999999999999")
    tekan(ENTER)
    pesan(w, "Tidak ada barang")
    ketik("R9C00004XT")
    tekan(ENTER)
    tunggu(lambda: "Hasan Basri" in panel(w), "barang yang dipindai")
    assert w.messages.teks() == ""
    ketik("999999999999999")
    tekan(ENTER)
    pesan(w, "Tidak ada barang")
    tekan(Qt.Key.Key_B, mod=ALT)
    sheet = lembar()
    assert form(sheet).nilai()["imei1"] == "999999999999999", "yang salah pun disebut salah di isian IMEI"
    tekan(ESC)
    tertutup(sheet)


def test_a_click_on_a_head_sorts_and_what_is_empty_stays_last(w: MainWindow) -> None:
    t = tabel(w.page)
    t.setFocus()
    judul = halaman(w)._sumber.kolom
    tampak = [judul[i].kunci for i in t.kolom_tampak()]  # type: ignore[attr-defined]
    tekan(Qt.Key(Qt.Key.Key_1 + tampak.index("sejak")), mod=CTRL)
    tekan(Qt.Key(Qt.Key.Key_1 + tampak.index("sejak")), mod=CTRL)
    assert kolom(w, SEJAK)[0] == "10/03/2026"
    assert kolom(w, SEJAK)[-1] == ""


def test_ten_thousand_units_answer_every_key_at_once(tmp_path: Path, buka: Buka) -> None:
    """Measured in work of this thread: what other programs take meanwhile is not counted."""
    contoh_barang.banyak(tmp_path / "kantor", 10_000)
    window = buka("kantor")
    contoh_barang.jam(window._office)  # type: ignore[arg-type]
    masuk(window)
    tunggu(lambda: tabel(window.page).row_count() == 10_000, "dimuat", 30)
    tabel(window.page).setFocus()
    ketik("r")
    terlama = 0.0
    for huruf in "9c09999":
        mulai = thread_time()
        ketik(huruf)
        terlama = max(terlama, thread_time() - mulai)
    assert kolom(window, SERI) == ["R9C09999XT"]
    assert terlama < 0.2, f"{terlama * 1000:.0f} ms"


# units


def test_many_units_in_a_row_keep_what_they_have_in_common(kosong: MainWindow) -> None:
    w = kosong
    assert tombol(w.page, text.IMPOR)
    tabel(w.page).setFocus()
    tekan(ENTER)
    sheet = lembar()
    assert fokus() is form(sheet).field("merek")
    ketik("Samsung")
    tekan(ENTER)
    ketik("Galaxy A05")
    tekan(ENTER)
    ketik(imei(0))
    tekan(ENTER)
    assert form(sheet).field("imei1").nilai() == "35 209900 176100 2"
    isian("kelengkapan", sheet)
    ketik("kotak, kabel")
    tekan(N, mod=CTRL)
    tunggu(lambda: len(units(w)) == 1, "tersimpan")
    tunggu(lambda: "Sudah 1 barang" in sheet.pesan.teks(), "lanjut")
    assert fokus() is form(sheet).field("imei1")
    assert form(sheet).nilai() | {"imei1": ""} == form(sheet).nilai()
    assert form(sheet).nilai()["kelengkapan"] == "kotak, kabel"
    ketik(imei(2))
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "ditambahkan")
    tunggu(lambda: tabel(w.page).row_count() == 2, "dua barang")
    assert {u.tipe for u in units(w)} == {"Galaxy A05"}
    assert {u.imei1 for u in units(w)} == {imei(0), imei(2)}
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: len(units(w)) == 1, "satu diurungkan")


def test_a_wrong_imei_is_told_under_its_field_and_nothing_is_saved(kosong: MainWindow) -> None:
    tekan(N, mod=CTRL)
    sheet = lembar()
    isian("imei1", sheet)
    ketik(imei(0)[:-1] + str((int(imei(0)[-1]) + 1) % 10))
    tekan(TAB)
    assert "IMEI" in form(sheet).pesan("imei1")
    tekan(S, mod=CTRL)
    assert fokus() is form(sheet).field("imei1")
    assert units(kosong) == []
    tekan(ESC)
    tertutup(sheet)
    pesan(kosong, "draf")
    tekan(N, mod=CTRL)
    sheet = lembar()
    tunggu(lambda: form(sheet).nilai()["imei1"], "draf kembali")
    tekan(ESC, ESC)
    tertutup(sheet)


def test_an_imei_that_another_unit_has_is_doubted_at_once(w: MainWindow) -> None:
    tekan(N, mod=CTRL)
    sheet = lembar()
    isian("imei1", sheet)
    ketik(imei(2))
    tunggu(lambda: "sudah dicatat untuk HP Samsung J2 Prime" in kata(sheet), "ragu")
    assert len(units(w)) == 13
    tekan(ESC)
    tertutup(sheet)


def test_a_box_of_phones_is_scanned_line_by_line(kosong: MainWindow) -> None:
    tekan(N, mod=CTRL)
    satu = lembar()
    ketik("Oppo")
    tekan(Qt.Key.Key_B, mod=ALT)
    tunggu(lambda: QApplication.activeModalWidget() not in (None, satu), "lembar banyak")
    sheet = lembar()
    tunggu(lambda: form(sheet).nilai()["merek"] == "Oppo", "merek ikut")
    for ke_ in range(3):
        ketik(imei(2 * ke_))
        tekan(ENTER)
    ketik("123")
    tekan(S, mod=CTRL)
    tunggu(lambda: "Baris 4" in form(sheet).pesan("pengenal"), "baris yang salah disebut")
    for _ in range(3):
        tekan(Qt.Key.Key_Backspace)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(kosong, "3 barang ditambahkan")
    assert [u.merek for u in units(kosong)] == ["Oppo"] * 3


def test_enter_changes_a_unit_and_delete_is_undone(w: MainWindow) -> None:
    ke(w, "R9C00009XT")
    tekan(ENTER)
    sheet = lembar()
    isian("catatan", sheet)
    ketik("disimpan di lemari")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "disimpan di lemari" in panel(w), "panel segar")
    menu(text.HAPUS)
    pesan(w, "dihapus")
    tunggu(lambda: tabel(w.page).row_count() == 12, "terhapus")
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif lagi sesudah menu")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: tabel(w.page).row_count() == 13, "kembali")


def test_f1_names_every_key_of_the_page() -> None:
    for tombol_ in ("Alt+S", "Alt+K", "Alt+J", "Alt+M", "Alt+T", "Ctrl+P", "Ctrl+N", "Ctrl+I", "Alt+E"):
        assert tombol_ in text.BANTUAN
