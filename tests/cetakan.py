"""New stores out of a mould: a process migrates once; every further empty store is a copy of the result."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache
from threading import Lock

from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import migrate
from sipokat_desktop.storage.gate import Gate
from sipokat_desktop.storage.manifest import Schema

Ensure = Callable[[sqlite3.Connection, tuple[Schema, ...]], None]
MIGRATE: Ensure = migrate.ensure
"""What the program does."""
_POURING = Lock()


@cache
def _mould() -> sqlite3.Connection:
    con = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    Gate().attach(con)
    MIGRATE(con, MODULES)
    return con


def ensure(con: sqlite3.Connection, modules: tuple[Schema, ...]) -> None:
    """Do for an empty file of all modules what :func:`migrate.ensure` does; hand everything else to it."""
    if modules is not MODULES or type(con) is not sqlite3.Connection or _begun(con):
        MIGRATE(con, modules)
        return
    with _POURING:
        _mould().backup(con)


def _begun(con: sqlite3.Connection) -> bool:
    return con.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
