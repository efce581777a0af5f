"""Writes one table as .xlsx: text stays text, a formula is only letters, the sheet prints on F4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

from sipokat_desktop.kernel.progress import Progress

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None
Kind = Literal["teks", "tanggal", "angka"]
"""Told now and then: rows done, rows in all. May raise to cancel."""

FOLIO = 14
"""Excel's code of the paper next to F4 (215.9 × 330.2 mm); it has none for F4 itself."""
TEXT_FORMAT = 49
"""The number of Excel's own format for text."""
LONGEST = 32_767
"""Characters that Excel keeps in a cell."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_STEP = 500


class Column(NamedTuple):
    """A column: title, what it holds, width in characters."""

    title: str
    kind: Kind
    width: float


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, the lines above the table, columns, rows, and the foot of its printed pages.

    ``headed`` False leaves out the titles of the columns, for files that another program reads."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    foot: str
    headed: bool = True


class _Styles(NamedTuple):
    text: Format
    harmless: Format
    date: Format
    number: Format
    title: Format
    head: Format


def write(file: IO[bytes], table: Table, progress: Progress | None = None) -> int:
    """Write ``table`` into an open file and return the number of rows; nothing of it lies open anywhere else, so it is
    held in memory meanwhile (keputusan/0051: some 5 KB a row of 20 columns)."""
    from xlsxwriter.workbook import Workbook

    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    try:
        sheet = book.add_worksheet(table.name)
        _fill(sheet, table, _styles(book), progress)
    finally:
        book.close()
    return len(table.rows)


def _styles(book: Workbook) -> _Styles:
    box = {"border": 1, "valign": "vcenter"}
    text = {**box, "num_format": TEXT_FORMAT}
    return _Styles(
        book.add_format(text),
        book.add_format({**text, "quote_prefix": True}),
        book.add_format({**box, "num_format": "dd/mm/yyyy", "align": "left"}),
        book.add_format({**box, "num_format": "#,##0"}),
        book.add_format({"bold": True, "font_size": 12}),
        book.add_format({**box, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E8ECF1"}),
    )


def _fill(sheet: Worksheet, table: Table, styles: _Styles, progress: Progress | None) -> None:
    head = len(table.titles) + 1 if table.titles else 0
    _set_up(sheet, table, head)
    for row, words in enumerate(table.titles):
        sheet.write_string(row, 0, words, styles.title)
    for column, one in enumerate(table.columns if table.headed else ()):
        sheet.write_string(head, column, one.title, styles.head)
    first = head + table.headed
    for row, cells in enumerate(table.rows):
        for column, (one, value) in enumerate(zip(table.columns, cells, strict=True)):
            _cell(sheet, (first + row, column), one.kind, value, styles)
        if progress and row % _STEP == 0:
            progress(row, len(table.rows))


def _cell(sheet: Worksheet, at: tuple[int, int], kind: Kind, value: Cell, styles: _Styles) -> None:
    match value:
        case None | "":
            sheet.write_blank(*at, None, styles.text if kind == "teks" else styles.number)
        case date():
            sheet.write_datetime(*at, value, styles.date)
        case int() if kind == "angka":
            sheet.write_number(*at, value, styles.number)
        case _:
            words = str(value)[:LONGEST]
            sheet.write_string(*at, words, styles.harmless if words.startswith(FORMULA) else styles.text)


def _set_up(sheet: Worksheet, table: Table, head: int) -> None:
    """Widths, a head that stays in sight and is printed on every page, filter, F4 landscape."""
    for column, one in enumerate(table.columns):
        sheet.set_column(column, column, one.width)
    last = (max(0, head + len(table.rows) - (not table.headed)), len(table.columns) - 1)
    if table.headed:
        sheet.freeze_panes(head + 1, 0)
        sheet.autofilter(head, 0, *last)
        sheet.repeat_rows(head)
    sheet.print_area(0, 0, *last)
    sheet.set_landscape()
    sheet.set_paper(FOLIO)
    sheet.set_margins(left=0.79, right=0.39, top=0.47, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{_plain(table.foot)}&C&8Halaman &P dari &N")


def _plain(words: str) -> str:
    """Return words that a footer does not take for a code."""
    return words.replace("&", "&&")


def widths(columns: Iterable[tuple[str, Iterable[Cell]]], *, least: float = 6, most: float = 42) -> list[float]:
    """Return a width per column from its title and values, in characters."""
    return [
        min(max([least, len(title) + 1.5, *(len(str(value or "")) + 1.5 for value in values)]), most)
        for title, values in columns
    ]
