"""The store's own module: the conflicts that the city finds, synced to the offices like any other row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .manifest import Column, Table
from .module import Module

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations


def _migrations() -> Migrations:
    from .core_schema import MIGRATIONS

    return MIGRATIONS


KONFLIK = Table(
    "konflik",
    "Perlu keputusan",
    (
        Column("jenis", "Jenis"),
        Column("tabel", "Tabel"),
        Column("row_id", "Baris"),
        Column("field", "Isian"),
        Column("slot", "Slot"),
        Column("isi", "Isi"),
        Column("keadaan", "Keadaan"),
    ),
    city_only=True,
)

CORE = Module("inti", "Inti", (KONFLIK,), version=1, migrations=_migrations)
