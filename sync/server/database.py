"""Opens the city's database and holds what differs between PostgreSQL and SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic_core import to_json
from sqlalchemy import BigInteger, Connection, Engine, Table, create_engine, event, inspect
from sqlalchemy.schema import CreateColumn

from sipokat_desktop.kernel.errors import Gangguan

from .schema import METADATA

MANY = 500
"""Rows from which on a temporary table pays on PostgreSQL."""


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
            _add_columns(self.engine)
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
    def glance(self) -> Iterator[Connection]:
        """For a single statement that only reads: no transaction around it."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as con:
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
        """Insert ``rows`` (each key once); where the key exists, replace the row (``keep``: leave it)."""
        key = [column.name for column in table.primary_key]
        new = ", ".join(f'"{name}" = excluded."{name}"' for name in (rows[0] if rows else ()) if name not in key)
        self.insert(con, table, rows, f"ON CONFLICT ({_list(key)}) DO {'NOTHING' if keep else f'UPDATE SET {new}'}")

    def insert(self, con: Connection, table: Table, rows: Sequence[Mapping[str, object]], conflict: str = "") -> None:
        """Insert ``rows``, all of the same columns; ``conflict`` is the SQL for keys that exist.

        PostgreSQL gets new rows by COPY, a half of the work of anything else; a few rows to merge as one JSON
        text that it unpacks itself, many by COPY into a temporary table.
        """
        if not rows:
            return
        names = tuple(rows[0])
        head = f"INSERT INTO {table.name} ({_list(names)})"
        if self.is_sqlite:
            marks = ", ".join("?" * len(names))
            con.exec_driver_sql(f"{head} VALUES ({marks}) {conflict}", [tuple(row.values()) for row in rows])
        elif not conflict:
            _copy(con, f"COPY {table.name} ({_list(names)}) FROM STDIN", rows)
        elif len(rows) >= MANY:
            staged = f"masuk_{table.name}"
            con.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {staged} (LIKE {table.name}) ON COMMIT DELETE ROWS")
            _copy(con, f"COPY {staged} ({_list(names)}) FROM STDIN", rows)
            con.exec_driver_sql(f"{head} SELECT {_list(names)} FROM {staged} {conflict}")
            con.exec_driver_sql(f"TRUNCATE {staged}")
        else:
            source = f"SELECT {_list(names)} FROM {_recordset(table, names)}"
            con.exec_driver_sql(f"{head} {source} {conflict}", {"isi": to_json(rows).decode()})

    def matching(
        self, con: Connection, table: Table, keys: Sequence[Mapping[str, str]], what: Sequence[str]
    ) -> Sequence[Sequence[Any]]:
        """Return the columns ``what`` of the rows of ``table`` that hold one of ``keys``, each of them once."""
        if not keys:
            return []
        names = tuple(keys[0])
        on = " AND ".join(f't."{name}" = k."{name}"' for name in names)
        values: tuple[str] | dict[str, str]
        if self.is_sqlite:
            parts = ", ".join(f"json_extract(value, '$.{name}') AS \"{name}\"" for name in names)
            source, values = f"(SELECT {parts} FROM json_each(?)) AS k", (json.dumps(keys),)
        else:
            source, values = _recordset(table, names), {"isi": json.dumps(keys)}
        statement = f"SELECT {_list(what, 't.')} FROM {source} JOIN {table.name} AS t ON {on}"
        return con.exec_driver_sql(statement, values).all()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _add_columns(engine: Engine) -> None:
    """Give the tables of an older release the columns that came since; each has a default."""
    with engine.begin() as con:
        found = inspect(con)
        for table in METADATA.sorted_tables:
            known = {column["name"] for column in found.get_columns(table.name)}
            for column in table.columns:
                if column.name not in known:
                    words = CreateColumn(column).compile(dialect=engine.dialect)
                    con.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {words}")


def _copy(con: Connection, statement: str, rows: Sequence[Mapping[str, object]]) -> None:
    cursor = con.connection.cursor()
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(tuple(row.values()))


def _list(names: Sequence[str], table: str = "") -> str:
    return ", ".join(f'{table}"{name}"' for name in names)


def _recordset(table: Table, names: Sequence[str]) -> str:
    """Return PostgreSQL's SQL for the rows in the parameter ``isi``, a JSON list of objects."""
    types = ((name, "bigint" if isinstance(table.c[name].type, BigInteger) else "text") for name in names)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in types)
    return f"json_to_recordset(CAST(%(isi)s AS json)) AS k ({columns})"


def _sqlite_connect(con: sqlite3.Connection, _record: object) -> None:
    con.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        con.execute(f"PRAGMA {pragma}")


def _sqlite_begin(con: Connection) -> None:
    write = con.get_execution_options().get("sipokat_write")
    con.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
