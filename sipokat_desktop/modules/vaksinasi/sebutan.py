"""How people name a row of module vaksinasi."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage.sqlite import Connection


def catatan(con: Connection, id: str) -> str:
    """Name a record: ``COVID-19 · RT 03 · 3 Februari 2026``."""
    row = con.execute(
        """SELECT c.program, 'RT ' || coalesce(j.nomor, '?'), c.tanggal FROM vaksinasi_catatan c
           LEFT JOIN rt_jabatan j ON j.id = c.jabatan_id WHERE c.id = ?""",
        (id,),
    ).fetchone()
    if row is None:
        return ""
    hari = tanggal.panjang(date.fromisoformat(row[2])) if row[2] else ""
    return " · ".join(filter(None, (row[0], row[1], hari)))


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {"vaksinasi_catatan": catatan}
"""What names a row of each table."""
