"""Sync in the window: the words of the status line, the end of the day, receipts, a slow and a dead city."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from sipokat_desktop.storage import shelf, users
from sync.client.http import Http
from sync.server.depot import FolderDepot
from tests.gambar import foto
from tests.kota import CityThread
from tests.sync.album import tempel
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import CTRL, ENTER, cari, dialog, halaman, pesan, sel, tabel, tekan, tombol, tunggu
from ui.kit.labels import Notice
from ui.kit.preview import Preview
from ui.shell import text
from ui.shell.home import HomePage
from ui.shell.window import MainWindow


@pytest.fixture
def w(kota: CityThread, tmp_path: Path, buka: Buka) -> MainWindow:
    """The window of an enrolled office with nine heads of RT that the city does not have yet."""
    kota.set_tarif()
    office = Office(tmp_path / "pc")
    office.enrol(server=kota.url, code=kota.invite(KELURAHAN), name="Siti Aminah")
    users.add(office.store, name="Siti Aminah")
    contoh_kantor.isi_roster(office)
    office.close()
    return buka("pc")


class Pelan:
    """Holds every request back until it is let go, as a slow city does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lepas = threading.Event()
        asli = Http.post

        def post(http: Http, *args: object) -> object:
            self.lepas.wait(20)
            return asli(http, *args)  # type: ignore[arg-type]

        monkeypatch.setattr(Http, "post", post)


@pytest.fixture
def pelan(monkeypatch: pytest.MonkeyPatch) -> Pelan:
    return Pelan(monkeypatch)


def keadaan(w: MainWindow) -> str:
    assert w._frame
    return w._frame._dot.teks()


def kata_muncul(w: MainWindow, kata: str) -> None:
    tunggu(lambda: kata in keadaan(w), f"{kata!r}, bukan {keadaan(w)!r}")


def test_stored_here_sent_received(w: MainWindow, pelan: Pelan) -> None:
    assert keadaan(w) == "Tersimpan di komputer ini · 30 perubahan belum terkirim"
    w.sync.run()
    kata_muncul(w, "Terkirim · menunggu jawaban kota (30)")
    pelan.lepas.set()
    kata_muncul(w, "Diterima kota · hari ini")
    assert w.host.store.reader().execute("SELECT count(*) FROM sync_op WHERE state <> 'acked'").fetchone()[0] == 0


def test_the_window_lives_while_the_city_is_slow(w: MainWindow, pelan: Pelan) -> None:
    detak: list[float] = []
    jam = QTimer(interval=10)
    jam.timeout.connect(lambda: detak.append(time.monotonic()))
    jam.start()
    w.sync.run()
    halaman(w, "rt")
    tunggu(lambda: len(detak) > 60, "jendela berdetak")
    jam.stop()
    assert w.sync.running
    assert max(b - a for a, b in pairwise(detak)) < 0.5
    tunggu(lambda: tabel(w.page).current_id() and w.page.place(), "baris pertama terpilih")
    tekan(ENTER)
    lembar = dialog()
    assert lembar.windowTitle() == "RT 01 · Ernawati"
    lembar.reject()
    pelan.lepas.set()
    kata_muncul(w, "Diterima kota")


def test_a_change_plans_a_sync_by_itself(w: MainWindow) -> None:
    w.sync.run()
    kata_muncul(w, "Diterima kota")
    office = w._office
    assert isinstance(office, Office)
    contoh_kantor.ubah(office, "01", hp="081234567890")
    w.sync.soon()
    assert keadaan(w) == "Tersimpan di komputer ini · 1 perubahan belum terkirim"
    assert 0 < w.sync._timer.remainingTime() <= 10_000
    w.sync._timer.start(1)
    kata_muncul(w, "Diterima kota")


def akhiri(w: MainWindow) -> HomePage:
    page = w.page
    assert isinstance(page, HomePage)
    tekan(Qt.Key.Key_Return, mod=CTRL)
    return page


def test_end_of_day_gives_a_receipt(w: MainWindow) -> None:
    page = akhiri(w)
    assert pesan(w, "Komputer boleh dimatikan") == text.SELESAI_HARI
    assert cari(page, Notice).teks().startswith("30 perubahan terkirim, ")
    assert cari(page, Notice).teks().endswith("Isi komputer ini dan kota sama.")
    assert list((Path(w.host.store.folder) / "cadangan").iterdir())
    tombol(w, text.LIHAT_BUKTI).click()
    t = tabel(w.page)
    assert (t.row_count(), sel(t, 0, 2), sel(t, 0, 5)) == (1, "30", "Sama dengan kota")
    t.setFocus()
    tekan(ENTER)
    lihat = dialog()
    assert isinstance(lihat, Preview)
    tunggu(lambda: lihat.dokumen.pageCount() == 1, "bukti terbuka")
    lihat.close()


def test_end_of_day_from_any_page_and_only_once(w: MainWindow, pelan: Pelan) -> None:
    halaman(w, "rt")
    tekan(Qt.Key.Key_Return, mod=CTRL)
    assert isinstance(w.page, HomePage)
    tekan(Qt.Key.Key_Return, mod=CTRL)
    pelan.lepas.set()
    pesan(w, "Komputer boleh dimatikan")
    tunggu(lambda: not w.sync.running, "selesai")
    assert w.host.store.reader().execute("SELECT count(*) FROM sync_bukti").fetchone()[0] == 1


