"""Sums that are kept beside rows: in how many places they differ from what the rows add up to."""

from __future__ import annotations

from sipokat_desktop.storage.sqlite import Connection


def differing(con: Connection, table: str, select: str, keys: int) -> int:
    """Return how many rows of ``table`` differ from those of ``select``, both ways: the first ``keys`` columns name a
    row, the others are its sums; a row that holds nothing but noughts is as good as none. Reads only."""
    wanted, kept = (
        {tuple(row)[:keys]: tuple(row)[keys:] for row in con.execute(sql)} for sql in (select, f"SELECT * FROM {table}")
    )
    return sum(_sums(wanted, key) != _sums(kept, key) for key in wanted.keys() | kept.keys())


def _sums(rows: dict[tuple[object, ...], tuple[object, ...]], key: tuple[object, ...]) -> tuple[object, ...]:
    """Return the sums of a row, nothing for noughts."""
    found = rows.get(key, ())
    return found if any(found) else ()
