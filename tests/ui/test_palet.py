"""Ctrl+K finds every command of every page, chapters, settings and records; what was used last comes first."""

from __future__ import annotations

import re
from functools import partialmethod

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    biarkan,
    cari,
    dialog,
    ketik,
    lembar,
    sel,
    siap,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit import temukan
from ui.kit.buttons import Aksi
from ui.kit.commands import commands_of
from ui.kit.host import PageSpec
from ui.kit.menu import MenuButton
from ui.kit.page import PageTitle
from ui.modules.rt import text as rt
from ui.modules.usulan import text_lembar as usulan
from ui.registry import PAGES
from ui.shell import anywhere, text
from ui.shell.networkcard import NetworkCard
from ui.shell.palette import Palette
from ui.shell.window import MainWindow

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
SEBARIS = re.compile(r"RT (\d|ini)")
"""Names a row: such a line of a menu comes with the row that is chosen."""


def umum(semua: list[Aksi]) -> set[str]:
    return {one.teks for one in semua if not SEBARIS.search(one.teks)}


def palet(w: MainWindow) -> Palette:
    siap(w)
    tekan(Qt.Key.Key_K, mod=CTRL)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), Palette), "palet")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Palette)
    return popup


def pilih(w: MainWindow, dicari: str) -> None:
    popup = palet(w)
    ketik(dicari)
    tekan(ENTER)
    tunggu(lambda: not popup.isVisible(), "palet tertutup")
    if QApplication.activeModalWidget() is None:
        w.activateWindow()
    biarkan(5)


@each_page
def test_every_command_of_a_page_is_registered_and_is_there(kantor: MainWindow, page: PageSpec) -> None:
    kantor.show_page(page.key)
    siap(kantor)
    biarkan(20)
    ada = {one.teks for one in commands_of(kantor.page)}
    kepala = cari(kantor.page, PageTitle)
    di_atas = umum(commands_of(kepala))
    assert set(page.commands()) <= ada, "yang terdaftar dapat ditekan"
    assert di_atas <= set(page.commands()), "yang di kepala halaman dan di menunya terdaftar"


def test_known_bad_a_button_nobody_registered_is_noticed(kantor: MainWindow) -> None:
    kantor.show_page("rt")
    kepala = cari(kantor.page, PageTitle)
    kepala.add(MenuButton("Lain lagi", "", lambda: [("Perintah karangan", lambda: None)]))
    biarkan(5)
    assert umum(commands_of(kepala)) - set(PAGES[0].commands()) == {"Perintah karangan"}


def test_a_command_of_another_page_is_done_from_here(kantor: MainWindow) -> None:
    pilih(kantor, "catat usul")
    sheet = lembar()
    assert sheet.windowTitle() == usulan.TAMBAH_JUDUL
    assert kantor._shown == "usulan"
    tekan(ESC)
    tertutup(sheet)


def test_a_line_of_a_menu_is_done_from_anywhere(kantor: MainWindow) -> None:
    pilih(kantor, "data kembar")
    assert dialog().windowTitle() == rt.KEMBAR_JUDUL


def test_what_is_not_there_now_is_said(kantor: MainWindow) -> None:
    kantor._office.new_recovery_code()
    kantor.show_page("beranda")
    pilih(kantor, "buat kode")
    assert text.PALET_TIDAK.format(kata=text.SET_KUNCI_BUAT) in kantor.messages.teks()


def test_chapters_and_settings_are_found(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    diuji: list[bool] = []
    monkeypatch.setattr(NetworkCard, "test", partialmethod(lambda _kartu: diuji.append(True)))
    pilih(kantor, "penggantian")
    assert kantor._shown == "panduan"
    assert kantor.page.place() == "ganti"
    pilih(kantor, "uji samb")
    assert kantor._shown == "pengaturan"
    tunggu(lambda: diuji, "tombolnya ditekan")


def test_a_slip_of_the_finger_still_finds(kantor: MainWindow) -> None:
    popup = palet(kantor)
    ketik("vaksinsi")
    assert sel(tabel(popup), 0, 0) == "Vaksinasi"
    popup.close()


def test_what_was_used_last_comes_first(kantor: MainWindow) -> None:
    pilih(kantor, "hasan")
    pilih(kantor, "mencetak")
    kantor.show_page("beranda")
    popup = palet(kantor)
    t = tabel(popup)
    assert [sel(t, ke, 0) for ke in (0, 1)] == ["Mencetak", "RT 05 · Hasan Basri"]
    popup.close()
    for ke in range(20):
        anywhere.remember(kantor.host.store, f"{ke}\nx")
    assert len(anywhere.recent(kantor.host.store)) == anywhere.KEPT
    kantor.host.store.set_setting(anywhere.RECENT, "rusak{")
    assert anywhere.recent(kantor.host.store) == []


def test_words_are_found_in_the_best_order() -> None:
    nama = ("Laporan kegiatan", "Catat laporan", "Lapor masalah", "RT 05 · Hasan Basri", "Kegiatan Bimtek")
    semua = [(temukan.kunci(satu), satu) for satu in nama]
    assert temukan.cari("", semua) == list(nama)
    assert temukan.cari("lapor", semua) == ["Laporan kegiatan", "Catat laporan", "Lapor masalah"]
    assert temukan.cari("rt05", semua) == ["RT 05 · Hasan Basri"]
    assert temukan.cari("kegiatan lap", semua) == ["Laporan kegiatan"]
    assert temukan.cari("hassan", semua) == ["RT 05 · Hasan Basri"]
    assert temukan.cari("zzzz", semua) == []
