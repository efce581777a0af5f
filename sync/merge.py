"""The merge rules of SYNC.md, pure: a row's document and an operation in, a verdict out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import HELD, REST, SELESAI, TERBUKA
from sipokat_desktop.storage.manifest import Kind, Merge, Table

from . import conflict, register
from .operation import Op
from .register import Doc, Look

SUDAH_DIHAPUS = "Data ini sudah dihapus di kota. Isian ini disimpan dan menunggu keputusan."
SUDAH_TERKUNCI = "Daftarnya sudah dikunci. Isian ini disimpan dan menunggu keputusan kecamatan."
KEADAAN_LAIN = "Keadaannya sudah berubah menjadi “{kini}” di komputer lain."
DIUBAH_ORANG = "Data ini diubah di komputer lain sebelum dihapus. Periksa dulu, lalu putuskan."
MILIK_KOTA = "Data ini hanya ditetapkan oleh kota."
TAK_DITUTUP = "Hal ini selesai dengan sendirinya setelah isiannya diputuskan atau salah satu catatannya dibatalkan."
KATA_KOTA = "Kata putusan itu hanya dari kota. Datanya tetap menunggu."
TANPA_ISI = "Data yang sudah dihapus tidak dapat dihidupkan tanpa isinya. Hidupkan di komputer yang menghapusnya."
TAK_DIKENAL = "Versi server belum mengenal data ini. Data aman dan diproses setelah server diperbarui."
ISIAN_SALAH = "Isian “{label}” tidak berbentuk yang diharapkan."
ISIAN_KOSONG = "Isian “{label}” wajib diisi."

Outcome = Literal["applied", "merged", "duplicate", "held", "refused"]
WHOLE_ROW = ""
"""Stands among the disputed fields for the row itself: a delete against edits it had not seen."""


class Verdict(NamedTuple):
    """What an op does: its outcome, the row's new document (None: unchanged), and the fields whose
    conflicts may be others now."""

    outcome: Outcome
    reason: str = ""
    field: str = ""
    doc: Doc | None = None
    disputed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What a verdict may ask of the server: an op of the log, and whether the row's list is locked."""

    look: Look
    locked: Callable[[Op], bool]


def judge(op: Op, table: Table | None, doc: Doc | None, context: Context) -> Verdict:
    """Return what ``op`` does to a row; the caller has checked chain, scope and repetition."""
    if table is None:
        return Verdict("held", TAK_DIKENAL)
    return _barred(op, table, doc, context) or _applied(op, table, doc, context)


def hard(table: Table | None, name: str) -> bool:
    """Tell whether a person decides where two edits of a field did not see each other."""
    return table is not None and any([c.merge is Merge.HARD for c in table.columns if c.name == name])


