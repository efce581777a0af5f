"""One line by keys: set by hand, postponed, corrected after the locking, refunded with an STS, its history and card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.daftar_insentif import DITERIMA, KEADAAN, baris, buku, daftar, ke_baris, kecuali, kunci, susun
from tests.ui.layar import (
    CTRL,
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
from ui.kit.labels import Notice
from ui.modules.insentif import text, text_hidup
from ui.shell.window import MainWindow

BULANAN = 550_000


@pytest.fixture
def draf(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    susun(kantor)
    return kantor


@pytest.fixture
def w(draf: MainWindow) -> MainWindow:
    kunci(draf)
    return draf


def bayar(w: MainWindow) -> None:
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")


def panel(w: MainWindow, kata: str) -> QLabel:
    return cari(w.page, QLabel, lambda s: kata in s.text())


def bulan(w: MainWindow) -> list[str]:
    return [b for b, _ in baris(w, 1).rincian]


def test_an_amount_set_by_hand_needs_name_and_reason(draf: MainWindow) -> None:
    w = draf
    ke_baris(tabel(w.page), 1)
    tombol(w.page, text_hidup.KHUSUS).click()
    sheet = lembar()
    ketik("300000")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("oleh") == "Ditetapkan oleh belum diisi."
    ketik("Lurah")
    isian("alasan", sheet)
    ketik("Cuti setengah bulan")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert (baris(w, 1).diterima, baris(w, 1).oleh) == (300_000 + 2 * BULANAN, "Lurah")
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) == text.DITETAPKAN, "tampak ditetapkan sendiri")
    assert panel(w, "Cuti setengah bulan")
    tombol(w.page, text_hidup.KHUSUS).click()
    sheet = lembar()
    assert form(sheet).nilai()[bulan(w)[0]] == "300.000"
    tombol(sheet, text_hidup.KHUSUS_LEPAS).click()
    tertutup(sheet)
    tunggu(lambda: baris(w, 1).diterima == 3 * BULANAN, "kembali ke aturan")


def test_a_line_is_postponed_and_goes_on(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 2)
    tombol(w.page, text_hidup.TUNDA).click()
    sheet = lembar()
    ketik("Sakit, uang disimpan bendahara")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: sel(tabel(w.page), 1, KEADAAN) == text.DITUNDA, "tampak ditunda")
    assert panel(w, "Sakit, uang disimpan bendahara")
    assert panel(w, "ditunda Rp1.650.000")
    bayar_sisa = tombol(w.page, text.TERIMA).text()
    assert bayar_sisa == "Catat diterima (8)"
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    tunggu(lambda: "1 baris ditunda" in cari(w.page, Notice).teks(), "dikatakan di kepala")
    ke_baris(tabel(w.page), 2)
    tombol(w.page, text_hidup.LANJUTKAN).click()
    tunggu(lambda: sel(tabel(w.page), 1, KEADAAN) == text.BELUM_DITERIMA, "dilanjutkan")
    tekan(Qt.Key.Key_T, mod=CTRL)
    tunggu(lambda: daftar(w).selesai == 9, "semua menerima")


def test_a_correction_shows_what_it_does_before_it_is_recorded(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 1)
    akhir = bulan(w)[-1]
    tombol(w.page, text_hidup.KOREKSI).click()
    sheet = lembar()
    assert cari(sheet, Notice, lambda n: n.teks() == text_hidup.KOREKSI_TETAP)
    isian(akhir, sheet)
    ganti("0")
    assert cari(sheet, Notice, lambda n: "diterima Rp1.100.000" in n.teks())
    isian("alasan", sheet)
    ketik("Mengundurkan diri")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    b = baris(w, 1)
    assert (b.diterima, b.asal.diterima, b.koreksi) == (2 * BULANAN, 3 * BULANAN, 1)
    tunggu(lambda: sel(tabel(w.page), 0, DITERIMA) == "1.100.000", "tampak di tabel")
    assert panel(w, "Dikoreksi 1 kali")
    assert panel(w, "· revisi 1")
    bayar(w)
    assert dict(buku(w))["01"] == 2 * BULANAN


def test_a_correction_above_the_tariff_needs_a_name(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 1)
    tombol(w.page, text_hidup.KOREKSI).click()
    sheet = lembar()
    ganti("900000")
    isian("alasan", sheet)
    ketik("SK baru")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: form(sheet).pesan("oleh"), "nama diminta di isiannya")
    ketik("Lurah")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert baris(w, 1).bruto == 900_000 + 2 * BULANAN


def test_an_overpayment_is_refunded_with_its_sts(w: MainWindow) -> None:
    bayar(w)
    ke_baris(tabel(w.page), 1)
    tombol(w.page, text_hidup.KOREKSI).click()
    sheet = lembar()
    ganti("0")
    assert cari(sheet, Notice, lambda n: "Sudah dibayar lebih Rp550.000" in n.teks())
    isian("alasan", sheet)
    ketik("Berhenti sebelum bulan itu")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) == "Lebih bayar Rp550.000", "lebih tampak")
    tombol(w.page, text_hidup.KEMBALIKAN).click()
    sheet = lembar()
    ketik("0012/2026")
    isian("alasan", sheet)
    ketik("Disetor ke kas daerah")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: dict(buku(w))["01"] == 2 * BULANAN, "kelebihan kembali")
    assert baris(w, 1).dikembalikan == BULANAN
    assert panel(w, "STS 0012/2026")


def test_a_refund_of_one_month_takes_it_off_the_list(w: MainWindow) -> None:
    bayar(w)
    ke_baris(tabel(w.page), 1)
    semua = bulan(w)
    tombol(w.page, text_hidup.KEMBALIKAN).click()
    sheet = lembar()
    ketik("0013/2026")
    form(sheet).field("bulan").isi(semua[-1])
    isian("alasan", sheet)
    ketik("Meninggal")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: dict(buku(w))["01"] == 2 * BULANAN, "satu bulan kembali")
    assert bulan(w) == semua[:-1]


def test_a_refund_without_sts_is_refused_at_the_field(w: MainWindow) -> None:
    bayar(w)
    ke_baris(tabel(w.page), 1)
    tombol(w.page, text_hidup.KEMBALIKAN).click()
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("sts") == "Nomor STS belum diisi."
    tekan(ESC)
    tertutup(sheet)
    assert dict(buku(w))["01"] == 3 * BULANAN


def test_the_history_of_a_line(w: MainWindow) -> None:
    kecuali(w).setFocus()
    ketik("2")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "8 penerima")
    ke_baris(tabel(w.page), 1)
    tombol(w.page, text_hidup.RIWAYAT_BARIS).click()
    sheet = lembar()
    t = tabel(sheet)
    assert [sel(t, i, 1) for i in range(t.row_count())] == ["Catat penerimaan", "Susun daftar"]
    tekan(ESC)
    tertutup(sheet)


def test_the_arithmetic_and_the_ledger_of_a_line(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 1)
    assert panel(w, "3 × 550.000 = 1.650.000")
    bayar(w)
    assert panel(w, "Rp1.650.000 tunai")


def test_the_card_of_a_line(w: MainWindow) -> None:
    ke_baris(tabel(w.page), 1)
    tombol(w.page, "Kartu RT 01").click()
    tunggu(lambda: w.page.place() == f"lain/kartu:{baris(w, 1).jabatan_id}", "kartunya terbuka")
