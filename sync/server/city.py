"""The city's own writes and what its commands read: the same path as an office's, as the incarnation ``kota``."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select, tuple_, update

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import CityAnswer, CityCommand, CityDoc, CityRow
from sipokat_desktop.storage.core import GANDA, HELD, TERBUKA
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.oplog import Chain
from sync.protocol import OpResult, WireOp
from sync.register import Doc

from . import push
from .database import Database
from .push import CITY
from .reach import ALL_SCOPES
from .schema import DOC, INCARNATION

TAK_ADA = "{apa} dengan pengenal {id} tidak ada di kota. Lihat daftarnya dulu."
SUDAH_PINDAH = "Keadaannya sudah begitu sejak tadi. Lihat daftarnya lagi."
PEMERINTAH = "Pemerintah kota"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a command of the city reads, of all offices (:class:`~sipokat_desktop.storage.command.City`)."""

    db: Database
    now: int

    def rows(self, table: str, *, scopes: Collection[str] = ()) -> list[CityDoc]:
        """Return the rows of ``table`` that were not deleted, of ``scopes`` (none: all), by scope and id."""
        found = _DOCS.where(DOC.c.tbl == table).order_by(DOC.c.scope, DOC.c.id)
        return self._read(found.where(DOC.c.scope.in_(scopes)) if scopes else found)

    def row(self, table: str, row_id: str) -> CityDoc:
        """Return one row; raise InputSalah where there is none."""
        for doc in self._read(_DOCS.where(DOC.c.tbl == table, DOC.c.id == row_id)):
            return doc
        label = push.TABLES[table].label if table in push.TABLES else table
        raise InputSalah("id", TAK_ADA.format(apa=label, id=row_id))

    def _read(self, asked: Select[Any]) -> list[CityDoc]:
        with self.db.read(ALL_SCOPES) as con:
            rows = con.execute(asked).all()
        return [CityDoc(row.scope, row.id, json.loads(row.doc), row.oleh, row.asal, row.at) for row in rows]


_DOCS = select(DOC.c.scope, DOC.c.id, DOC.c.doc, DOC.c.oleh, DOC.c.asal, DOC.c.at).where(DOC.c.deleted == 0)


def run(db: Database, command: CityCommand, args: Namespace, *, now: int) -> tuple[CityAnswer, list[OpResult]]:
    """Run a command of a module: it reads, then what it returns is written. Raises InputSalah, nothing kept."""
    answer = command.run(Rows(db, now), args)
    act = ".".join(command.words)
    results = write(db, answer.rows, act=act, by=PEMERINTAH, now=now) if answer.rows else []
    return answer, results


def write(db: Database, rows: Sequence[CityRow], *, act: str, by: str, now: int) -> list[OpResult]:
    """Write ``rows`` in the scope of the city or of the offices they are for; these get them with their next sync.

    All or nothing: raises InputSalah with the reason where one of them is held or refused.
    """
    with db.write(ALL_SCOPES) as con:
        _, acked_n, acked_hash = push.lock_incarnation(db, con, CITY, CITY)
        chain = Chain(CITY, acked_n, acked_hash, now << 16)
        act_id = ids.new_id()
        batch = push.Batch(db, con)
        push.lock_scopes(db, con, {row.scope for row in rows})
        batch.load((row.table, row.row_id) for row in rows)
        ops: list[dict[str, object]] = []
        for row in rows:
            doc = batch.docs[row.table, row.row_id]
            kind = "restore" if doc and doc.deleted and _whole(row) else row.kind
            op: dict[str, object] = {
                "op_id": ids.new_id(), "act": act, "act_id": act_id, "by": by, "kind": kind, "table": row.table,
                "row": row.row_id, "scope": row.scope, "fields": row.fields, "seen": _seen(doc, kind, row.fields),
                **({"expected": row.expected} if row.expected else {}),
            }  # fmt: skip
            ops.append(op)
        return _send(db, con, chain, ops, now=now)


def settle(db: Database, ops: Sequence[dict[str, object]], *, now: int) -> list[OpResult]:
    """Write ``ops`` that an act of an office would have written (:meth:`Store.rehearse`), as the city's own: they keep
    their author and what he had seen.

    All or nothing: raises InputSalah with the reason where one of them is held or refused.
    """
    with db.write(ALL_SCOPES) as con:
        _, acked_n, acked_hash = push.lock_incarnation(db, con, CITY, CITY)
        return _send(db, con, Chain(CITY, acked_n, acked_hash, now << 16), ops, now=now)


def _send(
    db: Database, con: Connection, chain: Chain, ops: Sequence[dict[str, object]], *, now: int
) -> list[OpResult]:  # fmt: skip
    scopes = frozenset(str(op["scope"]) for op in ops)
    wires = []
    for op in ops:
        body = chain.link(op, now)
        wires.append(WireOp(n=chain.n, hash=chain.hash, body=body))
    results = push.judge_all(db, con, wires, push.Sender(CITY, CITY, CITY, scopes), now=now)
    for op, result in zip(ops, results, strict=True):
        if result.outcome in ("held", "refused"):
            raise InputSalah(result.field, result.reason)
        if op["kind"] == "move" and result.outcome == "merged":
            raise InputSalah("", SUDAH_PINDAH)
    con.execute(update(INCARNATION).where(INCARNATION.c.inc == CITY).values(acked_n=chain.n, acked_hash=chain.hash))
    return results


def _whole(row: CityRow) -> bool:
    """Tell whether a command makes a row: one that somebody deleted then comes back, as when an office records it."""
    table = push.TABLES.get(row.table)
    needed = [column.name for column in table.columns if column.required] if table else []
    return row.kind == "set" and bool(needed) and all(row.fields.get(name) is not None for name in needed)


def _seen(doc: Doc | None, kind: str, fields: Collection[str]) -> dict[str, str]:
    """Return what the city has seen of a row: of the fields it writes, or of all it deletes or brings back."""
    if doc is None:
        return {}
    seen = {name: doc.writer(name) for name in (doc.names() if kind in ("delete", "restore") else fields)}
    return seen | {HELD: " ".join(doc.deletes())} if kind == "restore" else seen


def empty(db: Database) -> bool:
    """Tell whether the city has set nothing yet."""
    with db.read(ALL_SCOPES) as con:
        return con.execute(select(DOC.c.id).where(DOC.c.scope == CITY).limit(1)).first() is None


@dataclass(frozen=True, slots=True)
class Open:
    """An open conflict as the city lists it; ``nama`` is what people call it, ``rincian`` what each side says."""

    jenis: str
    nama: str
    lingkup: str
    tabel: str
    kalimat: str
    rincian: tuple[str, ...]


def decisions(db: Database) -> list[Open]:
    """Return every open conflict of all offices."""
    with db.read(ALL_SCOPES) as con:
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
    jenis = fields["jenis"]
    nama = table.ledger.words.title if jenis == GANDA and table and table.ledger else jenis.capitalize()
    return Open(jenis, nama, scope, fields["tabel"], kalimat, rincian)


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
