"""Rows that were deleted on one computer while another one still recorded something of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

    from sipokat_desktop.kernel.canonical import Fields

    from .manifest import Table


class Dangling(NamedTuple):
    """A deleted row on which live entries of a ledger stand: what it held as far as that is known here, the entries,
    and when it was deleted (UTC ms)."""

    row_id: str
    fields: Fields
    entries: tuple[str, ...]
    at: int


def find(con: sqlite3.Connection, parent: str, users: Table, column: str) -> list[Dangling]:
    """Return the rows of ``parent`` that the city knows as deleted although live entries of the ledger ``users`` name
    them in ``column``; who deletes on the computer that has the entries is refused (storage/references.py)."""
    if users.ledger is None:
        raise TypeError(f"{users.name} is no ledger")
    reverses = users.ledger.reverses
    rows = con.execute(
        f"""SELECT h.id, h.waktu, json_group_array(m.id), (SELECT r.sebelum FROM riwayat r
                WHERE r.row_id = h.id AND r.sebelum <> '{{}}' ORDER BY r.no DESC LIMIT 1)
            FROM sync_shadow h JOIN {users.name} m ON m.{column} = h.id
            WHERE h.tabel = ? AND h.deleted AND m.{reverses} IS NULL
              AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = h.id)
              AND NOT EXISTS (SELECT 1 FROM {users.name} b WHERE b.{reverses} = m.id)
            GROUP BY h.id ORDER BY h.id""",
        (parent,),
    )
    return [
        Dangling(str(id), json.loads(held or "{}"), tuple(json.loads(entries)), int(at))
        for id, at, entries, held in rows
    ]
