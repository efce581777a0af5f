"""What the city decided of double claims, and how it is taken back: a reversing act, never an erased entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sipokat_desktop.kernel.canonical import Value
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.clock import hlc_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import acts, again
from . import decided_text as text
from .core import GANDA
from .manifest import Ledger, Table
from .module import clashes
from .store import Store
from .tx import Tx, replacement_id
from .undoing import UNDONE

CATAT_LAGI = "catat_lagi"
"""The word for recording anew what two PCs had both taken back; every other word is that of a way out."""
KOTA = "Kota"
"""How the city tells that an op came from itself (``sync.server.disputes.KOTA``)."""


class Said(NamedTuple):
    """Who did something of a ledger, on which PC, and when (UTC ms)."""

    oleh: str = ""
    perangkat: str = ""
    waktu: int = 0


class Decided(NamedTuple):
    """One decision of the city: the entry, the way out, what it says, whose entry it is; who undid it, if anybody."""

    tabel: str
    slot: str
    entri: str
    lingkup: str
    jalan: str = ""
    isian: Mapping[str, Value] = {}
    diputus: Said = Said()
    diurungkan: Said | None = None


def of_city(con: sqlite.Connection, tables: Mapping[str, Table], slot: str = "") -> list[Decided]:
    """Return what the city decided of double claims (of one slot), the latest first."""
    rows = con.execute(
        f"""SELECT tabel, slot, lingkup, isi FROM konflik WHERE jenis = ? AND slot IS NOT NULL
            {"AND slot = ?" if slot else ""}""",
        (GANDA, slot) if slot else (GANDA,),
    )
    found = []
    for tabel, milik, lingkup, isi in rows.fetchall():
        ledger = tables[tabel].ledger if tabel in tables else None
        if ledger is not None and ledger.reopens:
            notes = {str(note["entri"]): note for note in json.loads(isi).get("catatan", ())}
            ways = frozenset(way.key for way in ledger.ways())
            for note in notes.values():
                made = _of_entry(Decided(str(tabel), str(milik), str(note["entri"]), str(lingkup)), note, notes, ways)
                found += list(made)
    return sorted(found, key=lambda d: (-d.diputus.waktu, d.slot, d.entri))


def why_not(con: sqlite.Connection, tables: Mapping[str, Table], d: Decided) -> str:
    """Return the sentence why a decision is not taken back any more, "" where nothing stands against it yet."""
    if d.diurungkan is not None:
        return text.SUDAH
    ledger = _ledger(tables[d.tabel])
    for row_id in _steps(con, ledger, d):
        row = con.execute(f"SELECT {ledger.slot} FROM {d.tabel} WHERE id = ?", (row_id,)).fetchone()
        if row is None or _written_since(con, d.tabel, ledger, row_id, str(row[0])):
            return text.DIPAKAI.format(apa=ledger.describe(con, str(row[0] if row else d.slot)))
    return ""


def undo(store: Store, table: str, entry: str) -> Changes:
    """Take the city's decision about an entry back: it is recorded anew, what it was counted for is reversed, and the
    double claim is open again. What was recorded anew by a decision is taken back.

    Raises InputSalah where there is no such decision, it was undone, something was built on it since, or the module
    says that the payment may not live again.
    """
    ledger = _ledger(store.tables[table])
    row = store.reader().execute(f"SELECT {ledger.slot} FROM {table} WHERE id = ?", (entry,)).fetchone()

    def find(con: sqlite.Connection) -> Decided:
        found = of_city(con, store.tables, str(row[0])) if row else []
        for d in found:
            if (d.tabel, d.entri) == (table, entry):
                return d
        raise InputSalah("", text.TIDAK_ADA)

    def work(tx: Tx) -> None:
        d = find(tx.con)
        if sebab := why_not(tx.con, tx.tables, d):
            raise InputSalah("", sebab if d.diurungkan else f"{sebab} {text.SARAN}")
        rows = {table: _steps(tx.con, ledger, d)}
        _take_back(tx, d)
        for clash in clashes(tx.con, store.modules, rows):
            raise InputSalah("", text.BENTROK.format(said=clash.said))

    return store.write(acts.undoing(f"putuskan.{find(store.reader()).jalan}"), work).changes


def _take_back(tx: Tx, d: Decided) -> None:
    if d.jalan == CATAT_LAGI:
        tx.reverse(d.tabel, d.entri, UNDONE)
        return
    other = replacement_id(d.tabel, d.entri)
    if tx.has(d.tabel, other):
        tx.reverse(d.tabel, other, UNDONE)
    again.record(tx, d.tabel, d.entri)


def _of_entry(
    d: Decided, note: Mapping[str, Any], notes: Mapping[str, Mapping[str, Any]], ways: frozenset[str]
) -> Iterator[Decided]:
    """Yield the decision that took an entry back, and the one that recorded it anew, where the city took them."""
    way, undone = _by_city(note, ways), _by_city(note, ways, undo=True)
    if way is not None:
        later = notes.get(again.again_id(d.tabel, d.entri))
        isian = way["isian"]
        yield d._replace(
            jalan=str(isian["jenis"]), isian=isian, diputus=_said(way), diurungkan=_first(later) if later else None
        )
    before = next((one for one in notes.values() if again.again_id(d.tabel, str(one["entri"])) == d.entri), None)
    if before is not None and _first(note).perangkat == KOTA and _by_city(before, ways) is None:
        yield d._replace(jalan=CATAT_LAGI, diputus=_first(note), diurungkan=_said(undone) if undone else None)


def _by_city(note: Mapping[str, Any], ways: frozenset[str], *, undo: bool = False) -> Mapping[str, Any] | None:
    """Return the op with which the city took an entry back by a way out; with ``undo`` the one that undid."""
    for back in note["balik"]:
        by_way = back["isian"].get("jenis") in ways
        if _said(back).perangkat == KOTA and (back["isian"].get("alasan") == UNDONE and not by_way if undo else by_way):
            found: Mapping[str, Any] = back
            return found
    return None


def _first(note: Mapping[str, Any]) -> Said:
    return min(map(_said, note["dicatat"]), key=lambda said: said.waktu, default=Said())


def _said(op: Mapping[str, Any]) -> Said:
    return Said(str(op.get("oleh", "")), str(op.get("perangkat", "")), hlc_ms(int(op.get("waktu", 0))))


def _ledger(table: Table) -> Ledger:
    if table.ledger is None:
        raise TypeError(f"{table.name} is no ledger")
    return table.ledger


def _steps(con: sqlite.Connection, ledger: Ledger, d: Decided) -> list[str]:
    """Return the entries that a decision wrote: what nothing may have been written after."""
    if d.jalan == CATAT_LAGI:
        return [d.entri]
    back = con.execute(f"SELECT id FROM {d.tabel} WHERE {ledger.reverses} = ?", (d.entri,)).fetchone()
    other = replacement_id(d.tabel, d.entri)
    there = con.execute(f"SELECT 1 FROM {d.tabel} WHERE id = ?", (other,)).fetchone()
    return [*([str(back[0])] if back else []), *([other] if there else [])]


def _written_since(con: sqlite.Connection, table: str, ledger: Ledger, row_id: str, slot: str) -> bool:
    """Tell whether a slot was written after an entry, in the order of the city; what was taken back and recorded anew
    since is nothing."""
    rows = con.execute(
        f"""SELECT m.id, m.{ledger.reverses} FROM {table} m
            LEFT JOIN sync_shadow s ON s.tabel = :tabel AND s.id = m.id
            WHERE m.{ledger.slot} = :slot AND m.id <> :id
                AND (s.seq IS NULL OR s.seq > (SELECT seq FROM sync_shadow WHERE tabel = :tabel AND id = :id))""",
        {"tabel": table, "slot": slot, "id": row_id},
    )
    later = {str(row[0]): str(row[1] or "") for row in rows}
    anew = {again.again_id(table, entry): back for back, entry in later.items() if entry}
    idle = {one for new, back in anew.items() if new in later for one in (new, back)}
    return bool(later.keys() - idle)
