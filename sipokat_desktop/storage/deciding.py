"""What a person decides, as acts: each is an op that syncs, saw what it decides, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import alasan
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import again
from .core import BATAL_DUA, LUNAK, SELESAI, TERBUKA
from .decision import Decision
from .decisions import ops_of
from .manifest import Ledger, Table, WayOut
from .store import Store
from .tx import Tx, replacement_id

SUDAH_TIDAK_ADA = "Data itu sudah tidak ada di komputer ini. Sinkronkan, lalu lihat lagi."
SUDAH_DIPUTUS = "Hal ini sudah diputuskan di komputer lain."
TAK_LENGKAP = "Isi lama data ini tidak ada di komputer ini. Putuskan di komputer yang menghapusnya."
DITUTUP = "ditutup"
TAK_TERBACA = "Isian ini berisi tanda yang tidak terbaca. Ketik ulang, jangan tempel."
TERLALU_PANJANG = "Isian ini terlalu panjang (paling banyak 4.000 huruf)."
TERPANJANG = 4_000


def choose(store: Store, decision: Decision, value: Value) -> Changes:
    """Settle a field: ``value`` stands, and whoever wrote something else has been seen."""
    table, row_id = decision.tabel, decision.baris[0]

    def work(tx: Tx) -> None:
        _stands(tx.con, decision)
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
        over = "UPDATE sync_op SET state = 'acked' WHERE op_id = ? AND hasil IN ('held', 'refused')"
        store.local(lambda con: con.execute(over, (decision.op,)))
        return Changes()
    return store.write("putuskan.tutup", lambda tx: _close(tx, decision.id, word)).changes


def delete_after_all(store: Store, decision: Decision) -> Changes:
    """Delete a row, or let it stay deleted, knowing what was edited meanwhile."""
    table, row_id = decision.tabel, decision.baris[0]

    def work(tx: Tx) -> None:
        _stands(tx.con, decision)
        tx.delete(table, row_id, scope=_scope(tx.con, decision))

    return store.write("putuskan.hapus", work).changes


def keep(store: Store, decision: Decision) -> Changes:
    """Keep a row that somebody else wants to delete."""

    def work(tx: Tx) -> None:
        _stands(tx.con, decision)
        if not tx.has(decision.tabel, decision.baris[0]):
            raise InputSalah("", SUDAH_TIDAK_ADA)
        tx.keep(decision.tabel, decision.baris[0])

    return store.write("putuskan.simpan", work).changes


def revive(store: Store, decision: Decision) -> Changes:
    """Bring a deleted row back with the edits that waited; raises InputSalah where its old content is not here."""

    def work(tx: Tx) -> None:
        _stands(tx.con, decision)
        fields = revival(tx.con, decision)
        if not fields:
            raise InputSalah("", TAK_LENGKAP)
        tx.restore(decision.tabel, decision.baris[0], fields, scope=_scope(tx.con, decision))

    return store.write("putuskan.hidupkan", work).changes


def revival(con: sqlite.Connection, decision: Decision) -> Fields:
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
    """Take one of the ways out that the module offers for a doubly claimed slot.

    Raises InputSalah as the module does, and when the slot is not claimed twice any more.
    """
    return take_back_all(store, table, (entry,), way, answers)


def take_back_all(store: Store, table: str, entries: Sequence[str], way: str, answers: Mapping[str, str]) -> Changes:
    """Take one way out for several entries in one act; raises as :func:`take_back` does, nothing is kept then."""
    ledger = _ledger(store.tables, table)
    chosen = next(one for one in ledger.ways() if one.key == way)

    def work(tx: Tx) -> None:
        for entry in entries:
            slot = str(tx.row(table, entry)[ledger.slot]) if tx.has(table, entry) else ""
            live = ledger.live(tx.con, table, slot)
            if len(live) < 2 or entry not in live:
                raise InputSalah("", SUDAH_DIPUTUS)
            chosen.apply(tx, entry, _answered(chosen, answers))

    return store.write(f"putuskan.{way}", work).changes


def readable(answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return the answers as they are; raise InputSalah for one that the city would not take: with control or direction
    characters, or too long."""
    import unicodedata

    for name, answer in answers.items():
        if any(unicodedata.category(ch) in ("Cc", "Cf", "Co", "Cs") and not ch.isspace() for ch in answer):
            raise InputSalah(name, TAK_TERBACA)
        if len(answer) > TERPANJANG:
            raise InputSalah(name, TERLALU_PANJANG)
    return answers


