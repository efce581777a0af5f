"""What an undo or a restore of reports and photos may not bring about."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from sipokat_desktop.storage.module import Clash
from sipokat_desktop.storage.sqlite import Connection

from . import baca, isi, sebutan, text
from .tulis import FOTO, TABEL

_LAPORAN = f"""SELECT l.id, l.lurah IS NOT NULL, coalesce(l.lurah_isi, ''), j.id IS NULL,
    {", ".join(f"l.{nama}" for nama in isi.SUBSTANSI)}
FROM laporan_kegiatan l LEFT JOIN rt_jabatan j ON j.id = l.jabatan_id
WHERE l.id IN (SELECT value FROM json_each(?))"""
_YATIM = """SELECT id, laporan_id FROM laporan_foto f WHERE id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM laporan_kegiatan l WHERE l.id = f.laporan_id)"""
_MILIK = """SELECT DISTINCT coalesce(json_extract(sesudah, '$.laporan_id'), json_extract(sebelum, '$.laporan_id'))
FROM riwayat WHERE tabel = 'laporan_foto' AND row_id IN (SELECT value FROM json_each(?))"""


def bentrok(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return which of ``rows`` (ids by table) bear the lurah's word on what they do not say (any more), which reports
    stand without their RT, and which photos without their report."""
    foto = json.dumps([*rows.get(FOTO, ())])
    milik = {str(row[0]) for row in con.execute(_MILIK, (foto,)) if row[0]}
    return [
        *_laporan(con, {*rows.get(TABEL, ()), *milik}),
        *(Clash(str(id), f"yatim|{induk}", text.URUNG_TANPA_LAPORAN) for id, induk in con.execute(_YATIM, (foto,))),
    ]


def _laporan(con: Connection, ids: Collection[str]) -> Iterator[Clash]:
    semua = con.execute(_LAPORAN, (json.dumps([*ids]),)).fetchall()
    foto = baca.kunci_foto(con, ids)
    for id, terverifikasi, lama, tanpa_rt, *substansi in semua:
        pola = ""
        if terverifikasi and lama and isi.sidik(substansi, foto.get(id, ())) != lama:
            pola = text.URUNG_ISI
        elif tanpa_rt:
            pola = text.URUNG_TANPA_RT
        if pola:
            yield Clash(str(id), pola, pola.format(laporan=sebutan.laporan(con, str(id))))
