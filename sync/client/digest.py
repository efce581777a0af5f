"""Count and sum of the row hashes of what this PC holds of the city's rows: kept while applying, and counted anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sipokat_desktop.kernel import canonical, tanggal
from sipokat_desktop.storage import sqlite

COUNTED = "hitung_ulang"
Digests = dict[str, tuple[int, str]]
"""Per table: count, and sum of the row hashes mod 2^128 as 32 hex digits."""


def stored(con: sqlite.Connection, scope: str) -> Digests:
    """Return the digests as they were kept while rows were applied."""
    rows = con.execute("SELECT tabel, jumlah, sum FROM sync_digest WHERE lingkup = ?", (scope,))
    return {str(table): (int(count), str(total)) for table, count, total in rows}


def recount(con: sqlite.Connection, scope: str) -> Digests:
    """Compute the digests anew from the stored rows themselves."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    rows = con.execute("SELECT tabel, id, deleted, doc FROM sync_shadow WHERE lingkup = ?", (scope,))
    for table, row_id, deleted, doc in rows:
        own = sums[table]
        own[0] += 1
        own[1] += canonical.row_number(table, row_id, bool(deleted), doc)
    return {table: (count, f"{total % canonical.MODULUS:032x}") for table, (count, total) in sums.items()}


def counted(con: sqlite.Connection, scopes: Iterable[str], now: int, *, anew: bool) -> dict[str, Digests]:
    """Return the digests of ``scopes``: from the rows themselves once a day and where ``anew``, else as kept.

    A disk that loses a bit is so noticed within a day, and a sync with nothing to do costs nothing. In a store's
    first sync every row was counted just now, as it came.
    """
    today = tanggal.wib(now).date().isoformat()
    row = con.execute("SELECT nilai FROM setelan WHERE kunci = ?", (COUNTED,)).fetchone()
    if row is None or row[0] != today:
        con.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?)", (COUNTED, today))
    if not anew and (row is None or row[0] == today):
        return {scope: stored(con, scope) for scope in scopes}
    found = {scope: recount(con, scope) for scope in scopes}
    for scope, tables in found.items():
        con.execute("DELETE FROM sync_digest WHERE lingkup = ?", (scope,))
        con.executemany(
            "INSERT INTO sync_digest VALUES (?, ?, ?, ?)", ((scope, t, c, s) for t, (c, s) in tables.items())
        )
    return found


def rows(con: sqlite.Connection, scope: str, table: str) -> dict[str, str]:
    """Return the hash of every row of a table, computed from the row."""
    found = con.execute("SELECT id, deleted, doc FROM sync_shadow WHERE lingkup = ? AND tabel = ?", (scope, table))
    return {str(i): canonical.row_hash(table, i, bool(deleted), doc) for i, deleted, doc in found}
