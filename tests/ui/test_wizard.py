"""Setting up an office with the keyboard: code, invitation file, wrong code, dead server, no internet at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ENTER,
    ESC,
    TAB,
    biarkan,
    cari,
    fokus,
    form,
    ganti,
    halaman,
    ketik,
    tekan,
    tombol,
    tunggu,
)
from ui.kit.choice import ChoiceField
from ui.kit.messagebar import MessageBar
from ui.shell import text
from ui.shell.home import HomePage
from ui.shell.window import MainWindow

MATI = "http://127.0.0.1:9"


def medan(w: QWidget, kunci: str) -> QLineEdit:
    field = form(w).field(kunci)
    assert isinstance(field, QLineEdit)
    return field


def isi_kode(w: MainWindow, kode: str, server: str) -> None:
    tunggu(lambda: fokus() is medan(w, "kode"), "kursor di kode")
    ganti(kode)
    tekan(ENTER)
    ganti(server)
    tekan(ENTER)


def isi_nama(w: MainWindow, nama: str = "Siti Aminah", pin: str = "2580", lagi: str = "") -> None:
    tunggu(lambda: "nama" in form(w).nilai(), "langkah nama")
    for isian in (nama, pin, lagi or pin):
        ganti(isian)
        tekan(ENTER)


def mulai(w: MainWindow) -> None:
    tunggu(lambda: isinstance(fokus(), QPushButton), "tombol Mulai bekerja")
    tekan(ENTER)
    tunggu(lambda: w.findChildren(HomePage), "Beranda")


def test_code_name_work(kota: CityThread, buka: Buka) -> None:
    kota.set_tarif()
    w = buka("baru")
    isi_kode(w, kota.invite(KELURAHAN), kota.url)
    isi_nama(w)
    mulai(w)
    assert isinstance(w.page, HomePage)
    store = w.host.store
    assert (store.identity.enrolled, store.identity.label, w.host.lingkup) == (True, "PC-1", KELURAHAN)
    assert [(u.name, u.has_pin) for u in users.everyone(store)] == [("Siti Aminah", True)]
    tarif = "SELECT count(*) FROM insentif_tarif"
    tunggu(lambda: store.reader().execute(tarif).fetchone()[0], "data kota datang sendiri")


def test_invitation_file(kota: CityThread, buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = kota.invitation(KELURAHAN, tmp_path / "undangan.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    w = buka("baru")
    tombol(w, text.WIZ_BERKAS).click()
    isi_nama(w)
    mulai(w)
    assert w.host.store.identity.enrolled


def test_damaged_invitation_is_refused(buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "undangan.json"
    file.write_bytes(b"\x00PNG")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    w = buka("baru")
    tombol(w, text.WIZ_BERKAS).click()
    tunggu(lambda: "Minta berkas baru" in cari(w, MessageBar).teks(), "penjelasan")


@pytest.mark.parametrize(("kode", "kata"), [("K7F3", "Yang diketik 4"), ("ABCDE23456", "tidak dikenal")])
def test_wrong_code_stays_and_is_explained(kota: CityThread, buka: Buka, kode: str, kata: str) -> None:
    w = buka("baru")
    isi_kode(w, kode, kota.url)
    tunggu(lambda: kata in form(w).pesan("kode"), kata)
    assert fokus() is medan(w, "kode")
    assert medan(w, "kode").text() == kode
    isi_kode(w, kota.invite(KELURAHAN), kota.url)
    tunggu(lambda: "nama" in form(w).nilai(), "langkah nama")


def test_dead_server_then_without_internet(buka: Buka) -> None:
    w = buka("baru")
    isi_kode(w, "ABCDE23456", MATI)
    tunggu(lambda: "tidak terjangkau" in cari(w, MessageBar).teks(), "penjelasan")
    assert "mulai tanpa internet" in cari(w, MessageBar).teks()
    assert medan(w, "kode").text() == "ABCDE23456"
    tombol(w, text.WIZ_TANPA).click()
    field = form(w).field("kelurahan")
    assert isinstance(field, ChoiceField)
    assert fokus() is field
    tekan(ENTER)
    assert form(w).pesan("kelurahan") == f"{text.WIZ_KELURAHAN} belum diisi."
    ketik("taba j")
    assert field.nilai() == KELURAHAN
    tekan(ENTER)
    isi_nama(w)
    assert cari(w, QLabel, lambda s: "Daftarkan ke kota kapan saja" in s.text())
    mulai(w)
    assert (w.host.lingkup, w.host.store.identity.enrolled) == (KELURAHAN, False)


def test_the_wrong_office_can_be_put_right_until_the_name_is_saved(buka: Buka) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    form(w).isi({"kelurahan": "16.73.01.1001"})
    tekan(ENTER)
    tunggu(lambda: "nama" in form(w).nilai(), "langkah nama")
    assert cari(w, QLabel, lambda s: s.text().startswith(f"Untuk {wilayah.nama_kantor('16.73.01.1001')}."))
    ketik("Siti Aminah")
    tombol(w, text.WIZ_KEMBALI).click()
    assert form(w).nilai()["kelurahan"] == "16.73.01.1001"
    form(w).isi({"kelurahan": KELURAHAN})
    tekan(ENTER)
    tunggu(lambda: "nama" in form(w).nilai(), "langkah nama")
    assert form(w).nilai()["nama"] == "Siti Aminah", "yang diketik tidak hilang"
    tekan(ESC)
    assert "kelurahan" in form(w).nilai()
    form(w).isi({"kelurahan": KELURAHAN})
    tekan(ENTER)
    isi_nama(w)
    mulai(w)
    assert w.host.lingkup == KELURAHAN


def test_escape_leads_back(buka: Buka) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    tekan(ESC)
    assert "kode" in form(w).nilai()


@pytest.mark.parametrize(
    ("pin", "lagi", "field", "kata"),
    [("2580", "2581", "pin_lagi", "berbeda"), ("12", "12", "pin", "4 angka"), ("1111", "1111", "pin", "mudah")],
)
def test_weak_or_different_pin(buka: Buka, pin: str, lagi: str, field: str, kata: str) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    form(w).isi({"kelurahan": KELURAHAN})
    tekan(ENTER)
    isi_nama(w, pin=pin, lagi=lagi)
    tunggu(lambda: kata in form(w).pesan(field), kata)
    assert fokus() is medan(w, field)
    assert medan(w, "nama").text() == "Siti Aminah"


def test_tab_follows_the_reading_order(buka: Buka) -> None:
    w = buka("baru")
    tunggu(lambda: fokus() is medan(w, "kode"), "kursor di kode")
    jalan = []
    for _ in range(5):
        tekan(TAB)
        jalan.append(fokus())
    kata = [b.text() for b in jalan if isinstance(b, QPushButton)]
    assert jalan[0] is medan(w, "server")
    assert kata == [text.WIZ_TANPA, text.WIZ_BERKAS, text.WIZ_LANJUT]


def test_enrol_later_and_back(kantor: MainWindow, kota: CityThread) -> None:
    halaman(kantor, "sinkron")
    tombol(kantor, text.DAFTARKAN).click()
    assert tombol(kantor, text.WIZ_KEMBALI).isVisible()
    tekan(ESC)
    tunggu(lambda: tombol(kantor, text.DAFTARKAN).isVisible(), "kembali ke halaman")
    tekan(Qt.Key.Key_1, mod=Qt.KeyboardModifier.AltModifier)
    assert isinstance(kantor.page, HomePage)
    halaman(kantor, "sinkron")
    tombol(kantor, text.DAFTARKAN).click()
    isi_kode(kantor, kota.invite(KELURAHAN), kota.url)
    tunggu(lambda: isinstance(fokus(), QPushButton), "tombol Mulai bekerja")
    tekan(ENTER)
    tunggu(lambda: kantor.host.store.setting("sinkron_terakhir"), "sinkron")
    biarkan(50)
    tekan(Qt.Key.Key_Z, mod=Qt.KeyboardModifier.ControlModifier)
    assert "diurungkan" in kantor.messages.teks()
