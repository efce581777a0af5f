"""What an undo or a restore of rows of module usulan may not bring about: something of a
proposal or an RT that is gone."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sipokat_desktop.storage.module import Clash
from sipokat_desktop.storage.sqlite import Connection

from . import text

_INDUK = (
    ("usulan_status", "usulan_id", "usulan_butir", text.URUNG_YATIM),
    ("usulan_dasar", "usulan_id", "usulan_butir", text.URUNG_YATIM),
    ("usulan_butir", "gabung_id", "usulan_butir", text.URUNG_INDUK),
    ("usulan_butir", "jabatan_id", "rt_jabatan", text.URUNG_RT),
)


def bentrok(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return which of ``rows`` (ids by table) name a proposal or an RT that is not here."""
    return [
        Clash(str(id), str(induk), kata)
        for tabel, kolom, milik, kata in _INDUK
        if rows.get(tabel)
        for id, induk in con.execute(
            f"""SELECT t.id, t.{kolom} FROM {tabel} t WHERE t.id IN (SELECT value FROM json_each(?))
                AND t.{kolom} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {milik} b WHERE b.id = t.{kolom})""",
            (json.dumps([*rows[tabel]]),),
        ).fetchall()
    ]
