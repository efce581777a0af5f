"""What waits to be sent, and what the city's outcomes make of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from sipokat_desktop.kernel import canonical
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.oplog import WAITING
from sync import protocol
from sync.protocol import OpResult, WireOp

NO_OUTCOME = "Server kota tidak dapat membaca perubahan ini. Isinya tetap ada di riwayat komputer ini."
STATES = {"applied": "sent", "merged": "sent", "duplicate": "sent", "held": "held", "refused": "refused"}
"""An answered op stays ``sent`` until its row has come back with the city's page (see :func:`confirm`)."""

UNANSWERED = f"state IN {WAITING} AND hasil = ''"
UNDER_WAY = "sync_op INDEXED BY sync_op_belum"
"""The log is kept for half a year: what is under way is found by its own index, never by reading the log."""

AMONG = "inc = ? AND n BETWEEN ? AND ?"
"""The ops of a :class:`Sent`: its first three fields are the parameters."""

Key = tuple[str, str]
"""(table, row id)"""


class Sent(NamedTuple):
    """Which ops an answer is about: the numbers ``first`` to ``last`` of an incarnation, and their scopes."""

    inc: str
    first: int
    last: int
    scopes: frozenset[str]

    @classmethod
    def of(cls, con: sqlite.Connection, inc: str, first: int, last: int) -> Sent | None:
        """Return the ops with these numbers as this PC has them; None where it has none."""
        rows = con.execute(
            "SELECT DISTINCT lingkup FROM sync_op WHERE inc = ? AND n BETWEEN ? AND ?", (inc, first, last)
        )
        scopes = frozenset(str(row[0]) for row in rows)
        return cls(inc, first, last, scopes) if scopes else None


@dataclass(frozen=True, slots=True)
class Batch:
    """The next ops in order, the end of the answered chain before them, and how many wait after them."""

    inc: str
    acked_n: int
    acked_hash: str
    ops: list[WireOp]
    scopes: frozenset[str]
    rest: int

    @property
    def sent(self) -> Sent | None:
        """Which ops these are; None where there are none."""
        return Sent(self.inc, self.ops[0].n, self.ops[-1].n, self.scopes) if self.ops else None


def waiting(con: sqlite.Connection) -> int:
    """Return how many changes the city has not answered."""
    return int(con.execute(f"SELECT count(*) FROM {UNDER_WAY} WHERE {UNANSWERED}").fetchone()[0])


def stranded(con: sqlite.Connection) -> bool:
    """Tell whether ops wait under an earlier incarnation: the power went while a new one was begun."""
    found = con.execute(
        f"SELECT 1 FROM {UNDER_WAY} WHERE {UNANSWERED} AND inc <> (SELECT inc FROM rantai) LIMIT 1"
    ).fetchone()
    return found is not None


def stuck(con: sqlite.Connection) -> int:
    """Return how many changes the city held or refused."""
    return int(con.execute("SELECT count(*) FROM sync_op WHERE state IN ('held', 'refused')").fetchone()[0])


def next_batch(con: sqlite.Connection, most: int = protocol.MAX_OPS, *, after: int = 0) -> Batch:
    """Return the ops to send now: at most ``most`` or half a KB each, always at least one where any wait.

    ``after``: those behind this number, where all up to it were answered or are in the same file already.
    """
    inc, end = con.execute("SELECT inc, n FROM rantai").fetchone()
    ops: list[WireOp] = []
    scopes: set[str] = set()
    size = 0
    first = after + 1 if after else _first(con, inc)
    rows = con.execute(
        f"SELECT n, hash, body, lingkup FROM sync_op WHERE inc = ? AND n >= ? AND {UNANSWERED} ORDER BY n LIMIT ?",
        (inc, first, most),
    )
    for n, digest, body, scope in rows:
        size += len(body)
        if ops and size > protocol.MAX_OPS_BYTES * most // protocol.MAX_OPS:
            break
        ops.append(WireOp(n=n, hash=digest, body=body))
        scopes.add(str(scope))
    n, digest = _before(con, inc, ops[0].n if ops else 1 << 62)
    return Batch(inc, n, digest, ops, frozenset(scopes), end - ops[-1].n if ops else 0)


