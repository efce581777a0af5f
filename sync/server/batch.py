"""The rows that a push touches, in memory, and how they are written: numbered, with their digests, in one commit."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from sipokat_desktop.kernel import canonical
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.manifest import tables_of
from sync.merge import Context
from sync.operation import Op
from sync.register import Doc

from .database import Asked, Database, Put, Rows, replacing
from .schema import DIGEST, DOC, INCARNATION, OP_LOG, SCOPE, SCOPE_COMMIT

TABLES = tables_of(MODULES)
CITY = "kota"
"""The city's own scope, and the name under which it writes."""

# Statements of every push are built once: to build one anew costs more than to run it.
_INCARNATION = (
    select(INCARNATION.c.device_id, INCARNATION.c.acked_n, INCARNATION.c.acked_hash)
    .where(INCARNATION.c.inc == bindparam("at"))
    .with_for_update()
)
_SCOPE = select(SCOPE.c.head).where(SCOPE.c.id == bindparam("at")).with_for_update()
_RAISE = update(SCOPE).where(SCOPE.c.id == bindparam("at")).values(head=SCOPE.c.head + bindparam("more"))
_RAISED = _RAISE.returning(SCOPE.c.head)
_DIGESTS = select(DIGEST.c.tbl, DIGEST.c.total, DIGEST.c.sum).where(DIGEST.c.scope == bindparam("at"))
_COMMITTED = insert(SCOPE_COMMIT)

Key = tuple[str, str]
"""(table, row id)"""
Author = tuple[str, str, int]
"""(person, label of the computer, UTC ms)"""


@dataclass(slots=True)
class Batch:
    """The rows that a push touches, in memory: judged there, written set by set at the end.

    No SQL runs between two ops, so one bad op cannot spoil the others and needs no savepoint.
    ``written`` holds per scope what the last commit wrote, in the order of ``seq``.
    """

    db: Database
    con: Connection
    docs: dict[Key, Doc | None] = field(default_factory=dict)
    scopes: dict[Key, str] = field(default_factory=dict)
    hashes: dict[Key, str] = field(default_factory=dict)
    changed: dict[Key, str] = field(default_factory=dict)
    authors: dict[Key, Author] = field(default_factory=dict)
    written: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    past: dict[str, Op | None] = field(default_factory=dict)
    senders: dict[str, str] = field(default_factory=dict)
    disputed: dict[Key, dict[str, tuple[Op, Doc]]] = field(default_factory=dict)
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = Context(self.look, self.locked)

    def load(self, keys: Iterable[Key], only: str = "") -> None:
        """Read rows that are not in memory yet; with ``only`` those of that scope: a derived id may be in two."""
        missing = [key for key in dict.fromkeys(keys) if key not in self.docs]
        self.docs |= dict.fromkeys(missing)
        wanted = [{"tbl": table, "id": row_id} for table, row_id in missing]
        rows = self.db.matching(self.con, DOC, wanted, ("tbl", "id", "doc", "writers", "deleted", "scope", "hash"))
        for tbl, row_id, doc, writers, deleted, scope, digest in rows:
            if only and scope != only:
                continue
            self.docs[tbl, row_id] = Doc.load(doc, writers, bool(deleted))
            self.scopes[tbl, row_id], self.hashes[tbl, row_id] = scope, digest

    def note(self, op: Op, device_id: str) -> None:
        """Remember an op that is being judged, as :meth:`look` finds those of the log."""
        self.past[op.op_id], self.senders[op.op_id] = op, device_id

    def fetch(self, op_ids: Iterable[str]) -> None:
        """Read ops of the log that are not in memory yet, with their times as the city counts them."""
        missing = [op_id for op_id in dict.fromkeys(op_ids) if op_id not in self.past]
        self.past |= dict.fromkeys(missing)
        keys = [{"op_id": op_id} for op_id in missing]
        for op_id, body, hlc, device_id in self.db.matching(
            self.con, OP_LOG, keys, ("op_id", "body", "hlc", "device_id")
        ):
            self.past[op_id], self.senders[op_id] = Op.parse(body)._replace(hlc=hlc), device_id

    def look(self, op_id: str) -> Op | None:
        """Return an op of the log, None for one it does not hold."""
        if op_id not in self.past:
            self.fetch([op_id])
        return self.past[op_id]

    def locked(self, op: Op) -> bool:
        """Tell whether the list that the op's row belongs to has left its open state."""
        table = TABLES[op.table]
        if table.locked_by is None:
            return False
        doc = self.docs.get((op.table, op.row))
        parent = (doc.fields if doc else op.fields).get(table.locked_by.column)
        key = (table.locked_by.table, str(parent))
        self.load([key])
        owner = self.docs[key] if self.scopes.get(key) == op.scope else None
        return owner is not None and owner.fields.get(table.locked_by.state_column) != table.locked_by.open_state

    def dispute(self, key: Key, op: Op, names: Iterable[str]) -> None:
        """Note fields whose conflicts ``op`` may have changed, with the row as it was then: ops that only go on
        from there say nothing about them, in whatever batch they come."""
        doc = self.docs[key]
        assert doc is not None
        self.disputed.setdefault(key, {}).update(dict.fromkeys(names, (op, doc)))

    def put(self, key: Key, scope: str, doc: Doc, author: Author) -> None:
        """Replace a row in memory and mark it for writing."""
        self.docs[key] = doc
        self.authors[key] = author
        self.scopes.setdefault(key, scope)
        self.changed[key] = scope


