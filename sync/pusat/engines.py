"""How a database of either kind is copied out, tried out and put back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, func, inspect, select, table

from sync.server import migration, sums
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES

from .archive import Contents


class Engine(Protocol):
    """A city's database, seen from outside."""

    name: str

    def dump(self, target: Path) -> Contents:
        """Write everything to ``target`` and return what it was, at the same moment; raises Gangguan."""

    def scratch(self, content: Path) -> AbstractContextManager[str]:
        """Restore a content somewhere for a trial; yields its URL, dropped afterwards. Raises Gangguan."""

    def restore(self, content: Path, check: Callable[[str], None], *, replace: str) -> str:
        """Restore a content into the empty database; with ``replace`` move one that is not empty aside under a name
        that ends with it. ``check`` is given the URL of what was restored before it takes its place. Returns the name
        of what was moved aside. Raises InputSalah, Gangguan."""


def of(url: str) -> Engine:
    """Return the engine of the database at ``url``."""
    if url.startswith("sqlite"):
        from .engine_sqlite import Sqlite

        return Sqlite(url)
    from .engine_postgres import Postgres

    return Postgres(url)


def as_it_is(url: str) -> Database:
    """Open a database of any revision, an empty one too, without changing it, and wait for it as long as it takes."""
    return Database(url, batas=0, prepare=lambda _con: None)


def contents(con: Connection, *, recount: bool = False) -> Contents:
    """Return what the database holds in the transaction of ``con``; ``recount``: sums from the rows themselves."""
    names = sorted(inspect(con).get_table_names())
    rows = {name: int(con.scalar(select(func.count()).select_from(table(name))) or 0) for name in names}
    found = sums.counted(con)[0] if recount else sums.kept(con)
    return Contents(revisi=migration.revision(con), tabel=rows, lingkup=found)


def contents_at(url: str, *, recount: bool = False) -> Contents:
    """Return what the database at ``url`` holds."""
    with closing(as_it_is(url)) as db, db.read(ALL_SCOPES) as con:
        return contents(con, recount=recount)


def is_empty(url: str) -> bool:
    """Tell whether the database at ``url`` has no table at all."""
    with closing(as_it_is(url)) as db, db.read(ALL_SCOPES) as con:
        return not inspect(con).get_table_names()
