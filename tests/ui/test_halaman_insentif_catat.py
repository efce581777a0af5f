"""Recording what was signed: eighteen lines with two exceptions in four keys; scanner, proxies, wrong input."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops
from sipokat_desktop.modules.rt.ops import hari_ini
from tests.ui import contoh_kantor, daftar_insentif
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.daftar_insentif import KEADAAN, baris, daftar, kata_rekon, ke_baris, kecuali, kunci, menu, susun
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    SPASI,
    TAB,
    cari,
    fokus,
    form,
    ganti,
    halaman,
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
from ui.kit import text as kit
from ui.kit.filter import FilterField
from ui.modules.insentif import text, text_hidup
from ui.shell.window import MainWindow

BULANAN = 550_000


@pytest.fixture
def delapan_belas(tmp_path: Path, buka: Buka) -> tuple[MainWindow, str]:
    """The window of an office of eighteen RT, and the number of its locked list."""
    daftar_insentif.isi_delapan_belas(tmp_path / "kantor")
    office = Office(tmp_path / "kantor")
    nomor = ops.susun(office.store, KELURAHAN, periode.triwulan(hari_ini(office.store))).value
    ops.kunci(office.store, nomor, lurah="Dra. Hj. Yunita")
    office.close()
    return buka("kantor"), nomor


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    susun(kantor)
    kunci(kantor)
    return kantor


def test_eighteen_lines_with_two_exceptions(delapan_belas: tuple[MainWindow, str]) -> None:
    """Scan, type the exceptions, one key: the count of keys is the claim of the page."""
    w, nomor = delapan_belas
    halaman(w, "insentif")
    mulai, langkah, tangan = time.monotonic(), 0, 0
    ketik(nomor)  # the scanner
    tekan(ENTER)
    langkah += 1
    tunggu(lambda: fokus() is kecuali(w), "siap mengetik pengecualian")
    t = tabel(w.page)
    assert (t.row_count(), len(t.marks())) == (18, 18)
    for huruf in "3 7":
        ketik(huruf)
        tangan += 1
    langkah += 1
    assert len(t.marks()) == 16
    assert "Ctrl+T mencatat 16 penerima, Rp26.400.000. Tidak dicatat 2, Rp3.300.000: 3 RT 03" in kata_rekon(w)
    assert tombol(w.page, text.TERIMA).text() == "Catat diterima (16)"
    tekan(Qt.Key.Key_T, mod=CTRL)
    tangan += 1
    langkah += 1
    assert pesan(w, "16 penerima") == "16 penerima dicatat sudah menerima."
    assert (langkah, tangan) == (3, 4)
    assert time.monotonic() - mulai < 20
    d = daftar(w)
    assert (d.selesai, d.dibayar, d.sisa) == (16, 16 * 3 * BULANAN, 2 * 3 * BULANAN)
    assert not baris(w, 3).dibayar
    assert not baris(w, 7).dibayar
    assert cari(w.page, QLabel, lambda s: s.text().endswith("· belum Rp3.300.000"))
    tunggu(lambda: not t.marks(), "yang belum menerima tetap tidak bertanda")
    assert kecuali(w).text() == "3 7"


def test_marks_and_typed_exceptions_are_one(w: MainWindow) -> None:
    t, k = tabel(w.page), kecuali(w)
    ke_baris(t, 3)
    tekan(SPASI)
    assert k.text() == "3"
    k.setFocus()
    ganti("2-4 6")
    assert len(t.marks()) == 5
    ke_baris(t, 3)
    tekan(SPASI)
    assert k.text() == "2, 4, 6"
    k.setFocus()
    tekan(ESC)
    assert (k.text(), len(t.marks())) == ("", 9)


def test_nothing_is_recorded_by_enter_alone(w: MainWindow) -> None:
    """A scanner that ends with two Enters must not pay anybody."""
    kecuali(w).setFocus()
    tekan(ENTER, ENTER)
    ketik("3")
    tekan(ENTER, ENTER)
    assert daftar(w).dibayar == 0
    assert fokus() is kecuali(w)


@pytest.mark.parametrize(("diketik", "kata"), [("3 88", "Nomor urut 88 tidak ada"), ("3 x", "bukan nomor urut")])
def test_a_wrong_exception_records_nothing(w: MainWindow, diketik: str, kata: str) -> None:
    kecuali(w).setFocus()
    ketik(diketik)
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert kata in kata_rekon(w)
    assert daftar(w).dibayar == 0
    assert kecuali(w).text() == diketik
    assert fokus() is kecuali(w)


@pytest.mark.parametrize(("diketik", "kata"), [("31/2/2026", "tidak ada"), ("1/1/2099", "belum tiba"), ("", "Tulis")])
def test_a_wrong_day_is_said_and_nothing_recorded(w: MainWindow, diketik: str, kata: str) -> None:
    kecuali(w).setFocus()
    tekan(TAB)
    tekan(Qt.Key.Key_A, mod=CTRL)
    tekan(Qt.Key.Key_Delete)
    ketik(diketik)
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert kata in kata_rekon(w)
    assert daftar(w).dibayar == 0


def test_day_and_way_are_recorded(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("2-9")
    tekan(TAB)
    ganti("2/11/26")
    tekan(ENTER)
    ketik("tra")
    tekan(ENTER)
    pesan(w, "1 penerima")
    row = w.host.store.reader().execute("SELECT DISTINCT tanggal, cara FROM insentif_mutasi").fetchall()
    assert [tuple(satu) for satu in row] == [("2026-11-02", "transfer")]
    assert baris(w, 1).tanda == "2026-11-02"


def test_a_proxy_of_a_single_line(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 4)
    tekan(Qt.Key.Key_F7)
    sheet = lembar()
    ketik("12/SK/2026")
    tekan(ENTER)
    tertutup(sheet)
    assert sel(tabel(w.page), 3, KEADAAN) == "Kuasa: 12/SK/2026"
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")
    assert [baris(w, no).penerima for no in (3, 4, 5)] == ["sendiri", "kuasa", "sendiri"]
    assert baris(w, 4).surat_kuasa == "12/SK/2026"
    tunggu(lambda: sel(tabel(w.page), 3, KEADAAN).startswith("Diterima kuasa"), "tampak diterima kuasa")


def test_a_proxy_letter_being_typed_is_not_lost_by_esc(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 4)
    tekan(Qt.Key.Key_F7)
    sheet = lembar()
    ketik("12/SK/2026")
    tekan(ESC)
    assert sheet.isVisible()
    assert sheet.pesan.teks() == kit.BELUM_DISIMPAN
    tekan(ENTER)
    tertutup(sheet)
    assert sel(tabel(w.page), 3, KEADAAN) == "Kuasa: 12/SK/2026"


def kuasakan(w: MainWindow, no: int, surat: str) -> None:
    ke_baris(tabel(w.page), no)
    tekan(Qt.Key.Key_F7)
    sheet = lembar()
    ketik(surat)
    tekan(ENTER)
    tertutup(sheet)


def test_a_proxy_takes_its_line_out_of_the_exceptions(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("4,7")
    kuasakan(w, 4, "12/SK/2026")
    assert kecuali(w).text() == "7"
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    assert baris(w, 4).surat_kuasa == "12/SK/2026"


def test_a_proxy_of_a_line_left_out_afterwards_is_kept(w: MainWindow) -> None:
    kuasakan(w, 4, "12/SK/2026")
    kecuali(w).setFocus()
    ketik("4")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) != text.BELUM_DITERIMA, "tercatat")
    assert sel(tabel(w.page), 3, KEADAAN) == "Kuasa: 12/SK/2026"
    kecuali(w).setFocus()
    tekan(ESC)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "1 penerima")
    assert baris(w, 4).surat_kuasa == "12/SK/2026"


def test_a_number_scanned_inside_a_list_opens_the_other_one(contoh: contoh_kantor.Contoh, pc1: MainWindow) -> None:
    """Wherever the keyboard is on the opened list: in the exceptions or on the table."""
    pc1.show_page("insentif", contoh.terkunci)
    tunggu(lambda: fokus() is kecuali(pc1), "siap")
    ketik(contoh.sebagian.lower())
    tekan(ENTER)
    tunggu(lambda: pc1.page.place() == contoh.sebagian, "daftar lain terbuka dari isian pengecualian")
    tabel(pc1.page).setFocus()
    ketik(contoh.lunas)
    assert isinstance(fokus(), FilterField)
    tekan(ENTER)
    tunggu(lambda: pc1.page.place() == contoh.lunas, "daftar lain terbuka dari tabel")


def test_an_unknown_number_scanned_inside_a_list_is_said(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("INS-2019TW1-XYZ-01")
    tekan(ENTER)
    assert "bukan nomor urut dan bukan nomor daftar" in kata_rekon(w)
    nomor = daftar(w).nomor
    ganti(nomor)
    tekan(ENTER)
    assert (kecuali(w).text(), w.page.place()) == ("", nomor)


def test_signed_only_leaves_the_money_out(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("5")
    menu(w, text.TINDAKAN, text_hidup.TANDA_SAJA)
    pesan(w, "8 tanda tangan dicatat")
    assert (daftar(w).dibayar, daftar(w).ditandatangani) == (0, 8)
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) == text.SUDAH_TANDA, "tampak ditandatangani")
    assert sel(tabel(w.page), 4, KEADAAN) == text.BELUM_DITERIMA


def test_the_form_of_the_proxy_can_be_emptied(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 1)
    for diketik, keadaan in (("9/SK", "Kuasa: 9/SK"), ("", text.BELUM_DITERIMA)):
        tekan(Qt.Key.Key_F7)
        sheet = lembar()
        form(sheet).isi({"nomor": diketik})
        tekan(Qt.Key.Key_S, mod=CTRL)
        tertutup(sheet)
        tunggu(lambda keadaan=keadaan: sel(tabel(w.page), 0, KEADAAN) == keadaan, keadaan)  # type: ignore[misc]
