"""A real PostgreSQL for the tests: started once, stopped when the run that asked for it has ended."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

TIDAK_ADA = "PostgreSQL tidak ada di komputer ini. Jalankan: bash .ci/siapkan uji (memasang paket postgresql)."
USER = "postgres"
OWNER = "sipokat"
"""Who owns the databases of the tests, as in the recipes: PostgreSQL's row-level security binds no superuser."""
START_S = 60
SORTS = os.environ.get("SIPOKAT_UJI_URUTAN", "")
"""The locale of ICU by which all databases sort, for a city that did not keep to the recipes (they say C)."""


class PostgresGagal(Exception):
    """PostgreSQL is missing or did not start; the text says what to do."""


def programs() -> Path:
    """Return the folder with ``initdb`` and ``postgres``, of the newest version; raise PostgresGagal."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    plain = shutil.which("initdb")
    if not found and not plain:
        raise PostgresGagal(TIDAK_ADA)
    return found[-1].parent if found else Path(plain or "").resolve().parent


def url(folder: Path, controller: int) -> str:
    """Return the URL of the server of ``folder``; the first caller starts it, the others wait for it.

    The server lives until the process ``controller`` has ended. Raises PostgresGagal.
    """
    ready, said = folder / "url", folder / "gagal"
    with (folder / "kunci").open("w") as lock:
        flock(lock, LOCK_EX)
        if not ready.exists() and not said.exists():
            _detach(folder, controller)
        end = time.monotonic() + START_S
        while not ready.exists() and not said.exists() and time.monotonic() < end:
            time.sleep(0.02)
    if not ready.exists():
        raise PostgresGagal(said.read_text() if said.exists() else f"PostgreSQL tidak menyala dalam {START_S} detik.")
    return ready.read_text()


def _detach(folder: Path, controller: int) -> None:
    command = [sys.executable, "-m", "tests.postgres", str(folder), str(controller)]
    root = Path(__file__).resolve().parents[1]
    with (folder / "log").open("ab") as out:
        subprocess.run(
            command, cwd=root, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True, check=True
        )


@contextmanager
def database(server: str) -> Iterator[str]:
    """Make a fresh database on the server and yield its URL; it is dropped afterwards."""
    name = f"uji_{uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as con:
        con.execute(f"CREATE DATABASE {name} OWNER {OWNER}")
    try:
        yield f"{_owned(server)}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as con:
            con.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _owned(server: str) -> str:
    return server.replace(f"{USER}@", f"{OWNER}@", 1)


def administered(address: str) -> str:
    """Return the URL of a test's database for whoever administers the server, not the database's owner."""
    return address.replace(f"{OWNER}@", f"{USER}@", 1)


def emptied(address: str) -> None:
    """Make the prepared city database at ``address`` empty again: every row goes, and whoever is still connected.

    A new database costs twenty times as much.
    """
    with psycopg.connect(address, options="-c sipokat.baca=* -c sipokat.tulis=*") as con:
        con.execute(
            """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"""
        )
        for (name,) in con.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        ).fetchall():
            con.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))


def _account() -> pwd.struct_passwd | None:
    """Return the account that PostgreSQL runs as when we are root: it refuses to run as root."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _run(command: list[str], *, log: Path, home: Path) -> subprocess.Popen[bytes]:
    account = _account()
    with log.open("ab") as out:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=home,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
            user=account.pw_uid if account else None, group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
        )  # fmt: skip


def _prepare(home: Path, log: Path) -> None:
    home.mkdir()
    account = _account()
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
        home.parent.chmod(0o711)
    command = [str(programs() / "initdb"), "-D", str(home / "data"), "-U", USER, "-A", "trust", "-E", "UTF8",
               "--locale=C", "--no-instructions"]  # fmt: skip
    if SORTS:
        command += ["--locale-provider=icu", f"--icu-locale={SORTS}"]
    if _run(command, log=log, home=home).wait():
        raise PostgresGagal(f"initdb gagal:\n{log.read_text()}")


def _start(home: Path, log: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start on a free port; another program may take it first, so a few are tried."""
    for _ in range(5):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "on",
                    "synchronous_commit": "on", "max_connections": 100}  # fmt: skip
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        server = _run([str(programs() / "postgres"), "-D", str(home / "data"), *options], log=log, home=home)
        address = f"postgresql://{USER}@127.0.0.1:{port}"
        if _answers(server, address):
            return server, address
        server.kill()
        server.wait()
    raise PostgresGagal(f"PostgreSQL tidak menyala:\n{log.read_text()}")


def _answers(server: subprocess.Popen[bytes], address: str) -> bool:
    end = time.monotonic() + START_S / 3
    while server.poll() is None and time.monotonic() < end:
        try:
            with psycopg.connect(f"{address}/postgres", connect_timeout=5) as con:
                con.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return True
    return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main(folder: Path, controller: int) -> None:
    """Keep the server running until the process ``controller`` is gone, then remove ``folder``."""
    log, home = folder / "log", folder / "pg"
    try:
        _prepare(home, log)
        server, address = _start(home, log)
    except (PostgresGagal, OSError) as exc:
        (folder / "gagal").write_text(str(exc))
        return
    temp = folder / "url.baru"
    temp.write_text(address)
    temp.rename(folder / "url")
    while _alive(controller) and server.poll() is None and not (folder / "berhenti").exists():
        time.sleep(0.2)
    server.send_signal(signal.SIGINT)
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if os.fork() == 0:
        main(Path(sys.argv[1]), int(sys.argv[2]))
