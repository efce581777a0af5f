"""Seragam by keys: everybody but some, an event, a proxy, an exchange, a replacement, taken back, the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui import contoh_seragam
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import KECAMATAN, ada, pemakai
from tests.ui.daftar_insentif import menu
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    cari,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    sel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_seragam import KEADAAN, PENGAMBIL, kata, struk, tabel
from ui.kit import text as kit
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.table import DataTable
from ui.modules.seragam import text, text_serah, text_tindakan
from ui.modules.seragam.detail import Detail
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "does not support raise")


@pytest.fixture
def jendela(tmp_path: Path, buka: Buka) -> MainWindow:
    """A kelurahan of eighteen RT with uniforms in stock; the purchase is opened."""
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    return w


def serahkan(w: MainWindow, nomor: str) -> None:
    """Hand over to one RT by keys."""
    ketik(nomor)
    tekan(ENTER)
    kata(w, "menerima")


def test_everybody_but_some_as_one_act(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tekan(Qt.Key.Key_T, mod=CTRL)
    sheet = lembar()
    ketik("1, 3-6, 11, 15, 17")
    kalimat = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "Ctrl+S mencatat 9 RT: 1 Pria M, 1 Pria L, 3 Pria XL" in kalimat
    assert "Tidak dicatat: RT 01 · Ernawati; RT 04 · Siti Aminah" in kalimat
    assert "1 belum dapat menerima (ukuran belum lengkap): RT 13 · Ketua Baru 13" in kalimat
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    kata(w, "9 RT dicatat menerima")
    assert not any(pemakai(w, n).sudah for n in ("01", "04", "05", "06", "11", "13", "15", "17"))
    tekan(Qt.Key.Key_Z, mod=CTRL)
    pesan(w, "Diurungkan")
    assert sum(ada(w).values()) == 26, "one act; the one before stays"


@pytest.mark.usefixtures("jendela")
def test_exceptions_being_typed_are_not_lost_by_esc() -> None:
    tekan(Qt.Key.Key_T, mod=CTRL)
    sheet = lembar()
    ketik("1, 4-6")
    tekan(ESC)
    assert sheet.isVisible()
    assert sheet.pesan.teks() == kit.BELUM_DISIMPAN
    sheet.buang()


def test_exceptions_that_are_no_numbers_stop_everything(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_T, mod=CTRL)
    sheet = lembar()
    ketik("3, empat")
    assert not sheet.utama.isEnabled()
    tekan(ENTER)
    ganti("88")
    tekan(ENTER)
    kalimat = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "RT 88 tidak ada di kelurahan ini." in kalimat
    sheet.buang()
    tertutup(sheet)
    assert sum(ada(w).values()) == 27


def test_an_event_is_set_once_and_remembered(tmp_path: Path, buka: Buka) -> None:
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    cara = cari(w.page, ChoiceField, lambda c: c.accessibleName() == text_serah.CARA)
    cara.setFocus()
    ketik("simbolis")
    tekan(ENTER)
    ketik("3")
    tekan(ENTER)
    kata(w, text_serah.ACARA_KOSONG)
    assert not pemakai(w, "03").sudah
    acara = cari(w.page, TextField, lambda c: c.accessibleName() == text_serah.ACARA)
    assert acara.hasFocus(), "the keyboard goes where something is missing"
    ketik("HUT Kota")
    tekan(ENTER)
    tekan(ENTER)
    kata(w, "RT 03 · Iskandar Muda menerima")
    ketik("5")
    tekan(ENTER)
    kata(w, "RT 05 · Hasan Basri menerima")
    assert {pemakai(w, n).pegang[0].acara for n in ("03", "05")} == {"HUT Kota"}
    tutup(w)
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    serahkan(w, "6")
    assert (pemakai(w, "06").pegang[0].cara, pemakai(w, "06").pegang[0].acara) == ("simbolis", "HUT Kota")


def test_an_event_takes_from_the_kelurahan_once_a_delivery_came_there(jendela: MainWindow) -> None:
    isi = cari(jendela.page, Detail).isi
    kota = replace(isi, pengadaan=isi.pengadaan._replace(lingkup="kota"))
    assert kota.tempat("simbolis", KELURAHAN) == kota.dari("simbolis") == KELURAHAN
    belum = replace(kota, tiba=frozenset())
    assert (belum.tempat("simbolis", KELURAHAN), belum.dari("simbolis")) == (KECAMATAN, "")
    assert {belum.tempat(cara, KELURAHAN) for cara in ("kecamatan", "kantor")} == {KECAMATAN, KELURAHAN}


def test_a_day_to_come_is_refused(jendela: MainWindow) -> None:
    w = jendela
    hari = cari(w.page, TextField, lambda c: c.accessibleName() == text_serah.TANGGAL)
    hari.setFocus()
    besok = w.host.today + timedelta(days=1)
    ganti(f"{besok:%d/%m/%Y}")
    tekan(ENTER)
    ketik("3")
    tekan(ENTER)
    kata(w, text_serah.TANGGAL_NANTI)
    assert hari.hasFocus()
    assert not pemakai(w, "03").sudah


def test_a_proxy_takes_it(jendela: MainWindow) -> None:
    w = jendela
    ketik("3")
    tekan(Qt.Key.Key_F7)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert sheet.isVisible(), "who takes it has to be named"
    ketik("Rina (istri)")
    tekan(ENTER)
    ketik("01/SK/2026")
    tekan(ENTER)
    tertutup(sheet)
    kata(w, "Diambil Rina (istri)")
    entri = pemakai(w, "03").pegang[0]
    assert (entri.penerima, entri.surat_kuasa) == ("Rina (istri)", "01/SK/2026")
    t = tabel(w)
    assert sel(t, t.currentIndex().row(), PENGAMBIL) == "Rina (istri)"


def test_a_wrong_size_is_exchanged_and_the_roster_follows(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tekan(Qt.Key.Key_F6)
    sheet = lembar()
    isian("ukuran")
    ketik("XXL")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "ukurannya ditukar")
    p = pemakai(w, "03")
    assert ({b.kata: n for b, n in p.memegang.items()}, p.ukuran) == ({"Pria XXL": 1}, "XXL")
    assert (ada(w)["Pria XL"], ada(w)["Pria XXL"]) == (4, 1)
    t = tabel(w)
    assert sel(t, t.currentIndex().row(), KEADAAN).startswith("Ditukar XL → XXL")


def test_an_exchange_for_what_is_not_there_stays_in_the_sheet(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tekan(Qt.Key.Key_F6)
    sheet = lembar()
    isian("ukuran")
    ketik("4XL")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "Pria 4XL" in sheet.pesan.teks(), "alasan di dalam lembar")
    assert sheet.isVisible()
    tekan(ESC, ESC)
    tertutup(sheet)
    assert {b.kata for b in pemakai(w, "03").memegang} == {"Pria XL"}


def test_a_replacement_needs_a_reason(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tekan(Qt.Key.Key_F9)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert sheet.isVisible()
    ketik("Terbakar, laporan 3 Mei")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "menerima pengganti")
    p = pemakai(w, "03")
    assert (len(p.diganti), p.diganti[0].alasan) == (1, "Terbakar, laporan 3 Mei")
    assert ada(w)["Pria XL"] == 2


def test_delete_takes_a_hand_over_back_with_a_reason(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tekan(Qt.Key.Key_Delete)
    sheet = lembar()
    ketik("Salah catat")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Penyerahan kepada RT 03 · Iskandar Muda dibatalkan.")
    assert not pemakai(w, "03").sudah
    assert ada(w)["Pria XL"] == 4


@pytest.mark.parametrize("kunci", [Qt.Key.Key_F6, Qt.Key.Key_F9])
def test_what_was_not_received_cannot_be_exchanged(jendela: MainWindow, kunci: Qt.Key) -> None:
    ketik("3")
    tekan(kunci)
    pesan(jendela, "RT 03 · Iskandar Muda belum menerima")


def test_the_history_of_a_post_tells_who_and_when(jendela: MainWindow) -> None:
    w = jendela
    serahkan(w, "3")
    tombol(w.page, "Riwayat").click()
    sheet = lembar()
    assert "Serahkan seragam" in sel(cari(sheet, DataTable), 0, 1)
    tekan(ESC)
    tertutup(sheet)


def aktif_lagi(w: MainWindow) -> None:
    """Give the keyboard back to the window: without a window manager nobody does it when a menu has closed."""
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif lagi")


def test_a_closed_purchase_takes_nothing(jendela: MainWindow) -> None:
    w = jendela
    menu(w, text.TINDAKAN, text_tindakan.SELESAI)
    pesan(w, "ditandai selesai")
    aktif_lagi(w)
    assert text_serah.TERTUTUP in struk(w).teks()
    cari(w.page, type(struk(w)))
    ketik("3")
    tekan(ENTER)
    kata(w, "sudah ditutup")
    menu(w, text.TINDAKAN, text_tindakan.BUKA_LAGI)
    pesan(w, "dibuka lagi")
    aktif_lagi(w)
    serahkan(w, "3")
