"""Gives row states out: a page of one scope after a cursor, single rows, and the digests of what the city holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from sync.protocol import Author, Digest, Page, Row, RowsAnswer

from .database import Database
from .schema import DIGEST, DOC, SCOPE, SCOPE_COMMIT

MAX_PAGE_BYTES = 1 << 20
_STATE = (DOC.c.tbl, DOC.c.id, DOC.c.seq, DOC.c.deleted, DOC.c.doc, DOC.c.writers, DOC.c.oleh, DOC.c.asal, DOC.c.at)

# Statements of every page are built once: to build one anew costs more than to run it.
_AFTER = (
    select(*_STATE)
    .where(DOC.c.scope == bindparam("at"), DOC.c.seq > bindparam("after"))
    .order_by(DOC.c.seq)
    .limit(bindparam("most"))
)
_DIGESTS = select(DIGEST).where(DIGEST.c.scope.in_(bindparam("scopes", expanding=True))).order_by(DIGEST.c.tbl)
_GIVEN_OUT = select(SCOPE.c.id).where(SCOPE.c.id == bindparam("at"), SCOPE.c.head >= bindparam("seq")).exists()
_TOKEN = (
    select(SCOPE_COMMIT.c.token)
    .where(SCOPE_COMMIT.c.scope == bindparam("at"), SCOPE_COMMIT.c.seq >= bindparam("seq"), _GIVEN_OUT)
    .order_by(SCOPE_COMMIT.c.seq)
    .limit(1)
)


def page(con: Connection, scope: str, cursor: str, digest: Mapping[str, Digest], *, limit: int) -> Page:
    """Return at most ``limit`` rows (or about 1 MB) of ``scope`` after ``cursor``; the last page has the digest.

    A cursor that this history did not give out (the city was restored) starts anew with ``resync``.
    """
    after, resync = _position(con, scope, cursor)
    found = con.execute(_AFTER, {"at": scope, "after": after, "most": limit + 1}).all()
    rows, people = _rows(found[:limit])
    size = 0
    for count, row in enumerate(rows, 1):
        size += len(row[4]) + len(row[5]) + 100
        if size > MAX_PAGE_BYTES and count < len(rows):
            rows = rows[:count]
            break
    more = len(rows) < len(found)
    if rows:
        cursor = f"{rows[-1][2]}.{_token(con, scope, rows[-1][2])}"
    return Page(
        scope=scope, rows=rows, people=people, cursor=cursor if rows or after else "", more=more, resync=resync,
        digest=None if more else dict(digest),
    )  # fmt: skip


def single(db: Database, con: Connection, scope: str, table: str, ids: Iterable[str]) -> RowsAnswer:
    """Return the rows of ``table`` in ``scope`` with one of ``ids``, as far as they are there."""
    keys = [{"scope": scope, "tbl": table, "id": row_id} for row_id in dict.fromkeys(ids)]
    rows, people = _rows(db.matching(con, DOC, keys, [column.name for column in _STATE]))
    return RowsAnswer(rows=rows, people=people)


def _rows(found: Sequence[Sequence[Any]]) -> tuple[list[Row], list[Author]]:
    """Return the rows as they travel, and their authors, each of them once."""
    people: dict[Author, int] = {}
    rows: list[Row] = []
    for tbl, row_id, seq, deleted, doc, writers, by, origin, at in found:
        rows.append((tbl, row_id, seq, deleted, doc, writers, people.setdefault((by, origin), len(people)), at))
    return rows, list(people)


def digests(con: Connection, scopes: Sequence[str]) -> dict[str, dict[str, Digest]]:
    """Return count and sum of row hashes per scope and table."""
    found: dict[str, dict[str, Digest]] = defaultdict(dict)
    for row in con.execute(_DIGESTS, {"scopes": list(scopes)}):
        found[row.scope][row.tbl] = Digest(count=row.total, sum=row.sum)
    return found


def hashes(con: Connection, scope: str, tbl: str) -> dict[str, str]:
    """Return the hash of every row of a table, for the drill-down."""
    rows = con.execute(select(DOC.c.id, DOC.c.hash).where(DOC.c.scope == scope, DOC.c.tbl == tbl))
    return {row.id: row.hash for row in rows}


def _position(con: Connection, scope: str, cursor: str) -> tuple[int, bool]:
    if not cursor:
        return 0, False
    seq, _, token = cursor.partition(".")
    if seq.isascii() and seq.isdigit() and len(seq) < 19 and _token(con, scope, int(seq)) == token:
        return int(seq), False
    return 0, True


def _token(con: Connection, scope: str, seq: int) -> str:
    """Return the token of the commit that gave out ``seq``: the first one at or after it; "?" beyond the head."""
    return con.scalar(_TOKEN, {"at": scope, "seq": seq}) or "?"
