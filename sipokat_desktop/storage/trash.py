"""The trash: records that were deleted, by whom and when, with what they held, and the way back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import acts, engine, locks, many, naming
from .acts import FROM_CITY, RESTORE
from .manifest import Table
from .module import without_clash
from .references import Row
from .store import Store
from .tx import Tx

ALREADY_BACK = "Data ini sudah ada lagi. Tidak ada yang perlu dipulihkan."
CONTENT_ELSEWHERE = "Isi data ini tidak ada di komputer ini. Pulihkan di komputer tempat data itu dihapus."
MOST = 500
"""Deletions that are shown, the newest."""


class Gone(NamedTuple):
    """A deleted row and what it held."""

    table: str
    row_id: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Buangan:
    """What one act deleted: its name for people, who did it, on which PC, when (UTC ms), and the rows."""

    key: str
    nama: str
    act: str
    by: str
    origin: str
    at: int
    rows: tuple[Gone, ...]


_DELETIONS = """SELECT no, act_id, act, waktu, oleh, asal, tabel, row_id, sebelum FROM riwayat
    WHERE sebelum <> '{}' AND (sesudah = '{}' OR (act = ? AND NOT EXISTS
          (SELECT 1 FROM json_each(sesudah) WHERE value IS NOT NULL))) ORDER BY no"""


def daftar(store: Store, only: Collection[str] = ()) -> list[Buangan]:
    """Return what was deleted and is not back, newest first; ``only`` names tables (all of them when empty).

    What a person deleted on another PC is here as soon as a sync brought it.
    """
    con = store.reader()
    tables = {name: t for name, t in store.tables.items() if _kept(t) and (not only or name in only)}
    groups: dict[tuple[object, ...], list[Gone]] = {}
    for head, gone in _deletions(con, tables):
        groups.setdefault(head, []).append(gone)
    order = list(tables)
    for rows in groups.values():
        rows.sort(key=lambda gone: order.index(gone.table))
    newest = list(groups.items())[::-1][:MOST]
    names = _names(store, [rows for _, rows in newest])
    return [
        Buangan(
            "|".join(map(str, head)), name, str(head[1]), str(head[3]), str(head[4]), int(str(head[2])), tuple(rows)
        )
        for (head, rows), name in zip(newest, names, strict=True)
    ]


def pulihkan(store: Store, buangan: Buangan) -> Changes:
    """Bring the rows of a deletion back as they were.

    Raises InputSalah when all of them are back already, or may not stand beside what was recorded since.
    """

    def work(tx: Tx) -> None:
        by_table: dict[str, dict[str, Fields]] = {}
        for table, row_id, fields in buangan.rows:
            by_table.setdefault(table, {})[row_id] = fields
        with without_clash(tx.con, store.modules, by_table):
            for table, wanted in by_table.items():
                _bring_back(tx, table, wanted)
        if not tx.touched:
            raise InputSalah("", ALREADY_BACK)

    return store.write(RESTORE, work).changes


def bring_back(tx: Tx, table: str, row_id: str) -> None:
    """Inside an act: bring a deleted row back with what the same deletion took; raise InputSalah where its content is
    not here."""
    tables = {name: t for name, t in tx.tables.items() if _kept(t)}
    groups: dict[tuple[object, ...], dict[str, dict[str, Fields]]] = {}
    for head, gone in _deletions(tx.con, tables):
        groups.setdefault(head, {}).setdefault(gone.table, {})[gone.row_id] = gone.fields
    found = next((group for group in groups.values() if row_id in group.get(table, {})), None)
    if found is None:
        raise InputSalah("", CONTENT_ELSEWHERE)
    for name in tables:
        _bring_back(tx, name, found.get(name, {}))


def _bring_back(tx: Tx, table: str, wanted: Mapping[str, Fields]) -> None:
    there = many.rows(tx.con, table, wanted)
    missing = {row_id: fields for row_id, fields in wanted.items() if row_id not in there}
    locks.refuse(tx.con, tx.tables[table], missing, missing.values())
    scopes = many.scopes(tx.con, table, missing)
    many.restore(tx, table, {row_id: (scopes[row_id], fields) for row_id, fields in missing.items()})


def _kept(table: Table) -> bool:
    """Tell whether rows of a table are deleted by people: a ledger's never are, the city's own not by offices."""
    return table.ledger is None and not table.city_only


def _deletions(con: sqlite.Connection, tables: Mapping[str, Table]) -> Iterable[tuple[tuple[object, ...], Gone]]:
    """Yield (act id, act, time, author, PC) with each row that is gone, in the order of the deletions."""
    last: dict[Row, tuple[tuple[object, ...], str]] = {}
    for _no, act_id, act, at, by, origin, table, row_id, before in con.execute(_DELETIONS, (FROM_CITY,)):
        if table in tables:
            last.pop((table, row_id), None)
            last[table, row_id] = (act_id, act, at, by, origin), before
    visible = _visible(con, last)
    for (table, row_id), (head, before) in last.items():
        fields: Fields = json.loads(before)
        needed = (column.name for column in tables[table].columns if column.required)
        if (table, row_id) not in visible and all(fields.get(name) is not None for name in needed):
            yield head, Gone(table, row_id, {name: value for name, value in fields.items() if value is not None})


def _visible(con: sqlite.Connection, rows: Iterable[Row]) -> set[Row]:
    ids: dict[str, list[str]] = {}
    for table, row_id in rows:
        ids.setdefault(table, []).append(row_id)
    return {
        (table, str(row[0]))
        for table, some in ids.items()
        for row in con.execute(
            f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(some),)
        )
    }


def _names(store: Store, groups: list[list[Gone]]) -> list[str]:
    """Name every deletion by the row of it that says most, as if its rows were still here; a large one by its size."""
    some = [group if len(group) <= acts.FEW else [] for group in groups]
    with closing(engine.open_reader(store.path, store.key)) as con:
        con.execute("PRAGMA query_only=OFF")
        _lay_over(con, store.tables, [gone for group in some for gone in group])
        return [
            max(
                (naming.row(con, store.tables, gone.table, gone.row_id) for gone in few),
                key=len, default=acts.MANY.format(n=len(group)),
            )
            for few, group in zip(some, groups, strict=True)
        ]  # fmt: skip


def _lay_over(con: sqlite.Connection, tables: Mapping[str, Table], gone: list[Gone]) -> None:
    """Let this connection see the deleted rows in their tables too; nothing is written to the file."""
    for name in {one.table for one in gone}:
        names = ("id", "lingkup", *(column.name for column in tables[name].columns))
        columns = ", ".join(names)
        con.execute(f"CREATE TEMP TABLE buang_{name} ({columns})")
        con.executemany(
            f"INSERT INTO buang_{name} VALUES ({', '.join('?' * len(names))})",
            [(one.row_id, "", *(one.fields.get(n) for n in names[2:])) for one in gone if one.table == name],
        )
        con.execute(
            f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{name} UNION ALL SELECT {columns} FROM buang_{name}"
        )
