"""What stands on an event: a list in force or a payment keeps it from going away, whoever's event it is."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Clash

from . import text_acara

_DAFTAR = """SELECT k.asal, d.id, d.nomor FROM insentif_komponen k JOIN insentif_daftar d ON d.komponen_id = k.id
WHERE k.asal IN (SELECT value FROM json_each(?)) AND (d.keadaan = 'dikunci' OR EXISTS (
    SELECT 1 FROM insentif_mutasi m WHERE m.daftar_id = d.id AND m.jenis = 'bayar'
        AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id)))
ORDER BY d.nomor"""


def bentrok(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return the lists that pay one of ``rows`` (ids by table) that is not there (any more)."""
    tabel = {id: name for name, ids in rows.items() for id in ids}
    hasil: list[Clash] = []
    for asal, daftar_id, nomor in con.execute(_DAFTAR, (json.dumps([*tabel]),)).fetchall():
        if con.execute(f"SELECT 1 FROM {tabel[asal]} WHERE id = ?", (asal,)).fetchone() is None:
            hasil.append(Clash(str(asal), str(daftar_id), text_acara.ACARA_DIBAYAR.format(nomor=nomor)))
    return hasil
