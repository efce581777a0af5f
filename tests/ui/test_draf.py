"""Drafts: an unfinished form comes back, can be dropped, and is gone after saving."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.kernel.errors import Gangguan
from tests.ui.conftest import Buka
from tests.ui.layar import (
    CTRL,
    ESC,
    biarkan,
    form,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_halaman_rt import roster, ubah
from ui.kit import text as kit
from ui.kit.draft import JEDA_MS
from ui.kit.pena import Pena
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def test_draft_survives_and_is_dropped_after_saving(w: MainWindow) -> None:
    store = w.host.store
    ubah(w, "rt 05")
    sheet = lembar()
    judul = sheet.windowTitle()
    assert judul
    ganti("Hasan Basri, S.Pd")
    kunci = f"draf.rt.ubah.{roster(w, '05').masa_id}"
    tunggu(lambda: store.setting(kunci), "draf tertulis sendiri")
    assert json.loads(store.setting(kunci)) == {"nama": "Hasan Basri, S.Pd"}
    tekan(ESC)
    tertutup(sheet)
    assert pesan(w, "draf") == kit.DRAF_DISIMPAN.format(judul=judul)
    assert roster(w, "05").nama == "Hasan Basri"
    isi = ubah(w, "rt 05")
    sheet = lembar()
    assert isi.nilai()["nama"] == "Hasan Basri, S.Pd"
    assert sheet.pesan.teks() == kit.DRAF_KEMBALI
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: not store.setting(kunci), "draf dihapus")
    assert roster(w, "05").nama == "Hasan Basri, S.Pd"


def test_what_was_typed_last_before_the_window_closes_is_kept(w: MainWindow, buka: Buka) -> None:
    """The window goes with the sheet open, sooner than the draft's pause: nothing typed is lost, no timer runs on."""
    ubah(w, "rt 05")
    ganti("Hasan Basri, M.Pd")
    folder = w.host.store.path.parent
    w.close()
    biarkan(JEDA_MS + 100)
    lagi = buka(folder)
    halaman(lagi, "rt")
    isi = ubah(lagi, "rt 05")
    assert isi.nilai()["nama"] == "Hasan Basri, M.Pd"
    assert lembar().pesan.teks() == kit.DRAF_KEMBALI


def test_a_form_opened_again_at_once_has_what_is_still_being_written(
    w: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A weak disk takes its time; the last version is the one that stays, whoever typed it."""
    store, kunci = w.host.store, "draf.rt.tambah."
    lepas, asli = threading.Event(), store.set_setting

    def lama(*isi: str) -> None:
        assert lepas.wait(60)
        asli(*isi)

    monkeypatch.setattr(store, "set_setting", lama)
    try:
        for nomor, ada in (("44", ""), ("45", "44")):
            tekan(Qt.Key.Key_N, mod=CTRL)
            sheet = lembar()
            assert form(sheet).nilai()["nomor"] == ada
            isian("nomor", sheet)
            ganti(nomor)
            tekan(*[ESC] * (2 if ada else 1))  # the first one takes the message away
            tertutup(sheet)
    finally:
        lepas.set()
    tunggu(lambda: not w.jobs.sedang, "draf tertulis")
    assert json.loads(store.setting(kunci))["nomor"] == "45"
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert form(sheet).nilai()["nomor"] == "45"
    tekan(ESC, ESC)
    tertutup(sheet)
    tunggu(lambda: not w.jobs.sedang and not w.host.findChildren(Pena), "tidak ada yang tinggal")


def test_draft_can_be_dropped(w: MainWindow) -> None:
    store = w.host.store
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    ketik("44")
    tekan(ESC)
    tertutup(sheet)
    tunggu(lambda: store.setting("draf.rt.tambah."), "draf tertulis")
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert form(sheet).nilai()["nomor"] == "44"
    tombol(sheet, kit.DRAF_BUANG).click()
    assert (form(sheet).nilai()["nomor"], form(sheet).nilai()["jenis"]) == ("", "definitif")
    tekan(ESC)
    tertutup(sheet)
    tunggu(lambda: not store.setting("draf.rt.tambah."), "draf dihapus")


def test_unchanged_form_leaves_no_draft(w: MainWindow) -> None:
    ubah(w, "rt 05")
    sheet = lembar()
    tekan(ESC)
    tertutup(sheet)
    biarkan(50)
    kunci = "SELECT count(*) FROM setelan WHERE kunci LIKE 'draf.%' AND nilai <> ''"
    assert w.host.store.reader().execute(kunci).fetchone()[0] == 0
    assert w.messages.teks() == ""


def test_a_full_disk_is_said_in_the_form(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    store = w.host.store
    ubah(w, "rt 05")
    sheet = lembar()
    ganti("Hasan Basri, S.Pd")

    def penuh(*_args: object) -> None:
        raise Gangguan("Belum tersimpan: ruang disk habis.", "Kosongkan sedikit ruang disk, lalu simpan lagi.")

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", penuh)
        tekan(Qt.Key.Key_S, mod=CTRL)
        tunggu(lambda: "ruang disk habis" in sheet.pesan.teks(), "sebabnya ada di formulir")
    assert sheet.utama.isEnabled()
    assert form(sheet).nilai()["nama"] == "Hasan Basri, S.Pd"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert roster(w, "05").nama == "Hasan Basri, S.Pd"
