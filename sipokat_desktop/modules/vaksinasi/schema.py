"""Migrations of module vaksinasi; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("vaksinasi")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Sums per RT, programme and day."""
    db.table("vaksinasi_catatan").create(
        {
            "id": str, "lingkup": str, "jabatan_id": str, "program": str, "tanggal": str, "sasaran": int,
            "dosis1": int, "dosis2": int, "booster": int, "alasan": str, "catatan": str,
        },
        pk="id", not_null={"lingkup"}, strict=True,
    )  # fmt: skip
    for indeks in (("jabatan_id", "program", "tanggal"), ("lingkup", "program", "tanggal")):
        db.table("vaksinasi_catatan").create_index(list(indeks))
