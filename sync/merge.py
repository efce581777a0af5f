"""The merge rules of SYNC.md, pure: a row's document and an operation in, a verdict out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic_core import from_json

from sipokat_desktop.kernel import canonical, ids
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.storage.manifest import Kind, Merge, Table

from .operation import Op

GANDA = "pembayaran ganda"
KERAS = "isian berbeda"
LUNAK = "isian diganti"
HAPUS = "hapus tertahan"
TERBUKA, SELESAI = "terbuka", "selesai"

SUDAH_DIHAPUS = "Data ini sudah dihapus di kota. Isian Anda disimpan dan menunggu keputusan."
SUDAH_TERKUNCI = "Daftarnya sudah dikunci. Isian Anda disimpan dan menunggu keputusan kecamatan."
KEADAAN_LAIN = "Keadaannya sudah berubah menjadi “{kini}” di komputer lain."
DIUBAH_ORANG = "Data ini diubah di komputer lain sebelum dihapus. Periksa dulu, lalu hapus lagi."
MILIK_KOTA = "Data ini hanya ditetapkan oleh kota."
TAK_DIKENAL = "Versi server belum mengenal data ini. Data aman dan dikirim lagi setelah server diperbarui."
ISIAN_SALAH = "Isian “{label}” tidak berbentuk yang diharapkan."
ISIAN_KOSONG = "Isian “{label}” wajib diisi."

Outcome = Literal["applied", "merged", "duplicate", "held", "refused"]


@dataclass(slots=True)
class Doc:
    """A row as the city holds it; ``writers`` maps a field to the op that wrote it, ``*`` is all others."""

    fields: Fields
    writers: dict[str, str]
    deleted: bool = False

    @classmethod
    def load(cls, doc: str, writers: str, deleted: bool) -> Doc:
        """Read the two JSON texts of a stored row."""
        return cls(from_json(doc), from_json(writers), deleted)

    def texts(self) -> tuple[str, str]:
        """Return (document, writers) as canonical JSON; empty fields are left out."""
        return canonical.dumps({k: v for k, v in self.fields.items() if v is not None}), canonical.dumps(self.writers)

    def writer(self, name: str) -> str:
        """Return the op that wrote a field."""
        return self.writers.get(name, self.writers.get("*", ""))

    def put(self, fields: Fields, op_id: str) -> None:
        """Write ``fields`` in the name of ``op_id``."""
        self.fields |= fields
        for name in fields:
            self.writers[name] = op_id


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something a person should see; its id is derived, so that any order of pushes gives the same set."""

    id: str
    scope: str
    fields: Fields


@dataclass(slots=True)
class Verdict:
    """What an op does: its outcome, the row's new document (None: unchanged), conflicts found."""

    outcome: Outcome
    reason: str = ""
    field: str = ""
    doc: Doc | None = None
    conflicts: list[Conflict] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """What a verdict may ask of the server: the hlc of an op, and whether the row's list is locked."""

    hlc_of: Callable[[str], int]
    locked: Callable[[Op], bool]


def judge(op: Op, table: Table | None, doc: Doc | None, context: Context) -> Verdict:
    """Return what ``op`` does to a row; the caller has checked chain, scope and repetition."""
    if table is None:
        return Verdict("held", TAK_DIKENAL)
    return _barred(op, table, context) or _applied(op, table, doc, context)


def _barred(op: Op, table: Table, context: Context) -> Verdict | None:
    if table.city_only:
        return Verdict("refused", MILIK_KOTA)
    if table.locked_by and context.locked(op):
        return Verdict("held", SUDAH_TERKUNCI)
    return _wrong_field(op, table)


