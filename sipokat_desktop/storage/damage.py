"""Where a damaged store is damaged: its pages, and what of people's work lies on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from . import engine, sqlite
from .manifest import Table

NAMED = 5
"""So many pages and tables are named; of more their number is told."""
RUSAK = "Berkas data rusak{di}. {kena}"
DI, LAGI = " di halaman {yang} dari {semua}", " dan {n} lagi"
KENA, TAK_KENA = "Yang tidak terbaca: {apa}.", "Data yang diketik masih terbaca semuanya."
LAIN = {"sync_op": "Catatan perubahan", "riwayat": "Riwayat", "setelan": "Setelan", "sync_shadow": "Salinan dari kota"}
PAGE = 4096


def told(path: Path, key: bytes | None, tables: Mapping[str, Table]) -> str:
    """Return a sentence or two on the damaged store at ``path``: which pages, and what cannot be read any more."""
    bad = pages(path, key)
    where = DI.format(yang=_some([str(page) for page in bad]), semua=path.stat().st_size // PAGE) if bad else ""
    lost = unreadable(path, key, tables)
    return RUSAK.format(di=where, kena=KENA.format(apa=_some(lost)) if lost else TAK_KENA)


def pages(path: Path, key: bytes | None) -> list[int]:
    """Return the numbers of the pages that are not as the program wrote them; none is known of a file without a key."""
    found: list[int] = []
    with suppress(sqlite.DatabaseError), closing(sqlite.connect(path)) as con:
        engine.unlock(con, key)
        rows = con.execute("PRAGMA cipher_integrity_check").fetchall() if key else []
        found = [int(number[0]) for row in rows if (number := re.findall(r"page (\d+)", str(row[0])))]
    return found


def unreadable(path: Path, key: bytes | None, tables: Mapping[str, Table]) -> list[str]:
    """Return the labels of the tables of which a row cannot be read."""
    labels = {**{table.name: table.label for table in tables.values()}, **LAIN}
    return list(dict.fromkeys(label for name, label in labels.items() if not _readable(path, key, name)))


def _readable(path: Path, key: bytes | None, table: str) -> bool:
    """Read a table over a connection of its own: once a page was found damaged, one reads nothing any more."""
    with suppress(sqlite.DatabaseError, ValueError), closing(sqlite.connect(path)) as con:
        engine.unlock(con, key)
        for _ in con.execute(f"SELECT * FROM {table} NOT INDEXED"):
            pass
        return True
    return False


def _some(names: list[str]) -> str:
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (LAGI.format(n=rest) if rest > 0 else "")
