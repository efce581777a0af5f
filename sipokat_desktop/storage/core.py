"""The store's own module: the conflicts that the city finds, synced to the offices like any other row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .manifest import Column, Table
from .module import Module

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils.migrations import Migrations


def _migrations() -> Migrations:
    from .core_schema import MIGRATIONS

    return MIGRATIONS


REST, HELD = "*", "!"
"""Keys of a row's writers besides its fields: who wrote all others (of a deleted row: who deleted it), and
the deletes that wait because the row had been edited unseen."""

WAITING = "('pending', 'sent')"
"""The states of an op that the city has not confirmed yet, as SQL."""

GANDA = "pembayaran ganda"
KERAS = "isian berbeda"
LUNAK = "isian diganti"
HAPUS = "hapus tertahan"
DITAHAN, DITOLAK = "ditahan", "ditolak"
TERBUKA, SELESAI = "terbuka", "selesai"
"""The kinds of what waits for a person, and its states (keputusan/0015)."""

BATAL_DUA, BATAL_BEDA = "dibatalkan di dua komputer", "pembatalan berbeda"
"""What a *pembayaran ganda* asks when no two payments are left: all were taken back by people who each relied on
the other's, or one was taken back twice with different words for where the money is."""

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
        Column("putusan", "Putusan"),
        Column("alasan", "Alasan"),
        Column("diputus_oleh", "Diputus oleh"),
    ),
    state="keadaan",
    city_only=True,
)


def _acts() -> Mapping[str, str]:
    from .acts import ACTS

    return ACTS


CORE = Module("inti", "Inti", (KONFLIK,), version=7, migrations=_migrations, acts=_acts)
