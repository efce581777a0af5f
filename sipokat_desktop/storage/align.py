"""Brings a store of the time before the migrations were frozen to what they make now (keputusan/0060).

Until then a migration that no release had was sometimes written anew, and a store that had it already kept its older
form: a column, a table or a trigger less. Such a store is compared with an empty one that went through the same
migrations, and what differs is made as it is there. No row is lost; a column that no program knows any more goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple

from . import sqlite
from .manifest import Schema
from .module import Module

if TYPE_CHECKING:
    from sqlite_utils import Database

FROZEN = ("bimtek", 2)
"""The module and the version of it from which on every migration of every module is frozen
(tests/arch/test_migrasi_beku.py)."""
ALIGNED = "diselaraskan"
"""Setting: the store was made as the migrations make it, and what modules keep beside their rows is not written anew
yet."""


class _Object(NamedTuple):
    """A table, an index or a trigger as ``sqlite_master`` tells it."""

    kind: str
    name: str
    table: str
    sql: str


def needed(applied: dict[str, int]) -> bool:
    """Tell whether a store with so many migrations per module may differ from what they make; not an empty one."""
    module, version = FROZEN
    return bool(applied) and applied.get(module, 0) < version


def align(db: Database, modules: Iterable[Schema]) -> None:
    """Make everything that differs as the migrations make it; the caller holds a transaction and has taken the views
    away."""
    with closing(sqlite.connect(":memory:", isolation_level=None)) as con:
        _same_steps(db, con, modules)
        wanted = _objects(con)
    found = {(one.kind, one.name): one for one in _objects(db.conn)}
    known = {one.name for one in wanted if one.kind == "table"}
    if any(found.get((one.kind, one.name)) != one for one in wanted) or _strange(found.values(), wanted, known):
        _remake(db.conn, wanted, list(found.values()), known)
        db.execute("INSERT INTO setelan VALUES (?, '') ON CONFLICT DO NOTHING", (ALIGNED,))


def settle(con: sqlite.Connection, modules: Iterable[object]) -> None:
    """Write anew what modules keep beside their rows where the store was aligned; the caller holds a transaction, all
    migrations are done."""
    if con.execute("DELETE FROM setelan WHERE kunci = ?", (ALIGNED,)).rowcount:
        for module in modules:
            for one in module.derived() if isinstance(module, Module) else ():
                one.rebuild(con)


def _same_steps(db: Database, empty: sqlite.Connection, modules: Iterable[Schema]) -> None:
    """Take an empty store through the migrations that the other one has behind it."""
    from sqlite_utils import Database

    fresh = Database(empty)
    for module in modules:
        steps = module.migrations()
        pending = steps.pending(db)
        if len(pending) < module.version:
            steps.apply(fresh, stop_before=pending[0].name if pending else None)


def _objects(con: sqlite.Connection) -> list[_Object]:
    rows = con.execute(
        """SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view'
           AND name NOT LIKE 'jaga\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'
           AND tbl_name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY rowid"""
    ).fetchall()
    virtual = [str(name) for _, name, _, sql in rows if str(sql).startswith("CREATE VIRTUAL")]
    return [_Object(*map(str, row)) for row in rows if not _of_virtual(str(row[1]), virtual)]


def _of_virtual(name: str, virtual: Iterable[str]) -> bool:
    """Tell whether a table is one that a virtual table keeps for itself."""
    return any(name.startswith(f"{one}_") and name not in virtual for one in virtual)


def _strange(found: Iterable[_Object], wanted: list[_Object], known: set[str]) -> list[_Object]:
    """Return triggers and indexes of the tables that no migration makes any more."""
    names = {(one.kind, one.name) for one in wanted}
    return [one for one in found if one.kind != "table" and one.table in known and (one.kind, one.name) not in names]


def _remake(con: sqlite.Connection, wanted: list[_Object], found: list[_Object], known: set[str]) -> None:
    there = {(one.kind, one.name): one for one in found}
    for one in found:
        if one.kind != "table" and one.table in known:
            con.execute(f"DROP {one.kind.upper()} {one.name}")
    laid = [one for one in wanted if one.kind == "table" and there.get(("table", one.name)) != one]
    con.execute("PRAGMA legacy_alter_table = ON")
    for one in laid:
        _lay(con, one, there=("table", one.name) in there)
    con.execute("PRAGMA legacy_alter_table = OFF")
    for one in wanted:
        if one.kind != "table":
            con.execute(one.sql)


def _lay(con: sqlite.Connection, table: _Object, *, there: bool) -> None:
    """Make a table; where there is one of another form, take its rows over."""
    if not there or table.sql.startswith("CREATE VIRTUAL"):
        con.execute(f"DROP TABLE IF EXISTS {table.name}")
        con.execute(table.sql)
        return
    before = f"lama_{new_id().replace('-', '')}"
    con.execute(f"ALTER TABLE {table.name} RENAME TO {before}")
    con.execute(table.sql)
    had = set(_columns(con, before))
    common = ", ".join(name for name in _columns(con, table.name) if name in had)
    con.execute(f"INSERT INTO {table.name} ({common}) SELECT {common} FROM {before}")
    con.execute(f"DROP TABLE {before}")


def _columns(con: sqlite.Connection, table: str) -> list[str]:
    return [str(row[0]) for row in con.execute("SELECT name FROM pragma_table_info(?)", (table,))]
