"""Terms that may not stand together: two heads of one RT, or one person who heads two RTs, in the same days."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Clash

from . import text

_SEHARI = """b.id <> a.id
    AND coalesce(a.tmt, a.akhir_nyata, '9999-12-31') <= coalesce(b.akhir_nyata, '9999-12-31')
    AND coalesce(b.tmt, b.akhir_nyata, '9999-12-31') <= coalesce(a.akhir_nyata, '9999-12-31')"""
"""A term without TMT is held on its last day for certain, an open one from now on."""

_BENTROK = f"""
WITH diminta AS (SELECT value AS id FROM json_each(:masa)),
disentuh AS (
    SELECT m.*, o.nik FROM rt_masa m LEFT JOIN rt_orang o ON o.id = m.orang_id
    WHERE m.id IN diminta OR m.orang_id IN (SELECT value FROM json_each(:orang))),
pasangan AS (
    SELECT a.id AS satu, b.id AS dua FROM disentuh a JOIN rt_masa b ON b.jabatan_id = a.jabatan_id WHERE {_SEHARI}
    UNION
    SELECT a.id, b.id FROM disentuh a JOIN rt_masa b ON b.orang_id = a.orang_id WHERE {_SEHARI}
    UNION
    SELECT a.id, b.id FROM disentuh a JOIN rt_orang o ON o.nik = a.nik JOIN rt_masa b ON b.orang_id = o.id
    WHERE a.nik <> '' AND {_SEHARI})
SELECT p.satu, p.dua, a.jabatan_id = b.jabatan_id, coalesce(j.nomor, '?'), coalesce(o.nama, '')
FROM pasangan p JOIN rt_masa a ON a.id = p.satu JOIN rt_masa b ON b.id = p.dua
LEFT JOIN rt_jabatan j ON j.id = b.jabatan_id LEFT JOIN rt_orang o ON o.id = b.orang_id
WHERE NOT (p.satu IN diminta AND p.dua IN diminta)
ORDER BY p.satu, p.dua"""


def bentrok(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return per term among ``rows`` (ids by table; a person stands for their terms) the terms outside that share a
    day with it on its post, or are held by the same person, by id or NIK (DOMAIN §2)."""
    diminta = {"masa": json.dumps(list(rows.get("rt_masa", ()))), "orang": json.dumps(list(rows.get("rt_orang", ())))}
    hasil: list[Clash] = []
    for satu, dua, sama_rt, nomor, nama in con.execute(_BENTROK, diminta):
        kata = text.BENTROK_SATU_RT if sama_rt else text.BENTROK_DUA_RT
        hasil.append(Clash(str(satu), str(dua), kata.format(rt=nomor, dua=nomor, nama=nama)))
    return hasil
