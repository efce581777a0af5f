"""The city's own writes: the same path as an office's, under the incarnation called ``kota``."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select, tuple_, update

from sipokat_desktop.kernel import ids
from sipokat_desktop.storage.command import CityRow
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.oplog import Chain
from sync import merge
from sync.protocol import OpResult, WireOp

from . import push
from .database import Database
from .exchange import CITY
from .schema import DOC, INCARNATION


def write(db: Database, rows: list[CityRow], *, act: str, by: str, now: int) -> list[OpResult]:
    """Set ``rows`` in the scope of the city; every office gets them with its next sync."""
    with db.write() as con:
        _, acked_n, acked_hash = push.lock_incarnation(db, con, CITY, CITY)
        chain = Chain(CITY, acked_n, acked_hash, now << 16)
        act_id = ids.new_id()
        batch = push.Batch(db, con)
        batch.load((row.table, row.row_id) for row in rows)
        wires = []
        for row in rows:
            doc = batch.docs[row.table, row.row_id]
            seen = {name: doc.writer(name) for name in row.fields} if doc else {}
            op: dict[str, object] = {
                "op_id": ids.new_id(), "act": act, "act_id": act_id, "by": by, "kind": "set", "table": row.table,
                "row": row.row_id, "scope": CITY, "fields": row.fields, "seen": seen,
            }  # fmt: skip
            body = chain.link(op, now)
            wires.append(WireOp(n=chain.n, hash=chain.hash, body=body))
        results = push.judge_all(db, con, wires, push.Sender(CITY, CITY, frozenset({CITY})), now=now)
        con.execute(update(INCARNATION).where(INCARNATION.c.inc == CITY).values(acked_n=chain.n, acked_hash=chain.hash))
        return results


def empty(db: Database) -> bool:
    """Tell whether the city has set nothing yet."""
    with db.read() as con:
        return con.execute(select(DOC.c.id).where(DOC.c.scope == CITY).limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class Open:
    """An open conflict as the city lists it; ``rincian`` holds what each of its rows says."""

    jenis: str
    lingkup: str
    tabel: str
    kalimat: str
    rincian: tuple[str, ...]


def decisions(db: Database) -> list[Open]:
    """Return every open conflict of all offices."""
    with db.read() as con:
        rows = con.execute(
            select(DOC.c.scope, DOC.c.doc).where(DOC.c.tbl == "konflik").order_by(DOC.c.scope, DOC.c.seq)
        )
        found = [(str(row.scope), json.loads(row.doc)) for row in rows]
        opened = [(scope, fields) for scope, fields in found if fields.get("keadaan") == merge.TERBUKA]
        ids = {(f["tabel"], i) for _, f in opened for i in _rows_of(f)}
        docs = con.execute(select(DOC.c.tbl, DOC.c.id, DOC.c.doc).where(tuple_(DOC.c.tbl, DOC.c.id).in_(list(ids))))
        texts = {(row.tbl, row.id): json.loads(row.doc) for row in docs}
    return [_opened(scope, fields, texts) for scope, fields in opened]


def _rows_of(fields: dict[str, str]) -> list[str]:
    if fields["jenis"] == merge.GANDA:
        entries: list[str] = json.loads(fields["isi"])["entri"]
        return entries
    return [fields["row_id"]]


def _opened(scope: str, fields: dict[str, str], texts: dict[tuple[str, str], dict[str, object]]) -> Open:
    table = push.TABLES.get(fields["tabel"])
    rincian = tuple(_say(table, texts.get((fields["tabel"], row), {})) for row in _rows_of(fields))
    label = table.label if table else fields["tabel"]
    return Open(fields["jenis"], scope, fields["tabel"], f"{label}: {' / '.join(rincian)}", rincian)


def _say(table: Table | None, doc: dict[str, object]) -> str:
    """Name a row by its fields that people can read; ids are left out."""
    if table is None:
        return ""
    parts = (
        f"{c.label} {doc[c.name]}"
        for c in table.columns
        if c.name in doc and not c.name.endswith("_id") and c.name != "slot"
    )
    return ", ".join(parts)
