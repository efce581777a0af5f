"""Takes operations in: one transaction checks the chain, judges every op, and gives the rows their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sipokat_desktop.kernel import clock, wilayah
from sipokat_desktop.storage import permits
from sync import merge
from sync.merge import Verdict
from sync.operation import Op
from sync.protocol import OpResult, WireOp

from . import disputes, slots
from .batch import CITY, TABLES, Batch, Key, commit, lock_incarnation, lock_scopes
from .database import Asked, Database, Put
from .policies import OP, bound, owners
from .schema import OP_LOG

__all__ = ["CITY", "TABLES", "Batch", "Sender", "commit", "judge_all", "lock_incarnation", "lock_scopes"]

BUKAN_WILAYAH = "Data ini milik kelurahan lain, jadi tidak diterima dari komputer ini."
RUSAK = "Isi perubahan ini tidak terbaca. Data tetap ada di komputer ini; kirim laporan masalah."
DICABUT = "Komputer ini sudah dicabut izinnya. Perubahan disimpan dan menunggu keputusan kota."


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose ops are judged: incarnation, device, the scopes it may write; a revoked one's are all held.

    ``own``: the scope of its office; in those of the offices below it, and in the city's, it may write some tables.
    """

    inc: str
    device_id: str
    label: str
    scopes: frozenset[str]
    revoked: bool = False
    own: str = ""


def judge_all(
    db: Database, con: Connection, ops: Sequence[WireOp], sender: Sender, *, now: int, batch: Batch | None = None,
    notes: Iterable[Asked] = (),
) -> list[OpResult]:  # fmt: skip
    """Judge ``ops`` in order, write what they do, and return an outcome for each; an empty ``batch`` is told the rows,
    ``notes`` are written with the log.

    The caller holds the incarnation's row and has checked the chain. Rows are read under the locks of
    their scopes: what another office writes meanwhile is never overwritten unseen.
    """
    parsed = [_parse(op, sender.inc, now) for op in ops]
    lock_scopes(db, con, {op.scope for op in parsed if op and op.scope in sender.scopes})
    batch = batch or Batch(db, con)
    batch.load((op.table, op.row) for op in parsed if op)
    batch.load(_parents(op for op in parsed if op))
    disputes.foresee(batch, (op for op in parsed if op))
    known = _known(batch, [op for op in parsed if op], sender.scopes)
    judged: list[tuple[Op, Verdict]] = []
    barred: list[tuple[Op, Verdict]] = []
    wires: dict[str, WireOp] = {}
    for wire, op in zip(ops, parsed, strict=True):
        if op is not None and op.op_id not in known and op.op_id not in wires:
            wires[op.op_id] = wire
            if why := not_its_own(op, batch, sender.own):
                barred.append((op, Verdict("refused", why)))
            else:
                judged.append((op, _judge(op, batch, sender)))
    judged = [*disputes.settle(batch, judged, sender.scopes, now=now), *barred]
    slots.claim(batch, [op for op, verdict in judged if op.kind == "append" and verdict.doc is not None], now=now)
    commit(db, con, batch, now=now)
    known |= {op.op_id: _result(op, verdict) for op, verdict in judged}
    log = [_log_row(op, wires[op.op_id], known[op.op_id], sender.device_id, now) for op, _ in judged]
    db.store(con, Put(OP_LOG, log), *notes)
    return [
        known[op.op_id] if op else OpResult(op_id=f"n{wire.n}", outcome="refused", reason=RUSAK)
        for wire, op in zip(ops, parsed, strict=True)
    ]


def _result(op: Op, verdict: Verdict) -> OpResult:
    return OpResult(op_id=op.op_id, outcome=verdict.outcome, reason=verdict.reason, field=verdict.field)


def _parse(wire: WireOp, inc: str, now: int) -> Op | None:
    """Return the op with its time brought near to ``now``; None when it is none or bears another's place."""
    try:
        op = Op.parse(wire.body)
    except ValueError:
        return None
    if (op.inc, op.n) != (inc, wire.n):
        return None
    hlc = clock.clamp(op.hlc, now)
    return op if hlc == op.hlc else op._replace(hlc=hlc)


def _parents(ops: Iterable[Op]) -> Iterable[Key]:
    for op in ops:
        table = TABLES.get(op.table)
        if table and table.locked_by and table.locked_by.column in op.fields:
            yield (table.locked_by.table, str(op.fields[table.locked_by.column]))


