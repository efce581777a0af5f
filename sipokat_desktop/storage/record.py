"""Keeps a record of what an act changed: the op that is sent, and the history that people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields, encode
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.storage import sqlite

from . import oplog
from .seen import Seen


class Act(NamedTuple):
    """What the user did: its name (``insentif.bayar``), id, author, origin and time (UTC ms)."""

    name: str
    act_id: str
    by: str
    origin: str
    at: int


class Written(NamedTuple):
    """One change of one row: what was there, what is there now, what was seen, the state it was expected in."""

    row_id: str
    scope: str
    before: Fields
    after: Fields
    seen: Seen
    expected: str = ""


def write(
    con: sqlite.Connection, chain: oplog.Chain, act: Act, kind: str, table: str, written: Sequence[Written]
) -> None:
    """Write ops and history of rows of one table that an act has changed, in this order."""
    if len(written) == 1:  # as nearly every save
        oplog.insert(con, chain, _op(act, kind, table, written[0]), act.at)
        con.execute(_RIWAYAT, _entry(act, table, written[0]))
    else:
        oplog.insert_many(con, chain, (_op(act, kind, table, one) for one in written), act.at)
        con.executemany(_RIWAYAT, (_entry(act, table, one) for one in written))


_RIWAYAT = """INSERT INTO riwayat (act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _entry(act: Act, table: str, w: Written) -> tuple[object, ...]:
    return (act.act_id, act.name, act.at, act.by, act.origin, table, w.row_id, encode(w.before), encode(w.after))


def _op(act: Act, kind: str, table: str, w: Written) -> dict[str, object]:
    op: dict[str, object] = {
        "op_id": new_id(), "act": act.name, "act_id": act.act_id, "by": act.by, "kind": kind,
        "table": table, "row": w.row_id, "scope": w.scope, "fields": w.after,
    }  # fmt: skip
    if w.seen:
        op["seen"] = w.seen
    if w.expected:
        op["expected"] = w.expected
    return op
