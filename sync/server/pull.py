"""Gives row states out: a page of one scope after a cursor, and the digests of what the city holds."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from sync.protocol import Digest, Page

from .schema import DIGEST, DOC, SCOPE, SCOPE_COMMIT

MAX_PAGE_BYTES = 1 << 20

# Statements of every page are built once: to build one anew costs more than to run it.
_AFTER = (
    select(DOC.c.tbl, DOC.c.id, DOC.c.seq, DOC.c.deleted, DOC.c.doc, DOC.c.writers)
    .where(DOC.c.scope == bindparam("at"), DOC.c.seq > bindparam("after"))
    .order_by(DOC.c.seq)
    .limit(bindparam("most"))
)
_DIGESTS = select(DIGEST).where(DIGEST.c.scope == bindparam("at")).order_by(DIGEST.c.tbl)
_GIVEN_OUT = select(SCOPE.c.id).where(SCOPE.c.id == bindparam("at"), SCOPE.c.head >= bindparam("seq")).exists()
_TOKEN = (
    select(SCOPE_COMMIT.c.token)
    .where(SCOPE_COMMIT.c.scope == bindparam("at"), SCOPE_COMMIT.c.seq >= bindparam("seq"), _GIVEN_OUT)
    .order_by(SCOPE_COMMIT.c.seq)
    .limit(1)
)


def page(con: Connection, scope: str, cursor: str, *, limit: int) -> Page:
    """Return at most ``limit`` rows (or about 1 MB) of ``scope`` after ``cursor``; the last page has the digest.

    A cursor that this history did not give out (the city was restored) starts anew with ``resync``.
    """
    after, resync = _position(con, scope, cursor)
    found = con.execute(_AFTER, {"at": scope, "after": after, "most": limit + 1}).all()
    rows = [(r[0], r[1], r[2], r[3], r[4], r[5]) for r in found[:limit]]
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
        scope=scope, rows=rows, cursor=cursor if rows or after else "", more=more, resync=resync,
        digest=None if more else digests(con, scope),
    )  # fmt: skip


def digests(con: Connection, scope: str) -> dict[str, Digest]:
    """Return count and sum of row hashes per table."""
    rows = con.execute(_DIGESTS, {"at": scope})
    return {row.tbl: Digest(count=row.total, sum=row.sum) for row in rows}


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
