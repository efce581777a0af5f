"""Stores out of a mould: a process migrates and fills once; every further store is a copy of the result."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import migrate, sqlite
from sipokat_desktop.storage.gate import Gate
from sipokat_desktop.storage.manifest import Schema

T = TypeVar("T")
Ensure = Callable[[sqlite3.Connection, tuple[Schema, ...]], None]
MIGRATE: Ensure = migrate.ensure
"""What the program does."""
_POURING = Lock()


@cache
def _mould() -> sqlite3.Connection:
    con = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
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


def tuang(folder: Path, siapkan: Callable[..., T], *isi: object) -> T:
    """Do what ``siapkan(folder, *isi)`` does; this process does it once and copies. One such office a test: every copy
    is the same computer."""
    dari, hasil = _terisi(siapkan, *isi)
    shutil.copytree(dari, folder)
    kartu = folder / "identitas.json"
    kartu.write_text(json.dumps(json.loads(kartu.read_text(encoding="utf-8")) | {"file_no": 0}), encoding="utf-8")
    return cast(T, hasil)


@cache
def _terisi(siapkan: Callable[..., object], *isi: object) -> tuple[Path, object]:
    dari = Path(tempfile.mkdtemp(prefix="cetakan-", dir=os.environ["SIPOKAT_UJI_PG"])) / "kantor"
    return dari, siapkan(dari, *isi)
