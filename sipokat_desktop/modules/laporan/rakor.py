"""What module laporan says on the Lembar rakor."""

from __future__ import annotations

from sqlite3 import Connection

from sipokat_desktop.storage.briefing import Asked, Section


def bagian(_con: Connection, _asked: Asked) -> tuple[Section, ...]:
    """Return the sections of this module."""
    return ()
