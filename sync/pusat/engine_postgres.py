"""Backup and restore of a city on PostgreSQL, with PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sync.server.policies import FORGOTTEN
from sync.server.postgres import POOLED
from sync.server.reach import ALL_SCOPES

from . import engines, text
from .archive import Contents

FOLDERS = "/usr/lib/postgresql"
"""Where Debian keeps the programs of each version."""
MAINTENANCE = ("postgres", "template1")
GONE_S = 5
"""Seconds until a connection that was closed is gone from PostgreSQL's list too."""
_SORTS = """
    SELECT datcollate, datctype, coalesce(row ->> 'datlocale', row ->> 'daticulocale', '')
    FROM pg_database d, to_jsonb(d) row WHERE datname = current_database()
"""
"""What a database sorts by; the last, the locale of ICU, has another name with each few releases of PostgreSQL."""
NAME_MOST = 63
"""Bytes of a name in PostgreSQL."""


class Postgres:
    """A database of a PostgreSQL server."""

    name = "postgresql"

    def __init__(self, url: str) -> None:
        plain = make_url(url).set(drivername="postgresql").difference_update_query([POOLED])
        self._url, self._database = plain, plain.database or plain.username or "postgres"

    def dump(self, target: Path) -> Contents:
        """Write everything to ``target`` and return what it was, at the same moment."""
        with closing(engines.as_it_is(_text(self._url))) as db, db.read(ALL_SCOPES) as con:
            if engines.is_empty(_text(self._url)):
                raise InputSalah("db", text.DB_KOSONG)
            moment = str(con.exec_driver_sql("SELECT pg_export_snapshot()").scalar())
            options = ("--format=custom", "--enable-row-security", f"--snapshot={moment}", f"--file={target}")
            self._program("pg_dump", self._url, *options)
            return engines.contents(con)

    @contextmanager
    def scratch(self, content: Path) -> Iterator[str]:
        """Restore a content into a new database of the same server for a trial."""
        name = f"sipokat_uji_{uuid4().hex[:12]}"
        self._create(name)
        try:
            self._fill(name, content)
            yield _text(self._url.set(database=name))
        finally:
            self._run(self._database, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def restore(self, content: Path, check: Callable[[str], None], *, replace: str) -> str:
        """Restore a content into the empty database; see :class:`engines.Engine`."""
        if engines.is_empty(_text(self._url)):
            self._run(self._database, sql.SQL(FORGOTTEN))
            self._fill(self._database, content)
            check(_text(self._url))
            return ""
        if not replace:
            raise InputSalah("db", text.TIDAK_KOSONG)
        self._unused()
        fresh = f"sipokat_pulih_{uuid4().hex[:12]}"
        self._create(fresh)
        try:
            self._fill(fresh, content)
            check(_text(self._url.set(database=fresh)))
            return self._swap(fresh, f"{self._database}_{replace}"[:NAME_MOST])
        except BaseException:
            self._run(self._database, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(fresh)))
            raise

    def _swap(self, fresh: str, aside: str) -> str:
        """Give the fresh database the name of the old one, which keeps its rows under another."""
        self._unused()
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        old, new, kept = (sql.Identifier(name) for name in (self._database, fresh, aside))
        beside = self._beside()
        self._run(beside, rename.format(old, kept))
        try:
            self._run(beside, rename.format(new, old))
        except Gangguan:
            self._run(beside, rename.format(kept, old))
            raise
        return aside

    def _beside(self) -> str:
        """Return a database from which this one can be renamed."""
        for name in MAINTENANCE:
            if name != self._database:
                try:
                    self._connect(name).close()
                except psycopg.OperationalError:
                    continue
                return name
        raise Gangguan(text.TANPA_HAK, text.BERI_HAK)

    def _unused(self) -> None:
        """Raise Gangguan while a server still has the database open."""
        question = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
        end = time.monotonic() + GONE_S
        with closing(self._connect(self._database)) as con:
            while con.execute(question, [self._database]).fetchone() != (0,):
                if time.monotonic() > end:
                    raise Gangguan(text.MASIH_DIPAKAI, text.HENTIKAN)
                time.sleep(0.1)

    def _create(self, name: str) -> None:
        """Make an empty database that sorts as the city's own does."""
        with closing(self._connect(self._database)) as con:
            row = con.execute(_SORTS).fetchone()
        assert row is not None
        collate, ctype, icu = row
        make = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE {} LC_CTYPE {}").format(
            sql.Identifier(name), sql.Literal(collate), sql.Literal(ctype)
        )
        if icu:
            make += sql.SQL(" LOCALE_PROVIDER icu ICU_LOCALE {}").format(sql.Literal(icu))
        self._run(self._database, make)

    def _fill(self, name: str, content: Path) -> None:
        target = self._url.set(database=name)
        self._program("pg_restore", target, "--exit-on-error", "--single-transaction", str(content))
        self._run(name, sql.SQL("ANALYZE"))

    def _run(self, database: str, statement: sql.SQL | sql.Composed) -> None:
        try:
            with closing(self._connect(database)) as con:
                con.execute(statement)
        except psycopg.errors.InsufficientPrivilege as exc:
            raise Gangguan(text.TANPA_HAK, text.BERI_HAK) from exc
        except psycopg.Error as exc:
            raise Gangguan(text.PULIH_GAGAL, text.LIHAT_POSTGRES.format(rinci=type(exc).__name__)) from exc

    def _connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(_text(self._url.set(database=database)), autocommit=True, connect_timeout=10)

    def _program(self, name: str, target: URL, *options: str) -> None:
        """Run one of PostgreSQL's programs; the password goes by the environment, where no list of processes shows it.

        Raises Gangguan with the first line of its complaint: the others may repeat rows.
        """
        bare = _text(target._replace(password=None))
        password = {"PGPASSWORD": str(target.password)} if target.password else {}
        command = [program(name), "--no-owner", "--no-privileges", f"--dbname={bare}", *options]
        words = {**password, "LC_ALL": "C", "PGOPTIONS": f"-c sipokat.baca={ALL_SCOPES.reads}"}
        done = subprocess.run(
            command, env={**os.environ, **words}, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if done.returncode:
            said = [line for line in done.stderr.decode(errors="replace").splitlines() if "error:" in line]
            why = said[0].partition("error:")[2].strip()[:200] if said else str(done.returncode)
            raise Gangguan(text.PROGRAM_GAGAL.format(program=name), text.LIHAT_POSTGRES.format(rinci=why))


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def program(name: str) -> str:
    """Return where a program of PostgreSQL lies, of the newest version; raise Gangguan where there is none."""
    found = sorted(Path(FOLDERS).glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    there = str(found[-1]) if found else shutil.which(name)
    if not there:
        raise Gangguan(text.TANPA_PROGRAM.format(program=name), text.PASANG_PROGRAM)
    return there
