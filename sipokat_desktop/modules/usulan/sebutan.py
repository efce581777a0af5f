"""How people name a row of module usulan, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection

from . import text

KATA: Mapping[str, Callable[[str], str]] = {
    "kategori": lambda kode: text.KATEGORI.get(kode, kode),
    "status": lambda kode: text.STATUS.get(kode, kode),
}
"""What says a stored code in words."""


def usulan(_con: Connection, _id: str) -> str:
    """Return what people call a proposal."""
    return ""


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {
    "usulan_butir": usulan,
    "usulan_status": usulan,
    "usulan_dasar": usulan,
}
"""What names a row of each table."""
