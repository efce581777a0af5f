"""The minutes of a session (F14): read, and written by the office that holds the event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, text
from .kegiatan import satu_kegiatan, satu_sesi

TABEL = "bimtek_notulen"


class Notulen(NamedTuple):
    """The minutes of a session; "" for what was not written."""

    pimpinan: str
    notulis: str
    pembukaan: str
    pembahasan: str
    tanya_jawab: str
    kesimpulan: str
    penutup: str


def notulen(con: sqlite.Connection, sesi_id: str) -> Notulen:
    """Return the minutes of a session, empty ones where none were written; of several rows the fullest."""
    kolom = ", ".join(f"coalesce({nama}, '')" for nama in Notulen._fields)
    rows = con.execute(f"SELECT {kolom} FROM {TABEL} WHERE sesi_id = ? ORDER BY id", (sesi_id,)).fetchall()
    return Notulen(*max(rows, key=lambda row: sum(map(len, row)), default=("",) * len(Notulen._fields)))


def simpan_notulen(store: Store, sesi_id: str, isian: Mapping[str, str]) -> Done[str]:
    """Write fields of :class:`Notulen`, also when the event is closed; returns the id of the row, one per session.

    Raises InputSalah for another office's event and a session that is gone.
    """
    fields = rules.bersihkan_notulen(isian)

    def work(tx: Tx) -> str:
        k = satu_kegiatan(tx.con, satu_sesi(tx.con, sesi_id).kegiatan_id)
        if tx.own and tx.own != k.lingkup:
            raise InputSalah("kegiatan", text.KANTOR_LAIN.format(kantor=rules.nama_penyelenggara(k.lingkup)))
        id = derived_id(TABEL, sesi_id)
        if tx.has(TABEL, id):
            tx.update(TABEL, id, fields)
            return id
        return tx.insert(TABEL, {"sesi_id": sesi_id, **fields}, scope=k.lingkup, row_id=id)

    return store.write("bimtek.notulen", work)
