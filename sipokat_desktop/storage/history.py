"""Who changed what, readable offline, and undo: an act that puts another act's values back."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah

from .manifest import Kind
from .store import Store
from .tx import Tx

CHANGED_SINCE = "Tidak dapat diurungkan: data itu sudah diubah lagi sesudahnya. Perbaiki lewat formulirnya."
NOT_UNDOABLE = "Penguncian tidak diurungkan. Perbaikan daftar yang sudah dikunci dicatat sebagai koreksi."
NO_REASON = "Tulis alasannya dalam satu kalimat."
UNDONE = "diurungkan"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one row: when (UTC ms), by whom, on which PC, and the fields before and after."""

    act_id: str
    act: str
    at: int
    by: str
    origin: str
    table: str
    row_id: str
    before: Fields
    after: Fields


def of_row(con: sqlite3.Connection, row_id: str) -> list[Entry]:
    """Return the history of a record, newest first."""
    return _entries(con, "row_id = ? ORDER BY no DESC", row_id)


def undo(store: Store, act_id: str) -> Changes:
    """Put back what an act changed, as a new act; ledger entries are reversed, never erased.

    Raises InputSalah when something was changed again since, or the act locked a list.
    """

    def work(tx: Tx) -> None:
        for entry in reversed(_entries(tx.con, "act_id = ? ORDER BY no", act_id)):
            _undo_one(tx, entry)

    return store.write("urungkan", work).changes


def reverse_entry(store: Store, table: str, row_id: str, reason: str) -> Changes:
    """Take back one ledger entry with a reason; raises InputSalah when it was taken back already."""
    if not reason.strip():
        raise InputSalah("alasan", NO_REASON)

    def work(tx: Tx) -> None:
        tx.reverse(table, row_id, reason.strip())

    return store.write("batalkan", work).changes


def _undo_one(tx: Tx, entry: Entry) -> None:
    table = tx.tables[entry.table]
    if table.state and table.state in entry.after and entry.before:
        raise InputSalah("", NOT_UNDOABLE)
    if table.kind is Kind.LEDGER:
        tx.reverse(table.name, entry.row_id, UNDONE)
    elif not entry.after:
        if tx.has(table.name, entry.row_id):
            raise InputSalah("", CHANGED_SINCE)
        tx.restore(table.name, entry.row_id, entry.before, scope=_scope(tx.con, entry.row_id))
    else:
        _unchanged(tx, entry)
        if entry.before:
            tx.update(table.name, entry.row_id, entry.before)
        else:
            tx.delete(table.name, entry.row_id)


def _unchanged(tx: Tx, entry: Entry) -> None:
    try:
        row = tx.row(entry.table, entry.row_id)
    except KeyError as exc:
        raise InputSalah("", CHANGED_SINCE) from exc
    names = entry.after.keys() if entry.before else row.keys() - {"id", "lingkup"}
    if any(row[name] != entry.after.get(name) for name in names):
        raise InputSalah("", CHANGED_SINCE)


def _scope(con: sqlite3.Connection, row_id: str) -> str:
    return str(con.execute("SELECT lingkup FROM sync_op WHERE row_id = ? LIMIT 1", (row_id,)).fetchone()[0])


def _entries(con: sqlite3.Connection, where: str, key: str) -> list[Entry]:
    rows = con.execute(
        f"SELECT act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah FROM riwayat WHERE {where}", (key,)
    )
    return [Entry(*(*row[:7], json.loads(row[7]), json.loads(row[8]))) for row in rows]