def lock_incarnation(db: Database, con: Connection, inc: str, device_id: str) -> tuple[str, int, str]:
    """Take the row lock of an incarnation, made where it is new; return its device and the end of its chain."""
    asked = Asked(_INCARNATION, {"at": inc})
    (stored,) = db.ask(con, asked)
    if not stored:
        row = {"inc": inc, "device_id": device_id, "acked_n": 0, "acked_hash": canonical.GENESIS}
        db.upsert(con, INCARNATION, [row], keep=True)
        (stored,) = db.ask(con, asked)
    ((owner, acked_n, acked_hash),) = stored
    return owner, acked_n, acked_hash


def lock_scopes(db: Database, con: Connection, scopes: Iterable[str]) -> None:
    """Take the row locks of ``scopes`` in sorted order: commit order is then the order of ``seq``."""
    for scope in sorted(scopes):
        asked = Asked(_SCOPE, {"at": scope})
        if db.ask(con, asked) == [[]]:
            db.upsert(con, SCOPE, [{"id": scope, "head": 0}], keep=True)
            db.ask(con, asked)


def commit(db: Database, con: Connection, batch: Batch, *, now: int) -> None:
    """Write the changed rows of a batch: raise each scope's head, number the rows, keep the digests.

    Rows that the batch looked for under the lock and did not find are new; in a batch of several scopes one id
    may stand for two rows, so there every row may be there already.
    """
    per_scope: dict[str, list[Key]] = defaultdict(list)
    for key, scope in batch.changed.items():
        per_scope[scope].append(key)
    for scope, keys in sorted(per_scope.items()):
        raised, stored = db.ask(
            con, Asked(_RAISED, {"at": scope, "more": len(keys)}), Asked(_DIGESTS, {"at": scope})
        )  # fmt: skip
        head = int(raised[0][0]) if raised else 0
        new = {key for key in keys if key not in batch.hashes} if len(per_scope) == 1 else set()
        rows, added = _rows(batch, scope, keys, head - len(keys))
        parted: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
        for row in rows:
            parted[(row["tbl"], row["id"]) in new].append(row)
        db.store(
            con, replacing(DOC, parted[False]), Put(DOC, parted[True]),
            replacing(DIGEST, _digests(scope, stored, added)),
            Asked(_COMMITTED, {"scope": scope, "seq": head, "token": secrets.token_hex(8), "at": now}),
        )  # fmt: skip
        batch.written[scope] = rows
    batch.changed.clear()


def _rows(
    batch: Batch, scope: str, keys: list[Key], seq: int
) -> tuple[list[dict[str, Any]], dict[str, list[int]]]:  # fmt: skip
    """Return the changed rows of a scope with their numbers after ``seq``, and what they add to the digests."""
    rows: list[dict[str, Any]] = []
    added: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for number, key in enumerate(keys, seq + 1):
        doc = batch.docs[key]
        if doc is None:
            continue
        content, writers = doc.texts()
        digest = canonical.row_hash(*key, doc.deleted, content)
        old = batch.hashes.get(key)
        total = added[key[0]]
        total[0] += old is None
        total[1] += int(digest, 16) - (int(old, 16) if old else 0)
        batch.hashes[key] = digest
        by, origin, at = batch.authors[key]
        rows.append(
            {"scope": scope, "tbl": key[0], "id": key[1], "seq": number, "deleted": int(doc.deleted), "doc": content,
             "writers": writers, "hash": digest, "oleh": by, "asal": origin, "at": at}
        )  # fmt: skip
    return rows, added


def _digests(scope: str, stored: Rows, added: dict[str, list[int]]) -> list[dict[str, object]]:
    """Return the digests of the tables that something was ``added`` to."""
    old = {tbl: (total, int(sums, 16)) for tbl, total, sums in stored}
    return [
        {"scope": scope, "tbl": tbl, "total": old.get(tbl, (0, 0))[0] + count,
         "sum": f"{(old.get(tbl, (0, 0))[1] + total) % canonical.MODULUS:032x}"}
        for tbl, (count, total) in added.items()
    ]  # fmt: skip
