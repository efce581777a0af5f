"""Takes the city's pages in: staged page by page, applied with the cursor in one transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from pydantic_core import from_json

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.canonical import Fields, row_hash
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.core import TERBUKA
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.oplog import WAITING
from sync import conflict
from sync.merge import overlay
from sync.operation import Op
from sync.protocol import Author, Page, Row, RowsAnswer

HISTORY_LIMIT = 2000
SYNC = "sinkron"
"""The act of a history entry that came from the city; its act id is this word and the time of the sync."""

STATE = "tabel, id, lingkup, seq, deleted, doc, writers, hash, oleh, asal, waktu"

Key = tuple[str, str]
Rows = dict[str, list[str]]
"""Row ids per table."""


def merge(into: Rows, more: Mapping[str, Iterable[str]]) -> None:
    """Add the rows of ``more``."""
    for table, ids in more.items():
        into.setdefault(table, []).extend(ids)


def position(cursor: str) -> int:
    """Return the place in the scope's order that a cursor stands for."""
    return int(cursor.partition(".")[0] or 0)


def cursors(con: sqlite.Connection, scopes: Iterable[str]) -> dict[str, str]:
    """Return per scope the cursor to ask from: the staged one, so that a broken download goes on."""
    known = {str(row[0]): str(row[1]) for row in con.execute("SELECT lingkup, staged FROM sync_cursor")}
    return {scope: known.get(scope, "") for scope in scopes}


def take_page(con: sqlite.Connection, page: Page, tables: Mapping[str, Table], now: int) -> Rows:
    """Stage a page; with the last one apply all that is staged. Returns the changed row ids per table."""
    if page.resync:
        forget(con, page.scope)
    _stage(con, page.scope, page.rows, page.people)
    con.execute(
        """INSERT INTO sync_cursor VALUES (?, '', ?) ON CONFLICT (lingkup) DO UPDATE SET staged = excluded.staged""",
        (page.scope, page.cursor),
    )
    if page.more:
        return {}
    changed = _apply(con, page.scope, tables, now)
    if page.rows or page.resync:
        merge(changed, _drop_forgotten(con, page.scope, tables))
    con.execute("UPDATE sync_cursor SET cursor = staged WHERE lingkup = ?", (page.scope,))
    return changed


def _drop_forgotten(con: sqlite.Connection, scope: str, tables: Mapping[str, Table]) -> Rows:
    """Take what only the city writes off the screen where a restored city does not know it any more.

    What an office wrote is never taken away so: it stays, and its ops are sent again.
    """
    gone: Rows = {}
    for table in (table for table in tables.values() if table.city_only):
        rows = con.execute(
            f"""DELETE FROM {table.name} WHERE lingkup = ? AND NOT EXISTS
                (SELECT 1 FROM sync_shadow s WHERE s.tabel = ? AND s.id = {table.name}.id) RETURNING id""",
            (scope, table.name),
        )
        if ids := [str(row[0]) for row in rows.fetchall()]:
            gone[table.name] = ids
    return gone


def take_rows(con: sqlite.Connection, scope: str, answer: RowsAnswer, tables: Mapping[str, Table], now: int) -> Rows:
    """Apply single rows that were asked for by their ids, with what a download under way has staged."""
    _stage(con, scope, answer.rows, answer.people)
    return _apply(con, scope, tables, now)


def _stage(con: sqlite.Connection, scope: str, rows: Iterable[Row], people: Sequence[Author]) -> None:
    con.executemany(
        "INSERT OR REPLACE INTO sync_inbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (scope, seq, table, row_id, deleted, doc, writers, row_hash(table, row_id, bool(deleted), doc),
             *people[who], at)
            for table, row_id, seq, deleted, doc, writers, who, at in rows
        ),
    )  # fmt: skip


def forget(con: sqlite.Connection, scope: str) -> None:
    """Drop what the city is believed to hold in ``scope``; visible rows and the outbox stay."""
    for table in ("sync_shadow", "sync_inbox", "sync_cursor", "sync_digest"):
        con.execute(f"DELETE FROM {table} WHERE lingkup = ?", (scope,))


def _apply(con: sqlite.Connection, scope: str, tables: Mapping[str, Table], now: int) -> Rows:
    changed: Rows = {}
    names = con.execute("SELECT DISTINCT tabel FROM sync_inbox WHERE lingkup = ?", (scope,)).fetchall()
    for (name,) in names:
        _count(con, scope, name)
        if name in tables:
            changed[name] = _show(con, scope, tables[name], now)
    if conflict.TABLE in changed:
        _answered(con)
    con.execute(
        f"INSERT OR REPLACE INTO sync_shadow ({STATE}) SELECT {STATE} FROM sync_inbox WHERE lingkup = ?", (scope,)
    )
    con.execute("DELETE FROM sync_inbox WHERE lingkup = ?", (scope,))
    return {name: ids for name, ids in changed.items() if ids}


