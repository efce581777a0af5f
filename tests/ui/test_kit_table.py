"""The table under real keys and presses: moving, opening, filtering, marking, copying, refreshing, widths."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.table import Baris, DataTable, FilterField, Kolom, Rata
from ui.kit.table_paint import Lebar, cell_margin, share
from ui.kit.widgets import Aksi, EmptyState, PrimaryButton, Role

KOLOM = (
    Kolom("rt", "RT"),
    Kolom("nama", "Nama", lebar=80, stretch=1),
    Kolom("jumlah", "Diterima", rata=Rata.KANAN),
    Kolom("hasil", "Pemeriksaan", peran=lambda teks: Role.BAIK if teks == "Siap" else Role.SALAH, sembunyi=1),
)
NAMA = ("Ahmad Suharto", "Rusdi", "Mulyadi", "Nurhayati", "Sopian Hadi, S.Pd", "Darwis")


def rows(n: int = 6) -> list[Baris]:
    return [Baris(f"r{i}", (f"RT {i + 1:02}", NAMA[i % 6], "1.650.000", "Siap")) for i in range(n)]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> DataTable:
    theme.apply(qapp)
    made = DataTable(KOLOM, bertanda=True)
    qtbot.addWidget(made)
    made.resize(640, 300)
    made.set_rows(rows())
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def test_arrows_home_end_move_and_enter_opens(qtbot: QtBot, table: DataTable) -> None:
    seen: list[str] = []
    table.clearSelection()
    table.setCurrentIndex(QModelIndex())
    table.selected.connect(seen.append)
    table.select("r0")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(table, key)
    assert seen == ["r0", "r1", "r2", "r1", "r5", "r0"]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["r0"]


def test_double_click_opens(qtbot: QtBot, table: DataTable) -> None:
    place = table.visualRect(table.model().index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["r2"]


def test_enter_without_a_row_opens_nothing(qtbot: QtBot, table: DataTable) -> None:
    table.setCurrentIndex(QModelIndex())
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_selection_and_scroll_stay_by_id(qtbot: QtBot, table: DataTable) -> None:
    table.set_rows(rows(200))
    table.select("r150")
    before = table.verticalScrollBar().value()
    assert before > 0
    with qtbot.assertNotEmitted(table.selected):
        table.set_rows(rows(200))
        table.set_rows([Baris("baru", ("RT 00", "Baru", "0", "Siap")), *rows(200)])
    assert table.current_id() == "r150"
    assert abs(table.verticalScrollBar().value() - before) <= 36
    with qtbot.waitSignal(table.selected) as gone:
        table.set_rows(rows(100))
    assert gone.args == [""]
    assert table.current_id() == ""


def test_letters_go_to_the_filter_and_its_arrows_come_back(qtbot: QtBot, table: DataTable) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = FilterField()
    box = QVBoxLayout(page)
    box.addWidget(field)
    box.addWidget(table)
    table.attach_filter(field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    table.setFocus()
    heard: list[str] = []
    field.berubah.connect(heard.append)
    for key in "nur":
        QTest.keyClicks(QApplication.focusWidget() or table, key)
    assert heard == ["n", "nu", "nur"]
    assert field.hasFocus()
    table.setCurrentIndex(QModelIndex())
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert table.current_id() == "r0"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (table.current_id(), field.hasFocus()) == ("r1", True)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.args == ["r1"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    table.setParent(None)


def test_a_scanner_that_ends_with_enter_is_not_lost(qtbot: QtBot, table: DataTable) -> None:
    field = FilterField()
    qtbot.addWidget(field)
    field.show()
    table.attach_filter(field)
    field.berubah.connect(lambda teks: table.set_rows([r for r in rows() if teks in r.sel[0]]))
    QTest.keyClicks(field, "RT 04")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Enter)
    assert opened.args == ["r3"]


def test_space_marks_and_marks_survive_a_refresh(qtbot: QtBot, table: DataTable) -> None:
    table.select("r1")
    with qtbot.waitSignal(table.mark_toggled) as marked:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert marked.args == ["r1", True]
    table.set_rows([*rows()[1:], Baris("r9", ("RT 10", "X", "0", "Siap"))])
    assert table.marks() == {"r1"}
    table.set_rows(rows()[2:])
    assert table.marks() == frozenset()


def test_press_on_a_mark_and_on_the_head(qtbot: QtBot, table: DataTable) -> None:
    box = table.visualRect(table.model().index(3, 0)).center()
    with qtbot.waitSignal(table.mark_toggled):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert table.marks() == {"r3"}
    head = table.horizontalHeader().viewport()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert table.marks() == {f"r{i}" for i in range(6)}
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert table.marks() == frozenset()


def test_copy_gives_tab_separated_rows(table: DataTable) -> None:
    table.select("r0")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "RT 01\tAhmad Suharto\t1.650.000\tSiap\nRT 02\tRusdi\t1.650.000\tSiap"
    )


def test_numbers_are_never_cut(table: DataTable) -> None:
    made = theme.theme_of(table)
    needed = QFontMetrics(made.font()).horizontalAdvance("1.650.000") + 2 * cell_margin(made)
    for lebar in (200, 300, 640, 1200):
        table.resize(lebar, 300)
        assert table.columnWidth(3) >= needed


def test_columns_go_and_come_back_with_the_width(table: DataTable) -> None:
    table.resize(320, 300)
    assert table.isColumnHidden(4)
    table.resize(800, 300)
    assert not table.isColumnHidden(4)
    assert sum(table.columnWidth(i) for i in range(5)) == table.viewport().width()


def test_share_gives_content_first_then_stretch() -> None:
    columns = [Lebar(50, 50, 50), Lebar(80, 100, 180, 1), Lebar(60, 60, 60, 0, 2), Lebar(40, 40, 40, 0, 1)]
    assert share(columns, 400) == [50, 250, 60, 40]
    assert share(columns, 280) == [50, 130, 60, 40]
    assert share(columns, 249) == [50, 159, 0, 40]
    assert share(columns, 200) == [50, 110, 0, 40]
    assert share(columns, 140) == [50, 90, 0, 0]
    assert share(columns, 100) == [50, 80, 0, 0]


def test_empty_state_shows_and_its_button_works(table: DataTable) -> None:
    pressed: list[int] = []
    empty = EmptyState("Belum ada data RT", "Impor dulu.", Aksi("Impor", lambda: pressed.append(1), utama=True))
    table.set_empty(empty)
    assert not empty.isVisible()
    table.set_rows([])
    assert empty.isVisible()
    QTest.mouseClick(empty.findChildren(PrimaryButton)[0], Qt.MouseButton.LeftButton)
    assert pressed == [1]
    table.set_rows(rows())
    assert not empty.isVisible()


def test_slices_can_be_appended(table: DataTable) -> None:
    table.select("r2")
    table.append_rows(rows(9)[6:])
    assert (table.row_count(), table.current_id()) == (9, "r2")
    table.select("r8")
    assert table.current_id() == "r8"


def test_ten_thousand_rows_paint_only_what_is_seen(qtbot: QtBot) -> None:
    asked = 0

    def peran(teks: str) -> Role | None:
        nonlocal asked
        asked += 1
        return Role.BAIK if teks == "Siap" else None

    big = DataTable([*KOLOM[:3], Kolom("hasil", "Pemeriksaan", peran=peran)])
    qtbot.addWidget(big)
    big.resize(800, 600)
    big.set_rows(rows(10_000))
    big.show()
    qtbot.waitExposed(big)
    asked = 0
    big.select("r9000")
    big.grab()
    assert 0 < asked < 100
