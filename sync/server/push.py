"""Takes operations in: one transaction checks the chain, judges every op, and gives the rows their order."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, bindparam, select, update

from sipokat_desktop.kernel import canonical, clock
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.manifest import tables_of
from sync import merge
from sync.merge import Conflict, Context, Doc, Verdict
from sync.operation import Op
from sync.protocol import OpResult, WireOp

from .database import Database
from .schema import CLAIM, DIGEST, DOC, INCARNATION, OP_LOG, REVERSAL, SCOPE, SCOPE_COMMIT

TABLES = tables_of(MODULES)
BUKAN_WILAYAH = "Data ini milik kelurahan lain, jadi tidak diterima dari komputer ini."
RUSAK = "Isi perubahan ini tidak terbaca. Data tetap ada di komputer ini; kirim laporan masalah."
DICABUT = "Komputer ini sudah dicabut izinnya. Perubahan disimpan dan menunggu keputusan kota."

# Statements of every push are built once: to build one anew costs more than to run it.
_INCARNATION = select(INCARNATION).where(INCARNATION.c.inc == bindparam("at"))
_RAISE = update(SCOPE).where(SCOPE.c.id == bindparam("at")).values(head=SCOPE.c.head + bindparam("more"))
_RAISED = _RAISE.returning(SCOPE.c.head)
_DIGESTS = select(DIGEST).where(DIGEST.c.scope == bindparam("at"))

Key = tuple[str, str]
"""(table, row id)"""


@dataclass(slots=True)
class Batch:
    """The rows that a push touches, in memory: judged there, written set by set at the end.

    No SQL runs between two ops, so one bad op cannot spoil the others and needs no savepoint.
    """

    db: Database
    con: Connection
    docs: dict[Key, Doc | None] = field(default_factory=dict)
    scopes: dict[Key, str] = field(default_factory=dict)
    hashes: dict[Key, str] = field(default_factory=dict)
    changed: dict[Key, str] = field(default_factory=dict)
    hlcs: dict[str, int] = field(default_factory=dict)
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = Context(self.hlc_of, self.locked)

    def load(self, keys: Iterable[Key]) -> None:
        """Read rows that are not in memory yet."""
        missing = [key for key in dict.fromkeys(keys) if key not in self.docs]
        self.docs |= dict.fromkeys(missing)
        wanted = [{"tbl": table, "id": row_id} for table, row_id in missing]
        rows = self.db.matching(self.con, DOC, wanted, ("tbl", "id", "doc", "writers", "deleted", "scope", "hash"))
        for tbl, row_id, doc, writers, deleted, scope, digest in rows:
            self.docs[tbl, row_id] = Doc.load(doc, writers, bool(deleted))
            self.scopes[tbl, row_id], self.hashes[tbl, row_id] = scope, digest

    def hlc_of(self, op_id: str) -> int:
        """Return the hlc of an op that the log holds, 0 for one it does not."""
        if op_id not in self.hlcs:
            self.hlcs[op_id] = self.con.scalar(select(OP_LOG.c.hlc).where(OP_LOG.c.op_id == op_id)) or 0
        return self.hlcs[op_id]

    def locked(self, op: Op) -> bool:
        """Tell whether the list that the op's row belongs to has left its open state."""
        table = TABLES[op.table]
        if table.locked_by is None:
            return False
        doc = self.docs.get((op.table, op.row))
        parent = (doc.fields if doc else op.fields).get(table.locked_by.column)
        key = (table.locked_by.table, str(parent))
        self.load([key])
        owner = self.docs[key]
        return owner is not None and owner.fields.get(table.locked_by.state_column) != table.locked_by.open_state

    def put(self, key: Key, scope: str, doc: Doc) -> None:
        """Replace a row in memory and mark it for writing."""
        self.docs[key] = doc
        self.scopes.setdefault(key, scope)
        self.changed[key] = scope


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose ops are judged: incarnation, device, the scopes it may write; a revoked one's are all held."""

    inc: str
    device_id: str
    scopes: frozenset[str]
    revoked: bool = False


