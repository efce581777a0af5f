"""What waits for a person, as rows of the table ``konflik``: pure functions of the heads, whatever came first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic_core import from_json

from sipokat_desktop.kernel import canonical, ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import (
    BATAL_BEDA,
    BATAL_DUA,
    DITAHAN,
    DITOLAK,
    GANDA,
    HAPUS,
    HELD,
    KERAS,
    LUNAK,
    SELESAI,
    TERBUKA,
)
from sipokat_desktop.storage.manifest import Ledger

from . import register
from .operation import Op
from .register import Doc, Look

TABLE = "konflik"
DIHAPUS, TIDAK_DIHAPUS, DIKOSONGKAN = "dihapus", "tidak dihapus", "dikosongkan"
DITERIMA_KOTA, DITOLAK_KOTA = "diterima kota", "ditolak kota"
DIPROSES = "diproses setelah server diperbarui"
CITY_WORDS = (DITERIMA_KOTA, DITOLAK_KOTA, DIPROSES)
"""How a conflict ends by the city's word alone."""

BEDA_BATAL = "Satu catatan dibatalkan di dua komputer dengan keterangan berbeda: {isi}."

Label = Callable[[str], str]
"""Names the PC that an op came from, by the op's id."""


@dataclass(frozen=True, slots=True)
class Book:
    """Where the ops behind a conflict are looked up."""

    look: Look
    label: Label

    def entry(self, op_id: str, name: str = "") -> dict[str, object]:
        """Return what a person is told of an op: the value it gave to a field, by whom, on which PC, when (hlc)."""
        op = self.look(op_id)
        told: dict[str, object] = {"op": op_id}
        if op is not None:
            told |= {"oleh": op.by, "perangkat": self.label(op_id), "waktu": op.hlc}
        return told | ({"nilai": op.fields.get(name) if op else None} if name else {})

    def entries(self, op_ids: Iterable[str], name: str = "") -> list[dict[str, object]]:
        """Return the entries of several ops, by op id."""
        return [self.entry(op_id, name) for op_id in sorted(op_ids)]

    def value(self, op_id: str, name: str) -> object:
        """Return the value that an op gave to a field."""
        op = self.look(op_id)
        return op.fields.get(name) if op else None


def field_id(table: str, row: str, name: str) -> str:
    """Return the id of the conflict over a field; an empty name is the row's own (its delete)."""
    return ids.derived_id(TABLE, table, row, name)


def held_id(op_id: str) -> str:
    """Return the id under which an op waits that the city did not take."""
    return ids.derived_id("tahan", op_id)


def slot_id(table: str, slot: str) -> str:
    """Return the id of the conflict over a ledger slot."""
    return ids.derived_id("ganda", table, slot)


def of_field(key: tuple[str, str], name: str, doc: Doc, book: Book, *, hard: bool) -> Fields | None:
    """Return the conflict over a field as its heads make it; None where there is nothing to tell.

    Open while the heads differ (SOFT: settled by the rule, but told); closed by a decision, which saw them differ.
    """
    heads = register.effective(doc, name, book.look)
    row: Fields = {"jenis": KERAS if hard else LUNAK, "tabel": key[0], "row_id": key[1], "field": name}
    if len({book.value(head, name) for head in heads}) > 1:
        isi = {"isian": book.entries(heads, name)}
        return row | {"isi": canonical.dumps(isi), "keadaan": TERBUKA if hard else SELESAI}
    among = {op_id for op in filter(None, map(book.look, heads)) for op_id in op.seen.get(name, "").split()}
    if len({book.value(op_id, name) for op_id in among}) < 2:
        return None
    chosen = book.value(heads[0], name)
    return row | {
        "isi": canonical.dumps({"isian": book.entries(heads, name), "dari": book.entries(among, name)}),
        "keadaan": SELESAI,
        "putusan": DIKOSONGKAN if chosen is None else str(chosen),
        "diputus_oleh": _people(heads, book),
    }


def _people(op_ids: Iterable[str], book: Book) -> str:
    return ", ".join(sorted({op.by for op in filter(None, map(book.look, op_ids)) if op.by}))


def of_row(key: tuple[str, str], doc: Doc, last: Op, book: Book) -> Fields | None:
    """Return the conflict between deletes of a row and edits they had not seen; None where there is none.

    It is decided by explicit deletes that saw it, or by ``last``, the restore that was judged last.
    """
    row: Fields = {"jenis": HAPUS, "tabel": key[0], "row_id": key[1]}
    if edits := register.disputed(doc, book.look):
        return row | {"isi": _against(doc.deletes(), edits, book), "keadaan": TERBUKA}
    closers = [op for op in map(book.look, doc.deletes()) if op] if doc.deleted else [last]
    known, edits = _decided([op for op in closers if op.seen.get(HELD)], book)
    if not edits:
        return None
    return row | {
        "isi": _against(known, edits, book),
        "keadaan": SELESAI,
        "putusan": DIHAPUS if doc.deleted else TIDAK_DIHAPUS,
        "diputus_oleh": ", ".join(sorted({op.by for op in closers if op.seen.get(HELD)})),
    }


def _decided(closers: list[Op], book: Book) -> tuple[list[str], dict[str, list[str]]]:
    """Return the deletes and the edits that the closing ops saw against each other."""
    known = sorted({op_id for op in closers for op_id in op.seen[HELD].split()})
    deletes = [op for op in map(book.look, known) if op is not None and op.kind == "delete"]
    edits: dict[str, list[str]] = {}
    for name in sorted({name for op in closers for name in op.seen} - {HELD}):
        heads = sorted({head for op in closers for head in op.seen.get(name, "").split()})
        for past in deletes:
            heads = register.unseen(past, name, heads, book.look)
        if heads:
            edits[name] = heads
    return known, edits if deletes else {}


