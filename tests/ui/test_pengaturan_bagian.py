"""Pengaturan by sections: walked with the arrows, reached by Ctrl+K, made when first opened; colours that follow
Windows, the window's own place, and changes of settings taken back."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    CTRL,
    ENTER,
    TURUN,
    biarkan,
    cari,
    fokus,
    ketik,
    lembar,
    pesan,
    siap,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.test_palet import pilih
from ui.kit import text as kit
from ui.kit import theme
from ui.kit.labels import Label
from ui.kit.setelan import KartuSetelan
from ui.modules.rt import text as rt
from ui.modules.rt.kop import LetterheadCard, SignersCard
from ui.shell import geometry, look, start, text_setelan
from ui.shell.lookcard import LookCard
from ui.shell.networkcard import NetworkCard
from ui.shell.settings import SettingsPage, titles
from ui.shell.window import MainWindow


@pytest.fixture
def kantor(tmp_path: Path, buka: Buka, qapp: QApplication) -> Iterator[MainWindow]:
    """An office with one person, on Pengaturan."""
    office = Office(tmp_path / "pc")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("pc")
    window.show_page("pengaturan")
    siap(window)
    yield window
    theme.apply(qapp)


def halaman(window: MainWindow) -> SettingsPage:
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def test_every_section_is_reached_by_the_arrows_and_entered(kantor: MainWindow) -> None:
    page = halaman(kantor)
    terbuka = []
    for kunci in titles():
        assert page.bagian == kunci
        kartu = [satu for satu in page.findChildren(KartuSetelan) if satu.isVisible()]
        assert kartu
        terbuka.append(len(kartu))
        tekan(ENTER)
        assert any(satu.isAncestorOf(fokus()) for satu in kartu), f"Enter leads into {kunci}"
        tabel(page).setFocus()
        tekan(TURUN)
    assert len(terbuka) == 7
    assert tabel(page).row_count() == 7


def test_sections_are_made_when_they_are_opened(kantor: MainWindow) -> None:
    assert [type(satu) for satu in halaman(kantor).findChildren(KartuSetelan)] == [LookCard]


def test_a_section_and_a_command_in_it_are_found_from_anywhere(
    kantor: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    diuji: list[bool] = []
    monkeypatch.setattr(NetworkCard, "test", partialmethod(lambda _kartu: diuji.append(True)))
    kantor.show_page("beranda")
    pilih(kantor, "kop surat")
    assert halaman(kantor).bagian == "kantor"
    pilih(kantor, "uji sambungan")
    tunggu(lambda: diuji, "tombolnya ditekan")
    assert halaman(kantor).bagian == "jaringan"


def test_the_section_stays_when_one_comes_back(kantor: MainWindow) -> None:
    tekan(TURUN, TURUN)
    kantor.show_page("beranda")
    kantor.show_page("pengaturan")
    assert halaman(kantor).bagian == "printer"
    kantor.rebuild()
    assert halaman(kantor).bagian == "printer"


def kop(kantor: MainWindow) -> LetterheadCard:
    kantor.show_page("pengaturan", "kantor")
    card = cari(kantor.page, LetterheadCard)
    tunggu(lambda: not card._contoh.pixmap().isNull(), "kop tergambar")
    return card


def gelap(card: LetterheadCard) -> int:
    """How many dark points the letterhead on the screen has."""
    gambar = card._contoh.pixmap().toImage()
    return sum(
        gambar.pixelColor(x, y).lightness() < 100 for x in range(gambar.width()) for y in range(gambar.height())
    )  # fmt: skip


def test_the_letterhead_on_the_screen_follows_logo_and_address(
    kantor: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = kop(kantor)
    polos = gelap(card)
    assert polos > 500, "the words of the head and its rule"
    berkas = tmp_path / "lambang.png"
    Image.new("RGB", (200, 240), "black").save(berkas)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    tombol(card, rt.LOGO).click()
    pesan(kantor, rt.LOGO_TERPASANG)
    tunggu(lambda: gelap(card) > polos * 1.5, "logo tampak")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: gelap(card) == polos, "logo hilang lagi")
    tombol(card, rt.KELURAHAN).click()
    sheet = lembar()
    sheet.reject()
    tertutup(sheet)


def test_signers_are_named_and_changed_here(kantor: MainWindow) -> None:
    kop(kantor)
    card = cari(kantor.page, SignersCard)
    assert rt.PENANDA_BELUM in [satu.text() for satu in card.findChildren(Label)]
    tombol(card, rt.PENANDA).click()
    sheet = lembar()
    ketik("Dra. Hj. Yunita")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "Dra. Hj. Yunita" in [satu.text() for satu in card.findChildren(Label)], "nama tampak")


def test_colours_follow_windows_where_that_is_chosen(
    kantor: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = [False]
    monkeypatch.setattr(look, "windows_is_dark", lambda _app: windows[0])
    kantor.look.follow(kantor, kantor.rebuild)

    def ubah(gelap: bool) -> None:
        windows[0] = gelap
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if gelap else Qt.ColorScheme.Light)
        biarkan(20)

    kantor.show_page("pengaturan", "tampilan.warna")
    tekan(TURUN, TURUN)
    pesan(kantor, text_setelan.WARNA_DIUBAH.format(pilihan="Ikuti Windows"))
    assert not theme.theme_of().gelap
    kantor.show_page("rt")
    ubah(True)
    assert theme.theme_of().gelap
    assert kantor._shown == "rt", "one stays where one works"
    kantor.show_page("pengaturan", "tampilan.warna")
    tekan(Qt.Key.Key_Up)
    assert theme.theme_of().gelap
    ubah(False)
    assert theme.theme_of().gelap, "an own choice stands"


def test_each_setting_is_taken_back_by_the_key(kantor: MainWindow) -> None:
    baca = kantor.host.store.setting
    kantor.show_page("pengaturan", "tampilan.skala")
    tekan(TURUN)
    assert baca("tampilan_skala") == "1.15"
    kantor.show_page("pengaturan", "kabar")
    tabel(kantor.page).setFocus()
    tekan(ENTER, TURUN)
    assert baca("kabar") == "0"
    for nama, nilai in (("kabar", "1"), ("tampilan_skala", "1.0")):
        tekan(Qt.Key.Key_Z, mod=CTRL)
        biarkan(20)
        assert baca(nama) == nilai
        pesan(kantor, kit.SETELAN_KEMBALI)
    tekan(Qt.Key.Key_Y, mod=CTRL)
    biarkan(20)
    assert baca("tampilan_skala") == "1.15"


def test_the_window_comes_back_as_it_was(kantor: MainWindow, qapp: QApplication, tmp_path: Path) -> None:
    """Compared by the height alone: the screen of the tests is narrower than the window may be."""
    kantor.resize(1000, 612)
    biarkan(20)
    kantor.close()
    for simpanan, tinggi in (("", 612), (base64.b64encode(b"bukan letak").decode(), 768), ("bukan base64!", 768)):
        office = Office(tmp_path / "pc")
        if simpanan:
            office.store.set_setting(geometry.SETTING, simpanan)
        lagi = start.make_window(qapp, office)
        lagi.crash.uninstall()
        assert lagi.height() == tinggi
        lagi.close()
        lagi.deleteLater()


def test_a_window_larger_than_the_screen_fills_it(kantor: MainWindow) -> None:
    kantor.resize(5000, 4000)
    geometry.fit(kantor)
    assert kantor.isMaximized()