def judge_all(db: Database, con: Connection, ops: Sequence[WireOp], sender: Sender, *, now: int) -> list[OpResult]:
    """Judge ``ops`` in order, write what they do, and return an outcome for each.

    The caller holds the incarnation's row and has checked the chain. Rows are read under the locks of
    their scopes: what another office writes meanwhile is never overwritten unseen.
    """
    parsed = [_parse(op, sender.inc, now) for op in ops]
    lock_scopes(db, con, {op.scope for op in parsed if op and op.scope in sender.scopes})
    batch = Batch(db, con)
    known = _known(db, con, [op.op_id for op in parsed if op])
    batch.load((op.table, op.row) for op in parsed if op)
    batch.load(_parents(op for op in parsed if op))
    results: list[OpResult] = []
    log: list[dict[str, object]] = []
    judged: list[tuple[Op, Verdict]] = []
    for wire, op in zip(ops, parsed, strict=True):
        if op is None:
            results.append(OpResult(op_id=f"n{wire.n}", outcome="refused", reason=RUSAK))
            continue
        if op.op_id not in known:
            verdict = _judge(op, batch, sender)
            judged.append((op, verdict))
            known[op.op_id] = _result(op, verdict)
            log.append(_log_row(op, wire, known[op.op_id], sender.device_id, now))
        results.append(known[op.op_id])
    commit(db, con, batch, [c for _, v in judged for c in v.conflicts], now=now)
    db.insert(con, OP_LOG, log)
    claims(db, con, [op for op, verdict in judged if verdict.outcome == "applied"], now=now)
    return results


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
    return op if hlc == op.hlc else replace(op, hlc=hlc)


def _parents(ops: Iterable[Op]) -> Iterable[Key]:
    for op in ops:
        table = TABLES.get(op.table)
        if table and table.locked_by and table.locked_by.column in op.fields:
            yield (table.locked_by.table, str(op.fields[table.locked_by.column]))


def _judge(op: Op, batch: Batch, sender: Sender) -> Verdict:
    key = (op.table, op.row)
    if op.scope not in sender.scopes or batch.scopes.get(key, op.scope) != op.scope:
        return Verdict("refused", BUKAN_WILAYAH)
    if sender.revoked:
        return Verdict("held", DICABUT)
    verdict = merge.judge(op, TABLES.get(op.table), batch.docs.get(key), batch.context)
    batch.hlcs[op.op_id] = op.hlc
    if verdict.doc is not None:
        batch.put(key, op.scope, verdict.doc)
    return verdict


def _known(db: Database, con: Connection, op_ids: list[str]) -> dict[str, OpResult]:
    keys = [{"op_id": op_id} for op_id in dict.fromkeys(op_ids)]
    rows = db.matching(con, OP_LOG, keys, ("op_id", "outcome", "reason", "field"))
    return {
        op_id: OpResult(
            op_id=op_id, outcome=told if told in ("held", "refused") else "duplicate", reason=reason, field=name
        )
        for op_id, told, reason, name in rows
    }


def _log_row(op: Op, wire: WireOp, result: OpResult, device_id: str, now: int) -> dict[str, object]:
    return {
        "op_id": op.op_id, "inc": op.inc, "n": wire.n, "hash": wire.hash, "device_id": device_id, "scope": op.scope,
        "hlc": op.hlc, "tbl": op.table, "row_id": op.row, "body": wire.body,
        "outcome": result.outcome, "reason": result.reason, "field": result.field, "at": now,
    }  # fmt: skip


def lock_incarnation(db: Database, con: Connection, inc: str, device_id: str) -> tuple[str, int, str]:
    """Take the row lock of an incarnation, made where it is new; return its device and the end of its chain."""
    row = {"inc": inc, "device_id": device_id, "acked_n": 0, "acked_hash": canonical.GENESIS}
    db.insert(con, INCARNATION, [row], "ON CONFLICT (inc) DO UPDATE SET acked_n = incarnation.acked_n")
    stored = con.execute(_INCARNATION, {"at": inc}).one()
    return str(stored.device_id), int(stored.acked_n), str(stored.acked_hash)


def lock_scopes(db: Database, con: Connection, scopes: Iterable[str]) -> None:
    """Take the row locks of ``scopes`` in sorted order: commit order is then the order of ``seq``."""
    for scope in sorted(scopes):
        db.insert(con, SCOPE, [{"id": scope, "head": 0}], "ON CONFLICT (id) DO UPDATE SET head = scope.head")