def _barred(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict | None:
    if table.city_only and not (table.state and op.kind == "move"):
        return Verdict("refused", MILIK_KOTA)
    if table.locked_by and context.locked(op):
        return Verdict("duplicate") if _there(op, doc) else Verdict("held", SUDAH_TERKUNCI)
    return _wrong_field(op, table)


def _there(op: Op, doc: Doc | None) -> bool:
    """Tell whether a row says already all that ``op`` says: a repetition changes nothing, locked or not."""
    if op.kind != "set" or doc is None or doc.deleted:
        return False
    return all(doc.fields.get(name) == value for name, value in op.fields.items())


def _applied(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    record = table.kind is Kind.RECORD
    match op.kind:
        case "append":
            return _append(op, doc)
        case "move":
            return _close(op, doc) if table.city_only else _move(op, table, doc, context)
        case "set" if record:
            return _set(op, table, doc, context)
        case "delete" if record:
            return _delete(op, doc, context)
        case "restore" if record:
            return _restore(op, table, doc, context)
        case _:
            return Verdict("refused", TAK_DIKENAL)


def _wrong_field(op: Op, table: Table) -> Verdict | None:
    if op.kind == "delete":
        return None
    creates = op.kind in ("append", "restore") or (op.kind == "set" and not op.seen)
    for column in [column for column in table.columns if column.name in op.fields]:
        value = op.fields[column.name]
        if value is not None and isinstance(value, int) != (column.type == "INTEGER"):
            return Verdict("refused", ISIAN_SALAH.format(label=column.label), column.name)
        if value is None and column.required and creates:
            return Verdict("refused", ISIAN_KOSONG.format(label=column.label), column.name)
    return None


def _set(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    if doc is None:
        return Verdict("applied", doc=Doc.made_by(op))
    if doc.deleted:
        return _too_late(op, doc, context)
    return _write(op, table, doc, context, _written(op))


def _written(op: Op) -> list[str]:
    """Return the fields that ``op`` writes: to leave empty what was never filled is no edit."""
    return [name for name, value in op.fields.items() if value is not None or op.seen.get(name)]


def _write(op: Op, table: Table, doc: Doc, context: Context, names: list[str]) -> Verdict:
    new = doc.copy()
    decided, look = partial(hard, table), context.look
    several = {name for name in names if register.write(new, op, name, hard=decided, look=look)}
    differs = [name for name in several if " " in new.writers[name] and doc.fields.get(name) != op.fields[name]]
    if HELD in doc.writers:
        several |= {*names, WHOLE_ROW}
    return Verdict("merged" if differs else "applied", doc=new, disputed=frozenset(several))


def _too_late(op: Op, doc: Doc, context: Context) -> Verdict:
    """An edit of a deleted row that had not seen the delete: kept among its heads until a person decides."""
    new, names = doc.copy(), _written(op)
    for name in names:
        heads = register.with_op(op, name, doc.written(name).split(), context.look)
        new.keep_heads(name, heads)
        new.keep_heads(name, register.effective(new, name, context.look))
    disputed = frozenset({*names, WHOLE_ROW})
    if any(op.op_id in new.writers.get(name, "").split() for name in names):
        return Verdict("held", SUDAH_DIHAPUS, doc=new, disputed=disputed)
    return Verdict("merged", doc=new, disputed=disputed)


def _append(op: Op, doc: Doc | None) -> Verdict:
    """A ledger entry is never changed; who else recorded the same one is kept beside the first."""
    if doc is None:
        return Verdict("applied", doc=Doc.made_by(op))
    told = Doc(doc.fields, {REST: " ".join(sorted({*doc.writer(REST).split(), op.op_id}))})
    return _repeated(op, doc)._replace(doc=told)


def _repeated(op: Op, doc: Doc) -> Verdict:
    """The row is there already: the first to come stays; the office is told where its own said something else."""
    same = all(doc.fields.get(name) == value for name, value in op.fields.items())
    return Verdict("duplicate" if same else "merged")


def _move(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    if doc is not None and doc.deleted:
        return _too_late(op, doc, context)
    if doc is None:
        return Verdict("held", SUDAH_DIHAPUS)
    now = doc.fields.get(table.state)
    if now == op.fields.get(table.state):
        return _repeated(op, doc)
    if not table.state or now != op.expected:
        return Verdict("held", KEADAAN_LAIN.format(kini=now), table.state)
    verdict = _write(op, table, doc, context, [name for name in _written(op) if name != table.state])
    assert verdict.doc is not None
    verdict.doc.fields[table.state], verdict.doc.writers[table.state] = op.fields[table.state], op.op_id
    return verdict


def _close(op: Op, doc: Doc | None) -> Verdict:
    """An office closes (or reopens) what waits for nothing but a person's word; who did is whom the op came from."""
    if doc is None or doc.deleted:
        return Verdict("duplicate")
    states = (op.expected, op.fields.get("keadaan"))
    if not conflict.closable(doc.fields) or states not in ((TERBUKA, SELESAI), (SELESAI, TERBUKA)):
        return Verdict("refused", TAK_DITUTUP)
    word, closes = op.fields.get("putusan"), states[1] == SELESAI
    if word in conflict.CITY_WORDS:
        return Verdict("refused", KATA_KOTA)
    if doc.fields.get("keadaan") != op.expected or not op.fields.keys() <= {"keadaan", "putusan", "diputus_oleh"}:
        return _repeated(op, doc)
    said: Fields = {"putusan": word, "diputus_oleh": op.by} if closes else {"putusan": None, "diputus_oleh": None}
    return Verdict("applied", doc=Doc(doc.fields | said | {"keadaan": states[1]}, doc.writers))


def _delete(op: Op, doc: Doc | None, context: Context) -> Verdict:
    if doc is None:
        return Verdict("duplicate")
    before = bool(register.disputed(doc, context.look))
    new = doc.copy()
    seen = op.seen.get(HELD, "").split()
    new.writers[REST if doc.deleted else HELD] = " ".join(sorted({*doc.deletes()} - {*seen} | {op.op_id}))
    left = register.disputed(new, context.look)
    whole = {WHOLE_ROW} if before or left or seen else set()
    disputed = frozenset(doc.names() | whole)
    if doc.deleted:
        for name in doc.names():
            new.keep_heads(name, left.get(name, []))
        return Verdict("applied" if before and not left else "duplicate", doc=new, disputed=disputed)
    if left:
        return Verdict("held", DIUBAH_ORANG, doc=new, disputed=disputed)
    return Verdict("applied", doc=Doc({}, {REST: new.writers[HELD]}, deleted=True), disputed=disputed)


def _restore(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    if (doc is None or doc.deleted) and all(value is None for value in op.fields.values()):
        return Verdict("refused", TANPA_ISI)
    if doc is None:
        return Verdict("applied", doc=Doc.made_by(op))
    seen = op.seen.get(HELD)
    left = sorted({*doc.deletes()} - {*(seen or "").split()})
    if not doc.deleted:
        verdict = _write(op, table, doc, context, _written(op))
        assert verdict.doc is not None
        _hold(verdict.doc, left)
        return verdict
    new = Doc.made_by(op)
    _hold(new, left if seen is not None else [])
    several = _keep_late_edits(op, table, doc, new, context)
    whole = {WHOLE_ROW} if left or register.disputed(doc, context.look) else set()
    return Verdict("applied", doc=new, disputed=frozenset(several | whole))


def _hold(doc: Doc, deletes: list[str]) -> None:
    if deletes:
        doc.writers[HELD] = " ".join(deletes)
    else:
        doc.writers.pop(HELD, None)


def _keep_late_edits(op: Op, table: Table, gone: Doc, new: Doc, context: Context) -> set[str]:
    """Bring the edits that waited on a deleted row back as heads beside what the restore says."""
    names = gone.names()
    for name in names:
        heads = register.unseen(op, name, gone.written(name).split(), context.look)
        if heads:
            own = new.written(name).split()
            shown = own[0] if own else ""
            register.show(new, name, shown, [*own, *heads], hard=hard(table, name), look=context.look)
    return names


def overlay(fields: Fields, op: Op) -> Fields | None:
    """Return the visible row when ``op`` still waits on top of ``fields``; None when it deletes the row."""
    return None if op.kind == "delete" else fields | op.fields
