"""Rows that are frozen because what they belong to has left its open state: the lines of a locked list."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from .manifest import LockedBy, Table

FROZEN = "Tidak dapat diubah: daftarnya sudah dikunci. Perbaikan daftar yang dikunci dicatat sebagai koreksi."


def refuse(con: sqlite.Connection, table: Table, ids: Collection[str], contents: Iterable[Fields | None]) -> None:
    """Raise InputSalah when rows of ``table`` are frozen: as they are here, or as ``contents`` would have them."""
    lock = table.locked_by
    if lock is None:
        return
    parents = {str(fields[lock.column]) for fields in contents if fields and fields.get(lock.column) is not None}
    if _frozen(con, lock, parents | _parents(con, table.name, lock, ids)):
        raise InputSalah("", FROZEN)


def _parents(con: sqlite.Connection, table: str, lock: LockedBy, ids: Collection[str]) -> set[str]:
    rows = con.execute(
        f"SELECT DISTINCT {lock.column} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {str(row[0]) for row in rows}


def _frozen(con: sqlite.Connection, lock: LockedBy, parents: set[str]) -> bool:
    found = con.execute(
        f"""SELECT 1 FROM {lock.table} WHERE id IN (SELECT value FROM json_each(?))
            AND {lock.state_column} <> ? LIMIT 1""",
        (json.dumps(sorted(parents)), lock.open_state),
    )
    return found.fetchone() is not None
