"""Who claims which slot of a ledger, and the *pembayaran ganda* where two live claims stand on one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import REST
from sync import conflict
from sync.conflict import Book, Claim
from sync.operation import Op

from . import disputes
from .batch import TABLES, Batch, Key
from .policies import owners
from .schema import CLAIM, REVERSAL

Slot = tuple[str, str, str]
"""(scope, table, slot)"""


def claim(batch: Batch, ops: Iterable[Op], *, now: int) -> None:
    """Keep who claims which ledger slot, and open or close the *pembayaran ganda* of the slots touched."""
    new: list[dict[str, object]] = []
    back: list[dict[str, object]] = []
    touched: set[Slot] = set()
    for op in ops:
        table = TABLES.get(op.table)
        if table is None or table.ledger is None:
            continue
        slot, reverses = op.fields.get(table.ledger.slot), op.fields.get(table.ledger.reverses)
        if reverses:
            back.append({"entry": reverses, "by": op.row, "scope": op.scope})
        else:
            new.append({"entry": op.row, "scope": op.scope, "tbl": op.table, "slot": slot})
        touched.add((op.scope, op.table, str(slot)))
    if not touched:
        return
    batch.db.upsert(batch.con, CLAIM, new, keep=True)
    batch.db.upsert(batch.con, REVERSAL, _own(batch, back), keep=True)
    _judge(batch, touched, now=now)


def _own(batch: Batch, back: list[dict[str, object]]) -> list[dict[str, object]]:
    """Leave out reversals of another scope's entries: they take nothing back."""
    keys = [{"entry": str(one["entry"])} for one in back]
    owner = {entry: scope for entry, scope in batch.db.matching(batch.con, CLAIM, keys, ("entry", "scope"))}
    unseen = [str(one["entry"]) for one in back if one["entry"] not in owner]
    owner |= {entry: scope for (_, entry), scope in owners(batch.con, entries=unseen).items()}
    mine = (one for one in back if owner.get(one["entry"], one["scope"]) == one["scope"])
    return [{"entry": one["entry"], "by": one["by"]} for one in mine]


def _judge(batch: Batch, touched: set[Slot], *, now: int) -> None:
    """Compute the conflicts of the slots that more than one entry claimed, whatever became of those."""
    keys = [{"scope": scope, "tbl": tbl, "slot": slot} for scope, tbl, slot in sorted(touched)]
    claimed: dict[Slot, list[str]] = defaultdict(list)
    for scope, tbl, slot, entry in batch.db.matching(batch.con, CLAIM, keys, ("scope", "tbl", "slot", "entry")):
        claimed[scope, tbl, slot].append(entry)
    several = {slot: entries for slot, entries in sorted(claimed.items()) if len(entries) > 1}
    if not several:
        return
    entries = [{"entry": entry} for found in several.values() for entry in found]
    back = {entry: by for entry, by in batch.db.matching(batch.con, REVERSAL, entries, ("entry", "by"))}
    for (scope, tbl, _), found in several.items():
        batch.load([(tbl, row) for entry in found for row in (entry, back.get(entry, "")) if row], scope)
    claims = {
        slot: [_claim(batch, slot[1], entry, back.get(entry, "")) for entry in found] for slot, found in several.items()
    }
    batch.fetch(op_id for found in claims.values() for one in found for op_id in (*one.ops, *one.back))
    told = disputes.labels(batch, batch.past)
    book = Book(batch.look, lambda op_id: told.get(op_id, ""))
    rows = [
        disputes.Row(scope, conflict.slot_id(tbl, slot), _conflict(tbl, slot, found, book))
        for (scope, tbl, slot), found in claims.items()
    ]
    disputes.put(batch, rows, now=now)


def _conflict(tbl: str, slot: str, found: list[Claim], book: Book) -> Fields | None:
    ledger = TABLES[tbl].ledger
    return conflict.of_slot(tbl, slot, found, book, ledger) if ledger else None


def _claim(batch: Batch, table: str, entry: str, back: str) -> Claim:
    return Claim(entry, _ops(batch, (table, entry)), _ops(batch, (table, back)) if back else ())


def _ops(batch: Batch, key: Key) -> tuple[str, ...]:
    doc = batch.docs.get(key)
    return tuple(doc.writer(REST).split()) if doc else ()
