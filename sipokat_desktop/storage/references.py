"""Which rows still name another one: a row is not deleted while something else stands on it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import naming
from .manifest import Column, Table

STILL_USED = "Tidak dapat dihapus: masih tercatat di {apa} ({nama}){lagi}."
AND_MORE = " dan {n} lainnya"
AND_MANY = " dan banyak lainnya"
MOST = 100
"""More are not looked for, nor counted."""

Row = tuple[str, str]
"""A row as (table, id)."""


class User(NamedTuple):
    """A row that names one of the asked rows."""

    table: Table
    row_id: str


def users(
    con: sqlite.Connection,
    tables: Mapping[str, Table],
    rows: Collection[Row],
    *,
    besides: Collection[Row] = (),
    most: int = MOST,
) -> list[User]:
    """Return rows outside ``rows`` and ``besides`` that hold one of ``rows`` by a column that the manifests declare."""
    leaving = frozenset(rows) | frozenset(besides)
    found: list[User] = []
    for table in tables.values():
        for column in table.columns:
            if column.holds:
                found += [
                    user for user in _naming(con, table, column, rows) if (table.name, user.row_id) not in leaving
                ]
            if len(found) >= most:
                return found[:most]
    return list(dict.fromkeys(found))


def followers(con: sqlite.Connection, tables: Mapping[str, Table], rows: Collection[Row]) -> list[Row]:
    """Return the rows that go when ``rows`` go: they name one of them, do not hold it, and are nothing without it."""
    found = [
        (table.name, user.row_id)
        for table in tables.values()
        for column in table.columns
        if column.required and not column.holds
        for user in _naming(con, table, column, rows)
    ]
    return list(dict.fromkeys(found))


def _naming(con: sqlite.Connection, table: Table, column: Column, rows: Collection[Row]) -> list[User]:
    ids = [row_id for name, row_id in rows if name == column.refers]
    if not ids:
        return []
    sql = f"SELECT id FROM {table.name} WHERE {column.name} IN (SELECT value FROM json_each(?))"
    return [User(table, str(row[0])) for row in con.execute(sql, (json.dumps(ids),))]


def cancelled(con: sqlite.Connection, tables: Mapping[str, Table], rows: Collection[Row]) -> list[Row]:
    """Return the ledger entries that name one of ``rows`` and count no more: those taken back, and their reversals."""
    found: list[Row] = []
    for table in tables.values():
        for column in table.columns if table.ledger else ():
            ids = [row_id for name, row_id in rows if name == column.refers]
            if ids and table.ledger:
                reverses = table.ledger.reverses
                cursor = con.execute(
                    f"""SELECT m.id FROM {table.name} m WHERE m.{column.name} IN (SELECT value FROM json_each(?))
                        AND (m.{reverses} IS NOT NULL
                             OR EXISTS (SELECT 1 FROM {table.name} b WHERE b.{reverses} = m.id))""",
                    (json.dumps(ids),),
                )
                found += [(table.name, str(row[0])) for row in cursor]
    return found


def refuse_used(
    con: sqlite.Connection,
    tables: Mapping[str, Table],
    rows: Collection[Row],
    advice: str,
    *,
    besides: Collection[Row] = (),
    sentence: str = STILL_USED,
) -> None:
    """Raise InputSalah naming what stands on ``rows``, followed by ``advice``; quietly return when nothing does.

    Rows in ``besides`` let go of them; ``sentence`` has the places {apa}, {nama} and {lagi}.
    """
    standing = users(con, tables, rows, besides=besides)
    if not standing:
        return
    first = standing[0]
    name = naming.row(con, tables, first.table.name, first.row_id)
    more = AND_MORE.format(n=len(standing) - 1) if len(standing) > 1 else ""
    more = AND_MANY if len(standing) >= MOST else more
    said = sentence.format(apa=first.table.label, nama=name, lagi=more)
    raise InputSalah("", f"{said} {advice}".strip())
