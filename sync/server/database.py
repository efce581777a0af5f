"""Opens the city's database and holds what differs between PostgreSQL and SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import to_json
from sqlalchemy import Connection, Engine, Executable, Table, create_engine, event
from sqlalchemy.dialects import sqlite

from sipokat_desktop.kernel.errors import Gangguan

from . import arrays, migration
from .postgres import postgres_engine, transaction
from .reach import ALL_SCOPES, NO_SCOPES, Reach
from .replica import Replica
from .wait import LIMIT_S, TakMenjawab

Rows = list[tuple[Any, ...]]
_ALONE = "SELECT pg_advisory_xact_lock(1673)"
"""Several processes start at once: one of them makes the tables."""


class Asked(NamedTuple):
    """A statement built once, and the values of its parameters."""

    statement: Executable
    values: Mapping[str, object]


class Put(NamedTuple):
    """Rows to insert, all of the same columns; ``conflict``: the SQL for keys that exist."""

    table: Table
    rows: Sequence[Mapping[str, object]]
    conflict: str = ""


def replacing(table: Table, rows: Sequence[Mapping[str, object]], *, keep: bool = False) -> Put:
    """Return ``rows`` (each key once) to be put in the place of those that have their keys (``keep``: or left out)."""
    key = [column.name for column in table.primary_key]
    new = ", ".join(f'"{name}" = excluded."{name}"' for name in (rows[0] if rows else ()) if name not in key)
    return Put(table, rows, f"ON CONFLICT ({_list(key)}) DO {'NOTHING' if keep else f'UPDATE SET {new}'}")


class Database:
    """One engine; ``write`` transactions are serialised per scope by row locks (SQLite: by the file)."""

    def __init__(
        self, url: str, *, baca: str = "", batas: float = LIMIT_S, prepare: Callable[[Connection], None] = migration.fit
    ) -> None:
        """``url`` as SQLAlchemy writes them; ``postgresql://…`` and ``sqlite:///FILE`` are understood.

        ``baca``: the URL of a replica for reads that may be somewhat old; ``batas``: how many seconds one answer of
        PostgreSQL may take (0: any); ``prepare``: what is done, by one process at a time, where the tables are not
        those of this program. Raises Gangguan when the database cannot be reached, SkemaLain when it does not fit.
        """
        self.url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        self.is_sqlite = self.url.startswith("sqlite")
        self._texts: dict[Executable, tuple[str, dict[str, object]]] = {}
        self._replica = Replica(baca, batas) if baca else None
        try:
            self.engine = self._engine(batas)
            if not self._fits():
                with self.write(ALL_SCOPES) as con:
                    if not self.is_sqlite:
                        con.exec_driver_sql(_ALONE)
                    prepare(con)
        except migration.SkemaLain:
            self.engine.dispose()
            raise
        except Exception as exc:
            raise Gangguan(
                "Basis data kota tidak dapat dibuka.", "Periksa alamat --db dan apakah PostgreSQL berjalan."
            ) from exc

    def _fits(self) -> bool:
        with self.read() as con:
            return migration.state(con) is migration.State.FITS

    def _engine(self, limit: float) -> Engine:
        if not self.is_sqlite:
            return postgres_engine(self.url, limit)
        engine = create_engine(self.url, connect_args={"timeout": 30, "check_same_thread": False})
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
        return engine

    @contextmanager
    def write(self, reach: Reach = NO_SCOPES) -> Iterator[Connection]:
        """A transaction that may write, and of offices' rows only those of ``reach``.

        Raises BelumPasti when nobody can say whether it was stored.
        """
        with transaction(self.engine, "tulis", reach) as con:
            yield con

    def look(self, asked: Asked) -> Rows:
        """Return the rows of a single statement that only reads: no transaction around it."""
        with closing(self.engine.raw_connection()) as con:
            raw: Any = con.driver_connection
            try:
                return _fetched(raw.execute(*self._text(asked)))
            except Exception as exc:
                if not self.engine.dialect.is_disconnect(exc, raw, None):  # type: ignore[arg-type]
                    raise
                con.invalidate(exc)
                if isinstance(exc, TakMenjawab):
                    raise
        self.engine.dispose()  # what killed this connection killed those that wait in the pool
        with closing(self.engine.raw_connection()) as con:
            raw = con.driver_connection
            return _fetched(raw.execute(*self._text(asked)))

    @contextmanager
    def read(self, reach: Reach = NO_SCOPES, *, stale_ok: bool = False) -> Iterator[Connection]:
        """A transaction that sees one moment of the database throughout, of offices' rows those of ``reach``.

        ``stale_ok``: that moment may be some seconds ago (a report, a public page), so a replica may answer.
        """
        with ExitStack() as stack:
            con = self._replica.entered(stack, reach) if self._replica and stale_ok else None
            yield con or stack.enter_context(transaction(self.engine, "baca", reach))

    def ask(self, con: Connection, *asked: Asked) -> list[Rows]:
        """Run statements in order and return the rows of each.

        Past SQLAlchemy's execution, which costs more than a small statement does; PostgreSQL gets all in one message.
        """
        raw: Any = con.connection.driver_connection
        if self.is_sqlite:
            return [raw.execute(*self._text(one)).fetchall() for one in asked]
        if len(asked) == 1:
            return [_fetched(raw.execute(*self._text(asked[0])))]
        with raw.pipeline():
            cursors = [raw.execute(*self._text(one)) for one in asked]
        return [_fetched(cursor) for cursor in cursors]

    def _text(self, asked: Asked) -> tuple[str, Mapping[str, object]]:
        """Return a statement as the driver wants it; it is compiled once."""
        known = self._texts.get(asked.statement)
        if known is None:
            dialect = sqlite.dialect(paramstyle="named") if self.is_sqlite else self.engine.dialect
            compiled = asked.statement.compile(dialect=dialect)  # type: ignore[attr-defined]
            fixed = {name: value for name, value in compiled.params.items() if value is not None}
            known = self._texts[asked.statement] = (str(compiled), fixed)
        return known[0], {**known[1], **asked.values}

    def upsert(
        self, con: Connection, table: Table, rows: Sequence[Mapping[str, object]], *, keep: bool = False
    ) -> None:
        """Insert ``rows`` (each key once); where the key exists, replace the row (``keep``: leave it)."""
        self.store(con, replacing(table, rows, keep=keep))

    def insert(self, con: Connection, table: Table, rows: Sequence[Mapping[str, object]], conflict: str = "") -> None:
        """Insert ``rows``, all of the same columns; ``conflict`` is the SQL for keys that exist."""
        self.store(con, Put(table, rows, conflict))

    def store(self, con: Connection, *writes: Put | Asked) -> None:
        """Write all of these, of which no two touch the same row: PostgreSQL gets them as one statement.

        It gets rows column by column: under row-level security it takes no COPY.
        """
        raw: Any = con.connection.driver_connection
        due = [one for one in writes if isinstance(one, Asked) or one.rows]
        if not self.is_sqlite:
            if said := [_put(one) if isinstance(one, Put) else self._text(one) for one in due]:
                raw.execute(*_together(said))
            return
        for one in due:
            if isinstance(one, Put):
                raw.executemany(*_put_lite(one))
            else:
                raw.execute(*self._text(one))

    def matching(
        self, con: Connection, table: Table, keys: Sequence[Mapping[str, str]], what: Sequence[str]
    ) -> Sequence[Sequence[Any]]:
        """Return the columns ``what`` of the rows of ``table`` that hold one of ``keys``, each of them once.

        PostgreSQL looks up key by key (OFFSET 0 keeps it so): right after a first upload its statistics mislead it.
        """
        if not keys:
            return []
        names = tuple(keys[0])
        raw: Any = con.connection.driver_connection
        on = " AND ".join(f't."{name}" = k."{name}"' for name in names)
        values: Sequence[object] | Mapping[str, object]
        if self.is_sqlite:
            parts = ", ".join(f"json_extract(value, '$.{name}') AS \"{name}\"" for name in names)
            source = f"(SELECT {parts} FROM json_each(?)) AS k JOIN {table.name} AS t"
            values = (to_json(keys).decode(),)
        elif len(names) == 1:
            source, values = f"{table.name} AS t", arrays.columns(table, keys)
            on = f't."{names[0]}" = ANY(ARRAY(SELECT unnest(%({names[0]})b::text[])))'
        else:
            found = f"LATERAL (SELECT * FROM {table.name} AS t WHERE {on} OFFSET 0) AS t"
            source, values = f"{arrays.source(table, names)} CROSS JOIN {found}", arrays.columns(table, keys)
            on = "TRUE"
        return _fetched(raw.execute(f"SELECT {_list(what, 't.')} FROM {source} WHERE {on}", values))

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
        if self._replica:
            self._replica.close()


def _fetched(cursor: Any) -> Rows:
    """Return the rows of a statement of any driver; none of one that gives none."""
    rows: Rows = cursor.fetchall() if cursor.description else []
    return rows


def _put(put: Put) -> tuple[str, Mapping[str, object]]:
    return _inserting(put.table, tuple(put.rows[0]), put.conflict), arrays.columns(put.table, put.rows)


@cache
def _inserting(table: Table, names: tuple[str, ...], conflict: str) -> str:
    chosen = _list(names)
    return f"INSERT INTO {table.name} ({chosen}) SELECT {chosen} FROM {arrays.source(table, names)} {conflict}"


def _together(said: Sequence[tuple[str, Mapping[str, object]]]) -> tuple[str, Mapping[str, object]]:
    """Return one statement that writes what all of these do; the parameters of each get names of their own."""
    if len(said) == 1:
        return said[0]
    parts = (f"w{at} AS ({text.replace('%(', f'%(w{at}_')})" for at, (text, _) in enumerate(said))
    values = {f"w{at}_{name}": value for at, (_, given) in enumerate(said) for name, value in given.items()}
    return f"WITH {', '.join(parts)} SELECT", values


def _put_lite(put: Put) -> tuple[str, list[tuple[object, ...]]]:
    names = tuple(put.rows[0])
    head = f"INSERT INTO {put.table.name} ({_list(names)})"
    return f"{head} VALUES ({', '.join('?' * len(names))}) {put.conflict}", [tuple(row.values()) for row in put.rows]


def _list(names: Sequence[str], table: str = "") -> str:
    return ", ".join(f'{table}"{name}"' for name in names)


def _sqlite_connect(con: sqlite3.Connection, _record: object) -> None:
    con.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        con.execute(f"PRAGMA {pragma}")


def _sqlite_begin(con: Connection) -> None:
    write = con.get_execution_options().get("sipokat") == "tulis"
    con.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
