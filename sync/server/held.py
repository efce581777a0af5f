"""The city's word on ops that wait: it takes or refuses them, and judges again what this version has come to know."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import select, update

from sipokat_desktop.kernel import alasan
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.clock import hlc_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.core import DITAHAN, SELESAI, TERBUKA
from sync import conflict, merge
from sync.conflict import DIPROSES, DITERIMA_KOTA, DITOLAK_KOTA
from sync.merge import Context, Verdict
from sync.operation import Op

from . import disputes, push, slots
from .batch import CITY, TABLES, Batch, commit, lock_scopes
from .database import Database
from .reach import ALL_SCOPES
from .schema import DEVICE, DOC, OP_LOG

TIDAK_ADA = "Perubahan {op} tidak ada di antara yang ditahan. Lihat: sipokat-pusat tertahan daftar"
DIPUTUS_KANTOR = "Perubahan itu menunggu keputusan kantornya sendiri: hapus atau tidak."
ALASAN_KOSONG = "Tulis alasannya dengan --alasan, supaya kantor tahu sebabnya."

_LOGGED = (OP_LOG.c.op_id, OP_LOG.c.body, OP_LOG.c.hlc, OP_LOG.c.device_id)
Logged = Sequence[Any]


class Held(NamedTuple):
    """A change that waits for the city: the op, whose it is, what it wants to write, why it waits (UTC ms)."""

    op: str
    lingkup: str
    tabel: str
    kalimat: str
    oleh: str
    perangkat: str
    waktu: int
    isian: dict[str, object]


def waiting(db: Database) -> list[Held]:
    """Return every op that waits for the city's word, by scope and time."""
    with db.read(ALL_SCOPES) as con:
        rows = con.execute(select(DOC.c.scope, DOC.c.doc).where(DOC.c.tbl == conflict.TABLE, DOC.c.deleted == 0))
        found = [(str(scope), json.loads(doc)) for scope, doc in rows]
    held = [
        Held(
            isi["op"], scope, fields["tabel"], fields.get("alasan", ""), isi["oleh"], isi["perangkat"],
            hlc_ms(isi["waktu"]), isi["isian"],
        )
        for scope, fields in found
        if (fields["jenis"], fields["keadaan"]) == (DITAHAN, TERBUKA)
        for isi in (json.loads(fields["isi"]),)
    ]  # fmt: skip
    return sorted(held, key=lambda one: (one.lingkup, one.waktu, one.op))


def approve(db: Database, op_id: str, *, by: str, now: int) -> str:
    """Let a held op have its effect, under its own id, whatever stood in its way; return the outcome.

    Raises InputSalah when it does not wait, cannot be stored at all, or would only wait on.
    """
    with db.write(ALL_SCOPES) as con:
        batch = Batch(db, con)
        op, row = _open(batch, op_id)
        doc = batch.docs.get((op.table, op.row))
        table = TABLES.get(op.table)
        if op.kind == "move" and doc is not None and table is not None:
            op = op._replace(expected=str(doc.fields.get(table.state)))
        verdict = _judge(batch, op, Context(batch.look, lambda _op: False))
        if verdict.outcome == "refused":
            raise InputSalah("op", verdict.reason)
        closed = {op_id: row | {"putusan": DITERIMA_KOTA, "diputus_oleh": by}}
        ((_, verdict),) = _finish(batch, [(op, verdict)], closed, now=now)
        if verdict.outcome == "held":
            raise InputSalah("op", verdict.reason)
        return verdict.outcome


def refuse(db: Database, op_id: str, *, by: str, reason: str, now: int) -> None:
    """Close a held op without effect; the office reads the reason. Raises InputSalah when it does not wait."""
    said = alasan.baca(reason, kosong=ALASAN_KOSONG)
    with db.write(ALL_SCOPES) as con:
        batch = Batch(db, con)
        op, row = _open(batch, op_id)
        closed = row | {"putusan": DITOLAK_KOTA, "diputus_oleh": by, "alasan": said, "keadaan": SELESAI}
        disputes.put(batch, [disputes.Row(op.scope, conflict.held_id(op_id), closed)], now=now)
        commit(db, con, batch, now=now)


def retry(db: Database, *, now: int) -> int:
    """Judge again the ops that waited because the server did not know their table; return how many went through."""
    with db.write(ALL_SCOPES) as con:
        unknown = (OP_LOG.c.outcome == "held", OP_LOG.c.reason == merge.TAK_DIKENAL, OP_LOG.c.tbl.in_(list(TABLES)))
        order = (OP_LOG.c.at, OP_LOG.c.inc, OP_LOG.c.n)
        logged = con.execute(select(*_LOGGED).where(*unknown).order_by(*order)).all()
        batch = Batch(db, con)
        ops = _read(batch, logged)
        offices = _offices(batch, ops)
        judged = [(op, _again(batch, op, offices.get(op.op_id, ""))) for op in ops]
        rows = {op.op_id: {**_row(batch, op), "putusan": DIPROSES, "diputus_oleh": disputes.KOTA} for op in ops}
        judged = _finish(batch, judged, rows, now=now)
        return sum(verdict.outcome not in ("held", "refused") for _, verdict in judged)


