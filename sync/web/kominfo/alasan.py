"""Why something was taken away: typed by whoever did it, kept in the log that nobody changes, read from there."""

from __future__ import annotations

from sqlalchemy import select

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database
from sync.server.schema import READING
from sync.web.kit.kunjungan import Kunjungan

from . import text


def tertulis(k: Kunjungan) -> str:
    """Return the reason of a form in one line; raise InputSalah where there is none."""
    alasan = " ".join(k.isian("alasan").split())
    if not 3 <= len(alasan) <= text.ALASAN_TERPANJANG or not alasan.isprintable():
        raise InputSalah("alasan", text.ALASAN_SALAH)
    return alasan


def terakhir(db: Database, jalan: str) -> str:
    """Return the last sentence that the log has of an act on ``jalan``, with who did it; empty where it has none."""
    cari = select(READING.c.what, READING.c.name).where(READING.c.path == jalan, READING.c.what != "")
    with db.read() as con:
        row = con.execute(cari.order_by(READING.c.at.desc(), READING.c.id.desc()).limit(1)).one_or_none()
    return f"{row.what} ({row.name})" if row else ""
