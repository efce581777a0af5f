"""Backup and restore of a city in one SQLite file."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sync.server.reach import ALL_SCOPES

from . import engines, text
from .archive import CHUNK, Contents


class Sqlite:
    """A file; the copy is taken by SQLite's own backup while the server goes on writing."""

    name = "sqlite"

    def __init__(self, url: str) -> None:
        self._url = url
        self._file = Path(make_url(url).database or "kota.db").absolute()

    def dump(self, target: Path) -> Contents:
        """Write everything to ``target`` and return what it was, at the same moment."""
        if not self._file.exists():
            raise InputSalah("db", text.DB_KOSONG)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            copy = Path(folder) / "kota.db"
            with closing(engines.as_it_is(self._url)) as db, db.read(ALL_SCOPES) as con:
                found = engines.contents(con)
                raw: Any = con.connection.driver_connection
                with closing(sqlite3.connect(copy)) as out:
                    raw.backup(out)
            with copy.open("rb") as plain, gzip.open(target, "wb", compresslevel=6) as packed:
                shutil.copyfileobj(plain, packed, CHUNK)
        return found

    @contextmanager
    def scratch(self, content: Path) -> Iterator[str]:
        """Restore a content beside itself for a trial."""
        with tempfile.TemporaryDirectory(dir=content.parent) as folder:
            file = Path(folder) / "kota.db"
            _unpack(content, file)
            yield f"sqlite:///{file}"

    def restore(self, content: Path, check: Callable[[str], None], *, replace: str) -> str:
        """Restore a content into the empty place; see :class:`engines.Engine`."""
        there = self._file.exists() and not engines.is_empty(self._url)
        if there and not replace:
            raise InputSalah("db", text.TIDAK_KOSONG)
        fresh = self._file.with_name(f"{self._file.name}.pulih")
        fresh.unlink(missing_ok=True)
        _unpack(content, fresh)
        check(f"sqlite:///{fresh}")
        _alone(fresh)
        aside = self._file.with_name(f"{self._file.stem}-{replace}{self._file.suffix}") if there else None
        if self._file.exists():
            _alone(self._file)
            os.replace(self._file, aside) if aside else self._file.unlink()
        os.replace(fresh, self._file)
        return str(aside or "")


def _unpack(content: Path, file: Path) -> None:
    try:
        with gzip.open(content, "rb") as packed, file.open("wb") as plain:
            shutil.copyfileobj(packed, plain, CHUNK)
    except (OSError, EOFError, zlib.error) as exc:
        raise Gangguan(text.PULIH_GAGAL, text.RUANG) from exc


def _alone(file: Path) -> None:
    """Bring all of a database into its one file, as only the last program that has it open can; raises Gangguan."""
    try:
        with closing(sqlite3.connect(file, timeout=2, isolation_level=None)) as con:
            mode = con.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.Error as exc:
        raise Gangguan(text.MASIH_DIPAKAI, text.HENTIKAN) from exc
    if mode != ("delete",):
        raise Gangguan(text.MASIH_DIPAKAI, text.HENTIKAN)
