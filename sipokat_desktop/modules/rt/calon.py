"""People on record who may become head again: former heads, and people without a term."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import text


class Calon(NamedTuple):
    """A person on record who may become head: what tells people apart besides the name."""

    orang_id: str
    nama: str
    nik: str | None
    keterangan: str


def calon(con: sqlite.Connection, *, lingkup: str, teks: str, batas: int = 8) -> list[Calon]:
    """Return people on record whose name or NIK contains ``teks``, those without a term in force only."""
    dicari = kunci_cari(teks)
    rows = con.execute(
        """SELECT o.id, coalesce(o.nama, ''), o.nik, j.nomor, max(m.tmt), m.akhir_nyata FROM rt_orang o
           LEFT JOIN rt_masa m ON m.orang_id = o.id LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
           WHERE o.lingkup = ? AND NOT EXISTS
                 (SELECT 1 FROM rt_masa k WHERE k.orang_id = o.id AND k.akhir_nyata IS NULL)
           GROUP BY o.id ORDER BY o.nama, o.id""",
        (lingkup,),
    )
    cocok = (row for row in rows if dicari and (dicari in kunci_cari(row[1]) or dicari in (row[2] or "")))
    return [Calon(row[0], row[1], row[2], _keterangan(row[3], row[5])) for row in islice(cocok, batas)]


def _keterangan(nomor: str | None, akhir: str | None) -> str:
    if not nomor or not akhir:
        return ""
    return text.BEKAS.format(rt=nomor, tanggal=tanggal.pendek(date.fromisoformat(akhir)))
