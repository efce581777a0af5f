"""The ids of people and terms: two PCs that record the same head offline meet in the same rows."""

from __future__ import annotations

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.ids import derived_id, new_id
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.tx import Tx


def id_masa(sesudah: str) -> str:
    """Return the id of the term that follows ``sesudah``: another term, or the post where it is the first."""
    return derived_id("rt_masa", "sesudah", sesudah)


def id_orang(lingkup: str, orang: Fields, sesudah: str) -> str:
    """Return the id of a new person: by NIK, else by name and what the person's term follows."""
    if orang.get("nik"):
        return derived_id("rt_orang", lingkup, str(orang["nik"]))
    return derived_id("rt_orang", "sesudah", sesudah, kunci_cari(str(orang["nama"])))


def pakai(tx: Tx, table: str, row_id: str) -> str:
    """Return the id, or another one where a row has it already."""
    return new_id() if tx.has(table, row_id) else row_id


def sesudah(con: sqlite.Connection, jabatan_id: str, tmt: object) -> str:
    """Return what a term from ``tmt`` (ISO; None: not known) follows: the post's last term before it, else the post."""
    row = con.execute(
        "SELECT id FROM rt_masa WHERE jabatan_id = ?1 AND (?2 IS NULL OR tmt < ?2) ORDER BY tmt DESC, id LIMIT 1",
        (jabatan_id, tmt),
    ).fetchone()
    return str(row[0]) if row else jabatan_id