def _offices(batch: Batch, ops: Sequence[Op]) -> dict[str, str]:
    """Return the office whose computer each op came from."""
    keys = [{"id": device_id} for device_id in sorted({batch.senders[op.op_id] for op in ops} - {CITY})]
    scopes = {device_id: scope for device_id, scope in batch.db.matching(batch.con, DEVICE, keys, ("id", "scope"))}
    return {op.op_id: str(scopes.get(batch.senders[op.op_id], "")) for op in ops}


def _again(batch: Batch, op: Op, office: str) -> Verdict:
    """Judge an op as a push would: an office above others still may not write everything in their rows."""
    why = push.not_its_own(op, batch, office)
    return Verdict("refused", why) if why else _judge(batch, push.trimmed(op, batch, office), batch.context)


def _open(batch: Batch, op_id: str) -> tuple[Op, Fields]:
    logged = batch.con.execute(select(*_LOGGED).where(OP_LOG.c.op_id == op_id)).all()
    if not logged:
        raise InputSalah("op", TIDAK_ADA.format(op=op_id))
    (op,) = _read(batch, logged)
    row = _row(batch, op)
    if not row:
        held = batch.con.scalar(select(OP_LOG.c.outcome).where(OP_LOG.c.op_id == op_id)) == "held"
        raise InputSalah("op", DIPUTUS_KANTOR if held else TIDAK_ADA.format(op=op_id))
    if (row.get("jenis"), row.get("keadaan")) != (DITAHAN, TERBUKA):
        raise InputSalah("op", TIDAK_ADA.format(op=op_id))
    return op, row


def _read(batch: Batch, logged: Sequence[Logged]) -> list[Op]:
    """Return ops of the log with their rows and conflicts in memory, under the locks of their scopes."""
    ops = [Op.parse(body)._replace(hlc=hlc) for _, body, hlc, _ in logged]
    lock_scopes(batch.db, batch.con, {op.scope for op in ops})
    for op, (_, _, _, device_id) in zip(ops, logged, strict=True):
        batch.note(op, device_id)
    for scope in {op.scope for op in ops}:
        own = [op for op in ops if op.scope == scope]
        keys = [(op.table, op.row) for op in own] + [(conflict.TABLE, conflict.held_id(op.op_id)) for op in own]
        batch.load(keys, scope)
    disputes.foresee(batch, ops)
    return ops


def _row(batch: Batch, op: Op) -> Fields:
    doc = batch.docs.get((conflict.TABLE, conflict.held_id(op.op_id)))
    return {} if doc is None or doc.deleted else doc.fields


def _judge(batch: Batch, op: Op, context: Context) -> Verdict:
    verdict = merge.judge(op, TABLES.get(op.table), batch.docs.get((op.table, op.row)), context)
    if verdict.doc is not None:
        batch.put((op.table, op.row), op.scope, verdict.doc, (op.by, CITY, hlc_ms(op.hlc)))
        if verdict.disputed:
            batch.dispute((op.table, op.row), op, verdict.disputed)
    return verdict


def _finish(
    batch: Batch, judged: disputes.Judged, rows: dict[str, Fields], *, now: int
) -> disputes.Judged:  # fmt: skip
    """Write what the ops did; the conflicts under which they waited close, unless they wait for something else.

    Returns the outcomes as they are then.
    """
    judged = disputes.settle(batch, judged, frozenset(op.scope for op, _ in judged), now=now)
    slots.claim(batch, [op for op, verdict in judged if op.kind == "append" and verdict.doc is not None], now=now)
    done = [(op, v) for op, v in judged if v.outcome not in ("held", "refused") or merge.WHOLE_ROW in v.disputed]
    closed = [
        disputes.Row(op.scope, conflict.held_id(op.op_id), rows[op.op_id] | {"keadaan": SELESAI})
        for op, _ in done
        if rows[op.op_id].get("jenis")
    ]
    disputes.put(batch, closed, now=now)
    commit(batch.db, batch.con, batch, now=now)
    for op, verdict in judged:
        values = {"outcome": verdict.outcome, "reason": verdict.reason, "field": verdict.field}
        batch.con.execute(update(OP_LOG).where(OP_LOG.c.op_id == op.op_id).values(values))
    return judged
