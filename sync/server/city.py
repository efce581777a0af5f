"""The city's own writes: the same path as an office's, under the incarnation called ``kota``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, tuple_, update

from sipokat_desktop.kernel import ids
from sipokat_desktop.storage.command import CityRow
from sipokat_desktop.storage.core import GANDA, TERBUKA
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.oplog import Chain
from sync.protocol import OpResult, WireOp

from . import push
from .database import Database
from .push import CITY
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
        results = push.judge_all(db, con, wires, push.Sender(CITY, CITY, CITY, frozenset({CITY})), now=now)
        con.execute(update(INCARNATION).where(INCARNATION.c.inc == CITY).values(acked_n=chain.n, acked_hash=chain.hash))
        return results


def empty(db: Database) -> bool:
    """Tell whether the city has set nothing yet."""
    with db.read() as con:
        return con.execute(select(DOC.c.id).where(DOC.c.scope == CITY).limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class Open:
    """An open conflict as the city lists it; ``rincian`` holds what each side says."""

    jenis: str
    lingkup: str
    tabel: str
    kalimat: str
    rincian: tuple[str, ...]


def decisions(db: Database) -> list[Open]:
    """Return every open conflict of all offices."""
    with db.read() as con:
        rows = con.execute(
            select(DOC.c.scope, DOC.c.doc).where(DOC.c.tbl == "konflik", DOC.c.deleted == 0)
            .order_by(DOC.c.scope, DOC.c.seq)
        )  # fmt: skip
        found = [(str(row.scope), json.loads(row.doc)) for row in rows]
        opened = [(scope, fields) for scope, fields in found if fields.get("keadaan") == TERBUKA]
        keys = {(scope, f["tabel"], i) for scope, f in opened for i in _entries(f)}
        wanted = tuple_(DOC.c.scope, DOC.c.tbl, DOC.c.id).in_(list(keys))
        docs = con.execute(select(DOC.c.tbl, DOC.c.id, DOC.c.doc).where(wanted))
        texts = {(row.tbl, row.id): json.loads(row.doc) for row in docs}
    return [_opened(scope, fields, texts) for scope, fields in opened]


def _entries(fields: dict[str, str]) -> list[str]:
    """Return the payments behind a double claim: the live ones, or all where people took back each other's."""
    if fields["jenis"] != GANDA:
        return []
    isi = json.loads(fields["isi"])
    return [note["entri"] for note in isi["catatan"]] if isi.get("soal") else list(isi["entri"])


def _opened(scope: str, fields: dict[str, str], texts: dict[tuple[str, str], dict[str, object]]) -> Open:
    table = push.TABLES.get(fields["tabel"])
    entries = [_say(table, texts.get((fields["tabel"], row), {})) for row in _entries(fields)]
    rincian = tuple(entries or _told(json.loads(fields["isi"])))
    label = table.label if table else fields["tabel"]
    columns = table.columns if table else ()
    what = next((f" · {c.label}" for c in columns if c.name == fields.get("field")), "")
    said = " / ".join(rincian)
    kalimat = f"{label}{what}: {fields['alasan'] + ' ' if fields.get('alasan') else ''}{said}"
    return Open(fields["jenis"], scope, fields["tabel"], kalimat, rincian)


def _told(isi: dict[str, Any]) -> list[str]:
    """Name what each side of a conflict recorded, with who did; also as the first release kept it."""
    if "kantor_op" in isi:
        return [f"{isi.get('kota') or '—'}", f"{isi.get('kantor') or '—'} ({isi.get('oleh') or 'kantor'})"]
    if "op" in isi:
        return [f"{isi.get('oleh')}, {isi.get('perangkat')}: {', '.join(map(str, isi.get('isian', {}).values()))}"]
    sides = [*isi.get("hapus", []), *isi.get("isian", [])]
    return [f"{side.get('nilai', 'dihapus')} ({side.get('oleh')}, {side.get('perangkat')})" for side in sides]


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
