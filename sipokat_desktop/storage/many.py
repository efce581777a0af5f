"""Many rows of one table deleted, restored or changed in an act: what was seen is read at once, not row by row."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.storage import sqlite

from . import seen
from .record import Written
from .tx import Tx


def rows(con: sqlite.Connection, table: str, ids: Collection[str]) -> dict[str, Fields]:
    """Return the visible rows among ``ids``, whole, by id."""
    cursor = con.execute(f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_list(ids),))
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, values, strict=True)) for values in cursor)
    return {str(row["id"]): row for row in found}


def scopes(con: sqlite.Connection, table: str, ids: Collection[str]) -> dict[str, str]:
    """Return the scopes of rows that may be gone: as the city knows them, else as their ops said."""
    found: dict[str, str] = {}
    for source, key in (
        ("sync_shadow WHERE tabel = ?", "id"),
        ("sync_op WHERE tabel = ? AND state IN ('pending', 'sent')", "row_id"),
        ("sync_op WHERE tabel = ?", "row_id"),
    ):
        missing = [row_id for row_id in ids if row_id not in found]
        if not missing:
            break
        wanted = f"SELECT DISTINCT {key}, lingkup FROM {source} AND {key} IN (SELECT value FROM json_each(?))"
        found |= {str(row[0]): str(row[1]) for row in con.execute(wanted, (table, _list(missing)))}
    return found


def delete(tx: Tx, table: str, ids: Collection[str]) -> None:
    """Remove visible rows, as :meth:`Tx.delete` does each; a row that is not here is left out."""
    present, known = rows(tx.con, table, ids), seen.known(tx.con, table, ids)
    written = [
        Written(row_id, str(row["lingkup"]), _content(row), {}, seen.whole(known.get(row_id, {})))
        for row_id, row in ((row_id, present[row_id]) for row_id in ids if row_id in present)
    ]
    with tx.gate.opened():
        tx.con.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_list([w.row_id for w in written]),)
        )
    tx.log("delete", table, written)


def restore(tx: Tx, table: str, wanted: Mapping[str, tuple[str, Fields]]) -> None:
    """Bring deleted rows back, as :meth:`Tx.restore` does each; the values are (scope, fields)."""
    known = seen.known(tx.con, table, wanted)
    written = [
        Written(row_id, scope, {}, fields, seen.whole(known.get(row_id, {})))
        for row_id, (scope, fields) in wanted.items()
    ]
    names = sorted({name for _, fields in wanted.values() for name in fields})
    marks = ", ".join("?" * (len(names) + 2))
    with tx.gate.opened():
        tx.con.executemany(
            f"INSERT INTO {table} ({', '.join(('id', 'lingkup', *names))}) VALUES ({marks})",
            [(w.row_id, w.scope, *(w.after.get(name) for name in names)) for w in written],
        )
    tx.log("restore", table, written)


def update(tx: Tx, table: str, wanted: Mapping[str, Fields]) -> None:
    """Change the fields that differ, as :meth:`Tx.update` does each. Raises KeyError for an unknown row."""
    present = rows(tx.con, table, wanted)
    differing = {
        row_id: {name: value for name, value in fields.items() if present[row_id][name] != value}
        for row_id, fields in wanted.items()
    }
    changed = {row_id: fields for row_id, fields in differing.items() if fields}
    known = seen.known(tx.con, table, changed)
    written = [
        Written(
            row_id, str(present[row_id]["lingkup"]), {name: present[row_id][name] for name in fields}, fields,
            seen.among(known.get(row_id, {}), fields),
        )
        for row_id, fields in changed.items()
    ]  # fmt: skip
    _assign(tx, table, changed)
    tx.log("set", table, written)


def _assign(tx: Tx, table: str, changed: Mapping[str, Fields]) -> None:
    by_names: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
    for row_id, fields in changed.items():
        by_names.setdefault(tuple(fields), []).append((*fields.values(), row_id))
    with tx.gate.opened():
        for names, values in by_names.items():
            pairs = ", ".join(f"{name} = ?" for name in names)
            tx.con.executemany(f"UPDATE {table} SET {pairs} WHERE id = ?", values)


def _content(row: Fields) -> Fields:
    return {name: value for name, value in row.items() if name not in ("id", "lingkup") and value is not None}


def _list(ids: Iterable[str]) -> str:
    return json.dumps(list(ids))
