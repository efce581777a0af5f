"""Who is entitled to transport money by attendance, as SQL for whoever pays (storage/entitled.py)."""

from __future__ import annotations

from .tanda_sql import PASTI, SQL_HADIR

ENTITLES = f"""SELECT 'bimtek' AS sumber, h.kegiatan_id AS asal, h.lingkup AS lingkup, h.jabatan_id AS jabatan_id,
    coalesce(h.masa_id, '') AS masa_id, count(DISTINCT s.id) AS kali,
    max(EXISTS (SELECT 1 FROM bimtek_hadir b WHERE b.sesi_id = h.sesi_id AND b.jabatan_id = h.jabatan_id
                AND {PASTI.format("b")} AND (b.tanda <> h.tanda OR b.masa_id <> h.masa_id))
        OR s.id IS NULL) AS ragu
FROM bimtek_hadir h LEFT JOIN bimtek_sesi s ON s.id = h.sesi_id
WHERE {SQL_HADIR} GROUP BY h.kegiatan_id, h.lingkup, h.jabatan_id, coalesce(h.masa_id, '')"""
"""Per event and term the sessions at which somebody was present, and whether the marks of one of them contradict each
other or name two terms, or the session is not here (deleted elsewhere: *Perlu keputusan* asks) and does not count. A
session at which all marks say absent entitles to nothing. One level of grouping: SQLite does not push the event that is
asked for through two."""
SOURCES = """SELECT 'bimtek' AS sumber, k.id AS asal, coalesce(k.nama, '') AS judul,
    coalesce((SELECT min(s.tanggal) FROM bimtek_sesi s WHERE s.kegiatan_id = k.id), '') AS hari,
    coalesce((SELECT max(s.tanggal) FROM bimtek_sesi s WHERE s.kegiatan_id = k.id), '') AS sampai,
    coalesce(k.tempat, '') AS tempat, k.lingkup AS lingkup
FROM bimtek_kegiatan k WHERE coalesce(k.keadaan, '') <> 'batal'"""
"""The events that take place or took place."""
