"""Writes one table as CSV for Excel and other programs: UTF-8 with BOM, semicolons, a formula is only letters."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import IO

from .workbook import FORMULA, Cell, Table

BOM = "\ufeff"
SEPARATOR = ";"


def write(file: IO[bytes], table: Table) -> int:
    """Write ``table`` into an open file, the titles of its columns first, and return the number of rows."""
    text = StringIO()
    rows = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    if table.headed:
        rows.writerow([column.title for column in table.columns])
    rows.writerows([[_said(cell) for cell in row] for row in table.rows])
    file.write((BOM + text.getvalue()).encode())
    return len(table.rows)


def _said(cell: Cell) -> str:
    """Return a cell on one line: days as they are written here, a text that would be a formula marked as text."""
    match cell:
        case None:
            return ""
        case date():
            return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
        case int():
            return str(cell)
        case _:
            return harmless(cell)


def harmless(words: str) -> str:
    """Return a text on one line, marked as text where a spreadsheet would take it for a formula."""
    line = " ".join(words.splitlines()) if "\n" in words or "\r" in words else words
    return f"'{line}" if line.startswith(FORMULA) else line
