"""Many rows of one table deleted, restored or changed in an act: what was seen is read at once, not row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.ids import new_id

from . import oplog
from .core import HELD, REST
from .tx import Tx

Seen = dict[str, str]


class Written(NamedTuple):
    """One change of one row as the log keeps it."""

    row_id: str
    scope: str
    before: Fields
    after: Fields
    seen: Seen


def rows(con: sqlite3.Connection, table: str, ids: Collection[str]) -> dict[str, Fields]:
    """Return the visible rows among ``ids``, whole, by id."""
    cursor = con.execute(f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_list(ids),))
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, values, strict=True)) for values in cursor)
    return {str(row["id"]): row for row in found}


def scopes(con: sqlite3.Connection, table: str, ids: Collection[str]) -> dict[str, str]:
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
    present, known = rows(tx.con, table, ids), _known(tx.con, table, ids)
    written = [
        Written(row_id, str(row["lingkup"]), _content(row), {}, _whole(known.get(row_id, {})))
        for row_id, row in ((row_id, present[row_id]) for row_id in ids if row_id in present)
    ]
    with tx.gate.opened():
        tx.con.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_list([w.row_id for w in written]),)
        )
    log(tx, "delete", table, written)


def restore(tx: Tx, table: str, wanted: Mapping[str, tuple[str, Fields]]) -> None:
    """Bring deleted rows back, as :meth:`Tx.restore` does each; the values are (scope, fields)."""
    known = _known(tx.con, table, wanted)
    written = [
        Written(row_id, scope, {}, fields, _whole(known.get(row_id, {}))) for row_id, (scope, fields) in wanted.items()
    ]
    names = sorted({name for _, fields in wanted.values() for name in fields})
    marks = ", ".join("?" * (len(names) + 2))
    with tx.gate.opened():
        tx.con.executemany(
            f"INSERT INTO {table} ({', '.join(('id', 'lingkup', *names))}) VALUES ({marks})",
            [(w.row_id, w.scope, *(w.after.get(name) for name in names)) for w in written],
        )
    log(tx, "restore", table, written)


def update(tx: Tx, table: str, wanted: Mapping[str, Fields]) -> None:
    """Change the fields that differ, as :meth:`Tx.update` does each. Raises KeyError for an unknown row."""
    present = rows(tx.con, table, wanted)
    differing = {
        row_id: {name: value for name, value in fields.items() if present[row_id][name] != value}
        for row_id, fields in wanted.items()
    }
    changed = {row_id: fields for row_id, fields in differing.items() if fields}
    known = _known(tx.con, table, changed)
    written = [
        Written(
            row_id, str(present[row_id]["lingkup"]), {name: present[row_id][name] for name in fields}, fields,
            _of_fields(known.get(row_id, {}), fields),
        )
        for row_id, fields in changed.items()
    ]  # fmt: skip
    _assign(tx, table, changed)
    log(tx, "set", table, written)


def _assign(tx: Tx, table: str, changed: Mapping[str, Fields]) -> None:
    by_names: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
    for row_id, fields in changed.items():
        by_names.setdefault(tuple(fields), []).append((*fields.values(), row_id))
    with tx.gate.opened():
        for names, values in by_names.items():
            pairs = ", ".join(f"{name} = ?" for name in names)
            tx.con.executemany(f"UPDATE {table} SET {pairs} WHERE id = ?", values)


def log(tx: Tx, kind: str, table: str, written: Sequence[Written]) -> None:
    """Write ops and history of rows of one table that an act has changed, in this order."""
    act = tx.act
    oplog.insert_many(tx.con, tx.chain, (_op(tx, kind, table, w) for w in written), act.at)
    tx.con.executemany(
        "INSERT INTO riwayat (act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (act.act_id, act.name, act.at, act.by, act.origin, table, w.row_id, _text(w.before), _text(w.after))
            for w in written
        ),
    )
    if written:
        tx.touched.setdefault(table, []).extend(w.row_id for w in written)


def _op(tx: Tx, kind: str, table: str, w: Written) -> dict[str, object]:
    act = tx.act
    op: dict[str, object] = {
        "op_id": new_id(), "act": act.name, "act_id": act.act_id, "by": act.by, "kind": kind,
        "table": table, "row": w.row_id, "scope": w.scope, "fields": w.after,
    }  # fmt: skip
    return op | {"seen": w.seen} if w.seen else op


def _known(con: sqlite3.Connection, table: str, ids: Iterable[str]) -> dict[str, Seen]:
    """Return per row and written field the ops that this PC has seen last, under HELD the deletes of the row."""
    wanted = _list(ids)
    found: dict[str, Seen] = {}
    shadows = con.execute(
        "SELECT id, deleted, doc, writers FROM sync_shadow WHERE tabel = ? AND id IN (SELECT value FROM json_each(?))",
        (table, wanted),
    )
    for row_id, deleted, doc, text in shadows:
        writers: Seen = json.loads(text)
        rest = writers.get(REST, "")
        fields = {HELD: rest} if deleted else {HELD: "", **dict.fromkeys(json.loads(doc), rest)}
        found[str(row_id)] = fields | writers
    waiting = con.execute(
        f"""SELECT row_id, op_id, body FROM sync_op WHERE row_id IN (SELECT value FROM json_each(?))
            AND state IN {oplog.WAITING} ORDER BY hlc""",
        (wanted,),
    )
    for row_id, op_id, body in waiting:
        op = json.loads(body)
        known = found.setdefault(str(row_id), {})
        known |= {HELD: op_id} if op["kind"] == "delete" else dict.fromkeys(op["fields"], op_id)
    return found


def _whole(known: Seen) -> Seen:
    return {name: seen for name, seen in known.items() if name != REST}


def _of_fields(known: Seen, names: Iterable[str]) -> Seen:
    rest = known.get(REST, "")
    return {name: heads for name in names if (heads := known.get(name, rest))}


def _content(row: Fields) -> Fields:
    return {name: value for name, value in row.items() if name not in ("id", "lingkup") and value is not None}


def _list(ids: Iterable[str]) -> str:
    return json.dumps(list(ids))


_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
