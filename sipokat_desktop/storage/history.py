"""Who changed what, readable offline, and undo: an act that puts another act's values back."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import acts
from .acts import FROM_CITY
from .manifest import Table
from .module import without_clash
from .store import Store
from .tx import Tx

NO_REASON = "Tulis alasannya dalam satu kalimat."
NOT_FROM_HERE = (
    "Tidak dapat diurungkan dari sini: ini diterima dari kota. Ubah lewat formulirnya, atau urungkan di komputer itu."
)
UNKNOWN_ACT = "Tidak dapat diurungkan: catatan perubahan ini tidak ada di komputer ini."


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one row: when (UTC ms), by whom, on which PC, and the fields before and after."""

    no: int
    act_id: str
    act: str
    at: int
    by: str
    origin: str
    table: str
    row_id: str
    before: Fields
    after: Fields

    @property
    def synced(self) -> int:
        """When it came with a sync (UTC ms), 0 for what was done here."""
        word, _, at = self.act_id.partition(" ")
        return int(at) if word == FROM_CITY and at.isdigit() else 0


def of_row(con: sqlite.Connection, row_id: str) -> list[Entry]:
    """Return the history of a record, newest first."""
    return _entries(con, "row_id = ? ORDER BY no DESC", row_id)


def of_rows(con: sqlite.Connection, ids: Collection[str]) -> list[Entry]:
    """Return the history of several records that people see as one, newest first."""
    return _entries(con, "row_id IN (SELECT value FROM json_each(?)) ORDER BY no DESC", json.dumps(sorted(ids)))


def of_act(con: sqlite.Connection, act_id: str) -> list[Entry]:
    """Return everything that one act changed, in its order."""
    return _entries(con, "act_id = ? ORDER BY no", act_id)


def from_city(con: sqlite.Connection, limit: int = 300) -> list[Entry]:
    """Return what syncs changed on this PC, newest first."""
    return _entries(con, f"act = ? ORDER BY no DESC LIMIT {limit}", FROM_CITY)


def why_not(con: sqlite.Connection, tables: Mapping[str, Table], act_id: str) -> str:
    """Return the sentence why an act cannot be undone, "" when it can; nothing is written."""
    from . import undoing

    if act_id.startswith(f"{FROM_CITY} "):
        return NOT_FROM_HERE
    entries = of_act(con, act_id)
    if not entries:
        return UNKNOWN_ACT
    try:
        undoing.check(con, tables, entries)
    except InputSalah as exc:
        return exc.pesan
    return ""


def undo(store: Store, act_id: str) -> Changes:
    """Put back what an act changed, as a new act; ledger entries are reversed, never erased.

    Raises InputSalah when something was changed again since or stands on what would go, the rows would clash with
    others, the act locked a list, it only let something stay as it was, or it is not an act of this PC.
    """
    from . import undoing

    name = _name(store.reader(), act_id)

    def work(tx: Tx) -> None:
        entries = of_act(tx.con, act_id)
        rows: dict[str, list[str]] = {}
        for entry in entries:
            rows.setdefault(entry.table, []).append(entry.row_id)
        with without_clash(tx.con, store.modules, rows):
            undoing.undo(tx, entries)

    return store.write(acts.undoing(name), work).changes


def _name(con: sqlite.Connection, act_id: str) -> str:
    row = con.execute("SELECT act FROM riwayat WHERE act_id = ? LIMIT 1", (act_id,)).fetchone()
    if row is None:
        raise InputSalah("", UNKNOWN_ACT)
    if str(row[0]) == FROM_CITY:
        raise InputSalah("", NOT_FROM_HERE)
    return str(row[0])


def reverse_entry(store: Store, table: str, row_id: str, reason: str) -> Changes:
    """Take back one ledger entry with a reason; raises InputSalah when it was taken back already."""
    if not reason.strip():
        raise InputSalah("alasan", NO_REASON)

    def work(tx: Tx) -> None:
        tx.reverse(table, row_id, reason.strip())

    return store.write("batalkan", work).changes


def _entries(con: sqlite.Connection, where: str, key: str) -> list[Entry]:
    rows = con.execute(
        f"SELECT no, act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah FROM riwayat WHERE {where}",
        (key,),
    )
    return [Entry(*(*row[:8], json.loads(row[8]), json.loads(row[9]))) for row in rows]
