"""Hand-overs, incidents and help by keys on the page HP dan barang: each act, what it says, its paper, its undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel.model import Unit
from sipokat_desktop.storage.tx import Tx
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.halaman_barang import halaman, kantor_contoh, kata, ke, masuk, menu, panel, units
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
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
from ui.kit.preview import Preview
from ui.modules.ponsel import text
from ui.modules.ponsel import text_lembar as lembaran
from ui.shell.window import MainWindow

S, K, J, M, Z, P = (Qt.Key.Key_S, Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_Z, Qt.Key.Key_P)


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    window = kantor_contoh(tmp_path, buka)
    masuk(window)
    return window


def satu(w: MainWindow, seri: str) -> Unit:
    return next(u for u in units(w) if u.seri == seri)


def pratinjau(w: MainWindow) -> None:
    """Wait for the preview of a paper, and close it."""
    tunggu(lambda: w.findChildren(Preview) and w.findChildren(Preview)[-1].isVisible(), "pratinjau", 20)
    dialog = w.findChildren(Preview)[-1]
    tunggu(dialog.isActiveWindow, "pratinjau aktif")
    tekan(ESC)
    tertutup(dialog)


def test_a_unit_is_handed_to_a_head_found_by_number_with_its_paper(w: MainWindow) -> None:
    ke(w, "R9C00009XT")
    tekan(S, mod=ALT)
    sheet = lembar()
    assert "35 209900 176118 4" in kata(sheet)
    ketik("09")
    tekan(ENTER)
    assert form(sheet).nilai()["tanggal"] == "20/04/2026"
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "HP Samsung J2 Prime diserahkan kepada")
    u = satu(w, "R9C00009XT")
    assert (u.keadaan, u.nomor_rt, u.sejak) == ("dipegang", "09", "2026-04-20")
    tombol(w, text.CETAK_SEKARANG).click()
    pratinjau(w)
    tunggu(lambda: "Dipegang ketua RT 09" in panel(w), "panel segar")
    tekan(Z, mod=CTRL)
    tunggu(lambda: satu(w, "R9C00009XT").keadaan == "belum", "diurungkan")


def test_without_a_receiver_nothing_is_saved_and_the_field_says_so(w: MainWindow) -> None:
    ke(w, "R9C00009XT")
    tekan(S, mod=ALT)
    sheet = lembar()
    tekan(S, mod=CTRL)
    assert form(sheet).pesan("masa_id") == "Ketua RT yang menerima belum diisi."
    isian("masa_id", sheet)
    ketik("01")
    isian("tanggal", sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik("21/4/2026")
    tekan(S, mod=CTRL)
    tunggu(lambda: "belum tiba" in form(sheet).pesan("tanggal"), "hari yang belum tiba")
    tekan(ESC)
    tertutup(sheet)
    assert satu(w, "R9C00009XT").keadaan == "belum"


def test_several_units_share_one_bast(w: MainWindow) -> None:
    ke(w, "R9C00008XT")
    t = tabel(w.page)
    tekan(Qt.Key.Key_Down, mod=Qt.KeyboardModifier.ShiftModifier)
    assert t.selected_count() == 2
    assert "2 barang dipilih" in panel(w)
    tekan(S, mod=ALT)
    sheet = lembar()
    ketik("02")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "2 barang diserahkan")
    baru = [u for u in units(w) if u.sejak == "2026-04-20"]
    assert len(baru) == 2
    assert len({u.nomor for u in baru}) == 1


def test_an_overdue_unit_is_passed_to_the_present_head_in_two_keys(w: MainWindow) -> None:
    ke(w, "R9C00002XT")
    assert "Masih pada mantan ketua RT 03" in panel(w)
    assert "20 hari lalu" in panel(w)
    tombol(w.page, text.ALIH_SEKARANG).click()
    sheet = lembar()
    assert form(sheet).field("masa_id").currentText() == "RT 03 · Herman Efendi"  # type: ignore[union-attr]
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dialihkan kepada Herman Efendi")
    u = satu(w, "R9C00002XT")
    assert (u.nama, u.terlambat) == ("Herman Efendi", 0)
    tunggu(lambda: "Dialihkan dari Iskandar Muda" in panel(w), "perjalanan")


def test_an_overdue_unit_comes_back_to_the_office(w: MainWindow) -> None:
    ke(w, "R9C00002XT")
    tekan(K, mod=ALT)
    sheet = lembar()
    assert "Sekarang dipegang Iskandar Muda" in kata(sheet)
    isian("alasan", sheet)
    ketik("berhenti menjabat")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dicatat kembali dari Iskandar Muda")
    assert satu(w, "R9C00002XT").keadaan == "kembali"


def test_a_loss_waits_for_its_letter_and_is_replaced_in_one_act(w: MainWindow) -> None:
    ke(w, "R9C00000XT")
    tekan(J, mod=ALT)
    sheet = lembar()
    ketik("Hil")
    isian("uraian", sheet)
    ketik("Hilang di angkot")
    assert not form(sheet).field("kondisi").isVisible()
    assert form(sheet).field("polisi_nomor").isVisible()
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dicatat hilang")
    tunggu(lambda: text.TANPA_POLISI in panel(w), "surat belum ada")
    tombol(w.page, text.SURAT).click()
    sheet = lembar()
    ketik("SKTLK/9/IV/2026")
    tekan(ENTER)
    ketik("20/4/2026")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "Surat polisi SKTLK/9/IV/2026" in panel(w), "surat tercatat")
    tombol(w.page, text.GANTI).click()
    sheet = lembar()
    ketik("HP Samsung J2")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "diganti dengan HP Samsung J2 Prime · IMEI …1184 untuk Ernawati")
    assert satu(w, "R9C00000XT").keadaan == "ditarik"
    assert satu(w, "R9C00009XT").nama == "Ernawati"
    tekan(Z, mod=CTRL)
    tunggu(lambda: satu(w, "R9C00009XT").keadaan == "belum", "satu tindakan")
    assert satu(w, "R9C00000XT").keadaan == "dipegang"


def test_broken_and_mended(w: MainWindow) -> None:
    ke(w, "R9C00006XT")
    tekan(J, mod=ALT)
    sheet = lembar()
    assert not form(sheet).field("polisi_nomor").isVisible()
    isian("uraian", sheet)
    ketik("Baterai kembung")
    tekan(TAB)
    ketik("Rusak berat")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dicatat rusak")
    assert satu(w, "R9C00006XT").kondisi == "rusak_berat"
    tunggu(lambda: "Baterai kembung" in panel(w), "panel")
    tombol(w.page, text.DIPERBAIKI).click()
    sheet = lembar()
    isian("uraian", sheet)
    ketik("Baterai diganti")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "sudah diperbaiki")
    u = satu(w, "R9C00006XT")
    assert (u.kondisi, u.kejadian) == ("baik", 0)


def _jawab(bantuan_id: str, tx: Tx) -> None:
    """Answer a request as the city does."""
    isi: Fields = {"jawaban": "Bawa HP ke Kominfo hari Senin"}
    tx.move("ponsel_bantuan", bantuan_id, expected="dikirim", to="ditangani", fields=isi)


def test_help_is_asked_and_the_answer_of_the_city_is_read(w: MainWindow) -> None:
    ke(w, "R9C00007XT")
    tekan(M, mod=ALT)
    sheet = lembar()
    ketik("Lupa")
    isian("kontak", sheet)
    ketik("081234567890")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Permintaan bantuan")
    tunggu(lambda: text.BELUM_DIJAWAB in panel(w), "menunggu")
    b = queries.bantuan(w.host.store.reader(), lingkup=[KELURAHAN])[0]
    w.host.act(partial(w.host.store.write, "uji", partial(_jawab, b.bantuan_id)))
    tunggu(lambda: "Jawaban kota: Bawa HP ke Kominfo" in panel(w), "jawaban")
    w.show_page("beranda")
    tugas = tabel(w.page)
    baris = [sel(tugas, i, 0) for i in range(tugas.row_count())]
    assert any("Kota menjawab" in kata_ and "Bawa HP" in kata_ for kata_ in baris)


def test_the_last_hand_over_is_taken_back_with_a_reason(w: MainWindow) -> None:
    ke(w, "R9C00007XT")
    menu(text.BATALKAN)
    sheet = lembar()
    tekan(S, mod=CTRL)
    assert form(sheet).pesan("alasan")
    ketik("salah pilih RT")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dibatalkan")
    assert satu(w, "R9C00007XT").keadaan == "belum"
    tunggu(lambda: "dibatalkan: salah pilih RT" in panel(w), "tetap di perjalanan")


def test_papers_of_a_unit_are_listed_newest_first(w: MainWindow) -> None:
    ke(w, "R9C00001XT")
    menu("Berita acara kerusakan, 10 Maret", P, CTRL)
    pratinjau(w)
    menu("Surat pernyataan Sarnubi", P, CTRL)
    pratinjau(w)
    ke(w, "R9C00009XT")
    tekan(P, mod=CTRL)
    pesan(w, "Belum ada surat")


def test_where_this_office_may_not_write_the_reason_is_said_in_words(
    w: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebab = "Serah terima barang dicatat oleh kelurahan."
    monkeypatch.setattr(w.host, "larangan", lambda _tabel, _field="": sebab)
    halaman(w).load()
    tunggu(lambda: not w.jobs.sedang, "dimuat")
    ke(w, "R9C00009XT")
    assert sebab in panel(w)
    tekan(S, mod=ALT)
    pesan(w, sebab)
    assert lembaran.SERAH_UTAMA not in panel(w)