def _answered(con: sqlite.Connection) -> None:
    """Held and refused ops whose conflict is over wait no more; one that somebody reopened waits again."""
    staged = con.execute("SELECT id, deleted, doc FROM sync_inbox WHERE tabel = ?", (conflict.TABLE,))
    rows = {str(row[0]): {} if row[1] else from_json(row[2]) for row in staged}
    over = {row_id for row_id, fields in rows.items() if fields.get("keadaan") != TERBUKA}
    reopened = [op_id for row_id, fields in rows.items() if row_id not in over for op_id in conflict.ops_of(fields)]
    waiting = con.execute("SELECT op_id, tabel, row_id FROM sync_op WHERE state IN ('held', 'refused')").fetchall()
    done = [op for op, table, row in waiting if over & {conflict.held_id(op), conflict.field_id(table, row, "")}]
    mark = "UPDATE sync_op SET state = {} WHERE op_id = ? AND hasil IN ('held', 'refused')"
    con.executemany(mark.format("hasil"), ((op_id,) for op_id in reopened))
    con.executemany(mark.format("'acked'"), ((op_id,) for op_id in done))


def _count(con: sqlite.Connection, scope: str, table: str) -> None:
    """Bring count and sum of the row hashes up to date, from the rows as this PC stores them."""
    rows = con.execute(
        """SELECT i.hash, s.hash FROM sync_inbox i LEFT JOIN sync_shadow s ON s.tabel = i.tabel AND s.id = i.id
           WHERE i.lingkup = ? AND i.tabel = ?""",
        (scope, table),
    ).fetchall()
    total = sum([int(new, 16) - (int(old, 16) if old else 0) for new, old in rows if new != old])
    added = sum([old is None for _, old in rows])
    have = con.execute("SELECT jumlah, sum FROM sync_digest WHERE lingkup = ? AND tabel = ?", (scope, table)).fetchone()
    count, before = (int(have[0]), int(have[1], 16)) if have else (0, 0)
    con.execute(
        "INSERT OR REPLACE INTO sync_digest VALUES (?, ?, ?, ?)",
        (scope, table, count + added, f"{(before + total) % canonical.MODULUS:032x}"),
    )


def _show(con: sqlite.Connection, scope: str, table: Table, now: int) -> list[str]:
    """Make the staged rows of ``table`` visible, with this PC's waiting ops on top; returns what differs."""
    differing = _differing(con, scope, table)
    _note_history(con, scope, table, differing, now)
    waiting = {
        str(row[0])
        for row in con.execute(
            f"""SELECT DISTINCT o.row_id FROM sync_op o JOIN sync_inbox i ON i.id = o.row_id AND i.tabel = o.tabel
                WHERE o.tabel = ? AND o.state IN {WAITING}""",
            (table.name,),
        )
    }
    _copy(con, scope, table, differing.keys() - waiting)
    con.execute(
        f"""DELETE FROM {table.name} WHERE id IN
            (SELECT id FROM sync_inbox WHERE tabel = ? AND lingkup = ? AND deleted = 1)""",
        (table.name, scope),
    )
    for row_id in waiting:
        _put(con, table, row_id, scope, _waiting_on(con, table.name, row_id, _staged(con, table.name, row_id)))
    return list(differing)


def _copy(con: sqlite.Connection, scope: str, table: Table, wanted: AbstractSet[str]) -> None:
    """Copy the staged rows ``wanted`` into their table; all of them in a first download."""
    staged = "FROM sync_inbox WHERE tabel = ? AND lingkup = ? AND deleted = 0"
    whole = con.execute(f"SELECT count(*) {staged}", (table.name, scope)).fetchone()[0] == len(wanted)
    names = ("id", "lingkup", *(column.name for column in table.columns))
    values = ", ".join(["id", "lingkup", *(f"json_extract(doc, '$.{column.name}')" for column in table.columns)])
    sets = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    con.execute(
        f"""INSERT INTO {table.name} ({", ".join(names)})
            SELECT {values} {staged} AND (? OR id IN (SELECT value FROM json_each(?)))
            ON CONFLICT (id) DO UPDATE SET {sets}""",
        (table.name, scope, whole, json.dumps([] if whole else sorted(wanted))),
    )


