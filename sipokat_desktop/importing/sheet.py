"""Opens .xlsx, .xls, .ods and .csv as rows of text; values, never formulas."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah

MAX_BYTES = 64 << 20
MAX_UNPACKED = 256 << 20
MAX_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; ``number`` tells that the sheet held a number, which may have lost digits."""

    text: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows are as wide as the file has them."""

    name: str
    rows: list[list[Cell]]


def read(path: Path) -> list[Sheet]:
    """Return the sheets of a file; raise InputSalah("berkas", …) for anything that is not one."""
    try:
        size = path.stat().st_size
    except OSError as exc:
        raise InputSalah("berkas", f"Berkas {path.name} tidak ditemukan.") from exc
    if not 0 < size <= MAX_BYTES:
        sebab = "kosong" if not size else "terlalu besar (lebih dari 64 MB)"
        raise InputSalah("berkas", f"Berkas {path.name} {sebab}. Tidak ada data yang diubah.")
    sheets = _csv(path) if path.suffix.lower() in (".csv", ".txt") else _workbook(path)
    if any(len(sheet.rows) > MAX_ROWS for sheet in sheets):
        raise InputSalah("berkas", f"Berkas {path.name} berisi terlalu banyak baris. Tidak ada data yang diubah.")
    return sheets


def _workbook(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        if zipfile.is_zipfile(path) and _unpacked(path) > MAX_UNPACKED:
            raise InputSalah("berkas", f"Berkas {path.name} terlalu besar setelah dibuka. Tidak ada data yang diubah.")
        book = CalamineWorkbook.from_path(path)
        return [
            Sheet(name, [[_cell(value) for value in row] for row in book.get_sheet_by_name(name).to_python()])
            for name in book.sheet_names
        ]
    except (CalamineError, OSError, ValueError, OverflowError, zipfile.BadZipFile) as exc:
        raise InputSalah(
            "berkas", f"Berkas {path.name} bukan lembar Excel yang dapat dibaca. Tidak ada data yang diubah."
        ) from exc


def _unpacked(path: Path) -> int:
    """Return the bytes that a workbook says it has when unpacked: a few MB may hold many GB."""
    with zipfile.ZipFile(path) as book:
        return sum(item.file_size for item in book.infolist())


def _csv(path: Path) -> list[Sheet]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = text[:4096]
    delimiter = max(";,\t", key=head.count)
    try:
        rows = [[Cell(value.strip()) for value in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    except csv.Error as exc:
        raise InputSalah("berkas", f"Berkas {path.name} bukan CSV yang utuh. Tidak ada data yang diubah.") from exc
    return [Sheet(path.stem, rows)]


def _cell(value: object) -> Cell:
    match value:
        case bool():
            return Cell("ya" if value else "tidak")
        case float() | int():
            return Cell(str(int(value)) if value == int(value) else str(value), number=True)
        case datetime():
            return Cell(value.date().isoformat())
        case date():
            return Cell(value.isoformat())
        case time() | timedelta():
            return Cell("")
        case _:
            return Cell(str(value).strip())
