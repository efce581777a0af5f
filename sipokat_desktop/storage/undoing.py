"""How an act is undone: records folded row by row and put back many at a time, ledger entries reversed one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import again, locks, many, references
from .manifest import Ledger, Table
from .references import Row
from .tx import ALREADY_REVERSED, Tx

if TYPE_CHECKING:
    from .history import Entry

CHANGED_SINCE = "Tidak dapat diurungkan: data itu sudah diubah lagi sesudahnya. Perbaiki lewat formulirnya."
NOT_UNDOABLE = "Penguncian tidak diurungkan. Perbaikan daftar yang sudah dikunci dicatat sebagai koreksi."
STAYS_DECIDED = (
    "Tidak dapat diurungkan: keputusan ini tidak mengubah isi data. Data aman; perbaiki lewat halamannya bila perlu."
)
NEWER = "Tidak dapat diurungkan: ini dibuat oleh Sipokat yang lebih baru. Pasang versi terbaru dulu."
STILL_USED = "Tidak dapat diurungkan: data itu sudah dipakai di {apa} ({nama}){lagi}."
USED_ADVICE = "Data tetap seperti sekarang. Perbaiki lewat formulirnya, atau hapus atau batalkan dulu yang memakainya."
UNDONE = "diurungkan"
AT_ONCE = 5_000
"""Rows that are read and written in one statement."""


class Net(NamedTuple):
    """What an act did to one row, its steps folded: None stands for a row that was not there."""

    before: Fields | None
    after: Fields | None


def check(con: sqlite.Connection, tables: Mapping[str, Table], entries: Sequence[Entry]) -> None:
    """Raise InputSalah when these entries cannot be undone, as :func:`undo` would, without writing."""
    for entry in entries:
        _refuse(_table(tables, entry), entry)
        if _made_locked(tables, entry):
            raise InputSalah("", NOT_UNDOABLE)
    for table, nets in _records(tables, entries):
        locks.refuse(con, table, nets, (side for net in nets.values() for side in net))
        _as_left(con, table, nets)
    _unused(con, tables, entries)
    for entry in entries:
        table = tables[entry.table]
        if table.city_only:
            _same(con, table, entry)
        elif table.ledger is not None:
            _still_there(con, table, table.ledger, entry)


def undo(tx: Tx, entries: Sequence[Entry]) -> None:
    """Put back what these entries of one act changed, inside the act of ``tx``."""
    check(tx.con, tx.tables, entries)
    touched = {(entry.table, entry.row_id) for entry in entries}
    for name, row_id in references.followers(tx.con, tx.tables, _added(tx.tables, entries)):
        if (name, row_id) not in touched:
            tx.delete(name, row_id)
    for entry in reversed(entries):
        table = tx.tables[entry.table]
        if table.city_only:
            _reopen(tx, table, entry)
        elif table.ledger is not None:
            _undo_entry(tx, table, table.ledger, entry)
    for table, nets in reversed(list(_records(tx.tables, entries))):
        for part in _parts(nets):
            _put_back(tx, table.name, part)


def changed_since(con: sqlite.Connection, tables: Mapping[str, Table], entries: Sequence[Entry]) -> set[str]:
    """Return the ids of records that are no longer as these entries of one act left them."""
    return {
        row_id
        for table, nets in _records(tables, entries)
        for part in _parts(nets)
        for row_id in _differing(con, table, part)
    }


def _table(tables: Mapping[str, Table], entry: Entry) -> Table:
    if entry.table not in tables:
        raise InputSalah("", NEWER)
    return tables[entry.table]


def _refuse(table: Table, entry: Entry) -> None:
    if table.city_only:
        return
    if table.state and table.state in entry.after and entry.before:
        raise InputSalah("", NOT_UNDOABLE)
    if entry.before if table.ledger else not (entry.before or entry.after):
        raise InputSalah("", STAYS_DECIDED)


def _made_locked(tables: Mapping[str, Table], entry: Entry) -> bool:
    """Tell whether the entry added a list that was locked from the beginning: its lines are not taken away again."""
    locks = (t.locked_by for t in tables.values() if t.locked_by and t.locked_by.table == entry.table)
    return not entry.before and any(
        entry.after.get(lock.state_column, lock.open_state) != lock.open_state for lock in locks
    )


# records


def _records(tables: Mapping[str, Table], entries: Iterable[Entry]) -> Iterator[tuple[Table, dict[str, Net]]]:
    """Yield per table of records what the act did to each row, in the order in which they were first touched."""
    found: dict[str, dict[str, Net]] = {}
    for entry in entries:
        table = tables[entry.table]
        if table.city_only or table.ledger is not None:
            continue
        nets = found.setdefault(table.name, {})
        nets[entry.row_id] = _fold(nets.get(entry.row_id), entry)
    for name, nets in found.items():
        yield tables[name], nets


def _fold(net: Net | None, entry: Entry) -> Net:
    before = entry.before or None
    after = entry.after or None
    if net is None:
        return Net(before, after)
    if net.after is None:
        return Net(net.before, after)
    if after is None:
        return Net(None if net.before is None else (before or {}) | net.before, None)
    first = None if net.before is None else (before or {}) | net.before
    return Net(first, net.after | after)


def _as_left(con: sqlite.Connection, table: Table, nets: dict[str, Net]) -> None:
    for part in _parts(nets):
        if next(_differing(con, table, part), None) is not None:
            raise InputSalah("", CHANGED_SINCE)


def _added(tables: Mapping[str, Table], entries: Sequence[Entry]) -> list[Row]:
    """Return the rows that these entries made: an undo deletes them."""
    return [
        (table.name, row_id)
        for table, nets in _records(tables, entries)
        for row_id, net in nets.items()
        if net.before is None and net.after is not None
    ]


def _unused(con: sqlite.Connection, tables: Mapping[str, Table], entries: Sequence[Entry]) -> None:
    """Refuse where something outside the act stands on a row that the undo would delete."""
    leaving = _added(tables, entries)
    let_go: list[Row] = []
    for table, nets in _records(tables, entries):
        naming = {column.name for column in table.columns if column.refers}
        let_go += [
            (table.name, row_id)
            for row_id, net in nets.items()
            if net.before is not None and naming & net.before.keys()
        ]
    let_go += references.cancelled(con, tables, leaving)
    let_go += [(entry.table, entry.row_id) for entry in entries if tables[entry.table].ledger is not None]
    references.refuse_used(con, tables, leaving, USED_ADVICE, besides=let_go, sentence=STILL_USED)


def _differing(con: sqlite.Connection, table: Table, nets: dict[str, Net]) -> Iterator[str]:
    present = many.rows(con, table.name, nets)
    for row_id, net in nets.items():
        row = present.get(row_id)
        if row is None or net.after is None:
            if (row is None) is not (net.after is None):
                yield row_id
            continue
        names = net.after.keys() if net.before is not None else row.keys() - {"id", "lingkup"}
        if any(row[name] != net.after.get(name) for name in names):
            yield row_id


def _put_back(tx: Tx, table: str, nets: dict[str, Net]) -> None:
    added = [row_id for row_id, net in nets.items() if net.before is None and net.after is not None]
    edited = {row_id: net.before for row_id, net in nets.items() if net.before is not None and net.after is not None}
    gone = {row_id: net.before for row_id, net in nets.items() if net.before is not None and net.after is None}
    if added:
        many.delete(tx, table, added)
    if edited:
        many.update(tx, table, edited)
    if gone:
        where = many.scopes(tx.con, table, gone)
        many.restore(tx, table, {row_id: (where[row_id], fields) for row_id, fields in gone.items()})


def _parts(nets: dict[str, Net]) -> Iterator[dict[str, Net]]:
    ids = list(nets)
    for start in range(0, len(ids), AT_ONCE):
        yield {row_id: nets[row_id] for row_id in ids[start : start + AT_ONCE]}


# ledgers and the city's rows


def _still_there(con: sqlite.Connection, table: Table, ledger: Ledger, entry: Entry) -> None:
    """Refuse where the reversal was relied on since, or the entry was taken back already."""
    if entry.after.get(ledger.reverses):
        if _written_since(con, table, ledger, entry):
            raise InputSalah("", CHANGED_SINCE)
        return
    taken = con.execute(f"SELECT 1 FROM {table.name} WHERE {ledger.reverses} = ?", (entry.row_id,)).fetchone()
    if taken:
        raise InputSalah("", ALREADY_REVERSED)


def _written_since(con: sqlite.Connection, table: Table, ledger: Ledger, entry: Entry) -> bool:
    """Tell whether another act wrote to the slot after this one took an entry of it back."""
    later = con.execute(
        f"""SELECT 1 FROM riwayat r JOIN {table.name} m ON m.id = r.row_id WHERE m.{ledger.slot} = ?
            AND r.no > (SELECT max(no) FROM riwayat WHERE row_id = ?) AND r.act_id <> ?""",
        (entry.after[ledger.slot], entry.row_id, entry.act_id),
    )
    return later.fetchone() is not None


def _undo_entry(tx: Tx, table: Table, ledger: Ledger, entry: Entry) -> None:
    """An entry is reversed; of a reversal the entry that it took back is recorded anew, unless its slot was
    written since."""
    taken_back = entry.after.get(ledger.reverses)
    if not taken_back:
        tx.reverse(table.name, entry.row_id, UNDONE)
        return
    again.record(tx, table.name, str(taken_back))


def _reopen(tx: Tx, table: Table, entry: Entry) -> None:
    """What a person closed waits again: its state goes back, with the words of the decision."""
    old = {name: value for name, value in entry.before.items() if name != table.state}
    now, then = str(entry.after[table.state]), str(entry.before[table.state])
    tx.move(table.name, entry.row_id, expected=now, to=then, fields=old)


def _same(con: sqlite.Connection, table: Table, entry: Entry) -> None:
    row = many.rows(con, table.name, [entry.row_id]).get(entry.row_id)
    if row is None or any(row[name] != value for name, value in entry.after.items()):
        raise InputSalah("", CHANGED_SINCE)
