"""Opens the city's database and holds what differs between PostgreSQL and SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite

from sipokat_desktop.kernel.errors import Gangguan

from .schema import METADATA


class Database:
    """One engine; ``write`` transactions are serialised per scope by row locks (SQLite: by the file)."""

    def __init__(self, url: str) -> None:
        """``url`` as SQLAlchemy writes them; ``postgresql://…`` and ``sqlite:///FILE`` are understood.

        Raises Gangguan when the database cannot be reached.
        """
        self.url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        self.is_sqlite = self.url.startswith("sqlite")
        try:
            self.engine = self._engine()
            METADATA.create_all(self.engine)
        except Exception as exc:
            raise Gangguan(
                "Basis data kota tidak dapat dibuka.", "Periksa alamat --db dan apakah PostgreSQL berjalan."
            ) from exc

    def _engine(self) -> Engine:
        if not self.is_sqlite:
            return create_engine(self.url, pool_size=10, max_overflow=10, pool_pre_ping=True)
        engine = create_engine(self.url, connect_args={"timeout": 30, "check_same_thread": False})
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
        return engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write."""
        with self.engine.connect().execution_options(sipokat_write=True) as con, con.begin():
            yield con

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database throughout."""
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**level) as con, con.begin():
            yield con

    def upsert(
        self, con: Connection, table: Table, rows: Sequence[Mapping[str, object]], *, keep: bool = False
    ) -> None:
        """Insert ``rows``; where the key exists, replace the row (``keep``: leave it)."""
        if not rows:
            return
        insert: Any = (sqlite.insert if self.is_sqlite else postgresql.insert)(table)
        key = [column.name for column in table.primary_key]
        if keep:
            statement = insert.on_conflict_do_nothing(index_elements=key)
        else:
            new = {name: insert.excluded[name] for name in rows[0] if name not in key}
            statement = insert.on_conflict_do_update(index_elements=key, set_=new)
        con.execute(statement, list(rows))

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _sqlite_connect(con: sqlite3.Connection, _record: object) -> None:
    con.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        con.execute(f"PRAGMA {pragma}")


def _sqlite_begin(con: Connection) -> None:
    write = con.get_execution_options().get("sipokat_write")
    con.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