def _differing(con: sqlite.Connection, scope: str, table: Table) -> dict[str, tuple[Fields, Fields]]:
    """Return per staged row whose visible content will change: the fields before and after."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f"t.{name}" for name in names)
    new_rows = con.execute(
        f"""SELECT i.id FROM sync_inbox i WHERE i.tabel = ? AND i.lingkup = ? AND i.deleted = 0
            AND NOT EXISTS (SELECT 1 FROM {table.name} t WHERE t.id = i.id)""",
        (table.name, scope),
    )
    nothing: tuple[Fields, Fields] = ({}, {})
    found = {str(row[0]): nothing for row in new_rows}
    rows = con.execute(
        f"""SELECT i.id, i.deleted, i.doc, {columns} FROM sync_inbox i JOIN {table.name} t ON t.id = i.id
            WHERE i.tabel = ? AND i.lingkup = ?""",
        (table.name, scope),
    )
    for row in rows:
        new: Fields = {} if row[1] else from_json(row[2])
        after = tuple(map(new.get, names))
        if row[3:] != after:
            before = {name: old for name, old, value in zip(names, row[3:], after, strict=True) if old != value}
            found[row[0]] = (before, {name: new.get(name) for name in before})
    return found


def _note_history(
    con: sqlite.Connection, scope: str, table: Table, differing: Mapping[str, tuple[Fields, Fields]], now: int
) -> None:
    """Record what others changed, with author, PC and time; a first download is no history."""
    known = con.execute("SELECT cursor FROM sync_cursor WHERE lingkup = ?", (scope,)).fetchone()
    if not differing or known is None or not known[0]:
        return
    rows = con.execute(
        "SELECT id, oleh, asal, waktu, doc FROM sync_inbox WHERE tabel = ? AND lingkup = ? LIMIT ?",
        (table.name, scope, HISTORY_LIMIT),
    ).fetchall()
    con.executemany(
        "INSERT INTO riwayat (act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (f"{SYNC} {now}", SYNC, at or now, by, origin, table.name, row_id, *_before_after(differing[row_id], doc))
            for row_id, by, origin, at, doc in rows
            if row_id in differing
        ),
    )


def _before_after(pair: tuple[Fields, Fields], doc: str) -> tuple[str, str]:
    """Return both sides as JSON; a new row's content is the city's document."""
    before, after = pair
    return json.dumps(before), json.dumps(after) if before else doc


def _staged(con: sqlite.Connection, table: str, row_id: str) -> Fields | None:
    row = con.execute("SELECT deleted, doc FROM sync_inbox WHERE tabel = ? AND id = ?", (table, row_id)).fetchone()
    return _fields(row)


def _shadowed(con: sqlite.Connection, table: str, row_id: str) -> Fields | None:
    row = con.execute("SELECT deleted, doc FROM sync_shadow WHERE tabel = ? AND id = ?", (table, row_id)).fetchone()
    return _fields(row)


def _fields(row: tuple[int, str] | None) -> Fields | None:
    if row is None or row[0]:
        return None
    fields: Fields = json.loads(row[1])
    return fields


def _waiting_on(con: sqlite.Connection, table: str, row_id: str, base: Fields | None) -> Fields | None:
    bodies = con.execute(
        f"SELECT body FROM sync_op WHERE tabel = ? AND row_id = ? AND state IN {WAITING} ORDER BY hlc, n",
        (table, row_id),
    )
    for (body,) in bodies.fetchall():
        base = overlay(base or {}, Op.parse(body))
    return base


def _put(con: sqlite.Connection, table: Table, row_id: str, scope: str, fields: Fields | None) -> None:
    if fields is None:
        con.execute(f"DELETE FROM {table.name} WHERE id = ?", (row_id,))
        return
    names = [column.name for column in table.columns]
    sets = ", ".join(f"{name} = excluded.{name}" for name in names)
    con.execute(
        f"""INSERT INTO {table.name} (id, lingkup, {", ".join(names)}) VALUES ({", ".join("?" * (len(names) + 2))})
            ON CONFLICT (id) DO UPDATE SET {sets}""",
        (row_id, scope, *(fields.get(name) for name in names)),
    )


def show_again(con: sqlite.Connection, rows: Iterable[Key], tables: Mapping[str, Table]) -> Rows:
    """Recompute visible rows whose op the city did not take as it was: the city's state + waiting ops."""
    changed: Rows = defaultdict(list)
    for name, row_id in rows:
        if name not in tables:
            continue
        scope = con.execute(
            "SELECT lingkup FROM sync_op WHERE tabel = ? AND row_id = ? LIMIT 1", (name, row_id)
        ).fetchone()[0]
        base = _shadowed(con, name, row_id)
        _put(con, tables[name], row_id, scope, _waiting_on(con, name, row_id, base))
        changed[name].append(row_id)
    return changed
