"""Buttons, bars, cards, steps and navigation, by key and by pointer."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.kernel.errors import Gangguan
from ui.kit import theme
from ui.kit.table import FilterField
from ui.kit.widgets import (
    Aksi,
    Butir,
    Card,
    KartuAngka,
    Keadaan,
    Label,
    MessageBar,
    NavItem,
    NavList,
    Notice,
    PageTitle,
    PrimaryButton,
    ProgressLine,
    Role,
    SecondaryButton,
    SidePanel,
    StatusDot,
    Stepper,
)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ITEMS = [
    NavItem("beranda", "Beranda", "home"),
    NavItem("rt", "Data RT", "users"),
    NavItem("panduan", "Panduan", "help", "F1", True),
    NavItem("insentif", "Insentif", "cash"),
]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.apply(qapp)


class Show:
    """Puts widgets on a page, shows it, and keeps it until the test ends."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._pages: list[QWidget] = []

    def __call__(self, *parts: QWidget, lebar: int = 900) -> QWidget:
        page = QWidget()
        self._pages.append(page)
        self._qtbot.addWidget(page)
        box = QVBoxLayout(page)
        for part in parts:
            box.addWidget(part)
        page.resize(lebar, 600)
        with self._qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Show(qtbot)


def test_shortcut_of_a_button_works_while_it_can_be_used(show: Show) -> None:
    pressed: list[str] = []
    button = PrimaryButton("Kunci dan cetak", "Ctrl+L", on=lambda: pressed.append("kunci"))
    page = show(button, QLineEdit())
    QTest.keyClick(page, Qt.Key.Key_L, CTRL)
    button.setEnabled(False)
    QTest.keyClick(page, Qt.Key.Key_L, CTRL)
    button.setEnabled(True)
    button.hide()
    QTest.keyClick(page, Qt.Key.Key_L, CTRL)
    assert pressed == ["kunci"]


def test_same_shortcut_on_two_pages_of_a_stack(show: Show) -> None:
    pressed: list[str] = []
    stack = QStackedWidget()
    for name in ("a", "b"):
        stack.addWidget(SecondaryButton(name, "Ctrl+N", on=partial(pressed.append, name)))
    page = show(stack)
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    stack.setCurrentIndex(1)
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    assert pressed == ["a", "b"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_means_both_enter_keys(show: Show, key: Qt.Key) -> None:
    pressed: list[int] = []
    page = show(PrimaryButton("Akhiri hari", "Ctrl+Enter", on=lambda: pressed.append(1)))
    modifier = CTRL | Qt.KeyboardModifier.KeypadModifier if key == Qt.Key.Key_Enter else CTRL
    QTest.keyClick(page, key, modifier)
    assert pressed == [1]


def test_buttons_are_large_enough_and_keep_ampersands(show: Show) -> None:
    button = SecondaryButton("Kirim & tutup")
    show(button)
    assert button.height() >= 36
    assert button.accessibleName() == "Kirim & tutup"
    assert button.shortcut().isEmpty()


def test_message_bar_says_trouble_and_that_data_is_safe(qtbot: QtBot, show: Show) -> None:
    again: list[int] = []
    bar = MessageBar()
    page = show(bar, QLineEdit())
    assert not bar.isVisible()
    trouble = Gangguan("Disk penuh.", "Kosongkan ruang, lalu coba lagi.")
    bar.gangguan(trouble, Aksi("Coba lagi", lambda: again.append(1)))
    assert bar.teks() == "Disk penuh. Data aman di komputer ini. Kosongkan ruang, lalu coba lagi."
    QTest.mouseClick(bar.findChildren(SecondaryButton)[0], Qt.MouseButton.LeftButton)
    assert (again, bar.isVisible()) == ([1], False)
    bar.perhatian("Ada yang perlu dilihat.")
    with qtbot.waitSignal(bar.ditutup):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_message_bar_leaves_by_itself_only_after_news(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.kit.messagebar._DETIK_INFO", 0.02)
    bar = MessageBar()
    show(bar)
    with qtbot.waitSignal(bar.ditutup):
        bar.info("Tersimpan.")
    bar.salah("Nomor daftar tidak ada.")
    qtbot.wait(60)
    assert bar.isVisible()


def test_a_message_that_leaves_takes_no_keyboard_away(show: Show) -> None:
    bar, field = MessageBar(), QLineEdit()
    show(QLineEdit(), bar, field, QLineEdit())
    field.setFocus()
    bar.info("Tersimpan.")
    bar.tutup()
    assert field.hasFocus()


def test_an_action_of_the_bar_may_show_the_next_message(show: Show) -> None:
    bar = MessageBar()
    show(bar)
    bar.berhasil("Dibayar.", Aksi("Urungkan", lambda: bar.info("Sudah diurungkan.")))
    QTest.mouseClick(bar.findChildren(SecondaryButton)[0], Qt.MouseButton.LeftButton)
    assert bar.teks() == "Sudah diurungkan."


def test_esc_in_a_filter_with_text_empties_it_before_the_bar_closes(show: Show) -> None:
    bar, field = MessageBar(), FilterField()
    show(bar, field)
    bar.perhatian("Perlu dilihat.")
    field.setFocus()
    QTest.keyClicks(field, "RT")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), bar.isVisible()) == ("", True)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_notice_without_words_is_hidden_and_never_a_window(show: Show) -> None:
    notice = Notice("")
    notice.set("2 hal perlu dilihat", Role.SALAH)
    assert not notice.isVisible()
    show(notice)
    assert notice.isVisible()
    notice.set("")
    assert not notice.isVisible()


