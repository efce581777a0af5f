"""The views over what the modules declare of themselves, so that a module reads another's facts and names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sipokat_desktop.storage.sqlite import Connection

ENTITLED, SOURCES, ACTIVITIES = "hak_peserta", "hak_sumber", "kegiatan_rt"
FIELDS = {ENTITLED: "entitles", SOURCES: "sources", ACTIVITIES: "activities"}
"""The field of a manifest whose SELECTs each view joins."""
_EMPTY = {
    ENTITLED: "SELECT '' sumber, '' asal, '' lingkup, '' jabatan_id, '' masa_id, 0 kali, 0 ragu WHERE 0",
    SOURCES: "SELECT '' sumber, '' asal, '' judul, '' hari, '' sampai, '' tempat, '' lingkup WHERE 0",
    ACTIVITIES: (
        "SELECT '' sumber, '' asal, '' lingkup, '' jabatan_id, '' masa_id, '' hari, '' judul, 0 hitung, 0 tunggu"
        " WHERE 0"
    ),
}


def current(con: Connection, modules: Iterable[object]) -> bool:
    """Tell whether the views are there as these modules declare them."""
    marks = ", ".join("?" * len(FIELDS))
    rows = con.execute(f"SELECT name, sql FROM sqlite_master WHERE name IN ({marks})", tuple(FIELDS))
    return {str(name): str(sql) for name, sql in rows} == _wanted(modules)


def drop(con: Connection) -> None:
    """Take the views away: while tables change, no view may look at them."""
    for name in FIELDS:
        con.execute(f"DROP VIEW IF EXISTS {name}")


def make(con: Connection, modules: Iterable[object]) -> None:
    """Make the views of what the modules declare; empty where nobody does."""
    drop(con)
    for statement in _wanted(modules).values():
        con.execute(statement)


def _wanted(modules: Iterable[object]) -> dict[str, str]:
    asked = tuple(modules)
    return {
        view: f"CREATE VIEW {view} AS "
        + " UNION ALL ".join((_EMPTY[view], *filter(None, (getattr(module, field, "") for module in asked))))
        for view, field in FIELDS.items()
    }
