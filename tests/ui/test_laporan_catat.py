"""The entry of reports by keys: ten in a row, several RT at once, drafts, undo."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sipokat_desktop.app import Office
from tests.ui import layar
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_kegiatan import HARI, gambar
from tests.ui.halaman_laporan import (
    buka_kantor,
    kata,
    mulai,
    semua,
    tersimpan,
    tulis,
)  # fmt: skip
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TAB, TURUN, cari, fokus, ketik, pesan, tekan, tunggu
from ui.modules.laporan import text_catat, text_foto
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.catat_terakhir import Terakhir
from ui.modules.laporan.foto_antre import SETELAN, AntreFoto
from ui.modules.laporan.foto_masuk import FotoMasuk
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    return buka_kantor(tmp_path, buka)


def test_ten_reports_in_a_row_need_few_keys(w: MainWindow) -> None:
    page = mulai(w)
    tombol = 0

    def hitung(teks: str, *lagi: Qt.Key) -> None:
        nonlocal tombol
        tombol += len(teks) + len(lagi)
        ketik(teks)
        tekan(*lagi)

    hitung("1", ENTER)
    hitung("21", ENTER)  # the kind: field 2, first place
    hitung("gotong royong", ENTER)
    tersimpan(w, 1)
    assert (semua(w)[0].jenis, semua(w)[0].bidang, semua(w)[0].tanggal) == ("gotong_royong", "2", HARI.isoformat())
    for ke in range(2, 10):
        hitung(str(ke), ENTER)
        hitung(f"siring {ke}", ENTER)
        tersimpan(w, ke)
    hitung("1", ENTER)
    hitung("siring 1", ENTER)
    tersimpan(w, 10)
    tulisan = len("gotong royong") + 9 * len("siring 1")
    assert tombol - tulisan == 4 + 2 + 9 * 3, "RT, Enter, Enter for each; the kind once"
    assert {b.jenis for b in semua(w)} == {"gotong_royong"}
    assert len({b.jabatan_id for b in semua(w)}) == 9
    assert page.findChildren(Terakhir)[0].banyak == 10
    assert "Sudah 10 laporan." in pesan(w, "RT 01 tersimpan")
    assert fokus() is page.isi.field("rt"), "ready for the next one"
    layar.tekan(Qt.Key.Key_Z, mod=CTRL)
    tersimpan(w, 9)
    tunggu(lambda: page.findChildren(Terakhir)[0].banyak == 9, "daftar di samping ikut")


def test_the_same_activity_for_the_next_rt_and_for_many_at_once(w: MainWindow) -> None:
    page = mulai(w)
    ketik("2")
    tekan(ENTER)
    ketik("got")
    tekan(ENTER)
    ketik("kerja bakti menyambut hari jadi")
    tekan(Qt.Key.Key_B, mod=CTRL)
    tersimpan(w, 1)
    tunggu(lambda: page.isi.field("rt").nilai() == "3", "RT berikutnya")
    tekan(ENTER)
    tersimpan(w, 2)
    assert [b.uraian for b in semua(w)] == ["kerja bakti menyambut hari jadi"] * 2
    assert {b.nomor for b in semua(w)} == {"02", "03"}
    ketik("4-6, 8")
    assert "4 RT: RT 04, RT 05, RT 06, RT 08" in kata(page)
    tekan(ENTER)
    ketik("jalan sehat")
    tekan(ENTER)
    tersimpan(w, 6)
    assert "4 laporan tersimpan untuk 4 RT." in pesan(w, "4 RT")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tersimpan(w, 2)


def test_what_is_wrong_is_said_and_nothing_is_lost(w: MainWindow) -> None:
    page = mulai(w)
    ketik("77")
    tekan(ENTER)
    ketik("13")
    tekan(ENTER)
    ketik("pengantar")
    tekan(ENTER)
    tunggu(lambda: fokus() is page.isi.field("rt"), "ke RT yang salah")
    assert "RT 77 tidak ada di kelurahan ini" in kata(page)
    assert page.isi.field("uraian").nilai() == "pengantar"
    layar.ganti("3")
    tekan(TAB)
    layar.ganti("1/1/2027")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "2027" in page.isi.pesan("tanggal"), "tanggal ditolak")
    assert not semua(w)
    layar.ganti("24/5")
    assert page.isi.field("uraian").nilai() == "pengantar"


def test_arrows_change_the_rt_and_suggestions_fill_the_words(w: MainWindow) -> None:
    page = mulai(w)
    tekan(TURUN)
    tunggu(lambda: page.isi.field("rt").nilai() == "1", "RT pertama")
    tekan(TURUN, TURUN, Qt.Key.Key_Up)
    assert page.isi.field("rt").nilai() == "2"
    tekan(ENTER)
    ketik("21")
    tekan(ENTER)
    ketik("bersih-bersih makam")
    tekan(ENTER)
    tersimpan(w, 1)
    ketik("5")
    tekan(ENTER)
    ketik("ber")
    saran = page.isi.saran[0]
    tunggu(lambda: saran.tampak, "saran")
    tekan(TURUN, ENTER)
    assert page.isi.field("uraian").nilai() == "bersih-bersih makam"
    assert not saran.tampak
    tekan(ENTER)
    tersimpan(w, 2)


def test_a_likely_duplicate_is_said_and_does_not_block(w: MainWindow) -> None:
    mulai(w)
    for ke in (1, 2):
        ketik("3")
        tekan(ENTER)
        if ke == 1:
            ketik("23")
            tekan(ENTER)
        ketik("membersihkan siring mushola")
        tekan(ENTER)
        tersimpan(w, ke)
    assert "Perhatikan:" in pesan(w, "Perhatikan")
    assert "membersihkan siring mushola" in kata(cari(w.page, Terakhir))


def test_a_draft_and_waiting_photos_survive_the_window(tmp_path: Path, buka: Buka) -> None:
    w = buka_kantor(tmp_path, buka)
    mulai(w)
    ketik("7")
    tekan(ENTER)
    ketik("31")
    tekan(ENTER)
    ketik("ronda mal")
    hilang = tulis(tmp_path, "hilang.jpg", gambar(1))
    AntreFoto.dari(w.host).masuk([tulis(tmp_path, "satu.jpg", gambar(2))])
    tunggu(lambda: AntreFoto.dari(w.host).kini.siap, "foto siap")
    tutup(w)
    with closing(Office(tmp_path / "kantor")) as office:
        assert "ronda mal" in office.store.setting("draf.laporan.catat")
        isi = json.loads(office.store.setting(SETELAN))
        isi[0]["berkas"] = [str(hilang)]
        office.store.set_setting(SETELAN, json.dumps(isi))
    hilang.unlink()
    w = buka_kantor(tmp_path, buka)
    page = mulai(w)
    assert page.isi.field("uraian").nilai() == "ronda mal"
    tunggu(lambda: text_foto.SIAP.format(n=1) in kata(page), "foto kembali")
    tunggu(lambda: "hilang.jpg" in cari(page, FotoMasuk).ditolak, "berkas yang hilang disebut")
    page.isi.fokus("uraian")
    ketik("am")
    tekan(ENTER)
    tersimpan(w, 1)
    assert (semua(w)[0].uraian, semua(w)[0].foto) == ("ronda malam", 1)
    tunggu(lambda: not w.host.store.setting(SETELAN), "tidak ada lagi yang menunggu")
    tekan(ESC)
    mulai(w)
    assert not w.host.store.setting("draf.laporan.catat")


def test_an_office_without_rt_is_led_to_them(tmp_path: Path, buka: Buka) -> None:
    from sipokat_desktop.storage import users

    with closing(Office(tmp_path / "baru")) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    w = buka("baru")
    w.show_page("laporan")
    tekan(Qt.Key.Key_N, mod=CTRL)
    page = cari(w.page, CatatPage)
    assert text_catat.TANPA_RT_JUDUL in kata(page)
    layar.tombol(page, text_catat.BUKA_RT).click()
    tunggu(lambda: type(w.page).__name__ == "RtPage", "Data RT")


def test_the_keys_of_the_page_are_told(w: MainWindow) -> None:
    mulai(w)
    assert w.page.help == text_catat.BANTUAN
    QTest.keyClick(fokus(), ESC)
    tunggu(lambda: w.page.help != text_catat.BANTUAN, "kembali ke daftar")
    assert ALT
