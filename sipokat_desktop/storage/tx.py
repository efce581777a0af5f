"""One open transaction of the command layer: every change writes its row, its op and its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id, new_id
from sipokat_desktop.storage import sqlite

from . import oplog, permits, photos, record, seen
from .authority import Guard
from .core import HELD
from .gate import Gate
from .manifest import Table
from .record import Act, Written
from .seen import Seen

ALREADY_REVERSED = "Catatan ini sudah dibatalkan."


_BEGUN = "SELECT inc, n, hash, hlc, (SELECT nilai FROM setelan WHERE kunci = 'lingkup') FROM rantai"
"""The end of the chain as committed, and the scope of this office where it is known."""


def replacement_id(table: str, entry: str) -> str:
    """Return the id of the one entry that may stand for ``entry`` in another slot, whichever PC records it."""
    return derived_id(table, "pengganti", entry)


@dataclass(slots=True)
class Tx:
    """The writing side of one act. ``con`` may be read freely; synced tables are written by the methods, which raise
    InputSalah for what ``own``, the scope of this office, may not write."""

    con: sqlite.Connection
    act: Act
    tables: Mapping[str, Table]
    gate: Gate
    chain: oplog.Chain
    own: str = ""
    guard: Guard | None = None
    photo_columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    touched: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def begun(
        cls, con: sqlite.Connection, tables: Mapping[str, Table], gate: Gate, *, name: str, by: str, origin: str,
        now: int, photo_columns: Mapping[str, tuple[str, ...]],
    ) -> Self:  # fmt: skip
        """Return the writing side of the new act ``name``; ``con`` is in a transaction."""
        *end, own = con.execute(_BEGUN).fetchone()
        act = Act(name, new_id(), by, origin, now)
        return cls(con, act, tables, gate, oplog.Chain(*end), own or "", photo_columns=photo_columns)

    def insert(self, table: str, fields: Fields, *, scope: str, row_id: str = "") -> str:
        """Add a row and return its id; columns left out are NULL."""
        if row_id and self._was_deleted(table, row_id):
            self.restore(table, row_id, fields, scope=scope)
            return row_id
        row_id = row_id or new_id()
        self._put(table, row_id, scope, fields)
        self._log("set", table, row_id, scope, before={}, after=fields)
        return row_id

    def append(self, table: str, fields: Fields, *, scope: str, row_id: str = "", seen: Seen | None = None) -> str:
        """Add an entry to a ledger and return its id."""
        row_id = row_id or new_id()
        self._put(table, row_id, scope, fields)
        self._log("append", table, row_id, scope, before={}, after=fields, seen=seen)
        return row_id

    def reverse(self, table: str, row_id: str, reason: str, **other: Value) -> str:
        """Take back a ledger entry by adding its reversal (with ``other`` fields); returns the reversal's id.

        The id follows from the entry's, so that two PCs that take back the same entry give one reversal.
        Of a slot that is claimed twice the op says what was seen: it decides the *pembayaran ganda*.
        Raises InputSalah when the entry was taken back already or is itself a reversal.
        """
        ledger = self.tables[table].ledger
        if ledger is None:
            raise TypeError(f"{table} is no ledger")
        entry = self.row(table, row_id)
        reversal = derived_id(table, ledger.reverses, row_id)
        if entry[ledger.reverses] or self.has(table, reversal):
            raise InputSalah("", ALREADY_REVERSED)
        fields = {k: v for k, v in (ledger.reverse(entry, reason) | other).items() if k not in ("id", "lingkup")}
        live = ledger.live(self.con, table, str(entry[ledger.slot]))
        if len(live) > 1:
            self.settles(table, str(entry[ledger.slot]), live)
        seen = {ledger.slot: " ".join(live)} if len(live) > 1 else {}
        return self.append(table, fields, scope=str(entry["lingkup"]), row_id=reversal, seen=seen)

    def settles(self, table: str, slot: str, entries: Sequence[str]) -> None:
        """Raise PerluLurah when a double claim by ``entries`` is settled by one who recorded it, where that may not
        be."""
        ledger = self.tables[table].ledger
        if self.guard is None or ledger is None or not ledger.another:
            return
        from .decisions import recorded

        self.guard.other_than({one.oleh for one in recorded(self.con, table, slot, tuple(entries))} - {""})

    def affirm(self, table: str, entry: str, word: str, *, seen: str) -> None:
        """Say of the reversal of ``entry`` that it stands, with what a person decided, knowing the ops ``seen``.

        The ledger stays as it is: the reversal is only said once more. Raises KeyError where there is none.
        """
        ledger = self.tables[table].ledger
        if ledger is None:
            raise TypeError(f"{table} is no ledger")
        row = self.con.execute(f"SELECT id FROM {table} WHERE {ledger.reverses} = ?", (entry,)).fetchone()
        if row is None:
            raise KeyError(entry)
        old = self.row(table, entry)
        fields = {k: v for k, v in ledger.reverse(old, word).items() if k not in ("id", "lingkup")}
        self._log("append", table, str(row[0]), str(old["lingkup"]), before=fields, after=fields, seen={HELD: seen})

    def update(self, table: str, row_id: str, fields: Fields) -> bool:
        """Change the fields that differ; return whether any did. Raises KeyError for an unknown row."""
        names = ("lingkup", *fields)
        values = self.con.execute(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (row_id,)).fetchone()
        if values is None:
            raise KeyError(row_id)
        row: Fields = dict(zip(names, values, strict=True))
        changed = {name: value for name, value in fields.items() if row[name] != value}
        if not changed:
            return False
        before = {name: row[name] for name in changed}
        heads = seen.of_fields(self.con, table, row_id, changed)
        self._assign(table, row_id, changed)
        self._log("set", table, row_id, str(row["lingkup"]), before=before, after=changed, seen=heads)
        return True

    def move(self, table: str, row_id: str, *, expected: str, to: str, fields: Fields | None = None) -> None:
        """Take a row from the state ``expected`` to ``to``; the city checks the same expectation."""
        row = self.row(table, row_id)
        column = self.tables[table].state
        changed: Fields = {**(fields or {}), column: to}
        before = {name: row[name] for name in changed}
        self._assign(table, row_id, changed)
        heads = seen.of_fields(self.con, table, row_id, changed)
        self._log(
            "move", table, row_id, str(row["lingkup"]), before=before, after=changed, seen=heads, expected=expected
        )

    def decide(self, table: str, row_id: str, name: str, value: Value) -> None:
        """Write a field although its value may stay: whoever else wrote it has been seen, and a person chose."""
        row = self.row(table, row_id)
        heads = seen.of_fields(self.con, table, row_id, [name])
        self._assign(table, row_id, {name: value})
        self._log("set", table, row_id, str(row["lingkup"]), before={name: row[name]}, after={name: value}, seen=heads)

    def delete(self, table: str, row_id: str, *, scope: str = "") -> None:
        """Remove a row from view; the city keeps a tombstone, the history keeps its last content.

        With ``scope`` the row may be gone already: the delete then says that it stays so, whatever was
        edited meanwhile.
        """
        gone = bool(scope) and not self.has(table, row_id)
        row: Fields = {"lingkup": scope} if gone else self.row(table, row_id)
        before: Fields = {k: v for k, v in row.items() if k not in ("id", "lingkup") and v is not None}
        known = self._whole(table, row_id)
        with self.gate.opened():
            self.con.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        self._log("delete", table, row_id, str(row["lingkup"]), before=before, after={}, seen=known)

    def restore(self, table: str, row_id: str, fields: Fields, *, scope: str) -> None:
        """Bring a deleted row back with ``fields``."""
        known = self._whole(table, row_id)
        self._put(table, row_id, scope, fields)
        self._log("restore", table, row_id, scope, before={}, after=fields, seen=known)

    def keep(self, table: str, row_id: str) -> None:
        """Say of a row that somebody wants to delete that it stays; fields in conflict stay in conflict."""
        known = self._whole(table, row_id)
        row = self.row(table, row_id)
        several = {name for name, heads in known.items() if " " in heads}
        fields: Fields = {
            k: v for k, v in row.items() if k not in ("id", "lingkup") and v is not None and k not in several
        }
        self._log("restore", table, row_id, str(row["lingkup"]), before=fields, after=fields, seen=known)

    def row(self, table: str, row_id: str, columns: str = "*") -> Fields:
        """Return the row as visible now (or some of its ``columns``); raise KeyError when there is none."""
        cursor = self.con.execute(f"SELECT {columns} FROM {table} WHERE id = ?", (row_id,))
        values = cursor.fetchone()
        if values is None:
            raise KeyError(row_id)
        return dict(zip((column[0] for column in cursor.description), values, strict=True))

    def has(self, table: str, row_id: str) -> bool:
        """Tell whether the row is visible."""
        return self.con.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone() is not None

    def log(self, kind: str, table: str, written: Sequence[Written]) -> None:
        """Write ops and history of rows of ``table`` that were just changed, in this order."""
        if written:
            self.permit(kind, table, written)
            record.write(self.con, self.chain, self.act, kind, table, written)
            self.note_photos(table, (one.after for one in written))
            self.touched.setdefault(table, []).extend(one.row_id for one in written)

    def note_photos(self, table: str, written: Iterable[Fields]) -> None:
        """Queue the photos that rows of ``table`` name: they follow once the rows are with the city."""
        if names := self.photo_columns.get(table):
            photos.note(self.con, names, written, self.act.at)

    def permit(self, kind: str, table: str, written: Iterable[Written]) -> None:
        """Raise InputSalah for a change that this office may not make: in the rows of another, in the city's, or in
        what of its own only an office above fills."""
        guarded = self.tables[table] if self.tables[table].above else None
        for one in written:
            if guarded and one.scope == self.own:
                self._leave_to_above(kind, guarded, one)
            if permits.limited(self.own, one.scope) and not self._may(kind, table, one):
                raise InputSalah("", permits.refusal(self.tables[table], one.scope))

    def _leave_to_above(self, kind: str, table: Table, one: Written) -> None:
        if name := permits.above_said(table, kind, one.after, one.seen):
            raise InputSalah("", permits.refusal_above(table, name, one.scope))

    def _may(self, kind: str, table: str, one: Written) -> bool:
        if self.tables[table].city_only and kind == "move":
            return permits.may_decide(self.tables, self.row(table, one.row_id), own=self.own, scope=one.scope)
        if not one.before and not permits.may_add(self.tables[table], own=self.own, scope=one.scope):
            return False
        return permits.may(self.tables[table], kind, one.after, own=self.own, scope=one.scope)

    @property
    def changes(self) -> Changes:
        """What this act has changed so far."""
        return Changes(self.act.act_id, {table: tuple(ids) for table, ids in self.touched.items()})

    def _was_deleted(self, table: str, row_id: str) -> bool:
        """Tell whether this row was here and was deleted: only an explicit restore revives it at the city."""
        gone = self.con.execute(
            "SELECT deleted FROM sync_shadow WHERE tabel = ? AND id = ?", (table, row_id)
        ).fetchone()
        last = self.con.execute(
            "SELECT sesudah FROM riwayat WHERE row_id = ? ORDER BY no DESC LIMIT 1", (row_id,)
        ).fetchone()
        return bool(gone and gone[0]) or bool(last and last[0] == "{}")

    def _put(self, table: str, row_id: str, scope: str, fields: Fields) -> None:
        names = ", ".join(("id", "lingkup", *fields))
        marks = ", ".join("?" * (len(fields) + 2))
        with self.gate.opened():
            self.con.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (row_id, scope, *fields.values()))

    def _assign(self, table: str, row_id: str, fields: Fields) -> None:
        pairs = ", ".join(f"{name} = ?" for name in fields)
        with self.gate.opened():
            self.con.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", (*fields.values(), row_id))

    def _whole(self, table: str, row_id: str) -> Seen:
        return seen.whole(seen.known(self.con, table, (row_id,)).get(row_id, {}))

    def _log(
        self, kind: str, table: str, row_id: str, scope: str, *, before: Fields, after: Fields,
        seen: Seen | None = None, expected: str = "",
    ) -> None:  # fmt: skip
        self.log(kind, table, (Written(row_id, scope, before, after, seen or {}, expected),))
