"""What can be opened says that it is a button, and its figure with it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui import akses
from ui.kit.ink import TAB_FOCUS
from ui.kit.kartu_angka import KartuAngka, KartuDiam


def test_a_figure_that_opens_is_a_button(qtbot: QtBot) -> None:
    kartu = KartuAngka("Ketua RT", "12", "1 Plt")
    qtbot.addWidget(kartu)
    assert akses.peran(kartu) is QAccessible.Role.Button
    assert akses.nama(kartu) == "Ketua RT: 12, 1 Plt"


def test_a_figure_for_reading_is_none(qtbot: QtBot) -> None:
    kartu = KartuDiam("Ketua RT", "12", "1 Plt")
    qtbot.addWidget(kartu)
    assert akses.peran(kartu) is not QAccessible.Role.Button
    assert kartu.focusPolicy().value & TAB_FOCUS == 0
