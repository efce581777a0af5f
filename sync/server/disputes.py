"""Writes what waits for a person: the conflicts over what a push touched, and the ops that it held or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import update

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import DITAHAN, HAPUS, HELD, TERBUKA
from sync import conflict, merge
from sync.conflict import Book
from sync.merge import WHOLE_ROW, Verdict
from sync.operation import Op
from sync.register import Doc

from .batch import CITY, TABLES, Batch, Key
from .schema import DEVICE, OP_LOG

KOTA = "Kota"
Judged = list[tuple[Op, Verdict]]


class Row(NamedTuple):
    """A conflict as it should be: its scope and id, its fields (None: there is none)."""

    scope: str
    id: str
    fields: Fields | None


def foresee(batch: Batch, ops: Iterable[Op]) -> None:
    """Read at once the ops whose fields are about to be written by others that had not seen them."""
    rivals: set[str] = set()
    for op in ops:
        doc = batch.docs.get((op.table, op.row))
        if doc is None or op.kind == "append":
            continue
        if doc.deleted or HELD in doc.writers:
            rivals.update(op_id for heads in doc.writers.values() for op_id in heads.split())
            continue
        names = doc.names() if op.kind == "delete" else op.fields.keys()
        for there in map(doc.written, names):
            rivals.update(there.split() if there not in op.seen.values() else ())
    if rivals:
        batch.fetch(rivals)


def settle(batch: Batch, judged: Judged, scopes: frozenset[str], *, now: int) -> Judged:
    """Bring the conflicts up to date with what was judged; ops that need not wait any more are told so."""
    rows = _disputed(batch)
    settled = {row.id for row in rows if row.fields is None or row.fields["keadaan"] != TERBUKA}
    released = [(op, _released(op, verdict, settled)) for op, verdict in judged]
    waiting = [(op, v) for op, v in released if _waits(op, v, scopes)]
    names = labels(batch, [op.op_id for op, _ in waiting])
    rows += [_held(op, verdict, names.get(op.op_id, "")) for op, verdict in waiting]
    put(batch, rows, now=now)
    for op, verdict in released:
        if op.table == conflict.TABLE and verdict.outcome == "applied" and verdict.doc is not None:
            _answer(batch, verdict.doc.fields)
    return released


def _released(op: Op, verdict: Verdict, settled: set[str]) -> Verdict:
    waits = verdict.outcome == "held" and WHOLE_ROW in verdict.disputed
    if waits and conflict.field_id(op.table, op.row, WHOLE_ROW) in settled:
        return verdict._replace(outcome="merged", reason="")
    return verdict


def _waits(op: Op, verdict: Verdict, scopes: frozenset[str]) -> bool:
    """Tell whether an op gets a row of its own: one that a delete is in the way of waits in the row's conflict."""
    table = TABLES.get(op.table)
    ours = op.scope in scopes and not (table and table.city_only)
    return ours and verdict.outcome in ("held", "refused") and WHOLE_ROW not in verdict.disputed


def _held(op: Op, verdict: Verdict, label: str) -> Row:
    refused = verdict.outcome == "refused"
    fields = conflict.of_op(op, refused=refused, field=verdict.field, reason=verdict.reason, device=label)
    return Row(op.scope, conflict.held_id(op.op_id), fields)


def _disputed(batch: Batch) -> list[Row]:
    if not batch.disputed:
        return []
    batch.fetch(_heads(batch))
    batch.fetch(_seen_by_heads(batch))
    told = labels(batch, batch.past)
    return [row for key, names in batch.disputed.items() for row in _rows(batch, key, names, told)]


def _heads(batch: Batch) -> set[str]:
    found: set[str] = set()
    for names in batch.disputed.values():
        for name, (_, doc) in names.items():
            found.update(doc.deletes())
            for one in doc.names() if name == WHOLE_ROW else [name]:
                found.update(doc.written(one).split())
    return found


def _seen_by_heads(batch: Batch) -> set[str]:
    closers = {op.op_id for names in batch.disputed.values() for op, _ in names.values()}
    known = filter(None, map(batch.past.get, _heads(batch) | closers))
    return {op_id for op in known for seen in op.seen.values() for op_id in seen.split()}


def _rows(batch: Batch, key: Key, names: dict[str, tuple[Op, Doc]], told: dict[str, str]) -> Iterable[Row]:
    """Return the conflicts of one row; only ops on that very row are told, whatever an op claims to have seen."""
    scope = batch.scopes[key]

    def look(op_id: str) -> Op | None:
        op = batch.look(op_id)
        return op if op is not None and (op.scope, op.table, op.row) == (scope, *key) else None

    book = Book(look, lambda op_id: told.get(op_id, ""))
    for name, (op, doc) in sorted(names.items(), key=lambda item: item[0]):
        if name == WHOLE_ROW:
            fields = conflict.of_row(key, doc, op, book)
        else:
            fields = conflict.of_field(key, name, doc, book, hard=merge.hard(TABLES.get(key[0]), name))
        yield Row(scope, conflict.field_id(*key, name), fields)


def labels(batch: Batch, op_ids: Iterable[str]) -> dict[str, str]:
    """Return the label of the PC that each op in the batch's memory came from."""
    device = {op_id: batch.senders[op_id] for op_id in op_ids if op_id in batch.senders}
    keys = [{"id": one} for one in sorted({*device.values()} - {CITY})]
    names = {CITY: KOTA} | {one: label for one, label in batch.db.matching(batch.con, DEVICE, keys, ("id", "label"))}
    return {op_id: names.get(one, "") for op_id, one in device.items()}


def put(batch: Batch, rows: Sequence[Row], *, now: int) -> None:
    """Write conflicts where they changed; the ops behind one that is over are answered."""
    for scope in sorted({row.scope for row in rows}):
        batch.load([(conflict.TABLE, row.id) for row in rows if row.scope == scope], scope)
    for scope, row_id, fields in rows:
        key = (conflict.TABLE, row_id)
        old = batch.docs.get(key)
        before = None if old is None or old.deleted else old.fields
        if before == (fields and {name: value for name, value in fields.items() if value is not None}):
            continue
        doc = Doc(fields, {"*": CITY}) if fields else Doc({}, {"*": CITY}, deleted=True)
        batch.put(key, scope, doc, ("", CITY, now))
        if before and before.get("keadaan") == TERBUKA and (fields or {}).get("keadaan") != TERBUKA:
            _answer(batch, before | {"keadaan": ""})


def _answer(batch: Batch, fields: Fields) -> None:
    """Note in the log that the ops behind a conflict wait no more, or do again: a repeat is told the same."""
    waits = "held" if fields.get("jenis") == DITAHAN else "refused"
    opened = fields.get("keadaan") == TERBUKA
    now, then = (waits, "merged") if opened else ("merged", waits)
    if fields.get("jenis") == HAPUS:
        now, then = "merged", "held"
    values = {"outcome": now, "reason": fields.get("alasan") or "" if opened else ""}
    batch.con.execute(
        update(OP_LOG).where(OP_LOG.c.op_id.in_(conflict.ops_of(fields)), OP_LOG.c.outcome == then).values(values)
    )
