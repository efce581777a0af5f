"""The city as one row, for tests of the pure merge rules."""

from __future__ import annotations

import json

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.manifest import Table, tables_of
from sync import conflict, merge
from sync.conflict import Book
from sync.merge import Context, Verdict
from sync.operation import Op
from sync.register import Doc

TABLES = tables_of(MODULES)
ORANG = TABLES["rt_orang"]
DAFTAR = TABLES["insentif_daftar"]
MUTASI = TABLES["insentif_mutasi"]
BARIS = TABLES["insentif_baris"]


def op(
    ke: int, kind: str, table: Table, fields: Fields, *, inc: str = "", hlc: int = 0, expected: str = "",
    seen: dict[str, str] | None = None, **fields_seen: str,
) -> Op:  # fmt: skip
    """Op ``o<ke>`` of its own incarnation unless told; its hlc is ``ke`` unless told."""
    return Op(
        f"o{ke}",
        inc or f"i{ke}",
        ke,
        hlc or ke,
        "k",
        kind,
        table.name,
        "r",
        "Rina",
        fields,
        fields_seen | (seen or {}),
        expected,
    )


class Kota:
    """The city as one row, for the pure functions."""

    def __init__(self, table: Table, doc: Doc | None = None, *, locked: bool = False) -> None:
        self.table, self.doc, self.locked = table, doc, locked
        self.seen: dict[str, Op] = {}
        self.conflicts: dict[str, Fields] = {}

    def __call__(self, *ops: Op) -> Verdict:
        for satu in ops:
            self.seen[satu.op_id] = satu
            verdict = merge.judge(satu, self.table, self.doc, Context(self.seen.get, lambda _op: self.locked))
            self.doc = verdict.doc or self.doc
            self._tell(satu, verdict)
        return verdict

    def _tell(self, op: Op, verdict: Verdict) -> None:
        book, key = Book(self.seen.get, lambda op_id: f"PC {op_id}"), (self.table.name, "r")
        for name in verdict.disputed:
            assert self.doc is not None
            hard = merge.hard(self.table, name)
            row = (
                conflict.of_field(key, name, self.doc, book, hard=hard)
                if name
                else conflict.of_row(key, self.doc, op, book)
            )
            self.conflicts.pop(name, None)
            if row:
                self.conflicts[name] = row

    def isi(self, name: str) -> dict[str, list[dict[str, Value]]]:
        """What the conflict over a field tells."""
        isi: dict[str, list[dict[str, Value]]] = json.loads(str(self.conflicts[name]["isi"]))
        return isi

    def kept(self) -> set[tuple[str, Value]]:
        """Every (field, value) that a person can still find: in the row or in a conflict."""
        found = set(self.doc.fields.items()) if self.doc else set()
        for name in self.conflicts:
            for entries in self.isi(name).values():
                found |= {(str(e.get("field", name)), e.get("nilai")) for e in entries}
        return found


def baru(table: Table = ORANG, **fields: Value) -> Kota:
    kota = Kota(table)
    kota(op(1, "set", table, {"nama": "Budi", "hp": "1", "nik": None, **fields}))
    return kota
