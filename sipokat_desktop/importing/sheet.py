"""Opens .xlsx, .xlsm, .xls, .ods and .csv as rows of values; formulas give their value, macros are never run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.tenang import tanpa_sapuan

from . import bomb, csvfile, files, text

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Maju = Callable[[int, int], object]
"""``maju(i, n)`` is told how far the work is; it raises to cancel."""
Merged = tuple[tuple[int, int], tuple[int, int]]


def diam(_i: int, _n: int) -> None:
    """For callers who need no progress."""


class Sheet(NamedTuple):
    """One sheet; ``rows`` start at row 1 of the file and hold raw values; ``merged`` are (first, last) cells."""

    name: str
    rows: list[list[object]]
    merged: tuple[Merged, ...] = ()


class Workbook(NamedTuple):
    """What a file holds, and what was noticed while reading it."""

    nama: str
    lembar: tuple[Sheet, ...]
    catatan: tuple[str, ...] = ()


def read(path: Path, *, maju: Maju = diam) -> Workbook:
    """Return the sheets of a file; raise InputSalah("berkas", one sentence) for anything that is not one."""
    raw = files.load(path)
    with tanpa_sapuan():
        book = _open(path, raw, maju)
    if not any(any(map(teks, row)) for sheet in book.lembar for row in sheet.rows):
        raise files.refuse(text.LEMBAR_KOSONG, path)
    for sheet in book.lembar:
        if len(sheet.rows) > bomb.MAX_ROWS:
            raise files.refuse(text.BARIS, path)
        if max(map(len, sheet.rows), default=0) > bomb.MAX_COLUMNS:
            raise files.refuse(text.KOLOM, path)
    return book


def _open(path: Path, raw: bytes, maju: Maju) -> Workbook:
    match files.kind(path, raw):
        case files.Kind.TEXT:
            return Workbook(path.name, (Sheet(path.stem, csvfile.rows(path, raw)),))
        case files.Kind.ZIP:
            return _workbook(path, raw, bomb.check(path, raw), maju)
        case files.Kind.OLE:
            return _workbook(path, raw, frozenset(), maju)


def _workbook(path: Path, raw: bytes, names: frozenset[str], maju: Maju) -> Workbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        return _sheets(path, book, (text.MAKRO,) if files.has_macros(raw, names) else (), maju)
    except PasswordError as exc:
        raise files.refuse(text.SANDI, path) from exc
    except InputSalah:
        raise
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError) as exc:
        raise files.refuse(text.RUSAK if names else text.BUKAN, path) from exc


def _sheets(path: Path, book: CalamineWorkbook, remarks: tuple[str, ...], maju: Maju) -> Workbook:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found: list[Sheet] = []
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        maju(0, 0)
        source = book.get_sheet_by_name(meta.name)
        if source.total_height > bomb.MAX_ROWS:
            raise files.refuse(text.BARIS, path)
        found.append(Sheet(meta.name, _rows(source, maju), tuple(source.merged_cell_ranges or ())))
        if meta.visible != SheetVisibleEnum.Visible:
            remarks = (*remarks, text.TERSEMBUNYI.format(nama=meta.name))
    return Workbook(path.name, tuple(found), remarks)


def _rows(source: object, maju: Maju) -> list[list[object]]:
    start, rows = source.start, source.to_python()  # type: ignore[attr-defined]
    if start and (start[0] or start[1]):
        rows = [[] for _ in range(start[0])] + [[""] * start[1] + row for row in rows]
    maju(len(rows), len(rows))
    return list(rows)


def teks(value: object) -> str:
    """Return a raw value as the text that the user saw, whole numbers without a decimal point."""
    match value:
        case str():
            return value.strip()
        case bool():
            return "ya" if value else "tidak"
        case float() | int():
            return str(int(value)) if abs(value) < 1e18 and value == int(value) else str(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case _:
            return ""