def _judge(op: Op, batch: Batch, sender: Sender) -> Verdict:
    key = (op.table, op.row)
    batch.note(op, sender.device_id)
    if op.scope not in sender.scopes or batch.scopes.get(key, op.scope) != op.scope:
        return Verdict("refused", BUKAN_WILAYAH)
    if sender.revoked:
        return Verdict("held", DICABUT)
    op = trimmed(op, batch, sender.own)
    verdict = merge.judge(op, TABLES.get(op.table), batch.docs.get(key), batch.context)
    if verdict.doc is not None:
        batch.put(key, op.scope, verdict.doc, (op.by, sender.label, op.hlc >> 16))
        if verdict.disputed:
            batch.dispute(key, op, verdict.disputed)
    return verdict


def not_its_own(op: Op, batch: Batch, own: str) -> str:
    """Return why the office ``own`` may not do ``op`` to a row of an office below it or of the city's, or to what of
    its own only an office above fills; empty where it may. No conflict tells the others of it: the op stays visible at
    the PC that it came from.

    Of a table that this version does not know nothing is said yet: the op waits for a newer one, and is asked again.
    """
    if own and own == op.scope and (why := _for_above(op, batch)):
        return why
    if not permits.limited(own, op.scope) or op.scope not in wilayah.lingkup_tulis(own):
        return ""
    table, doc = TABLES.get(op.table), batch.docs.get((op.table, op.row))
    if table is None:
        return ""
    if table.city_only:
        decided = doc.fields if op.kind == "move" and doc is not None else None
        allowed = decided is not None and permits.may_decide(TABLES, decided, own=own, scope=op.scope)
    else:
        there = doc is not None or permits.may_add(table, own=own, scope=op.scope)
        allowed = there and permits.may(table, op.kind, op.fields, own=own, scope=op.scope)
    return "" if allowed else permits.refusal(table, op.scope)


def _for_above(op: Op, batch: Batch) -> str:
    """Return why an office may not write what only one above it fills in its rows."""
    table = TABLES.get(op.table)
    if table is None or not table.above:
        return ""
    kind = op.kind if (op.table, op.row) in batch.docs else "set"
    name = permits.above_said(table, kind, op.fields, op.seen)
    return permits.refusal_above(table, name, op.scope) if name else ""


def trimmed(op: Op, batch: Batch, own: str) -> Op:
    """Return a restore of a row that is there without what only an office above ``own`` fills: that stays as it is."""
    if op.kind != "restore" or own != op.scope:
        return op
    table, doc = TABLES.get(op.table), batch.docs.get((op.table, op.row))
    if table is None or doc is None or doc.deleted:
        return op
    return op._replace(fields={name: value for name, value in op.fields.items() if name not in table.above})


def _known(batch: Batch, ops: Sequence[Op], scopes: frozenset[str]) -> dict[str, OpResult]:
    """Return what became of ops that the log holds; of another scope's nothing is told.

    The batch is told whose the rows are that exist, but out of reach.
    """
    db, con = batch.db, batch.con
    op_ids = dict.fromkeys(op.op_id for op in ops)
    missing = dict.fromkeys(key for op in ops if batch.docs[key := (op.table, op.row)] is None)
    found = owners(con, missing, op_ids)
    batch.scopes |= {key: scope for key, scope in found.items() if key[0] != OP}
    taken = [op_id for table, op_id in found if table == OP]
    known = {op_id: OpResult(op_id=op_id, outcome="refused", reason=BUKAN_WILAYAH) for op_id in taken}
    keys = [{"op_id": op_id} for op_id in (taken if bound(con) else op_ids)]
    rows = db.matching(con, OP_LOG, keys, ("op_id", "outcome", "reason", "field", "scope"))
    return known | {
        op_id: OpResult(
            op_id=op_id, outcome=told if told in ("held", "refused") else "duplicate", reason=reason, field=name
        )
        if scope in scopes
        else OpResult(op_id=op_id, outcome="refused", reason=BUKAN_WILAYAH)
        for op_id, told, reason, name, scope in rows
    }


def _log_row(op: Op, wire: WireOp, result: OpResult, device_id: str, now: int) -> dict[str, object]:
    return {
        "op_id": op.op_id, "inc": op.inc, "n": wire.n, "hash": wire.hash, "device_id": device_id, "scope": op.scope,
        "hlc": op.hlc, "tbl": op.table, "row_id": op.row, "body": wire.body,
        "outcome": result.outcome, "reason": result.reason, "field": result.field, "at": now,
    }  # fmt: skip
