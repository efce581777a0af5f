"""Who changed what, readable offline, and undo: an act that puts another act's values back."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah

from .manifest import Ledger, Table
from .store import Store
from .tx import Tx

CHANGED_SINCE = "Tidak dapat diurungkan: data itu sudah diubah lagi sesudahnya. Perbaiki lewat formulirnya."
NOT_UNDOABLE = "Penguncian tidak diurungkan. Perbaikan daftar yang sudah dikunci dicatat sebagai koreksi."
STAYS_DECIDED = (
    "Tidak dapat diurungkan: keputusan ini tidak mengubah isi data. Data aman; perbaiki lewat halamannya bila perlu."
)
NO_REASON = "Tulis alasannya dalam satu kalimat."
UNDONE = "diurungkan"
FROM_CITY = "sinkron"
"""The act of what a sync changed; its act id is this word and the time of the sync."""


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


def of_row(con: sqlite3.Connection, row_id: str) -> list[Entry]:
    """Return the history of a record, newest first."""
    return _entries(con, "row_id = ? ORDER BY no DESC", row_id)


def from_city(con: sqlite3.Connection, limit: int = 300) -> list[Entry]:
    """Return what syncs changed on this PC, newest first."""
    return _entries(con, f"act = ? ORDER BY no DESC LIMIT {limit}", FROM_CITY)


def undo(store: Store, act_id: str) -> Changes:
    """Put back what an act changed, as a new act; ledger entries are reversed, never erased.

    Raises InputSalah when something was changed again since, the act locked a list, or it only let something
    stay as it was.
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
    if table.city_only:
        _reopen(tx, table, entry)
        return
    if table.state and table.state in entry.after and entry.before:
        raise InputSalah("", NOT_UNDOABLE)
    if entry.before if table.ledger else not (entry.before or entry.after):
        raise InputSalah("", STAYS_DECIDED)
    if table.ledger is not None:
        _undo_entry(tx, table, table.ledger, entry)
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


def _undo_entry(tx: Tx, table: Table, ledger: Ledger, entry: Entry) -> None:
    """An entry is reversed; of a reversal the entry that it took back is recorded anew, unless its slot was
    written since."""
    taken_back = entry.after.get(ledger.reverses)
    if not taken_back:
        tx.reverse(table.name, entry.row_id, UNDONE)
        return
    later = tx.con.execute(
        f"""SELECT 1 FROM riwayat r JOIN {table.name} m ON m.id = r.row_id WHERE m.{ledger.slot} = ?
            AND r.no > (SELECT max(no) FROM riwayat WHERE row_id = ?)""",
        (entry.after[ledger.slot], entry.row_id),
    )
    if later.fetchone():
        raise InputSalah("", CHANGED_SINCE)
    again = tx.row(table.name, str(taken_back))
    fields = {name: value for name, value in again.items() if name not in ("id", "lingkup")}
    tx.append(table.name, fields, scope=str(again["lingkup"]))


def _reopen(tx: Tx, table: Table, entry: Entry) -> None:
    """What a person closed waits again: its state goes back, with the words of the decision."""
    _unchanged(tx, entry)
    old = {name: value for name, value in entry.before.items() if name != table.state}
    now, then = str(entry.after[table.state]), str(entry.before[table.state])
    tx.move(table.name, entry.row_id, expected=now, to=then, fields=old)


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
        f"SELECT no, act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah FROM riwayat WHERE {where}",
        (key,),
    )
    return [Entry(*(*row[:8], json.loads(row[8]), json.loads(row[9]))) for row in rows]
