"""Gives row states out: a page of one scope after a cursor, single rows, and the digests of what the city holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, bindparam, select, union_all

from sync.protocol import Author, Digest, Page, Row, RowsAnswer

from .database import Asked, Database
from .schema import DIGEST, DOC, SCOPE, SCOPE_COMMIT

MAX_PAGE_BYTES = 1 << 20
AT_ONCE = 4
"""Scopes whose places one statement tells: the driver reads a longer one anew each time."""
_STATE = (DOC.c.tbl, DOC.c.id, DOC.c.seq, DOC.c.deleted, DOC.c.doc, DOC.c.writers, DOC.c.oleh, DOC.c.asal, DOC.c.at)
_COLUMNS = [column.name for column in _STATE]

# Statements of every page are built once: to build one anew costs more than to run it.
_AFTER = (
    select(*_STATE)
    .where(DOC.c.scope == bindparam("at"), DOC.c.seq > bindparam("after"))
    .order_by(DOC.c.seq)
    .limit(bindparam("most"))
)
_DIGESTS = select(DIGEST).where(DIGEST.c.scope.in_(bindparam("scopes", expanding=True))).order_by(DIGEST.c.tbl)


def _token_after(*where: ColumnElement[bool], at: str = "at") -> Any:
    """Return the SQL for the token of the first commit of the scope ``at`` for which ``where`` holds."""
    commits = select(SCOPE_COMMIT.c.token).where(SCOPE_COMMIT.c.scope == bindparam(at), *where)
    return commits.order_by(SCOPE_COMMIT.c.seq).limit(1)


def _place(at: str, seq: str) -> Select[Any]:
    return (
        select(
            SCOPE.c.id, SCOPE.c.head,
            _token_after(SCOPE_COMMIT.c.seq == SCOPE.c.head, at=at).correlate(SCOPE).scalar_subquery(),
            _token_after(SCOPE_COMMIT.c.seq >= bindparam(seq), at=at).scalar_subquery(),
            DIGEST.c.tbl, DIGEST.c.total, DIGEST.c.sum,
        )
        .select_from(SCOPE.outerjoin(DIGEST, DIGEST.c.scope == SCOPE.c.id))
        .where(SCOPE.c.id == bindparam(at))
    )  # fmt: skip


@cache
def _places(count: int) -> CompoundSelect[Any]:
    return union_all(*(_place(f"at{n}", f"seq{n}") for n in range(count)))


_HEAD = select(SCOPE.c.head).where(SCOPE.c.id == bindparam("at"))
_GIVEN_OUT = select(SCOPE.c.id).where(SCOPE.c.id == bindparam("at"), SCOPE.c.head >= bindparam("seq")).exists()
_TOKEN = _token_after(SCOPE_COMMIT.c.seq >= bindparam("seq"), _GIVEN_OUT)


class Place(NamedTuple):
    """Where a scope stood at one moment: its head, the tokens of the head and of the cursor asked for, its digests."""

    head: int
    at_head: str
    at_cursor: str
    digest: dict[str, Digest]


def places(db: Database, con: Connection, cursors: Mapping[str, str], *notes: Asked) -> dict[str, Place]:
    """Write ``notes``, then tell where the scopes of ``cursors`` stand: each in one statement, so at one moment."""
    listed = list(cursors.items())
    asked = [_asked(listed[at : at + AT_ONCE]) for at in range(0, len(listed), AT_ONCE)]
    digests: dict[str, dict[str, Digest]] = {scope: {} for scope in cursors}
    found = {scope: Place(0, "", "", digest) for scope, digest in digests.items()}
    for rows in db.ask(con, *notes, *asked)[len(notes) :]:
        for scope, head, at_head, at_cursor, tbl, total, sums in rows:
            found[scope] = Place(head, at_head or "", at_cursor or "", digests[scope])
            if tbl:
                digests[scope][tbl] = Digest(count=total, sum=sums)
    return found


def _asked(cursors: Sequence[tuple[str, str]]) -> Asked:
    values: dict[str, object] = {}
    for n, (scope, cursor) in enumerate(cursors):
        values |= {f"at{n}": scope, f"seq{n}": _split(cursor)[0]}
    return Asked(_places(len(cursors)), values)


def known_page(
    scope: str, cursor: str, here: Place, written: Sequence[Mapping[str, Any]], *, limit: int
) -> Page | None:
    """Return the page after ``cursor`` where no row need be read for it; None otherwise.

    There is nothing new, or nothing but what this very transaction has ``written`` under the scope's lock.
    """
    seq, token, seen = _split(cursor)
    size = sum(len(row["doc"]) + len(row["writers"]) + 100 for row in written)
    if here.head != seq + len(written) or seen or (cursor and token != here.at_cursor):
        return None
    if len(written) > limit or size > MAX_PAGE_BYTES:
        return None
    rows, people = _rows([[row[name] for name in _COLUMNS] for row in written])
    end = f"{here.head}.{here.at_head}" if rows else cursor
    return Page(scope=scope, rows=rows, people=people, cursor=end, more=False, digest=here.digest)


def page(con: Connection, scope: str, cursor: str, digest: Mapping[str, Digest], *, limit: int) -> Page:
    """Return at most ``limit`` rows (or about 1 MB) of ``scope`` after ``cursor``; the last page has the digest.

    A cursor that this history did not give out (the city was restored) starts anew with ``resync``. One with more to
    come names the head as well: a row that has moved on is on a later page, and a city that was restored to this
    page's commit has it where it was before, which nobody would ask for.
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
        cursor = _place_of(con, scope, rows[-1][2])
        if more:
            cursor = f"{cursor}.{_place_of(con, scope, con.scalar(_HEAD, {'at': scope}) or 0)}"
    return Page(
        scope=scope, rows=rows, people=people, cursor=cursor if rows or after else "", more=more, resync=resync,
        digest=None if more else dict(digest),
    )  # fmt: skip


def single(db: Database, con: Connection, scope: str, table: str, ids: Iterable[str]) -> RowsAnswer:
    """Return the rows of ``table`` in ``scope`` with one of ``ids``, as far as they are there."""
    keys = [{"scope": scope, "tbl": table, "id": row_id} for row_id in dict.fromkeys(ids)]
    rows, people = _rows(db.matching(con, DOC, keys, _COLUMNS))
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
    seq, token, seen = _split(cursor)
    given_out = seq >= 0 and _token(con, scope, seq) == token and (not seen or _position(con, scope, seen) != (0, True))
    return (seq, False) if given_out else (0, True)


def _place_of(con: Connection, scope: str, seq: int) -> str:
    return f"{seq}.{_token(con, scope, seq)}"


def _split(cursor: str) -> tuple[int, str, str]:
    """Return number and token of a cursor, and the head that was seen with it ("" where all was read); -1 for what
    never was one."""
    if not cursor:
        return 0, "", ""
    seq, _, rest = cursor.partition(".")
    token, _, seen = rest.partition(".")
    return (int(seq), token, seen) if seq.isascii() and seq.isdigit() and len(seq) < 19 else (-1, "", "")


def _token(con: Connection, scope: str, seq: int) -> str:
    """Return the token of the commit that gave out ``seq``: the first one at or after it; "?" beyond the head."""
    return con.scalar(_TOKEN, {"at": scope, "seq": seq}) or "?"
