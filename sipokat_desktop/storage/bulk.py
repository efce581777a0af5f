"""Many new rows in one act, set by set: the same rows, ops, chain and history as one insert after the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby, islice

from sipokat_desktop.kernel import clock
from sipokat_desktop.kernel.canonical import Fields, encode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_ids
from sipokat_desktop.storage import sqlite

from . import oplog
from .record import Written
from .tx import Tx

Row = tuple[str, Fields]
"""The id of a row and its fields."""
STEP = 2000
PARAMETERS = 600
"""Values that one statement carries."""


@contextmanager
def roomy(con: sqlite.Connection) -> Iterator[None]:
    """Give the writer 64 MB of pages inside the block: with less, pages go to the disk several times over."""
    before = con.execute("PRAGMA cache_size").fetchone()[0]
    con.execute("PRAGMA cache_size = -65536")
    try:
        yield
    finally:
        con.execute(f"PRAGMA cache_size = {int(before)}")


def insert_many(
    tx: Tx, table: str, rows: Sequence[Row], *, scope: str, told: Callable[[int], object],
    gone: frozenset[str] | None = None,
) -> None:  # fmt: skip
    """Add ``rows``; those that were deleted here before are restored. ``told(n)`` hears how many are written.

    ``gone`` are the ids of :func:`deleted` where the caller has them: of many scopes they are read once.
    Raises InputSalah for a row that no exchange could carry; what ``told`` raises ends the act.
    """
    known = deleted(tx, table) if gone is None else gone
    done = 0
    for again, run in groupby(rows, key=lambda row: row[0] in known):
        if again:
            for row_id, fields in run:
                tx.insert(table, fields, scope=scope, row_id=row_id)
            continue
        for part in _parts(run):
            _write(tx, table, part, scope)
            done += len(part)
            told(done)


def deleted(tx: Tx, table: str) -> frozenset[str]:
    """Return the ids that :meth:`Tx.insert` would restore rather than set."""
    rows = tx.con.execute(
        """SELECT id FROM sync_shadow WHERE tabel = ? AND deleted = 1
           UNION SELECT row_id FROM riwayat WHERE tabel = ? AND sesudah = '{}'""",
        (table, table),
    )
    return frozenset(str(row[0]) for row in rows)


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while part := list(islice(rest, STEP)):
        yield part


def _write(tx: Tx, table: str, rows: list[Row], scope: str) -> None:
    tx.permit("set", table, (Written(row_id, scope, {}, fields, {}) for row_id, fields in rows[:1]))
    texts = [encode(fields) for _, fields in rows]
    with tx.gate.opened():
        for names, same in groupby(rows, key=lambda row: tuple(row[1])):
            values = [(row_id, *fields.values()) for row_id, fields in same]
            _put(tx.con, table, {"lingkup": scope}, ("id", *names), values)
    act = tx.act
    known: Fields = {"act_id": act.act_id, "inc": tx.chain.inc, "lingkup": scope, "tabel": table}
    _put(tx.con, "sync_op", known, ("op_id", "n", "hash", "hlc", "row_id", "body"), _ops(tx, table, rows, texts, scope))
    known = {
        "act_id": act.act_id, "act": act.name, "waktu": act.at, "oleh": act.by, "asal": act.origin, "tabel": table,
        "sebelum": "{}",
    }  # fmt: skip
    _put(tx.con, "riwayat", known, ("row_id", "sesudah"), list(zip((row[0] for row in rows), texts, strict=True)))
    tx.note_photos(table, (row[1] for row in rows))
    tx.touched.setdefault(table, []).extend(row[0] for row in rows)


def _put(
    con: sqlite.Connection, table: str, known: Fields, names: Sequence[str], values: Sequence[tuple[object, ...]]
) -> None:
    """Insert ``values`` of the columns ``names`` with what is the same in all rows, many rows to a statement."""
    many = max(1, PARAMETERS // len(names))
    for at in range(0, len(values), many):
        part = values[at : at + many]
        con.execute(
            _statement(table, tuple(known), tuple(names), len(part)), (*known.values(), *chain.from_iterable(part))
        )


@lru_cache(maxsize=64)
def _statement(table: str, known: tuple[str, ...], names: tuple[str, ...], rows: int) -> str:
    """Return the INSERT of so many rows: the values of ``known`` come once, those of ``names`` for every row."""
    same = ", ".join(f"?{k + 1}" for k in range(len(known)))
    starts = range(len(known) + 1, len(known) + 1 + rows * len(names), len(names))
    marks = ", ".join(f"({same}, {', '.join(f'?{first + k}' for k in range(len(names)))})" for first in starts)
    return f"INSERT INTO {table} ({', '.join((*known, *names))}) VALUES {marks}"


def _ops(
    tx: Tx, table: str, rows: list[Row], texts: list[str], scope: str
) -> list[tuple[str, int, str, int, str, str]]:
    """Return the op of each row; the body is what :meth:`oplog.Chain.link` would make of it, letter by letter."""
    act, end = tx.act, tx.chain
    first = encode({"act": act.name, "act_id": act.act_id, "by": act.by})[:-1] + ',"fields":'
    middle = f',"inc":{encode(end.inc)},"kind":"set","n":'
    last = f'","scope":{encode(scope)},"table":"{table}"}}'
    previous = bytes.fromhex(end.hash)
    made: list[tuple[str, int, str, int, str, str]] = []
    for (row_id, _), text, op_id in zip(rows, texts, new_ids(len(rows)), strict=True):
        end.n += 1
        end.hlc = clock.tick(end.hlc, act.at)
        body = f'{first}{text},"hlc":{end.hlc}{middle}{end.n},"op_id":"{op_id}","row":"{row_id}{last}'
        if not body.isascii():
            body = unicodedata.normalize("NFC", body)
        if len(body) > oplog.LARGEST:
            raise InputSalah("", oplog.TOO_LONG)
        previous = blake2b(previous + body.encode(), digest_size=16).digest()
        end.hash = previous.hex()
        made.append((op_id, end.n, end.hash, end.hlc, row_id, body))
    return made
