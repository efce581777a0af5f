"""Drills down where the digests differ: finds the rows that do, and fetches just these."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store
from sync import protocol
from sync.protocol import DigestAnswer, RowsAnswer, RowsRequest

from . import apply, digest
from .line import Line


@dataclass(slots=True)
class Found:
    """How many rows differed, and the rows that look different now."""

    count: int = 0
    rows: dict[str, list[str]] = field(default_factory=dict)


def fetch(store: Store, http: Line, scope: str, tables: list[str]) -> Found:
    """Bring the rows of ``tables`` that differ from the city's to its state; raises NetworkTrouble.

    A row that only this PC knows leaves the shadow; what the user sees of it stays.
    """
    found = Found()
    for table in tables:
        there = http.get("/sync/v1/digest", {"scope": scope, "table": table}, DigestAnswer).rows
        here = digest.rows(store.reader(), scope, table)
        surplus = sorted(here.keys() - there.keys())
        wanted = sorted(i for i, value in there.items() if here.get(i) != value)
        store.transact(partial(_drop, table=table, ids=surplus))
        for at in range(0, len(wanted), protocol.LARGEST_PAGE):
            request = RowsRequest(scope=scope, table=table, ids=wanted[at : at + protocol.LARGEST_PAGE])
            answer = http.post("/sync/v1/rows", request, RowsAnswer)
            work = partial(apply.take_rows, scope=scope, answer=answer, tables=store.tables, now=store.clock())
            apply.merge(found.rows, store.transact(work))
        found.count += len(surplus) + len(wanted)
    return found


def _drop(con: sqlite.Connection, table: str, ids: list[str]) -> None:
    con.execute(
        "DELETE FROM sync_shadow WHERE tabel = ? AND id IN (SELECT value FROM json_each(?))", (table, json.dumps(ids))
    )