def test_side_panel_can_be_replaced_from_its_own_button(show: Show) -> None:
    panel = SidePanel()
    show(panel)
    panel.set("RT 04", "", ["Masalah."], [Aksi("Perbaiki", lambda: panel.set("RT 05", aksi=[]))])
    QTest.mouseClick(panel.findChildren(SecondaryButton)[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "RT 05" in [label.text() for label in panel.findChildren(Label)]


def test_progress_line_grows_and_shrinks(show: Show) -> None:
    line = ProgressLine()
    show(line)
    line.set([Butir("Periksa data", Keadaan.SELESAI), Butir("Kirim", Keadaan.NANTI)])
    line.set([Butir("Periksa data", Keadaan.GAGAL)])
    assert [label.text() for label in line.findChildren(Label) if label.isVisible()] == ["Periksa data"]


def test_stepper_says_its_step_and_shrinks(show: Show) -> None:
    steps = Stepper(("Disusun", "Diperiksa", "Dikunci Lurah", "Dicetak"), 1)
    show(steps)
    assert steps.accessibleName() == "Langkah 2 dari 4: Diperiksa"
    wide = steps.grab().toImage()
    steps.resize(200, steps.height())
    assert steps.grab().toImage() != wide
    steps.set_step(4)
    assert steps.accessibleName() == "Langkah 4 dari 4: Dicetak"


def test_status_and_title_may_be_cut_but_say_all_in_a_tool_tip(show: Show) -> None:
    title = PageTitle("Insentif Triwulan I 2026 · Komponen Kecamatan", SecondaryButton("Pratinjau"))
    dot = StatusDot("Tersimpan di komputer ini · 14 perubahan belum terkirim", Role.PERHATIAN)
    show(title, dot, Card(), lebar=300)
    title.grab()
    assert title.width() < 300
    assert "Komponen Kecamatan" in title.findChildren(Label)[0].toolTip()


class NavWindow(QWidget):  # tells the navigation how wide it is, as the frame of the program does
    def __init__(self) -> None:
        super().__init__()
        self.nav = NavList("Sipokat", "Kelurahan Taba Jemekeh", ITEMS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nav.fit(self.width())


def nav_window(qtbot: QtBot, lebar: int) -> tuple[QWidget, NavList]:
    window = NavWindow()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(window.nav)
    line.addWidget(QLineEdit(), 1)
    window.resize(lebar, 700)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window, window.nav


def test_navigation_by_pointer_keys_and_shortcuts(qtbot: QtBot) -> None:
    window, nav = nav_window(qtbot, 1366)
    went: list[str] = []
    nav.dipilih.connect(went.append)
    QTest.mouseClick(nav, Qt.MouseButton.LeftButton, pos=nav.box_of("insentif").center().toPoint())
    nav.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(nav, key)
    QTest.keyClick(window, Qt.Key.Key_3, ALT)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert went == ["insentif", "rt", "panduan", "beranda", "rt", "insentif", "panduan"]
    assert nav.terpilih == "panduan"
    QTest.mouseClick(nav, Qt.MouseButton.LeftButton, pos=QPoint(5, 350))
    assert nav.terpilih == "panduan"


def test_navigation_shows_icons_in_a_narrow_window(qtbot: QtBot) -> None:
    window, nav = nav_window(qtbot, 1366)
    nav.set_badge("rt", 12)
    assert (nav.width(), nav.ringkas) == (212, False)
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: nav.width() == 64)
    QTest.mouseMove(nav, nav.box_of("rt").center().toPoint())
    qtbot.waitUntil(lambda: nav.toolTip() == "Data RT")
    nav.grab()
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: nav.width() == 212)
    for item in ITEMS:
        assert nav.box_of(item.kunci).height() >= 36


def test_everything_paints_in_dark_and_large(qtbot: QtBot, show: Show, qapp: QApplication) -> None:
    theme.apply(qapp, gelap=True, skala=1.5)
    window, nav = nav_window(qtbot, 1366)
    assert nav.ringkas
    bar = MessageBar()
    show(bar, Stepper(("a", "b"), 0), KartuAngka("x", "1"), PrimaryButton("Simpan", "Ctrl+S"))
    bar.gangguan(Gangguan("Putus."))
    window.grab()
    theme.apply(qapp)
    window.grab()
