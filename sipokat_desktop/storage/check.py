"""The check of *Periksa data*: the file, the op chain, and visible rows against what the city confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.progress import Progress, quiet

from . import sqlite
from .manifest import Table
from .module import Derived, Module
from .oplog import WAITING

if TYPE_CHECKING:
    from .store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked thing: what, whether it is in order, and a sentence."""

    name: str
    ok: bool
    kalimat: str


DAMAGED = Finding("berkas", False, "Berkas data rusak. Pulihkan dari cadangan terakhir.")


def run(con: sqlite.Connection, tables: Mapping[str, Table], *, maju: Progress = quiet) -> list[Finding]:
    """Check the store from end to end; reads only. Of a damaged file nothing else is said. ``maju`` hears of tables."""
    maju(0, len(tables))
    try:
        if con.execute("PRAGMA integrity_check").fetchone()[0] == "ok":
            return [Finding("berkas", True, "Berkas data utuh."), _chain(con), *_visible(con, tables, maju)]
    except (sqlite.DatabaseError, ValueError):
        return [DAMAGED]
    return [DAMAGED]


def derived(store: Store) -> list[Finding]:
    """Compare what modules keep beside their rows, and write anew what differs; the rows stay as they are."""
    modules = (module for module in store.modules if isinstance(module, Module))
    return [_derived(store, one) for module in modules for one in module.derived()]


def _derived(store: Store, one: Derived) -> Finding:
    differing = one.differs(store.reader())
    if not differing:
        return Finding(one.name, True, one.same)
    store.local(one.rebuild)
    return Finding(one.name, not one.differs(store.reader()), one.rebuilt.format(n=differing))


def _chain(con: sqlite.Connection) -> Finding:
    inc, n, digest, _ = con.execute("SELECT inc, n, hash, hlc FROM rantai").fetchone()
    previous, at = canonical.GENESIS, 0
    for number, stored, body in con.execute("SELECT n, hash, body FROM sync_op WHERE inc = ? ORDER BY n", (inc,)):
        if at and number != at + 1:
            return Finding("rantai", False, f"Catatan perubahan ke-{at + 1} hilang.")
        if (at or number == 1) and canonical.chain(previous, body) != stored:
            return Finding("rantai", False, f"Catatan perubahan ke-{number} tidak cocok dengan rantainya.")
        previous, at = stored, number
    if at and (at, previous) != (n, digest):
        return Finding("rantai", False, "Ujung rantai catatan perubahan tidak cocok.")
    return Finding("rantai", True, f"Rantai {n} catatan perubahan utuh.")


def _strangers(con: sqlite.Connection, table: Table) -> list[str]:
    """Name a table with rows that neither the city confirmed nor any change of this PC is waiting for."""
    count = con.execute(
        f"""SELECT count(*) FROM {table.name} t
            WHERE t.id NOT IN (SELECT id FROM sync_shadow WHERE tabel = ? AND deleted = 0)
              AND t.id NOT IN (SELECT row_id FROM sync_op WHERE state <> 'acked')""",
        (table.name,),
    ).fetchone()[0]
    return [f"{table.label} ({count} belum dikenal kota)"] if count else []


def _visible(con: sqlite.Connection, tables: Mapping[str, Table], maju: Progress) -> list[Finding]:
    wrong: list[str] = []
    for ke, table in enumerate(tables.values()):
        maju(ke, len(tables))
        same = " AND ".join(f"t.{column.name} IS json_extract(s.doc, '$.{column.name}')" for column in table.columns)
        count = con.execute(
            f"""SELECT count(*) FROM sync_shadow s LEFT JOIN {table.name} t ON t.id = s.id
                WHERE s.tabel = ? AND s.id NOT IN (SELECT row_id FROM sync_op WHERE state IN {WAITING})
                  AND CASE s.deleted WHEN 1 THEN t.id IS NOT NULL ELSE t.id IS NULL OR NOT ({same}) END""",
            (table.name,),
        ).fetchone()[0]
        if count:
            wrong.append(f"{table.label} ({count})")
        wrong += _strangers(con, table)
    if wrong:
        kalimat = f"Berbeda dari yang dikonfirmasi kota: {', '.join(wrong)}. Sinkronkan untuk memperbaiki."
        return [Finding("cocok", False, kalimat)]
    return [Finding("cocok", True, "Isi tabel sama dengan yang dikonfirmasi kota.")]
