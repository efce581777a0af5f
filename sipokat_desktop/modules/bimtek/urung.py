"""What an undo or a restore of rows of module bimtek may not bring about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from sqlite3 import Connection

from sipokat_desktop.storage.module import Clash


def bentrok(_con: Connection, _rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return which of ``rows`` (ids by table) may not stand beside another row."""
    return []