def test_end_of_day_waits_for_a_sync_under_way(w: MainWindow, pelan: Pelan) -> None:
    w.sync.run()
    akhiri(w)
    pelan.lepas.set()
    assert pesan(w, "Komputer boleh dimatikan") == text.SELESAI_HARI
    assert tombol(w.page, text.AKHIRI).isEnabled()


def test_end_of_day_without_the_city(w: MainWindow, kota: CityThread) -> None:
    kota.close()
    page = akhiri(w)
    kata = pesan(w, "belum terkirim")
    assert "Komputer boleh dimatikan; pengirimannya dilanjutkan saat Sipokat dibuka lagi." in kata
    assert "tidak terjangkau" in kata
    assert "Data aman di komputer ini." in kata
    assert tombol(page, text.AKHIRI).isEnabled()
    kata_muncul(w, "mencoba lagi sebentar lagi")
    assert list((Path(w.host.store.folder) / "cadangan").iterdir())
    halaman(w, "sinkron")
    assert "Terakhir gagal" in cari(w.page, Notice).teks()


def test_end_of_day_of_an_office_without_the_city(kantor: MainWindow) -> None:
    tombol(kantor.page, text.AKHIRI).click()
    pesan(kantor, "belum terdaftar di kota")
    tombol(kantor, text.DAFTARKAN).click()
    assert tombol(kantor.page, text.DAFTARKAN).isVisible()


def test_a_full_disk_at_the_end_of_the_day_is_said(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from sipokat_desktop.kernel.errors import Gangguan

    def penuh(_progress: Callable[[str, int, int], None]) -> object:
        raise Gangguan("Ruang disk habis (sisa 2 MB).", "Kosongkan tempat, lalu ulangi.")

    monkeypatch.setattr(w._office, "end_day", penuh)
    page = akhiri(w)
    assert "Data aman di komputer ini." in pesan(w, "Ruang disk habis")
    assert tombol(page, text.AKHIRI).isEnabled()


def test_new_data_from_the_city_appears_by_itself(w: MainWindow, kota: CityThread, tmp_path: Path) -> None:
    halaman(w, "rt")
    w.sync.run()
    kata_muncul(w, "Diterima kota")
    lain = Office(tmp_path / "pc2")
    lain.enrol(server=kota.url, code=kota.invite(KELURAHAN), name="Rudi")
    lain.sync()
    contoh_kantor.ubah(lain, "02", nama="Sarnubi Effendi")
    lain.sync()
    lain.close()
    tabel(w.page).setFocus()
    w.sync.run()
    tunggu(lambda: sel(tabel(w.page), 1, 1) == "Sarnubi Effendi", "nama baru")


def test_closing_in_the_middle_of_a_sync_loses_nothing(w: MainWindow, pelan: Pelan, tmp_path: Path) -> None:
    w.sync.run()
    kata_muncul(w, "menunggu jawaban")
    QTimer.singleShot(50, pelan.lepas.set)
    threading.Timer(0.3, pelan.lepas.set).start()
    w.close()
    office = Office(tmp_path / "pc")
    office.sync()
    assert office.status().waiting == 0
    office.close()


def test_receipt_panel_counts_both_sides(w: MainWindow) -> None:
    w.sync.run()
    kata_muncul(w, "Diterima kota")
    halaman(w, "sinkron")
    tabel(w.page).setFocus()
    assert cari(w.page, QLabel, lambda s: s.text() == "RT: 9 di sini, 9 di kota")


def test_photos_that_wait_and_photos_that_are_gone_are_said(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are with the city, photos not yet: the status line tells the two apart, and goes on by itself."""

    def penuh(*_args: object) -> None:
        raise OSError(28, "no space")

    store = w.host.store
    kunci = [tempel(w._office, foto(ke, sisi=160), laporan=str(ke)) for ke in range(3)]  # type: ignore[arg-type]
    with monkeypatch.context() as patch:
        patch.setattr(FolderDepot, "receive", penuh)
        w.sync.run()
        kata_muncul(w, "Data diterima kota · 3 foto belum terkirim")
    shelf.path(store.folder / "foto", kunci[0]).unlink()
    store.local(lambda con: con.execute("UPDATE foto_lokal SET lagi = 0"))
    w.sync.run()
    kata_muncul(w, "Diterima kota · hari ini")
    page = halaman(w, "sinkron")
    assert "1 foto tidak ada lagi di komputer ini" in cari(page, Notice).teks()
    tekan(Qt.Key.Key_F5)
    kata_muncul(w, "Diterima kota · hari ini")


def test_photos_under_way_can_be_left_for_later(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows from the city are shown at once, and who cannot wait for photos leaves them to the next sync."""
    lepas, asli = threading.Event(), Http.post_bytes

    def pelan(http: Http, *args: object) -> object:
        lepas.wait(20)
        return asli(http, *args)  # type: ignore[arg-type]

    for ke in range(3):
        tempel(w._office, foto(ke, sisi=160), laporan=str(ke))  # type: ignore[arg-type]
    monkeypatch.setattr(Http, "post_bytes", pelan)
    tiba: list[object] = []
    w.sync.arrived.connect(tiba.append)
    w.sync.run()
    tunggu(lambda: tiba, "yang datang dari kota ditunjukkan sebelum fotonya selesai")
    assert w.sync.running
    page = halaman(w, "sinkron")
    kata_muncul(w, "Mengirim foto")
    tombol(page, text.FOTO_NANTI).click()
    lepas.set()
    kata_muncul(w, "Data diterima kota · 2 foto belum terkirim")