def _against(deletes: Iterable[str], edits: dict[str, list[str]], book: Book) -> str:
    isian = [book.entry(op_id, name) | {"field": name} for name, heads in edits.items() for op_id in sorted(heads)]
    return canonical.dumps({"hapus": book.entries(deletes), "isian": isian})


def of_op(op: Op, *, refused: bool, field: str, reason: str, device: str) -> Fields:
    """Return the row under which an op waits that the city holds, or refused."""
    isi = {"op": op.op_id, "kind": op.kind, "isian": op.fields, "oleh": op.by, "perangkat": device, "waktu": op.hlc}
    return {
        "jenis": DITOLAK if refused else DITAHAN, "tabel": op.table, "row_id": op.row, "field": field or None,
        "isi": canonical.dumps(isi), "alasan": reason, "keadaan": TERBUKA,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """An entry of a ledger slot: the ops that recorded it, and those that took it back."""

    entry: str
    ops: tuple[str, ...]
    back: tuple[str, ...] = ()


def of_slot(table: str, slot: str, claims: Iterable[Claim], book: Book, ledger: Ledger) -> Fields | None:
    """Return the conflict over a ledger slot: open while two live claims stand on it or a question is left of how
    they were taken back, closed by a reversal that saw both; None otherwise."""
    semua = sorted(claims, key=lambda claim: claim.entry)
    live = [claim.entry for claim in semua if not claim.back]
    backs = [op for claim in semua for op in map(book.look, claim.back) if op is not None]
    deciding = [op.op_id for op in backs if any(len(seen.split()) > 1 for seen in op.seen.values())]
    if len(live) < 2 and not deciding:
        return None
    soal, alasan = ("", "") if len(live) > 1 else _question(semua, live, book, ledger)
    isi = {"entri": live, "catatan": [_told(claim, book) for claim in semua]} | ({"soal": soal} if soal else {})
    row: Fields = {"jenis": GANDA, "tabel": table, "slot": slot, "isi": canonical.dumps(isi)}
    if len(live) > 1 or soal:
        return row | {"keadaan": TERBUKA} | ({"alasan": alasan} if alasan else {})
    return row | {"keadaan": SELESAI, "diputus_oleh": _people(deciding, book)}


def _question(semua: list[Claim], live: list[str], book: Book, ledger: Ledger) -> tuple[str, str]:
    """Return what is to be asked of the reversals of a slot, and the sentence; both empty where all is clear."""
    backs = {claim.entry: _backs(claim, book) for claim in semua}
    words = [op for claim in semua for op in map(book.look, claim.back) if op is not None and HELD in op.seen]
    crossed = [op for one in semua for other in semua if _crossed(one, other, backs) for op in backs[one.entry]]
    if not live and crossed and not _affirmed(crossed, words):
        return BATAL_DUA, ledger.words.none_left
    for ops in backs.values():
        told = sorted({ledger.said(op.fields) for op in ops})
        if len(told) > 1 and not _affirmed(ops, words):
            return BATAL_BEDA, BEDA_BATAL.format(isi=" dan ".join(told))
    return "", ""


def _backs(claim: Claim, book: Book) -> list[Op]:
    """Return the ops that took an entry back; not those that only say that this stands."""
    return [op for op in map(book.look, claim.back) if op is not None and HELD not in op.seen]


def _crossed(one: Claim, other: Claim, backs: dict[str, list[Op]]) -> bool:
    """Tell whether two entries were each taken back by someone who saw the other live: that it would stay."""
    pairs = ((one, other), (other, one))
    return one != other and all(
        any(there.entry in seen.split() for op in backs[here.entry] for seen in op.seen.values())
        for here, there in pairs
    )


def _affirmed(ops: Iterable[Op], words: Iterable[Op]) -> bool:
    """Tell whether people who saw all these reversals agree that they stand; ``words`` are the ops that say so."""
    asked = {op.op_id for op in ops}
    seen = {op.op_id: {*op.seen[HELD].split()} for op in words}
    about = [op for op in words if asked & seen[op.op_id]]
    heads = [op for op in about if not any(op.op_id in seen[other.op_id] for other in about)]
    return any(asked <= seen[op.op_id] for op in heads) and len({canonical.dumps(op.fields) for op in heads}) == 1


def _told(claim: Claim, book: Book) -> dict[str, object]:
    return {"entri": claim.entry, "dicatat": book.entries(claim.ops), "balik": [_back(op, book) for op in claim.back]}


def _back(op_id: str, book: Book) -> dict[str, object]:
    op = book.look(op_id)
    fields: dict[str, object] = {} if op is None else {k: v for k, v in op.fields.items() if v is not None}
    return book.entry(op_id) | {"isian": fields}


def closable(row: Fields) -> bool:
    """Tell whether an office may close or reopen a conflict by a move: not one that its own logic closes."""
    if row.get("putusan") in CITY_WORDS:
        return False
    return row.get("jenis") in (DITAHAN, DITOLAK) or "kantor_op" in from_json(str(row.get("isi") or "{}"))


def ops_of(row: Fields) -> list[str]:
    """Return the ops whose outcome a conflict is about."""
    isi = from_json(str(row.get("isi") or "{}"))
    if row.get("jenis") in (DITAHAN, DITOLAK):
        return [isi["op"]] if isinstance(isi.get("op"), str) else []
    if row.get("jenis") == HAPUS:
        return sorted({entry["op"] for side in ("hapus", "isian") for entry in isi.get(side, [])})
    return []
