"""The frame: start page, navigation and palette by keys, help, look changed live, every shortcut on screen works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    biarkan,
    cari,
    fokus,
    form,
    halaman,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit import text as kit
from ui.kit import theme
from ui.kit.buttons import Button
from ui.kit.choice import ChoiceField
from ui.kit.kartu_angka import KartuAngka
from ui.kit.nav import NavList
from ui.modules.insentif import text as insentif
from ui.modules.rt import text as rt
from ui.shell import text
from ui.shell.frame import ITEMS
from ui.shell.home import HomePage
from ui.shell.palette import Palette
from ui.shell.window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> object:
    yield
    theme.apply(qapp)


def test_home_offers_the_next_step(kantor: MainWindow) -> None:
    t = tabel(kantor.page)
    assert [sel(t, i, 0) for i in range(t.row_count())] == [
        insentif.TUGAS_SUSUN.format(periode=triwulan(kantor.host.today).nama),
        text.TUGAS_KODE,
    ]
    tekan(ENTER)
    assert tombol(kantor.page, insentif.SUSUN).isVisible()


def test_a_window_that_closes_while_it_is_being_painted_reads_nothing_more(kantor: MainWindow) -> None:
    kantor.rebuild()
    cari(kantor, HomePage).repaint()
    kantor.close()
    biarkan(20)


def test_figures_lead_to_their_pages(kantor: MainWindow) -> None:
    kartu = cari(kantor.page, KartuAngka)
    assert kartu.accessibleName() == "Ketua RT: 9, semua menjabat"
    kartu.setFocus()
    tekan(ENTER)
    assert tombol(kantor.page, rt.TAMBAH).isVisible()


def test_alt_and_a_number_open_every_page(kantor: MainWindow) -> None:
    for item in (item for item in ITEMS if not item.bawah):
        halaman(kantor, item.kunci)
        assert cari(kantor, NavList).terpilih == item.kunci
        assert kantor.page.isAncestorOf(fokus()), "papan ketik ada di halaman"


def test_arrows_walk_through_the_navigation(kantor: MainWindow) -> None:
    nav = cari(kantor, NavList)
    nav.setFocus(Qt.FocusReason.TabFocusReason)
    tekan(TURUN, TURUN)
    assert (nav.terpilih, fokus()) == ("insentif", nav)
    tekan(TAB)
    assert kantor.page.isAncestorOf(fokus()) or fokus() is not nav


def palet() -> Palette:
    tekan(Qt.Key.Key_K, mod=CTRL)
    tunggu(lambda: QApplication.activePopupWidget() is not None, "palet")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Palette)
    return popup


@pytest.mark.parametrize(
    ("dicari", "hasil"), [("hasan", "RT 05 · Hasan Basri"), ("akhiri", "Akhiri hari"), ("sinkron", "Sinkronisasi")]
)
@pytest.mark.usefixtures("kantor")
def test_palette_finds_records_pages_and_commands(dicari: str, hasil: str) -> None:
    popup = palet()
    QTest.keyClicks(popup.focusWidget(), dicari)
    t = tabel(popup)
    assert sel(t, 0, 0) == hasil
    popup.close()


def test_palette_goes_to_a_record(kantor: MainWindow) -> None:
    popup = palet()
    QTest.keyClicks(popup.focusWidget(), "hasan")
    QTest.keyClick(popup.focusWidget(), ENTER)
    tunggu(lambda: not popup.isVisible(), "palet tertutup")
    t = tabel(kantor.page)
    assert sel(t, t.currentIndex().row(), 1) == "Hasan Basri"


@pytest.mark.usefixtures("kantor")
def test_palette_without_a_hit_says_so_and_escape_closes() -> None:
    popup = palet()
    QTest.keyClicks(popup.focusWidget(), "zzz")
    assert cari(popup, QLabel, lambda s: s.text() == text.PALET_KOSONG)
    assert not tabel(popup).horizontalHeader().isVisible()
    QTest.keyClick(popup.focusWidget(), ESC)
    QTest.keyClick(popup.focusWidget(), ESC)
    tunggu(lambda: not popup.isVisible(), "palet tertutup")


def test_look_changes_live_and_keeps_the_place(kantor: MainWindow) -> None:
    nomor = ops.susun(kantor.host.store, KELURAHAN, triwulan(kantor.host.today)).value
    kantor.show_page("insentif", nomor)
    kantor.show_page("rt", "")
    tekan(Qt.Key.Key_End)
    terpilih = tabel(kantor.page).current_id()
    kantor.show_page("pengaturan")
    tekan(ENTER)
    field = fokus()
    assert isinstance(field, ChoiceField)
    tekan(TURUN, TURUN)
    assert theme.theme_of().skala == 1.25
    biarkan(20)
    baru = fokus()
    assert baru is not field
    assert isinstance(baru, ChoiceField)
    assert baru.nilai() == "1.25"
    tekan(TAB, TURUN)
    assert theme.theme_of().gelap
    biarkan(20)
    assert fokus() is form(kantor.page).field("warna")
    kantor.show_page("rt")
    assert tabel(kantor.page).current_id() == terpilih
    kantor.show_page("insentif")
    assert tombol(kantor.page, kit.KEMBALI).isVisible()
    assert kantor.host.store.setting("tampilan_skala") == "1.25"
    kantor.sync.tell()
    assert len([b for b in kantor.findChildren(NavList) if b.isVisible()]) == 1
    for tersisa in (("1.25", "0"), ("1.15", "0"), ("1.0", "0")):
        tekan(Qt.Key.Key_Z, mod=CTRL)
        biarkan(20)
        assert (kantor.host.store.setting("tampilan_skala"), kantor.host.store.setting("tampilan_gelap")) == tersisa
    pesan(kantor, kit.SETELAN_KEMBALI)
    tekan(Qt.Key.Key_Y, mod=CTRL)
    biarkan(20)
    assert theme.theme_of().skala == 1.15


def test_no_choice_is_no_look(kantor: MainWindow) -> None:
    kantor.show_page("pengaturan", "tampilan.skala")
    tekan(Qt.Key.Key_Delete)
    assert form(kantor.page).nilai() == {"skala": "1.0", "warna": "0"}


def test_backup_now(kantor: MainWindow) -> None:
    kantor.show_page("pengaturan", "data")
    tombol(kantor.page, text.SET_CADANGKAN).click()
    assert "sudah diuji" in pesan(kantor, "Cadangan")
    assert cari(kantor, QLabel, lambda s: "Cadangan terakhir hari ini" in s.text())


def test_status_line_keeps_the_state_of_the_sync_whole(kantor: MainWindow) -> None:
    frame = kantor._frame
    assert frame
    for lebar in (1366, 900):
        kantor.resize(lebar, 700)
        biarkan(20)
        assert frame._dot.width() >= frame._dot.sizeHint().width(), lebar
        assert frame._right.sizeHint().width() <= frame._right.width() + 1, lebar
        assert "Siti Aminah" in frame._right.text()


def shown_shortcuts(w: QWidget) -> dict[str, Button]:
    return {b._shortcut: b for b in w.findChildren(Button) if b.isVisible() and b.isEnabled() and b._shortcut}


def test_every_shortcut_named_on_a_button_is_attached_once(kantor: MainWindow) -> None:
    """On each page no two visible things listen to the same keys: Qt would then do nothing at all."""
    nomor = ops.susun(kantor.host.store, KELURAHAN, triwulan(kantor.host.today)).value
    kunci = [(item.kunci, "") for item in ITEMS if item.kunci != "panduan"] + [("insentif", nomor)]
    for page, id in kunci:
        kantor.show_page(page, id)
        biarkan(10)
        aktif = [
            s.key().toString()
            for s in kantor.findChildren(QShortcut)
            if s.isEnabled() and isinstance(s.parent(), QWidget) and s.parent().isVisible()  # type: ignore[union-attr]
        ]
        assert len(aktif) == len(set(aktif)), (page, sorted(aktif))
        for keys, button in shown_shortcuts(kantor).items():
            sequence = QKeySequence(keys.replace("Enter", "Return")).toString()
            assert sequence in aktif or keys == "Esc", (page, keys, button.text())


def test_shortcuts_of_the_pages_do_what_they_say(kantor: MainWindow) -> None:
    halaman(kantor, "rt")
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert sheet.windowTitle() == rt.FORM_TAMBAH
    tekan(ESC)
    tertutup(sheet)
    halaman(kantor, "insentif")
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert sheet.windowTitle() == insentif.SUSUN_JUDUL
    tekan(ESC)
    tertutup(sheet)
    tekan(Qt.Key.Key_1, mod=ALT)
    assert cari(kantor, NavList).terpilih == "beranda"