def _applied(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    record = table.kind is Kind.RECORD
    match op.kind:
        case "append":
            return _append(op, doc)
        case "move":
            return _move(op, table, doc)
        case "set" if record:
            return _set(op, table, doc, context)
        case "delete" if record:
            return _delete(op, doc)
        case "restore" if record:
            return _restore(op, table, doc, context)
        case _:
            return Verdict("refused", TAK_DIKENAL)


def _wrong_field(op: Op, table: Table) -> Verdict | None:
    if op.kind == "delete":
        return None
    creates = op.kind in ("append", "restore") or (op.kind == "set" and not op.seen)
    for column in table.columns:
        if column.name not in op.fields:
            continue
        value = op.fields[column.name]
        if value is not None and isinstance(value, int) != (column.type == "INTEGER"):
            return Verdict("refused", ISIAN_SALAH.format(label=column.label), column.name)
        if value is None and column.required and creates:
            return Verdict("refused", ISIAN_KOSONG.format(label=column.label), column.name)
    return None


def _created(op: Op) -> Doc:
    return Doc(dict(op.fields), {"*": op.op_id})


def _set(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    if doc is None:
        return Verdict("applied", doc=_created(op))
    if doc.deleted:
        return Verdict("held", SUDAH_DIHAPUS)
    verdict = Verdict("applied")
    taken: Fields = {}
    for name, value in op.fields.items():
        if doc.fields.get(name) == value:
            continue
        if doc.writer(name) == op.seen.get(name, "") or name not in doc.fields:
            taken[name] = value
        else:
            _collide(op, table, doc, name, value, context, taken, verdict)
    if taken:
        verdict.doc = Doc(dict(doc.fields), dict(doc.writers))
        verdict.doc.put(taken, op.op_id)
    if verdict.conflicts:
        verdict.outcome = "merged"
    return verdict


def _collide(
    op: Op, table: Table, doc: Doc, name: str, value: Value, context: Context, taken: Fields, verdict: Verdict
) -> None:
    """Two edits that did not see each other: HARD keeps the city's, SOFT shows the later; both are kept."""
    hard = any(column.name == name and column.merge is Merge.HARD for column in table.columns)
    there = doc.writer(name)
    later = (op.hlc, op.op_id) > (context.hlc_of(there), there)
    if later and not hard:
        taken[name] = value
    isi = canonical.dumps(
        {"kota": doc.fields.get(name), "kota_op": there, "kantor": value, "kantor_op": op.op_id, "oleh": op.by}
    )
    verdict.conflicts.append(
        Conflict(
            ids.derived_id("konflik", op.row, name, op.op_id),
            op.scope,
            {
                "jenis": KERAS if hard else LUNAK,
                "tabel": op.table,
                "row_id": op.row,
                "field": name,
                "isi": isi,
                "keadaan": TERBUKA if hard else SELESAI,
            },
        )
    )


def _append(op: Op, doc: Doc | None) -> Verdict:
    return Verdict("applied", doc=_created(op)) if doc is None else _repeated(op, doc)


def _repeated(op: Op, doc: Doc) -> Verdict:
    """The row is there already: the first to come stays; the office is told where its own said something else."""
    same = all(doc.fields.get(name) == value for name, value in op.fields.items())
    return Verdict("duplicate" if same else "merged")


def _move(op: Op, table: Table, doc: Doc | None) -> Verdict:
    if doc is None or doc.deleted:
        return Verdict("held", SUDAH_DIHAPUS)
    now = doc.fields.get(table.state)
    if now == op.fields.get(table.state):
        return _repeated(op, doc)
    if not table.state or now != op.expected:
        return Verdict("held", KEADAAN_LAIN.format(kini=now), table.state)
    moved = Doc(dict(doc.fields), dict(doc.writers))
    moved.put(op.fields, op.op_id)
    return Verdict("applied", doc=moved)


def _delete(op: Op, doc: Doc | None) -> Verdict:
    if doc is None or doc.deleted:
        return Verdict("duplicate")
    if any(doc.writer(name) != op.seen.get(name, "") for name, value in doc.fields.items() if value is not None):
        isi = canonical.dumps({"kantor_op": op.op_id, "oleh": op.by})
        conflict = Conflict(
            ids.derived_id("konflik", op.row, "", op.op_id),
            op.scope,
            {"jenis": HAPUS, "tabel": op.table, "row_id": op.row, "isi": isi, "keadaan": TERBUKA},
        )
        return Verdict("held", DIUBAH_ORANG, conflicts=[conflict])
    return Verdict("applied", doc=Doc({}, {"*": op.op_id}, deleted=True))


def _restore(op: Op, table: Table, doc: Doc | None, context: Context) -> Verdict:
    if doc is not None and not doc.deleted:
        return _set(op, table, doc, context)
    return Verdict("applied", doc=_created(op))


def ganda(table: str, slot: str, scope: str, live: Iterable[str]) -> Conflict:
    """Return the state of the conflict over a ledger slot: open while two live claims stand on it."""
    claims = sorted(live)
    return Conflict(
        ids.derived_id("ganda", table, slot),
        scope,
        {
            "jenis": GANDA,
            "tabel": table,
            "slot": slot,
            "isi": canonical.dumps({"entri": claims}),
            "keadaan": TERBUKA if len(claims) > 1 else SELESAI,
        },
    )


def overlay(fields: Fields, op: Op) -> Fields | None:
    """Return the visible row when ``op`` still waits on top of ``fields``; None when it deletes the row."""
    return None if op.kind == "delete" else fields | op.fields
