"""The table of a long list under real keys: typing, arrows, sorting, selection, copying, columns, refresh."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import layar
from ui.kit import table_choose, table_columns, theme
from ui.kit.jobs import Jobs
from ui.kit.table_big import QueryTable
from ui.kit.table_columns import Pilihan, bawaan
from ui.kit.table_copy import as_html
from ui.kit.table_model import Baris, Kolom

KOLOM = (
    Kolom("rt", "RT", urut="rt"),
    Kolom("nama", "Nama", 80, 1, urut="nama"),
    Kolom("nik", "NIK"),
    Kolom("alamat", "Alamat", tampil=False),
)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Potongan(NamedTuple):
    nomor: array[int]
    lengkap: bool


class Jawab:
    """The numbers of an answer; the first ``pertama`` of them at once."""

    def __init__(self, nomor: Sequence[int], pertama: int = 200) -> None:
        self.nomor, self._pertama = array("q", nomor), pertama

    def awal(self) -> Potongan:
        return Potongan(self.nomor[: self._pertama], len(self.nomor) <= self._pertama)

    def semua(self, maju: Callable[[], object]) -> array[int]:
        maju()
        return self.nomor


class Daftar:
    """Rows made of their number; remembers what was asked."""

    def __init__(self) -> None:
        self.diminta: list[int] = []
        self.hilang: set[int] = set()

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        self.diminta += numbers
        return {
            n: Baris(f"r{n}", (f"RT {n:02}", f"=Nama {n}", f"16730101017{n:05}", "Jl. A & B"))
            for n in numbers
            if n not in self.hilang
        }

    def ids(self, numbers: Sequence[int]) -> list[str]:
        return [f"r{n}" for n in numbers if n not in self.hilang]

    def nomor(self, id: str) -> int:
        return int(id[1:] or 0)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    with ThreadPoolExecutor(1) as pool:
        yield Jobs(pool)


@pytest.fixture
def t(qtbot: QtBot, qapp: QApplication, jobs: Jobs) -> QueryTable:
    theme.apply(qapp)
    made = QueryTable(KOLOM, Daftar(), jobs)
    qtbot.addWidget(made)
    made.resize(640, 300)
    made.tanya(Jawab(range(1, 101)))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def daftar(t: QueryTable) -> Daftar:
    assert isinstance(t._sumber, Daftar)
    return t._sumber


def lengkap(t: QueryTable) -> None:
    layar.tunggu(lambda: t.lengkap, "semua baris tiba")


def test_only_what_is_seen_is_read(t: QueryTable) -> None:
    daftar(t).diminta.clear()
    t.tanya(Jawab(range(1, 100_001), pertama=200))
    t.grab()
    assert t.row_count() == 200
    lengkap(t)
    assert t.row_count() == 100_000
    QTest.keyClick(t, Qt.Key.Key_End)
    t.grab()
    assert t.current_id() == "r100000"
    assert len(daftar(t).diminta) < 500


def test_the_number_is_told_when_it_is_known(t: QueryTable) -> None:
    told: list[object] = []
    t.dihitung.connect(told.append)
    t.tanya(Jawab(range(1, 51)))
    t.tanya(Jawab(range(1, 5001)))
    assert told == [50, None]
    lengkap(t)
    assert told == [50, None, 5000]


def test_a_newer_question_drops_the_older_answer(t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    layar.biarkan(60)
    t.tanya(Jawab([7, 8]))
    layar.biarkan(120)
    assert t.row_count() == 2


def test_rows_that_come_later_move_nothing(t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    t.select("r150")
    place = t.verticalScrollBar().value()
    lengkap(t)
    assert (t.current_id(), t.verticalScrollBar().value()) == ("r150", place)


def test_a_row_that_is_still_to_come_is_gone_to(t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    t.select("r4321")
    layar.tunggu(lambda: t.current_id() == "r4321", "baris dituju")


def test_selection_and_place_stay_when_scrolled_and_refreshed(t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    lengkap(t)
    t.select("r3000")
    for _ in range(3):
        QTest.keyClick(t, Qt.Key.Key_Down, SHIFT)
    t.verticalScrollBar().setValue(2990 * 36 + 5)
    atas = t.rowAt(0)
    t.tanya(Jawab([9000, *range(1, 2000), *range(2001, 5001)]), tetap=True)
    assert t.row_count() == 5000, "sampai jawaban utuh tiba, baris lama tetap"
    lengkap(t)
    assert t.terpilih() == ["r3000", "r3001", "r3002", "r3003"]
    assert t.model().index(t.rowAt(0), 0).data() == f"RT {atas + 1}"
    assert t.verticalScrollBar().value() % 36 == 5


def test_a_row_that_has_gone_is_blank_until_the_answer_is_new(t: QueryTable) -> None:
    daftar(t).hilang.add(2)
    t.tanya(Jawab(range(1, 101)), tetap=True)
    assert t.model().index(1, 0).data() == ""
    t.selectAll()
    assert len(t.terpilih()) == 99


def test_control_a_takes_the_whole_answer(t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    QTest.keyClick(t, Qt.Key.Key_A, CTRL)
    assert len(t.terpilih()) == 5000, "juga yang belum tiba"
    lengkap(t)
    assert (t.selected_count(), len(t.terpilih())) == (5000, 5000)
    t.tanya(Jawab(range(1, 5001)), tetap=True)
    lengkap(t)
    assert t.selected_count() == 5000
    t.tanya(Jawab([1, 2, 3]))
    assert t.selected_count() <= 1


def test_shift_and_control_click_choose_several(t: QueryTable) -> None:
    def tekan(row: int, mod: Qt.KeyboardModifier) -> None:
        place = t.visualRect(t.model().index(row, 1)).center()
        QTest.mouseClick(t.viewport(), Qt.MouseButton.LeftButton, mod, place)

    tekan(0, Qt.KeyboardModifier.NoModifier)
    tekan(2, SHIFT)
    tekan(4, CTRL)
    assert t.terpilih() == ["r1", "r2", "r3", "r5"]


def test_copy_gives_text_and_a_table_that_stays_text(t: QueryTable) -> None:
    t.select("r1")
    QTest.keyClick(t, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(t, Qt.Key.Key_C, CTRL)
    isi = QGuiApplication.clipboard().mimeData()
    assert isi.text() == "RT 01\t=Nama 1\t1673010101700001\nRT 02\t=Nama 2\t1673010101700002"
    assert isi.html().count("mso-number-format") == 6
    assert "<th>NIK</th>" in isi.html()
    assert "Alamat" not in isi.html()


def test_html_says_text_for_every_cell() -> None:
    html = as_html(["A"], [["<b>&"]])
    assert """<td style='mso-number-format:"\\@"'>&lt;b&gt;&amp;</td>""" in html


def test_a_long_copy_runs_in_the_background(qtbot: QtBot, t: QueryTable) -> None:
    t.tanya(Jawab(range(1, 5001)))
    lengkap(t)
    QTest.keyClick(t, Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(t.disalin) as done:
        QTest.keyClick(t, Qt.Key.Key_C, CTRL)
    assert done.args == [5000]
    assert QGuiApplication.clipboard().text().count("\n") == 4999


def test_head_and_control_number_sort(t: QueryTable) -> None:
    heard: list[tuple[str, bool]] = []
    t.diurutkan.connect(lambda urut, turun: heard.append((urut, turun)))
    head = t.horizontalHeader()
    tengah = QPoint(head.sectionViewportPosition(1) + 20, 15)
    for _ in range(2):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=tengah)
    QTest.keyClick(t, Qt.Key.Key_1, CTRL)
    QTest.keyClick(t, Qt.Key.Key_3, CTRL)
    assert heard == [("nama", False), ("nama", True), ("rt", False)]


def test_columns_are_hidden_moved_widened_and_told(t: QueryTable) -> None:
    told: list[Pilihan] = []
    t.diatur.connect(told.append)
    assert t.isColumnHidden(3)
    t.horizontalHeader().moveSection(2, 0)
    assert told[-1].urutan == ("nik", "rt", "nama", "alamat")
    t.horizontalHeader().resizeSection(0, 99)
    assert told[-1].lebar == {"rt": 99}
    t.pilih_kolom(told[-1].tampakkan("alamat", True))
    assert t.kolom_tampak() == [2, 0, 1, 3]
    assert t.columnWidth(0) == 99
    t.select("r1")
    QTest.keyClick(t, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1673010101700001\tRT 01\t=Nama 1\tJl. A & B"
    assert table_columns.baca(t.pilihan.teks(), KOLOM) == t.pilihan


@pytest.mark.parametrize(
    "teks",
    ["", "{", "[]", '{"urutan": 3}', '{"urutan": ["x"], "sembunyi": ["rt", "nama", "nik", "alamat"], "lebar": {}}',
     '{"urutan": [], "sembunyi": [], "lebar": {"rt": "lebar"}}'],
)  # fmt: skip
def test_a_damaged_choice_counts_as_none(teks: str) -> None:
    assert table_columns.baca(teks, KOLOM) == bawaan(KOLOM)


def test_a_column_of_a_newer_version_stands_where_it_belongs() -> None:
    lama = table_columns.baca('{"urutan": ["nik", "rt"], "sembunyi": ["rt"], "lebar": {}}', KOLOM)
    assert lama == Pilihan(("nik", "nama", "rt", "alamat"), frozenset({"rt", "alamat"}))


def test_the_sheet_of_the_columns_by_keys(t: QueryTable) -> None:
    chosen: list[Pilihan] = []
    sheet = table_choose.buka(t, KOLOM, t.pilihan, chosen.append)
    layar.tunggu(sheet.isActiveWindow, "lembar aktif")
    layar.tekan(Qt.Key.Key_Down, mod=CTRL)
    layar.tekan(Qt.Key.Key_Down, Qt.Key.Key_Space)
    layar.tekan(Qt.Key.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    assert chosen == [Pilihan(("nama", "rt", "nik", "alamat"), frozenset({"nik", "alamat"}))]


def test_at_least_one_column_stays(t: QueryTable) -> None:
    sheet = table_choose.buka(t, KOLOM, t.pilihan, lambda _p: pytest.fail("tanpa kolom"))
    layar.tunggu(sheet.isActiveWindow, "lembar aktif")
    for _ in range(3):
        layar.tekan(Qt.Key.Key_Space, Qt.Key.Key_Down)
    layar.tekan(Qt.Key.Key_S, mod=CTRL)
    assert "sedikitnya satu" in sheet.pesan.teks()
    sheet.done(0)


def test_the_keyboard_waits_in_an_empty_table_for_its_first_row(t: QueryTable) -> None:
    t.tanya(Jawab(()))
    t.clearFocus()
    t.setFocus()
    t.tanya(Jawab(range(7, 12)))
    assert t.current_id() == "r7"
    t.tanya(Jawab(()))
    t.clearFocus()
    t.setFocus(Qt.FocusReason.MouseFocusReason)
    t.tanya(Jawab(range(7, 12)))
    assert t.current_id() == "", "a press chooses its own row"