def _first(con: sqlite.Connection, inc: str) -> int:
    """Return the number of the first op without an answer; one beyond all where every op has one."""
    found = con.execute(f"SELECT min(n) FROM {UNDER_WAY} WHERE inc = ? AND {UNANSWERED}", (inc,)).fetchone()[0]
    return 1 << 62 if found is None else int(found)


def _before(con: sqlite.Connection, inc: str, n: int) -> tuple[int, str]:
    row = con.execute(
        "SELECT n, hash FROM sync_op WHERE inc = ? AND n < ? ORDER BY n DESC LIMIT 1", (inc, n)
    ).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, canonical.GENESIS)


def settle(
    con: sqlite.Connection, sent: Sent | None, results: Sequence[OpResult], whole: AbstractSet[str]
) -> list[Key]:
    """Store the outcome of every op sent; returns the rows whose op did not enter the city's state.

    ``whole`` names the scopes whose last page came with this answer: an op applied there is done with.
    """
    if sent is None:
        return []
    if len(results) > sent.last - sent.first and {r.outcome for r in results} == {"applied"}:
        _mark(con, sent, "acked" if sent.scopes <= whole else STATES["applied"], "applied", "")
        return []
    _settle_each(con, sent, results)
    _mark(con, sent, "refused", "refused", NO_OUTCOME)
    lost = [r.op_id for r in results if r.outcome in ("held", "refused")]
    rows = con.execute(
        f"SELECT DISTINCT tabel, row_id FROM sync_op WHERE {AMONG} AND op_id IN (SELECT value FROM json_each(?))",
        (*sent[:3], json.dumps(lost)),
    )
    return [(str(table), str(row_id)) for table, row_id in rows]


def _mark(con: sqlite.Connection, sent: Sent, state: str, outcome: str, reason: str) -> None:
    """Give every op that was sent and has no outcome yet this one."""
    con.execute(
        f"UPDATE sync_op SET state = ?, hasil = ?, alasan = ? WHERE {AMONG} AND {UNANSWERED}",
        (state, outcome, reason, *sent[:3]),
    )


def _settle_each(con: sqlite.Connection, sent: Sent, results: Sequence[OpResult]) -> None:
    """Store outcomes; one that came before by another way stays, and of another incarnation none is believed:
    the city may have been restored since."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for result in results:
        groups[STATES[result.outcome], result.outcome, result.reason].append(result.op_id)
    for (state, outcome, reason), op_ids in groups.items():
        con.execute(
            f"UPDATE sync_op SET state = ?, hasil = ?, alasan = ? WHERE {AMONG} AND {UNANSWERED} AND op_id IN"
            " (SELECT value FROM json_each(?))",
            (state, outcome, reason, *sent[:3], json.dumps(op_ids)),
        )


def confirm(con: sqlite.Connection, scope: str) -> list[Key]:
    """Close the answered ops of a scope: the page that is about to be applied holds what became of them.

    Returns (table, row id) of rows where the city may hold something else than this PC said, although
    no page brings them: a merged or repeated op need not have changed the city's row.
    """
    answered = "state = 'sent' AND hasil <> '' AND lingkup = ?"
    rows = con.execute(
        f"SELECT DISTINCT tabel, row_id FROM sync_op WHERE {answered} AND hasil <> 'applied'", (scope,)
    ).fetchall()
    con.execute(f"UPDATE sync_op SET state = 'acked' WHERE {answered}", (scope,))
    return [(str(table), str(row_id)) for table, row_id in rows]


def requeue_all(con: sqlite.Connection) -> None:
    """Queue every kept op again (its op_id makes repeating safe): the city was restored from an older backup.

    All of them, because an earlier incarnation of this PC may have lost some there too.
    """
    con.execute("UPDATE sync_op SET state = 'pending', hasil = ''")