def commit(db: Database, con: Connection, batch: Batch, conflicts: Iterable[Conflict], *, now: int) -> None:
    """Write the changed rows of a batch: raise each scope's head, number the rows, keep the digests."""
    _put_conflicts(batch, list(conflicts))
    per_scope: dict[str, list[Key]] = defaultdict(list)
    for key, scope in batch.changed.items():
        per_scope[scope].append(key)
    for scope, keys in sorted(per_scope.items()):
        head = con.scalar(_RAISED, {"at": scope, "more": len(keys)})
        _write_scope(db, con, batch, scope, keys, int(head or 0) - len(keys))
        token = secrets.token_hex(8)
        db.insert(con, SCOPE_COMMIT, [{"scope": scope, "seq": head, "token": token, "at": now}])
    batch.changed.clear()


def _put_conflicts(batch: Batch, conflicts: list[Conflict]) -> None:
    batch.load(("konflik", conflict.id) for conflict in conflicts)
    for conflict in conflicts:
        key = ("konflik", conflict.id)
        old = batch.docs.get(key)
        if old is None or old.fields != conflict.fields:
            batch.put(key, conflict.scope, Doc(conflict.fields, {"*": "kota"}))


def _write_scope(db: Database, con: Connection, batch: Batch, scope: str, keys: list[Key], seq: int) -> None:
    rows: list[dict[str, object]] = []
    delta: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for number, key in enumerate(keys, seq + 1):
        doc = batch.docs[key]
        if doc is None:
            continue
        text, writers = doc.texts()
        digest = canonical.row_hash(*key, doc.deleted, text)
        old = batch.hashes.get(key)
        delta[key[0]][0] += old is None
        delta[key[0]][1] += int(digest, 16) - (int(old, 16) if old else 0)
        batch.hashes[key] = digest
        rows.append(
            {"scope": scope, "tbl": key[0], "id": key[1], "seq": number, "deleted": int(doc.deleted), "doc": text,
             "writers": writers, "hash": digest}
        )  # fmt: skip
    db.upsert(con, DOC, rows)
    _add_digest(db, con, scope, delta)


def _add_digest(db: Database, con: Connection, scope: str, delta: dict[str, list[int]]) -> None:
    stored = con.execute(_DIGESTS, {"at": scope})
    old = {row.tbl: (row.total, int(row.sum, 16)) for row in stored}
    db.upsert(
        con,
        DIGEST,
        [
            {
                "scope": scope,
                "tbl": tbl,
                "total": old.get(tbl, (0, 0))[0] + count,
                "sum": f"{(old.get(tbl, (0, 0))[1] + total) % canonical.MODULUS:032x}",
            }
            for tbl, (count, total) in delta.items()
        ],
    )


def claims(db: Database, con: Connection, ops: Iterable[Op], *, now: int) -> None:
    """Keep who claims which ledger slot, and open or close the *pembayaran ganda* of the slots touched."""
    new: list[dict[str, object]] = []
    back: list[dict[str, object]] = []
    touched: dict[tuple[str, str], str] = {}
    for op in ops:
        ledger = TABLES[op.table].ledger
        if ledger is None:
            continue
        slot, reverses = op.fields.get(ledger.slot), op.fields.get(ledger.reverses)
        if reverses:
            back.append({"entry": reverses, "by": op.row})
        else:
            new.append({"entry": op.row, "scope": op.scope, "tbl": op.table, "slot": slot})
        touched[op.table, str(slot)] = op.scope
    db.upsert(con, CLAIM, new, keep=True)
    db.upsert(con, REVERSAL, back, keep=True)
    _judge_slots(db, con, touched, now=now)


def _judge_slots(db: Database, con: Connection, touched: dict[tuple[str, str], str], *, now: int) -> None:
    live: dict[tuple[str, str], list[str]] = {key: [] for key in touched}
    keys = [{"tbl": tbl, "slot": slot} for tbl, slot in touched]
    claimed = {entry: (tbl, slot) for tbl, slot, entry in db.matching(con, CLAIM, keys, ("tbl", "slot", "entry"))}
    back = {entry for (entry,) in db.matching(con, REVERSAL, [{"entry": entry} for entry in claimed], ("entry",))}
    for entry in claimed.keys() - back:
        live[claimed[entry]].append(entry)
    states = [merge.ganda(tbl, slot, touched[tbl, slot], entries) for (tbl, slot), entries in live.items()]
    batch = Batch(db, con)
    batch.load(("konflik", conflict.id) for conflict in states)
    wanted = [c for c in states if c.fields["keadaan"] == merge.TERBUKA or batch.docs[("konflik", c.id)] is not None]
    commit(db, con, batch, wanted, now=now)
