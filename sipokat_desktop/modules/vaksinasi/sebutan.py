"""How people name a row of module vaksinasi."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection


def catatan(_con: Connection, _id: str) -> str:
    """Return what people call a record."""
    return ""


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {"vaksinasi_catatan": catatan}
"""What names a row of each table."""
