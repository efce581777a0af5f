"""Rows that were deleted on one computer while another one still recorded something of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields
    from sipokat_desktop.storage import sqlite

    from .manifest import Table


class Dangling(NamedTuple):
    """A deleted row on which live entries stand: what it held as far as that is known here, the entries, and when it
    was deleted (UTC ms)."""

    row_id: str
    fields: Fields
    entries: tuple[str, ...]
    at: int


def find(con: sqlite.Connection, parent: str, users: Table, column: str, *, only: str = "1") -> list[Dangling]:
    """Return the rows of ``parent`` that the city knows as deleted although rows of ``users`` (of a ledger the live
    ones) name them in ``column``; who deletes on the computer that has those is refused (storage/references.py).
    ``only`` is a condition on the rows ``m`` of ``users``."""
    reverses = users.ledger.reverses if users.ledger else ""
    live = f"AND m.{reverses} IS NULL AND NOT EXISTS (SELECT 1 FROM {users.name} b WHERE b.{reverses} = m.id)"
    rows = con.execute(
        f"""SELECT h.id, h.waktu, json_group_array(m.id), (SELECT r.sebelum FROM riwayat r
                WHERE r.row_id = h.id AND r.sebelum <> '{{}}' ORDER BY r.no DESC LIMIT 1)
            FROM sync_shadow h JOIN {users.name} m ON m.{column} = h.id
            WHERE h.tabel = ? AND h.deleted AND {only} AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = h.id)
              {live if reverses else ""}
            GROUP BY h.id ORDER BY h.id""",
        (parent,),
    )
    return [
        Dangling(str(id), json.loads(held or "{}"), tuple(json.loads(entries)), int(at))
        for id, at, entries, held in rows
    ]
