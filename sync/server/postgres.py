"""How PostgreSQL is reached: its pool of connections, and transactions that survive one which has died."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from .reach import NO_SCOPES, Reach
from .wait import CONNECT_S, BelumPasti, Bounded, TakMenjawab

POOLED = "pgbouncer"
"""Parameter of a URL that leads to pgbouncer in transaction mode, where no statement stays prepared."""
_BEGIN = {"tulis": "BEGIN", "baca": "BEGIN ISOLATION LEVEL REPEATABLE READ"}


def postgres_engine(url: str, limit: float, *, pool: int = 10) -> Engine:
    """Return the engine for ``url``: twice ``pool`` connections at most, each waiting ``limit`` seconds at most."""
    address = make_url(url)
    options: dict[str, Any] = {"connect_timeout": CONNECT_S}
    if POOLED in address.query:
        address = address.difference_update_query([POOLED])
        options["prepare_threshold"] = None
    engine = create_engine(
        address, pool_size=pool, max_overflow=pool, pool_use_lifo=True, pool_timeout=limit or None,
        isolation_level="AUTOCOMMIT", connect_args=options,
    )  # fmt: skip
    event.listen(engine, "do_connect", partial(_connect, limit))
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, how: str, reach: Reach = NO_SCOPES) -> Iterator[Connection]:
    """A transaction (``tulis``: that writes) in which those of the offices' rows are there that ``reach`` tells.

    Its BEGIN finds out whether the connection still lives: a dead one is replaced. Raises BelumPasti when the
    connection is lost in the COMMIT of one that writes.
    """
    with engine.connect().execution_options(sipokat=how, reach=reach) as con:
        try:
            begun = con.begin()
        except OperationalError as exc:
            if not exc.connection_invalidated or isinstance(exc.orig, TakMenjawab):
                raise
            begun = con.begin()
        judged = False
        try:
            with begun:
                yield con
                judged = True
        except DBAPIError as exc:
            if judged and how == "tulis" and exc.connection_invalidated:
                raise BelumPasti from exc
            raise


def _connect(limit: float, _dialect: object, _record: object, words: Any, options: Any) -> Bounded:
    con = Bounded.connect(*words, **options)
    con.limit = limit
    return con


def _begin(con: Connection) -> None:
    options = con.get_execution_options()
    con.exec_driver_sql(_BEGIN[options.get("sipokat", "tulis")] + options.get("reach", NO_SCOPES).settings)
