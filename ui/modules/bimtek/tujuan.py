"""What an id given to the page Bimtek means: an event, one of its people, its door, its sessions, its figures."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sipokat_desktop.storage import sqlite

KEGIATAN, PINTU, SESI, REKAP, RT = "kegiatan", "pintu", "sesi", "rekap", "rt"
_TANDA = "#"
_ROWS = {
    "bimtek_sesi": "SELECT kegiatan_id, id, '' FROM bimtek_sesi WHERE id = ?",
    "bimtek_hadir": "SELECT kegiatan_id, sesi_id, jabatan_id FROM bimtek_hadir WHERE id = ?",
    "bimtek_undangan": "SELECT kegiatan_id, '', jabatan_id FROM bimtek_undangan WHERE id = ?",
    "bimtek_terbit": "SELECT kegiatan_id, '', jabatan_id FROM bimtek_terbit WHERE id = ?",
    "bimtek_notulen": (
        "SELECT s.kegiatan_id, s.id, '' FROM bimtek_notulen n JOIN bimtek_sesi s ON s.id = n.sesi_id WHERE n.id = ?"
    ),
}
_TERBARU = """SELECT u.kegiatan_id FROM bimtek_undangan u
JOIN bimtek_kegiatan k ON k.id = u.kegiatan_id LEFT JOIN bimtek_sesi s ON s.kegiatan_id = k.id
WHERE u.jabatan_id = ? AND u.keadaan IS NOT 'ditarik' GROUP BY u.kegiatan_id
ORDER BY k.keadaan <> 'terbuka', abs(julianday(coalesce(min(s.tanggal), ?)) - julianday(?)) LIMIT 1"""


class Tujuan(NamedTuple):
    """What to open (`KEGIATAN`, `PINTU`, `SESI`, `REKAP`) of which event, at which session and post."""

    apa: str
    kegiatan_id: str
    sesi_id: str = ""
    jabatan_id: str = ""


def baca(con: sqlite.Connection, id: str, hari: date) -> Tujuan | None:
    """Return what ``id`` means: ``<event>``, ``<event>#<post>``, ``pintu:<session>``, ``sesi:<event>``,
    ``rekap:<event>``, ``rt:<post>`` (the event nearest to ``hari`` that it is invited to), or any row of the module."""
    apa, titik, kunci = id.partition(":")
    if titik and apa == PINTU:
        ketemu = _baris(con, "bimtek_sesi", kunci)
        return Tujuan(PINTU, ketemu.kegiatan_id, kunci) if ketemu else None
    if titik and apa in (SESI, REKAP):
        return Tujuan(apa, kunci)
    if titik and apa == RT:
        row = con.execute(_TERBARU, (kunci, hari.isoformat(), hari.isoformat())).fetchone()
        return Tujuan(KEGIATAN, str(row[0]), jabatan_id=kunci) if row else None
    kegiatan_id, _, jabatan_id = id.partition(_TANDA)
    if con.execute("SELECT 1 FROM bimtek_kegiatan WHERE id = ?", (kegiatan_id,)).fetchone():
        return Tujuan(KEGIATAN, kegiatan_id, jabatan_id=jabatan_id)
    return next((t for tabel in _ROWS if (t := _baris(con, tabel, kegiatan_id)) is not None), None)


def _baris(con: sqlite.Connection, tabel: str, id: str) -> Tujuan | None:
    row = con.execute(_ROWS[tabel], (id,)).fetchone()
    return Tujuan(KEGIATAN, *map(str, row)) if row else None
