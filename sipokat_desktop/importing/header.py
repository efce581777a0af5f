"""Finds the header row under titles and merged cells, by the words that offices use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sipokat_desktop.kernel.errors import InputSalah

from .sheet import Cell, Sheet

SEARCHED_ROWS = 40


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's table starts (row index) and which column holds which field."""

    sheet: Sheet
    row: int
    columns: dict[str, int]

    def records(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Yield (row number as Excel shows it, cells by field) below the header."""
        for index in range(self.row + 1, len(self.sheet.rows)):
            row = self.sheet.rows[index]
            yield (
                index + 1,
                {field: row[column] if column < len(row) else Cell("") for field, column in self.columns.items()},
            )


def key(title: str) -> str:
    """Return a column title without case, blanks and punctuation: ``N I K`` and ``No. NIK.`` compare."""
    return "".join(ch for ch in title.casefold() if ch.isalnum())


def find(sheets: list[Sheet], synonyms: Mapping[str, tuple[str, ...]], required: tuple[str, ...]) -> Header:
    """Return the header that knows most fields; raise InputSalah when a required one is missing."""
    names = {key(word): field for field, words in synonyms.items() for word in words}
    best = Header(Sheet("", []), 0, {})
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
            columns: dict[str, int] = {}
            for column, cell in enumerate(row):
                field = names.get(key(cell.text))
                if field:
                    columns.setdefault(field, column)
            if len(columns) > len(best.columns):
                best = Header(sheet, index, columns)
    missing = [synonyms[field][0] for field in required if field not in best.columns]
    if missing:
        raise InputSalah("berkas", f"Kolom {' dan '.join(missing)} tidak ditemukan. Tidak ada data yang diubah.")
    return best
