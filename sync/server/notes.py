"""What the city's database remembers of its own care: the last backup."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import select

from .database import Database
from .schema import META

BACKUP = "cadangan"
"""Key in META."""


class Backup(NamedTuple):
    """A backup: when it was made (UTC ms), its file and bytes, and whether restoring it was tried."""

    waktu: int
    berkas: str
    bita: int
    diuji: bool


def last_backup(db: Database) -> Backup | None:
    """Return the newest backup that this database knows of."""
    with db.read() as con:
        found = con.scalar(select(META.c.value).where(META.c.key == BACKUP))
    return Backup(**json.loads(found)) if found else None


def note_backup(db: Database, made: Backup) -> None:
    """Remember a backup."""
    with db.write() as con:
        db.upsert(con, META, [{"key": BACKUP, "value": json.dumps(made._asdict())}])
