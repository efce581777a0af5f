"""Brings what a newer city sent into tables and columns that this store has only now: the shadow kept it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress

from . import sqlite
from .manifest import Table

SETTING = "kolom_dulu"
"""Setting: the columns that the store had before it was migrated, until what is new has been filled."""


def due(con: sqlite.Connection) -> bool:
    """Tell whether a migration was begun whose new tables and columns are not filled yet."""
    with suppress(sqlite.OperationalError):  # a new file has no settings
        return con.execute("SELECT 1 FROM setelan WHERE kunci = ?", (SETTING,)).fetchone() is not None
    return False


def note(con: sqlite.Connection, tables: Iterable[str]) -> None:
    """Remember which columns each of ``tables`` has now, before migrations add some; a first note stays."""
    if not due(con):
        had = {table: _columns(con, table) for table in tables}
        with suppress(sqlite.OperationalError):  # a new file has no settings, and no shadow to fill from
            con.execute("INSERT INTO setelan VALUES (?, ?)", (SETTING, json.dumps(had)))


def fill(con: sqlite.Connection, tables: Mapping[str, Table]) -> None:
    """Fill every table and column that was not there at the note from the shadow; the caller holds a transaction, and
    no guard stands on the tables. Of what this program did not know, none of its own changes can be waiting."""
    row = con.execute("SELECT nilai FROM setelan WHERE kunci = ?", (SETTING,)).fetchone()
    had: dict[str, list[str]] = json.loads(row[0]) if row else {}
    for table in tables.values():
        before = had.get(table.name)
        names = [column.name for column in table.columns]
        if before == []:
            _copy(con, table.name, names)
        elif before and (new := [name for name in names if name not in before]):
            _complete(con, table.name, new)
    con.execute("DELETE FROM setelan WHERE kunci = ?", (SETTING,))


def _columns(con: sqlite.Connection, table: str) -> list[str]:
    return [str(row[0]) for row in con.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _copy(con: sqlite.Connection, table: str, names: list[str]) -> None:
    values = ", ".join(f"json_extract(doc, '$.{name}')" for name in names)
    con.execute(
        f"""INSERT INTO {table} (id, lingkup, {", ".join(names)}) SELECT id, lingkup, {values}
            FROM sync_shadow WHERE tabel = ? AND deleted = 0 ON CONFLICT DO NOTHING""",
        (table,),
    )


def _complete(con: sqlite.Connection, table: str, names: list[str]) -> None:
    for name in names:
        con.execute(
            f"""UPDATE {table} SET {name} = json_extract(s.doc, '$.{name}') FROM sync_shadow s
                WHERE s.tabel = ? AND s.id = {table}.id AND s.deleted = 0
                AND json_type(s.doc, '$.{name}') IS NOT NULL""",
            (table,),
        )
