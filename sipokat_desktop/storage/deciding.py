"""What a person decides, as acts: each is an op that syncs, saw what it decides, and can be undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah

from .core import SELESAI, TERBUKA
from .decisions import Decision
from .store import Store
from .tx import Tx

SUDAH_TIDAK_ADA = "Data itu sudah tidak ada di komputer ini. Sinkronkan, lalu lihat lagi."
SUDAH_DIPUTUS = "Hal ini sudah diputuskan di komputer lain."
TAK_LENGKAP = "Isi lama data ini tidak ada di komputer ini. Putuskan di komputer yang menghapusnya."
DITUTUP = "ditutup"


def choose(store: Store, decision: Decision, value: Value) -> Changes:
    """Settle a field: ``value`` stands, and whoever wrote something else has been seen."""
    table, row_id = decision.tabel, decision.baris[0]

    def work(tx: Tx) -> None:
        if not tx.has(table, row_id):
            raise InputSalah("", SUDAH_TIDAK_ADA)
        tx.decide(table, row_id, decision.field, value)
        if decision.id and _as_first_release_kept_it(tx.con, decision.id):
            _close(tx, decision.id, str(value))

    return store.write("putuskan.isian", work).changes


def close(store: Store, decision: Decision, word: str = DITUTUP) -> Changes:
    """Close what waits for nothing but a person's word; without a row of the city it is forgotten here only.

    Raises InputSalah when it was closed meanwhile.
    """
    if not decision.id:
        store.local(lambda con: con.execute("UPDATE sync_op SET state = 'acked' WHERE op_id = ?", (decision.op,)))
        return Changes()
    return store.write("putuskan.tutup", lambda tx: _close(tx, decision.id, word)).changes


def delete_after_all(store: Store, decision: Decision) -> Changes:
    """Delete a row, or let it stay deleted, knowing what was edited meanwhile."""
    table, row_id = decision.tabel, decision.baris[0]
    return store.write("putuskan.hapus", lambda tx: tx.delete(table, row_id, scope=_scope(tx.con, decision))).changes


def keep(store: Store, decision: Decision) -> Changes:
    """Keep a row that somebody else wants to delete."""

    def work(tx: Tx) -> None:
        if not tx.has(decision.tabel, decision.baris[0]):
            raise InputSalah("", SUDAH_TIDAK_ADA)
        tx.keep(decision.tabel, decision.baris[0])

    return store.write("putuskan.simpan", work).changes


def revive(store: Store, decision: Decision) -> Changes:
    """Bring a deleted row back with the edits that waited; raises InputSalah where its old content is not here."""

    def work(tx: Tx) -> None:
        fields = revival(tx.con, decision)
        if not fields:
            raise InputSalah("", TAK_LENGKAP)
        tx.restore(decision.tabel, decision.baris[0], fields, scope=_scope(tx.con, decision))

    return store.write("putuskan.hidupkan", work).changes


def revival(con: sqlite3.Connection, decision: Decision) -> Fields:
    """Return the content of a deleted row as it was last seen here, with the edits that wait; empty if unknown."""
    rows = con.execute(
        "SELECT sebelum, sesudah FROM riwayat WHERE row_id = ? AND tabel = ? ORDER BY no DESC",
        (decision.baris[0], decision.tabel),
    )
    for before, after in rows:
        if not any(value is not None for value in json.loads(after).values()):
            old: Fields = json.loads(before)
            return old | {choice.field: choice.nilai for choice in sorted(decision.pilihan, key=lambda c: c.waktu)}
    return {}


def take_back(store: Store, table: str, entry: str, way: str, answers: Mapping[str, str]) -> Changes:
    """Take one of the ways out that the module offers for a doubly claimed slot; raises InputSalah as it does."""
    ledger = store.tables[table].ledger
    assert ledger is not None
    chosen = next(one for one in ledger.ways() if one.key == way)
    return store.write(f"putuskan.{way}", lambda tx: chosen.apply(tx, entry, answers)).changes


def _close(tx: Tx, row_id: str, word: str) -> None:
    if tx.row("konflik", row_id)["keadaan"] != TERBUKA:
        raise InputSalah("", SUDAH_DIPUTUS)
    tx.move("konflik", row_id, expected=TERBUKA, to=SELESAI, fields={"putusan": word, "diputus_oleh": tx.act.by})


def _as_first_release_kept_it(con: sqlite3.Connection, row_id: str) -> bool:
    lama = "SELECT 1 FROM konflik WHERE id = ? AND keadaan = ? AND isi LIKE '%\"kantor_op\"%'"
    row = con.execute(lama, (row_id, TERBUKA))
    return row.fetchone() is not None


def _scope(con: sqlite3.Connection, decision: Decision) -> str:
    return str(con.execute("SELECT lingkup FROM konflik WHERE id = ?", (decision.id,)).fetchone()[0])
