"""Finds where a table begins on a sheet: header rows under titles and merged cells, one to three rows deep."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from .sheet import Sheet, teks

SEARCHED_ROWS = 80
DEEPEST = 3

Know = Callable[[str, str], str]
"""``know(top, bottom)`` returns the field that a title in two parts stands for; "" when it is none, "-" when it is
a title that is known and not read."""


class Title(NamedTuple):
    """The title of one column: what stands above it over several columns, and its own."""

    top: str
    bottom: str

    @property
    def words(self) -> str:
        """The title as people read it."""
        return " ".join(dict.fromkeys(filter(None, (self.top, self.bottom))))


class Header(NamedTuple):
    """Rows ``first`` to ``last`` (from 0) hold the titles; ``found`` tells how many fields they name."""

    first: int
    last: int
    titles: tuple[Title, ...]
    found: int


def key(title: str) -> str:
    """Return a title without case, blanks and punctuation: ``N I K`` and ``No. NIK *`` compare."""
    return "".join(ch for ch in unicodedata.normalize("NFKC", title).casefold() if ch.isalnum())


def find(sheet: Sheet, know: Know) -> Header | None:
    """Return the header that names most fields, the upper and flatter one of equals; None below two fields."""
    best: Header | None = None
    across = _merges(sheet)
    for row in range(min(len(sheet.rows), SEARCHED_ROWS)):
        if not any(isinstance(value, str) and value.strip() for value in sheet.rows[row]):
            continue
        for depth in range(1, DEEPEST + 1):
            if row + depth > len(sheet.rows) or (depth > 1 and _data(sheet.rows[row + depth - 1])):
                break
            titles = _titles(sheet, row, depth, across)
            found = _score(titles, know, depth)
            if found >= 2 and (best is None or _better(found, depth, best)):
                best = Header(row, row + depth - 1, titles, found)
    return best


def _better(found: int, depth: int, best: Header) -> bool:
    """More fields win, then fewer rows: a title above the table is no part of the header."""
    return (found, -depth) > (best.found, best.first - best.last - 1)


def _merges(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for every covered cell of a small merged range the cell that holds its text."""
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged:
        if top < SEARCHED_ROWS + DEEPEST and bottom - top < DEEPEST and right - left < 12:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    covered[row, column] = (top, left)
    return covered


def _data(row: list[object]) -> bool:
    """Tell whether a row looks like data: a long number, a date, or a number that is no column number."""
    for value in row:
        text = teks(value)
        if not isinstance(value, str) and text:
            return True
        if sum(ch.isdigit() for ch in text) > 4:
            return True
    return False


def _titles(sheet: Sheet, first: int, depth: int, across: dict[tuple[int, int], tuple[int, int]]) -> tuple[Title, ...]:
    rows = sheet.rows[first : first + depth]
    width = max(map(len, rows))
    titles: list[Title] = []
    carried = ""
    for column in range(width):
        parts = [_text(sheet, (first + at, column), across) for at in range(depth)]
        bottom = parts[-1]
        upper = list(dict.fromkeys(filter(None, parts[:-1])))
        if depth > 1 and not upper and bottom and bottom == _own(sheet, first + depth - 1, column):
            upper = [carried] if carried else []
        carried = " ".join(upper)
        top = carried if carried != bottom else ""
        titles.append(Title(_flat(top), _flat(bottom)))
    return tuple(titles)


def _own(sheet: Sheet, row: int, column: int) -> str:
    return teks(sheet.rows[row][column]) if column < len(sheet.rows[row]) else ""


def _text(sheet: Sheet, cell: tuple[int, int], across: dict[tuple[int, int], tuple[int, int]]) -> str:
    row, column = cell
    own = _own(sheet, row, column)
    if own or cell not in across:
        return own
    return _own(sheet, *across[cell])


def _flat(text: str) -> str:
    return " ".join(text.split())[:120]


def _score(titles: tuple[Title, ...], know: Know, depth: int) -> int:
    fields: set[str] = set()
    strange = 0
    for title in titles:
        field = know(title.top, title.bottom)
        if field and field != "-":
            fields.add(field)
        elif not field and title.bottom and depth > 1:
            strange += 1
    return len(fields) - strange


def letters(column: int) -> str:
    """Return the letters of a column (from 0) as Excel shows them: 0 is A, 26 is AA."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
