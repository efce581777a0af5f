"""What the city's database holds, counted from the rows themselves and held against the sums that were kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from sipokat_desktop.kernel import canonical

from .database import Database
from .reach import ALL_SCOPES
from .schema import DEVICE, DIGEST, DOC, INCARNATION, OP_LOG, SCOPE

AT_ONCE = 2000
"""Rows that are read at a time."""
Sums = dict[str, dict[str, tuple[int, str]]]
"""Per scope and table: how many rows, and the sum of their hashes as 32 hex digits."""
Progress = Callable[[int, int], None]
"""Told how many rows were read, and of how many."""


class Damage(NamedTuple):
    """Something that is not what it was: in which scope or chain, and a sentence."""

    at: str
    kalimat: str


DOC_BEDA = "Isi {jumlah} baris tidak cocok dengan sidiknya."
SUM_BEDA = "Jumlah baris atau sidik tabel {tabel} tidak cocok dengan catatan."
HEAD_BEDA = "Ada baris yang nomornya melewati catatan lingkup itu."
RANTAI_BEDA = "Rantai perubahan komputer putus pada nomor {n}."
UJUNG_BEDA = "Ujung rantai perubahan komputer tidak cocok dengan catatan."


def size(db: Database) -> tuple[int, int]:
    """Return how many computers of offices are known, and how many of their changes were answered.

    Told by the ends of the chains: anybody may ask, so it must not cost the more the longer the log is.
    """
    with db.read(ALL_SCOPES) as con:
        devices = con.scalar(select(func.count()).select_from(DEVICE)) or 0
        return devices, int(con.scalar(select(func.sum(INCARNATION.c.acked_n))) or 0)


def kept(con: Connection) -> Sums:
    """Return the sums as they were kept with every commit; a table without rows is not named."""
    found: Sums = defaultdict(dict)
    for scope, tbl, total, sums in con.execute(select(DIGEST.c.scope, DIGEST.c.tbl, DIGEST.c.total, DIGEST.c.sum)):
        if total:
            found[scope][tbl] = (total, sums)
    return dict(found)


def counted(con: Connection, *, progress: Progress | None = None) -> tuple[Sums, dict[str, int]]:
    """Return the sums counted from the rows, and per scope how many rows are not what their own hash says."""
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    bad: dict[str, int] = defaultdict(int)
    wanted = select(DOC.c.scope, DOC.c.tbl, DOC.c.id, DOC.c.deleted, DOC.c.doc, DOC.c.hash)
    for scope, tbl, row_id, deleted, doc, told in _streamed(con, wanted, progress):
        number = canonical.row_number(tbl, row_id, bool(deleted), doc)
        bad[scope] += f"{number:032x}" != told
        own = totals[scope, tbl]
        own[0] += 1
        own[1] += number
    found: Sums = defaultdict(dict)
    for (scope, tbl), (count, total) in totals.items():
        found[scope][tbl] = (count, f"{total % canonical.MODULUS:032x}")
    return dict(found), {scope: count for scope, count in bad.items() if count}


def scopes(con: Connection, *, progress: Progress | None = None) -> list[Damage]:
    """Hold the rows of every scope against their hashes, the kept sums and the scope's head."""
    here, bad = counted(con, progress=progress)
    damage = [Damage(scope, DOC_BEDA.format(jumlah=count)) for scope, count in sorted(bad.items())]
    noted = kept(con)
    for scope in sorted(here.keys() | noted.keys()):
        ours, theirs = here.get(scope, {}), noted.get(scope, {})
        wrong = sorted(tbl for tbl in ours.keys() | theirs.keys() if ours.get(tbl) != theirs.get(tbl))
        damage += [Damage(scope, SUM_BEDA.format(tabel=tbl)) for tbl in wrong]
    beyond = (
        select(DOC.c.scope)
        .outerjoin(SCOPE, SCOPE.c.id == DOC.c.scope)
        .group_by(DOC.c.scope)
        .having(func.max(DOC.c.seq) > func.coalesce(func.max(SCOPE.c.head), 0))
    )
    return damage + [Damage(scope, HEAD_BEDA) for (scope,) in con.execute(beyond)]


def chains(con: Connection, *, progress: Progress | None = None) -> list[Damage]:
    """Compute every incarnation's chain anew, and hold its end against what the city acknowledged.

    A number that the log does not have came under another incarnation: the next one begins a stretch of its own.
    """
    ends = {inc: (n, told) for inc, n, told in con.execute(_ENDS)}
    damage: list[Damage] = []
    at: tuple[str, int, str] = ("", 0, canonical.GENESIS)
    wanted = select(OP_LOG.c.inc, OP_LOG.c.n, OP_LOG.c.hash, OP_LOG.c.body).order_by(OP_LOG.c.inc, OP_LOG.c.n)
    for inc, n, told, body in _streamed(con, wanted, progress):
        if at[0] != inc:
            at = (inc, 0, canonical.GENESIS)
        if n == at[1] + 1 and canonical.chain(at[2], body) != told:
            damage.append(Damage(inc, RANTAI_BEDA.format(n=n)))
        acked_n, acked_hash = ends.get(inc, (0, ""))
        if n > acked_n or (n == acked_n and told != acked_hash):
            damage.append(Damage(inc, UJUNG_BEDA))
        at = (inc, n, told)
    return damage


_ENDS = select(INCARNATION.c.inc, INCARNATION.c.acked_n, INCARNATION.c.acked_hash)


def _streamed(con: Connection, wanted: Select[Any], progress: Progress | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, never more than :data:`AT_ONCE` of them in memory."""
    whole = con.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) if progress else 0
    done = 0
    for part in con.execution_options(yield_per=AT_ONCE).execute(wanted).partitions():
        yield from map(tuple, part)
        done += len(part)
        if progress:
            progress(done, whole or done)
