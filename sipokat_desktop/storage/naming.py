"""Names rows, fields and values of synced tables for people, from what the modules declare."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import sqlite

from .manifest import Column, Table

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Value

KOSONG = "(kosong)"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def row(con: sqlite.Connection, tables: Mapping[str, Table], table: str, row_id: str) -> str:
    """Return what people call a row (``RT 05 · Sopian Hadi``), else the name of its table."""
    declared = tables.get(table)
    return described(con, tables, table, row_id) or (declared.label if declared else table)


def described(con: sqlite.Connection, tables: Mapping[str, Table], table: str, row_id: str) -> str:
    """Return what people call a row, empty when it is not here."""
    declared = tables.get(table)
    return declared.describe(con, row_id) if declared and declared.describe else ""


def field(tables: Mapping[str, Table], table: str, name: str) -> str:
    """Return the label of a column; a field of a newer version keeps its own name."""
    column = _column(tables, table, name)
    return column.label if column else name.replace("_", " ")


def value(
    con: sqlite.Connection, tables: Mapping[str, Table], where: tuple[str, str], what: Value, *, masked: bool = False
) -> str:
    """Return a value of (table, field) as people write it: days and months in words, rows by their names.

    With ``masked`` a value that is not for every eye is hidden in part.
    """
    column = _column(tables, *where)
    if what is None or what == "":
        return KOSONG
    if masked and column and column.mask:
        return column.mask(str(what))
    if column and column.words:
        return column.words(what)
    text = str(what)
    if isinstance(what, str) and _DAY.fullmatch(text):
        return tanggal.panjang(tanggal.baca(text))
    if where[1].endswith("_id"):
        return next(filter(None, (t.describe(con, text) for t in tables.values() if t.describe)), text)
    return text


def told(tables: Mapping[str, Table], table: str, name: str) -> bool:
    """Tell whether a field says something to people: not the ids behind a row, its slot, or what is silent."""
    declared, column = tables.get(table), _column(tables, table, name)
    slot = declared.ledger.slot if declared and declared.ledger else ""
    return bool(name) and not name.endswith("_id") and name != slot and not (column and column.silent)


def _column(tables: Mapping[str, Table], table: str, name: str) -> Column | None:
    columns = tables[table].columns if table in tables else ()
    return next((column for column in columns if column.name == name), None)
