"""A row whose fields hold many values: the heads of a field are the ops on it that no other op on it has seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic_core import from_json

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import HELD, REST

from .operation import RESERVED, Op

Look = Callable[[str], Op | None]
"""Finds an op of the log by its id."""


@dataclass(slots=True)
class Doc:
    """A row as the city holds it; ``writers`` maps a field to its heads, the shown one first.

    A deleted row keeps the heads of edits that came after the delete without having seen it.
    """

    fields: Fields
    writers: dict[str, str]
    deleted: bool = False

    @classmethod
    def load(cls, doc: str, writers: str, deleted: bool) -> Doc:
        """Read the two JSON texts of a stored row."""
        return cls(from_json(doc), from_json(writers), deleted)

    @classmethod
    def made_by(cls, op: Op) -> Doc:
        """Return the row that an op creates; a field left empty was not written."""
        return cls({name: value for name, value in op.fields.items() if value is not None}, {REST: op.op_id})

    def copy(self) -> Doc:
        """Return a row that can be changed without this one."""
        return Doc(dict(self.fields), dict(self.writers), self.deleted)

    def texts(self) -> tuple[str, str]:
        """Return (document, writers) as canonical JSON; empty fields are left out."""
        return canonical.dumps({k: v for k, v in self.fields.items() if v is not None}), canonical.dumps(self.writers)

    def writer(self, name: str) -> str:
        """Return the heads of a field as an office names what it has seen."""
        return self.writers.get(name, self.writers.get(REST, ""))

    def written(self, name: str) -> str:
        """Return the heads of a field; empty where nobody has written it."""
        there = self.writers.get(name)
        if there is None:
            return "" if self.fields.get(name) is None else self.writers.get(REST, "")
        return there

    def names(self) -> set[str]:
        """Return the fields that somebody wrote."""
        return ({n for n, value in self.fields.items() if value is not None} | self.writers.keys()) - RESERVED

    def deletes(self) -> list[str]:
        """Return the deletes of this row: those that took effect, or those that wait."""
        return self.writers.get(REST if self.deleted else HELD, "").split()

    def keep_heads(self, name: str, heads: Iterable[str]) -> None:
        """Set the heads of a field of a deleted row."""
        if text := " ".join(sorted(heads)):
            self.writers[name] = text
        else:
            self.writers.pop(name, None)


def write(doc: Doc, op: Op, name: str, *, hard: Callable[[str], bool], look: Look) -> bool:
    """Write a field in the name of ``op``; return whether the field has or had several heads.

    ``hard`` tells whether a person decides over a field (asked where heads differ only).
    """
    there = doc.written(name)
    if not there or there == op.seen.get(name):
        doc.fields[name], doc.writers[name] = op.fields[name], op.op_id
        return " " in there
    heads = there.split()
    left = with_op(op, name, heads, look)
    show(doc, name, heads[0] if heads[0] in left else op.op_id, left, hard=hard(name), look=look)
    return len(heads) > 1 or len(left) > 1


def with_op(op: Op, name: str, heads: list[str], look: Look) -> list[str]:
    """Return the heads once ``op`` has been added: what it saw goes, and it goes where one of them saw it."""
    left = unseen(op, name, heads, look)
    return left if any(_saw(look(head), op, name) for head in left) else [*left, op.op_id]


def unseen(op: Op, name: str, heads: list[str], look: Look) -> list[str]:
    """Return the heads that ``op`` had not seen; a PC has seen what it wrote itself before."""
    seen = op.seen.get(name, "").split()
    return [head for head in heads if head not in seen and not _earlier(look(head), op)]


def _earlier(past: Op | None, op: Op) -> bool:
    return past is not None and past.inc == op.inc and past.n < op.n


def _saw(head: Op | None, op: Op, name: str) -> bool:
    """Tell whether ``op`` comes late: a restored city gets ops of several PCs in any order."""
    return head is not None and (op.op_id in head.seen.get(name, "").split() or _earlier(op, head))


def show(doc: Doc, name: str, shown: str, heads: list[str], *, hard: bool, look: Look) -> None:
    """Give a field its heads: SOFT shows the latest by (hlc, op id), HARD the one ``shown`` where it is among them."""
    first = shown if hard and shown in heads else max(heads, key=lambda head: _rank(look(head), head))
    doc.writers[name] = " ".join([first, *sorted({*heads} - {first})])
    past = look(first)
    if past is not None:
        doc.fields[name] = past.fields.get(name)


def _rank(past: Op | None, op_id: str) -> tuple[int, str]:
    return (past.hlc if past else 0, op_id)


def disputed(doc: Doc, look: Look) -> dict[str, list[str]]:
    """Return per field the edits that none of the row's deletes had seen."""
    if not doc.deletes():
        return {}
    found = {name: effective(doc, name, look) for name in doc.names()}
    return {name: heads for name, heads in sorted(found.items()) if heads}


def effective(doc: Doc, name: str, look: Look) -> list[str]:
    """Return the heads of a field without those that a delete of the row had seen."""
    heads = doc.written(name).split()
    empty = not doc.deleted and doc.fields.get(name) is None
    for past in filter(None, map(look, doc.deletes())):
        heads = [] if empty and name not in past.seen else unseen(past, name, heads, look)
    return heads
