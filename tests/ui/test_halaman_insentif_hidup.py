"""The life of a list by keys: examined, complete ones first, SPP, SP2D, cancelled; the steps on the head; history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui import contoh_kantor
from tests.ui.daftar_insentif import KEADAAN, NAMA, daftar, kantor_dari, ke_baris, kunci, menu, nik_ganda, susun
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    cari,
    form,
    ganti,
    halaman,
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
from ui.kit.page import Stepper
from ui.modules.insentif import text, text_hidup
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    susun(kantor)
    return kantor


@pytest.fixture
def draf(contoh: contoh_kantor.Contoh, pc1: MainWindow) -> tuple[MainWindow, str]:
    """A draft with findings of both kinds, opened."""
    nik_ganda(kantor_dari(pc1))
    pc1.show_page("insentif", contoh.draf)
    return pc1, contoh.draf


def langkah(w: MainWindow) -> str:
    return cari(w.page, Stepper).accessibleName()


def catat(w: MainWindow, pilih: str, nomor: str) -> None:
    """Record a paper of the treasury by keys."""
    menu(w, text.TINDAKAN, pilih)
    sheet = lembar()
    ketik(nomor)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)


def test_the_whole_life_by_keys(w: MainWindow) -> None:
    assert langkah(w) == "Langkah 2 dari 7: Diperiksa"
    menu(w, text.TINDAKAN, text_hidup.PERIKSA_UTAMA)
    sheet = lembar()
    assert form(sheet).nilai()["oleh"] == "Siti Aminah"
    tekan(ENTER)
    tertutup(sheet)
    tunggu(lambda: langkah(w) == "Langkah 3 dari 7: Dikunci Lurah", "diperiksa")
    kunci(w)
    w.host.messages.tutup()
    catat(w, text_hidup.SPP, "900/12/SPP-LS/2026")
    tunggu(lambda: daftar(w).spp_nomor == "900/12/SPP-LS/2026", "SPP tercatat")
    catat(w, text_hidup.SP2D, "01234/SP2D/2026")
    tunggu(lambda: langkah(w) == "Langkah 7 dari 7: Ditandatangani dan dibayar", "cair")
    assert "Dicetak (dilewati)" in cari(w.page, Stepper).toolTip()
    assert "Diperiksa (dilewati)" not in cari(w.page, Stepper).toolTip()
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")
    d = daftar(w)
    assert (d.diperiksa_oleh, d.sp2d_nomor, d.selesai) == ("Siti Aminah", "01234/SP2D/2026", 9)
    tekan(ESC)
    tekan(ESC)
    assert sel(tabel(w.page), 0, 6) == text_hidup.LUNAS


def test_a_step_out_of_order_asks_for_a_reason(w: MainWindow) -> None:
    kunci(w)
    menu(w, text.TINDAKAN, text_hidup.SP2D)
    sheet = lembar()
    ketik("01234/SP2D/2026")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: form(sheet).pesan("alasan"), "alasan diminta di isiannya")
    assert form(sheet).field("alasan").hasFocus()
    ketik("SPP dicatat di kecamatan")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: daftar(w).sp2d_nomor == "01234/SP2D/2026", "SP2D tercatat")


def test_a_wrong_day_of_the_treasury_is_said_at_the_field(w: MainWindow) -> None:
    kunci(w)
    menu(w, text.TINDAKAN, text_hidup.SPP)
    sheet = lembar()
    ketik("900/12")
    isian("tanggal", sheet)
    ganti("31/2/2026")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "tidak ada" in form(sheet).pesan("tanggal"), "tanggal ditolak")
    sheet.buang()


def test_the_complete_ones_first_and_the_rest_later(draf: tuple[MainWindow, str]) -> None:
    w, nomor = draf
    assert daftar(w, nomor).jumlah_penerima == 11
    menu(w, text.TINDAKAN, text_hidup.LENGKAP_DULU)
    tunggu(lambda: daftar(w, nomor).jumlah_penerima == 6, "yang lengkap saja")
    tunggu(lambda: tabel(w.page).row_count() == 6, "tampak")
    assert cari(w.page, QLabel, lambda s: s.text() == text.MENYUSUL)
    assert cari(w.page, QLabel, lambda s: s.text().startswith("RT 07 · Maimunah dilewati"))
    menu(w, text.TINDAKAN, text_hidup.MASUKKAN_LAGI)
    tunggu(lambda: daftar(w, nomor).jumlah_penerima == 11, "semua lagi")


def test_the_locking_offers_to_leave_the_grave_ones_out(draf: tuple[MainWindow, str]) -> None:
    w, nomor = draf
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    tombol(sheet, text_hidup.LENGKAP_DULU).click()
    tertutup(sheet)
    tunggu(lambda: daftar(w, nomor).jumlah_penerima == 9, "tanpa NIK ganda")
    tunggu(lambda: tabel(w.page).row_count() == 9, "tampak")
    nama = [sel(tabel(w.page), i, NAMA) for i in range(9)]
    assert not any(satu.startswith("Iskandar Muda") for satu in nama)
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    assert "alasan" not in form(sheet).nilai()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert daftar(w, nomor).keadaan == "dikunci"


def test_one_line_follows_later_and_that_is_undone(w: MainWindow) -> None:
    nomor = daftar(w).nomor
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Home)
    tombol(w.page, text_hidup.LEWATI).click()
    pesan(w, "menyusul")
    assert daftar(w, nomor).jumlah_penerima == 8
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: daftar(w, nomor).jumlah_penerima == 9, "diurungkan")


def test_a_list_is_cancelled_with_a_reason(w: MainWindow) -> None:
    kunci(w)
    menu(w, text.TINDAKAN, text_hidup.BATAL_DAFTAR)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Salah komponen")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert daftar(w).keadaan == "batal"
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) == text.BATAL_BARIS, "tampak dibatalkan")


def test_a_paid_list_is_not_offered_to_be_cancelled(w: MainWindow) -> None:
    from ui.modules.insentif import isi, tindakan

    kunci(w)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")
    terbaca = isi.baca(w.host.store.reader(), daftar(w).nomor)
    assert [k for k, _ in tindakan.pilihan(w, w.host, terbaca, lambda: None)] == [
        text_hidup.SPP, text_hidup.SP2D, text_hidup.RIWAYAT_DAFTAR,
    ]  # fmt: skip


def test_a_line_that_is_stale_offers_to_be_brought_up_to_date(w: MainWindow) -> None:
    contoh_kantor.ubah(kantor_dari(w), "01", tmt=f"{w.host.today:%Y-%m}-02")
    w.page.load()
    ke_baris(tabel(w.page), 1)
    assert "bukan lagi haknya" in sel(tabel(w.page), 0, KEADAAN)
    sebelum = daftar(w).diterima
    tombol(w.page, text_hidup.PERBARUI_BARIS).click()
    tunggu(lambda: daftar(w).diterima < sebelum, "diperbarui")


def test_the_locking_says_who_is_wrong_and_how_it_is_mended(w: MainWindow) -> None:
    for nomor in ("01", "02", "04", "05", "06"):
        contoh_kantor.ubah(kantor_dari(w), nomor, tmt=f"{w.host.today:%Y-%m}-02")
    w.page.load()
    tekan(Qt.Key.Key_L, mod=CTRL)
    kata = " ".join(label.text() for label in lembar().findChildren(QLabel))
    assert "RT 01 Ernawati, RT 02 Sarnubi, RT 04 Siti Aminah, 2 lainnya: " in kata
    assert "tekan F5 di daftar ini" in kata
    lembar().buang()


def test_f5_brings_a_draft_up_to_date(w: MainWindow) -> None:
    contoh_kantor.ubah(kantor_dari(w), "01", tmt=f"{w.host.today:%Y-%m}-01")
    tabel(w.page).setFocus()
    sebelum = daftar(w).diterima
    tekan(Qt.Key.Key_F5)
    tunggu(lambda: daftar(w).diterima == sebelum - 550_000, "disesuaikan")
    assert "diperbarui dari Data RT" in pesan(w, "diperbarui")


def test_the_history_of_a_list(w: MainWindow) -> None:
    kunci(w)
    menu(w, text.TINDAKAN, text_hidup.RIWAYAT_DAFTAR)
    sheet = lembar()
    t = tabel(sheet)
    assert [sel(t, i, 1) for i in range(t.row_count())] == ["Kunci daftar", "Susun daftar"]
    tekan(ESC)
    tertutup(sheet)
