"""Brings a store to this version's schema; sqlite-utils is imported only when something is missing."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import sqlite

from . import catchup, views
from .manifest import Schema, Table, tables_of

if TYPE_CHECKING:
    from sqlite_utils import Database

EVENTS = ("INSERT", "UPDATE", "DELETE")


class LebihBaru(Gangguan):
    """A newer version of the program has brought the store to its own shape."""


def applied(con: sqlite.Connection) -> dict[str, int]:
    """Return the number of applied migrations per module; empty for a new file."""
    if not con.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return {}
    rows = con.execute("SELECT migration_set, count(*) FROM _sqlite_migrations GROUP BY 1")
    return {str(name): int(count) for name, count in rows}


def current(con: sqlite.Connection, modules: tuple[Schema, ...]) -> bool:
    """Tell whether a store needs nothing to be of this version's shape."""
    return applied(con) == _wanted(modules) and not catchup.due(con) and views.current(con, modules)


def _wanted(modules: tuple[Schema, ...]) -> dict[str, int]:
    return {module.name: module.version for module in modules}


def ensure(con: sqlite.Connection, modules: tuple[Schema, ...]) -> None:
    """Apply what is missing, each migration in its own transaction; then fill what is new to this store with what a
    newer city has sent of it already, in one more. An empty file gets everything in a single transaction.

    Raises LebihBaru when the store was written by a newer version of the program.
    """
    if current(con, modules):
        return
    wanted, have = _wanted(modules), applied(con)
    if any(count > wanted.get(name, 0) for name, count in have.items()):
        raise LebihBaru(
            "Data ini dibuat oleh Sipokat yang lebih baru.", "Pasang versi terbaru, lalu buka lagi. Data tidak diubah."
        )
    from sqlite_utils import Database

    db = Database(con)
    with nullcontext() if have else db.atomic():
        _bring(db, modules)


def _bring(db: Database, modules: tuple[Schema, ...]) -> None:
    from . import align

    con, tables = db.conn, tables_of(modules)
    catchup.note(con, tables)
    views.drop(con)
    if align.needed(applied(con)):
        with db.atomic():
            align.align(db, modules)
    for module in modules:
        module.migrations().apply(db)
    with db.atomic():
        for table in tables.values():
            _unguard(con, table)
        catchup.fill(con, tables)
        align.settle(con, modules)
        for table in tables.values():
            _guard(con, table)
        views.make(con, modules)


def _unguard(con: sqlite.Connection, table: Table) -> None:
    for event in EVENTS:
        con.execute(f"DROP TRIGGER IF EXISTS jaga_{table.name}_{event}")


def _guard(con: sqlite.Connection, table: Table) -> None:
    """Refuse every write to a synced table that does not come through the command layer."""
    for event in EVENTS:
        con.execute(
            f"""CREATE TRIGGER jaga_{table.name}_{event} BEFORE {event} ON {table.name}
                WHEN sipokat_dalam_op() = 0
                BEGIN SELECT RAISE(ABORT, 'tulis {table.name} hanya lewat ops'); END"""
        )
