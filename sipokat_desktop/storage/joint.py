"""What two PCs recorded twice for one person and one list: months that stand together and may be settled in one act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.storage import sqlite

from . import core
from .decision import Choice, Decision
from .manifest import Table, Together, WayOut

Tables = Mapping[str, Table]


class Joint(NamedTuple):
    """What a way out takes back: the entries, their names in words, the sum in rupiah, and of how many people."""

    entries: tuple[str, ...]
    labels: tuple[str, ...]
    amount: int
    people: int


def mark(con: sqlite.Connection, tables: Tables, d: Decision) -> tuple[str, ...]:
    """Return what the claims of one person, list and pair of recorders have in common; of anything else it is alone."""
    recorders = sorted(_recorder(c) for c in d.pilihan)
    known = [*_parts(con, tables, d)]
    if not known or None in known or len(set(recorders)) != len(recorders):
        return (d.jenis, d.id or d.op, *d.baris)
    marks = sorted("|".join(part.marks) for part in known if part)
    return (d.tabel, *marks, *(f"{by}|{pc}" for by, pc in recorders))


def beside(con: sqlite.Connection, tables: Tables, everything: Sequence[Decision], d: Decision) -> list[Decision]:
    """Return the decisions that stand together with ``d``, itself among them, in their order."""
    own = mark(con, tables, d)
    return sorted((one for one in everything if mark(con, tables, one) == own), key=lambda one: order(con, tables, one))


def whole_book(con: sqlite.Connection, tables: Tables, everything: Sequence[Decision], d: Decision) -> list[Decision]:
    """Return the decisions about anybody in the list that ``d`` is about, between the same recorders."""
    own = _book(con, tables, d)
    return [one for one in everything if own and _book(con, tables, one) == own]


def order(con: sqlite.Connection, tables: Tables, d: Decision) -> str:
    """Return by what the claims of a group follow one another."""
    return next((part.order for part in _parts(con, tables, d) if part), "")


def label(con: sqlite.Connection, tables: Tables, d: Decision) -> str:
    """Return the name of a claim within its group (a month), else what it is about."""
    return next((part.label for part in _parts(con, tables, d) if part), d.judul)


def joint(con: sqlite.Connection, tables: Tables, group: Sequence[Decision], entry: str) -> Joint | None:
    """Return what goes with ``entry``: in every claim of the group the entry of the same person on the same PC.

    None where nothing of that kind is known of it.
    """
    own = {_recorder(c) for d in group for c in d.pilihan if c.nilai == entry}
    along = [(d, str(c.nilai)) for d in group for c in d.pilihan if _recorder(c) in own]
    parts = [part for d, id in along if (part := _part(con, tables, d, id))]
    if not parts or len(parts) < len(along):
        return None
    people = len({part.marks for part in parts})
    return Joint(tuple(id for _, id in along), tuple(p.label for p in parts), sum(p.amount for p in parts), people)


def same_for_all(way: WayOut) -> bool:
    """Tell whether a way out is the same for every claim: one that asks for a month is not."""
    return all(ask.kind != "pilihan" for ask in way.asks)


def _book(con: sqlite.Connection, tables: Tables, d: Decision) -> tuple[str, ...]:
    books = {part.book if part else "" for part in _parts(con, tables, d)}
    recorders = sorted(_recorder(c) for c in d.pilihan)
    if len(books) != 1 or "" in books or len(set(recorders)) != len(recorders):
        return ()
    return (d.tabel, *books, *(f"{by}|{pc}" for by, pc in recorders))


def _parts(con: sqlite.Connection, tables: Tables, d: Decision) -> Iterator[Together | None]:
    return (_part(con, tables, d, str(c.nilai)) for c in d.pilihan)


def _part(con: sqlite.Connection, tables: Tables, d: Decision, entry: str) -> Together | None:
    table = tables.get(d.tabel)
    if d.jenis != core.GANDA or table is None or table.ledger is None:
        return None
    return table.ledger.together(con, entry)


def _recorder(c: Choice) -> tuple[str, str]:
    return c.oleh, c.perangkat