def _answered(way: WayOut, answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return the answers to what a way asks; raise InputSalah for an unreadable one, and for a reason without words."""
    for ask in way.asks:
        if ask.kind == "teks" and ask.required:
            alasan.baca(answers.get(ask.name, ""), ask.name)
    return readable(answers)


def settle(store: Store, decision: Decision, way: str, answers: Mapping[str, str]) -> Changes:
    """Take one of the ways out that the module offers for what it doubts.

    Raises InputSalah as the module does, and when the doubt is gone.
    """
    doubt = next(one for one in store.tables[decision.tabel].doubts() if one.kind == decision.jenis)
    chosen = next(one for one in doubt.ways() if one.key == way)
    row_id = decision.baris[0]

    def work(tx: Tx) -> None:
        if row_id not in {one.row_id for one in doubt.find(tx.con)}:
            raise InputSalah("", SUDAH_DIPUTUS)
        chosen.apply(tx, row_id, _answered(chosen, answers))

    return store.write(f"putuskan.{way}", work).changes


def record_again(store: Store, decision: Decision, entry: str) -> Changes:
    """Record one of the payments anew that were all taken back on two PCs: it did go out."""
    table = decision.tabel

    def work(tx: Tx) -> None:
        _stands(tx.con, decision)
        old = tx.row(table, entry)
        tx.settles(table, str(old[_ledger(tx.tables, table).slot]), decision.baris)
        if _ledger(tx.tables, table).live(tx.con, table, str(old[_ledger(tx.tables, table).slot])):
            raise InputSalah("", SUDAH_DIPUTUS)
        again.record(tx, table, entry)

    return store.write("putuskan.catat_lagi", work).changes


def let_stand(store: Store, decision: Decision, word: str, *, drop: str = "") -> Changes:
    """Say with a word that what the reversals of a slot say now stands; ``drop`` is an entry to take back with it."""

    def work(tx: Tx) -> None:
        seen = _stands(tx.con, decision)
        if decision.jenis == BATAL_DUA:
            slot = str(tx.row(decision.tabel, decision.baris[0])[_ledger(tx.tables, decision.tabel).slot])
            tx.settles(decision.tabel, slot, decision.baris)
        if drop:
            tx.reverse(decision.tabel, drop, word)
        tx.affirm(decision.tabel, decision.baris[0], word, seen=" ".join(sorted(seen)))

    return store.write("putuskan.tetap", work).changes


def replacement(con: sqlite.Connection, tables: Mapping[str, Table], decision: Decision) -> str:
    """Return the live entry that stands for the disputed one in another slot; empty where there is none."""
    table, ledger = decision.tabel, _ledger(tables, decision.tabel)
    entry = replacement_id(table, decision.baris[0])
    row = con.execute(f"SELECT {ledger.slot} FROM {table} WHERE id = ?", (entry,)).fetchone()
    return entry if row and entry in ledger.live(con, table, str(row[0])) else ""


def _ledger(tables: Mapping[str, Table], table: str) -> Ledger:
    ledger = tables[table].ledger
    if ledger is None:
        raise TypeError(f"{table} is no ledger")
    return ledger


def _stands(con: sqlite.Connection, decision: Decision) -> frozenset[str]:
    """Return the ops that a decision is about; raises InputSalah where it is not open any more with just these."""
    row = con.execute("SELECT keadaan, isi FROM konflik WHERE id = ?", (decision.id,)).fetchone()
    was_settled = decision.jenis == LUNAK or decision.putusan or decision.diputus_oleh
    shown = {choice.op for choice in (*decision.pilihan, *decision.hapus)} - {""}
    now = ops_of(json.loads(row[1])) if row else frozenset()
    if row is None or row[0] != (SELESAI if was_settled else TERBUKA) or now != shown:
        raise InputSalah("", SUDAH_DIPUTUS)
    return now


def _close(tx: Tx, row_id: str, word: str) -> None:
    if not tx.has("konflik", row_id) or tx.row("konflik", row_id)["keadaan"] != TERBUKA:
        raise InputSalah("", SUDAH_DIPUTUS)
    tx.move("konflik", row_id, expected=TERBUKA, to=SELESAI, fields={"putusan": word, "diputus_oleh": tx.act.by})


def _as_first_release_kept_it(con: sqlite.Connection, row_id: str) -> bool:
    lama = "SELECT 1 FROM konflik WHERE id = ? AND keadaan = ? AND json_type(isi, '$.kantor_op') IS NOT NULL"
    row = con.execute(lama, (row_id, TERBUKA))
    return row.fetchone() is not None


def _scope(con: sqlite.Connection, decision: Decision) -> str:
    return str(con.execute("SELECT lingkup FROM konflik WHERE id = ?", (decision.id,)).fetchone()[0])
