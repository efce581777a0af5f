"""A card that can be clicked is a button to who hears the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import akses
from ui.kit.cards import Card, KartuAngka
from ui.kit.theme import Role


def test_figure_card_is_a_button(qtbot: QtBot) -> None:
    card = KartuAngka("Ketua RT", "12", "1 Plt")
    qtbot.addWidget(card)
    card.show()
    assert card.focusProxy() is None, "belum ada yang mendengar"
    card.clicked.connect(lambda: None)
    tombol = card.focusProxy()
    assert tombol is not None
    assert akses.antarmuka(tombol).role() is QAccessible.Role.Button
    assert card.childAt(card.rect().center()) is tombol
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)
    for kunci in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            QTest.keyClick(tombol, kunci)
    card.set("13", "", Role.BAIK)
    assert "13" in akses.nama(tombol)


class KartuBisu(Card):
    """Known-bad control: answers a click, and nobody who hears the screen knows."""

    clicked = Signal()


def test_control_a_card_that_is_no_button_is_noticed(qtbot: QtBot) -> None:
    halaman = QWidget()
    kartu = KartuBisu(parent=halaman)
    qtbot.addWidget(halaman)
    halaman.show()
    assert akses.bukan_tombol(kartu.window()) == []
    kartu.clicked.connect(lambda: None)
    assert len(akses.bukan_tombol(kartu.window())) == 1
