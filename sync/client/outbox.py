"""What waits to be sent, and what the city's outcomes make of it."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from sipokat_desktop.kernel import canonical
from sipokat_desktop.storage.oplog import WAITING
from sync import protocol
from sync.protocol import OpResult, WireOp

NO_OUTCOME = "Server kota tidak dapat membaca perubahan ini. Isinya tetap ada di riwayat komputer ini."
STATES = {"applied": "sent", "merged": "sent", "duplicate": "sent", "held": "held", "refused": "refused"}
"""An answered op stays ``sent`` until its row has come back with the city's page (see :func:`confirm`)."""

UNANSWERED = f"state IN {WAITING} AND hasil = ''"
UNDER_WAY = "sync_op INDEXED BY sync_op_belum"
"""The log is kept for half a year: what is under way is found by its own index, never by reading the log."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The next ops in order, the end of the answered chain before them, and how many wait after them."""

    inc: str
    acked_n: int
    acked_hash: str
    ops: list[WireOp]
    rest: int


def waiting(con: sqlite3.Connection) -> int:
    """Return how many changes the city has not answered."""
    return int(con.execute(f"SELECT count(*) FROM {UNDER_WAY} WHERE {UNANSWERED}").fetchone()[0])


def stuck(con: sqlite3.Connection) -> int:
    """Return how many changes the city held or refused."""
    return int(con.execute("SELECT count(*) FROM sync_op WHERE state IN ('held', 'refused')").fetchone()[0])


def next_batch(con: sqlite3.Connection) -> Batch:
    """Return the ops to send now: at most 200 or 512 KB, always at least one where any wait."""
    inc = str(con.execute("SELECT inc FROM rantai").fetchone()[0])
    ops: list[WireOp] = []
    size = 0
    rows = con.execute(
        f"SELECT n, hash, body FROM {UNDER_WAY} WHERE inc = ? AND {UNANSWERED} ORDER BY n LIMIT ?",
        (inc, protocol.MAX_OPS),
    )
    for n, digest, body in rows:
        size += len(body)
        if ops and size > protocol.MAX_OPS_BYTES:
            break
        ops.append(WireOp(n=n, hash=digest, body=body))
    n, digest = _before(con, inc, ops[0].n if ops else 1 << 62)
    return Batch(inc, n, digest, ops, waiting(con) - len(ops))


def _before(con: sqlite3.Connection, inc: str, n: int) -> tuple[int, str]:
    row = con.execute(
        "SELECT n, hash FROM sync_op WHERE inc = ? AND n < ? ORDER BY n DESC LIMIT 1", (inc, n)
    ).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, canonical.GENESIS)


def mark_sent(con: sqlite3.Connection, ops: list[WireOp], inc: str) -> None:
    """Note that ``ops`` are on their way."""
    con.execute(
        "UPDATE sync_op SET state = 'sent' WHERE inc = ? AND state = 'pending' AND n BETWEEN ? AND ?",
        (inc, ops[0].n, ops[-1].n),
    )


def take_back(con: sqlite3.Connection, ops: list[WireOp], inc: str) -> None:
    """Note that ``ops`` never left this computer."""
    con.execute(
        f"UPDATE sync_op SET state = 'pending' WHERE inc = ? AND {UNANSWERED} AND n BETWEEN ? AND ?",
        (inc, ops[0].n, ops[-1].n),
    )


def settle(con: sqlite3.Connection, batch: Batch, results: list[OpResult]) -> list[tuple[str, str]]:
    """Store the outcome of every op sent; returns (table, row id) of rows whose op did not enter the city's state."""
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for result in results:
        groups[STATES[result.outcome], result.outcome, result.reason, result.field].append(result.op_id)
    for (state, outcome, reason, _field), op_ids in groups.items():
        con.execute(
            "UPDATE sync_op SET state = ?, hasil = ?, alasan = ? WHERE op_id IN (SELECT value FROM json_each(?))",
            (state, outcome, reason, json.dumps(op_ids)),
        )
    if batch.ops:
        con.execute(
            f"""UPDATE sync_op SET state = 'refused', hasil = 'refused', alasan = ?
                WHERE inc = ? AND n BETWEEN ? AND ? AND {UNANSWERED}""",
            (NO_OUTCOME, batch.inc, batch.ops[0].n, batch.ops[-1].n),
        )
    lost = [r.op_id for r in results if r.outcome in ("held", "refused")]
    rows = con.execute(
        "SELECT DISTINCT tabel, row_id FROM sync_op WHERE op_id IN (SELECT value FROM json_each(?))",
        (json.dumps(lost),),
    )
    return [(str(table), str(row_id)) for table, row_id in rows]


def confirm(con: sqlite3.Connection, scope: str) -> list[tuple[str, str]]:
    """Close the answered ops of a scope: the page that is about to be applied holds what became of them.

    Returns (table, row id) of rows where the city may hold something else than this PC said, although
    no page brings them: a merged or repeated op need not have changed the city's row.
    """
    answered = f"state IN {WAITING} AND hasil <> '' AND lingkup = ?"
    rows = con.execute(
        f"SELECT DISTINCT tabel, row_id FROM {UNDER_WAY} WHERE {answered} AND hasil <> 'applied'", (scope,)
    ).fetchall()
    con.execute(f"UPDATE {UNDER_WAY} SET state = 'acked' WHERE {answered}", (scope,))
    return [(str(table), str(row_id)) for table, row_id in rows]


def requeue_all(con: sqlite3.Connection) -> None:
    """Queue every kept op again (its op_id makes repeating safe): the city was restored from an older backup.

    All of them, because an earlier incarnation of this PC may have lost some there too.
    """
    con.execute("UPDATE sync_op SET state = 'pending', hasil = ''")
