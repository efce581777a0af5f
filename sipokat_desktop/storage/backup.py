"""Backups that count only after they were opened and compared, and a restore that loses nothing newer."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import Gangguan, InputSalah

from . import engine, migrate, oplog
from .manifest import Module
from .store import Store

KEEP = 14
LAST = "cadangan_terakhir"
BUKAN_CADANGAN = "Berkas {nama} bukan cadangan Sipokat yang utuh. Data di komputer ini tidak diubah."
LEBIH_BARU = "Cadangan {nama} dibuat oleh Sipokat yang lebih baru. Data di komputer ini tidak diubah."
KELURAHAN_LAIN = "Cadangan {nama} milik kelurahan lain. Data di komputer ini tidak diubah."
TIDAK_ADA = "Berkas cadangan {nama} tidak ditemukan. Data di komputer ini tidak diubah."


def make(store: Store, target: Path | None = None) -> Path:
    """Write a backup, open it, compare it with the store, and only then give it its name.

    Without ``target`` it goes into ``cadangan/``, of which the newest 14 are kept.
    Raises Gangguan when it cannot be written or does not match.
    """
    folder = store.folder / "cadangan"
    stamp = tanggal.wib(store.clock()).strftime("%Y%m%d-%H%M%S")
    path = target or folder / f"sipokat-{stamp}.sipokat"
    temp = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(temp)) as copy, closing(engine.open_reader(store.path)) as source:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _compare(source, copy)
        with open(temp, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(temp, path)
    except (OSError, sqlite3.Error) as exc:
        temp.unlink(missing_ok=True)
        raise Gangguan(f"Cadangan {path.name} tidak dapat dibuat.", "Periksa ruang disk atau pilih tempat lain.") from exc
    if target is None:
        for old in sorted(folder.glob("sipokat-*.sipokat"))[:-KEEP]:
            old.unlink(missing_ok=True)
    store.set_setting(LAST, str(store.clock()))
    return path


def _compare(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("backup damaged")
    names = [row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if tuple(copy.execute("SELECT inc, n, hash FROM rantai").fetchone()) == tuple(
        source.execute("SELECT inc, n, hash FROM rantai").fetchone()
    ):
        for name in names:
            query = f'SELECT count(*) FROM "{name}"'
            if copy.execute(query).fetchone()[0] != source.execute(query).fetchone()[0]:
                raise sqlite3.DatabaseError(f"backup differs in {name}")


def restore(folder: Path, modules: tuple[Module, ...], file: Path) -> int:
    """Put a backup in the place of the store in ``folder``, which no program may have open.

    The replaced store is kept beside it, and every change in it that the city has not answered is
    carried over. Returns how many were. Raises InputSalah for a bad backup: nothing is changed then.
    """
    here = folder / "sipokat.db"
    _check(file, modules, here)
    carried = _waiting_ops(here)
    fresh = folder / ".sipokat.pulih"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(file.read_bytes())
        if here.exists():
            number = len(list(folder.glob("sebelum-pulih-*.db"))) + 1
            _close_wal(here)
            os.replace(here, folder / f"sebelum-pulih-{number:03d}.db")
        os.replace(fresh, here)
    except OSError as exc:
        raise Gangguan("Pemulihan tidak dapat diselesaikan.", "Periksa ruang disk; data lama masih ada.") from exc
    store = Store(folder, modules)
    try:
        return store.transact(lambda con: _carry(con, store, carried))
    finally:
        store.close()


def _close_wal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as con:
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _check(file: Path, modules: tuple[Module, ...], here: Path) -> None:
    if not file.is_file():
        raise InputSalah("berkas", TIDAK_ADA.format(nama=file.name))
    wanted = {module.name: module.version for module in modules}
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as con:
            if con.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name))
            con.execute("SELECT inc, n, hash FROM rantai").fetchone()
            versions = migrate.applied(con)
            scope = _scope(con)
    except sqlite3.Error as exc:
        raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name)) from exc
    if any(count > wanted.get(name, 0) for name, count in versions.items()):
        raise InputSalah("berkas", LEBIH_BARU.format(nama=file.name))
    if here.exists():
        with closing(sqlite3.connect(here)) as con:
            mine = _scope(con)
        if scope and mine and scope != mine:
            raise InputSalah("berkas", KELURAHAN_LAIN.format(nama=file.name))


def _scope(con: sqlite3.Connection) -> str:
    try:
        row = con.execute("SELECT nilai FROM setelan WHERE kunci = 'lingkup'").fetchone()
    except sqlite3.DatabaseError:
        return ""
    return str(row[0]) if row else ""


def _waiting_ops(here: Path) -> list[tuple[str | int, ...]]:
    """Read the unanswered ops of the store that is about to be replaced; a damaged one gives what it can."""
    if not here.exists():
        return []
    try:
        with closing(sqlite3.connect(here)) as con:
            return con.execute(f"SELECT * FROM sync_op WHERE state IN {oplog.WAITING} ORDER BY hlc, n").fetchall()
    except sqlite3.DatabaseError:
        return []


def _carry(con: sqlite3.Connection, store: Store, ops: list[tuple[str | int, ...]]) -> int:
    count = 0
    for op in ops:
        if con.execute("SELECT 1 FROM sync_op WHERE op_id = ?", (op[0],)).fetchone():
            continue
        body = json.loads(str(op[9]))
        con.execute(
            f"INSERT INTO sync_op VALUES ({', '.join('?' * len(op))})", (*op[:2], f"pulih-{op[2]}", *op[3:])
        )
        _replay(con, body["table"], body["row"], body["scope"], body["kind"], body["fields"])
        count += 1
    oplog.rechain(con, store.identity.inc)
    return count


def _replay(con: sqlite3.Connection, table: str, row_id: str, scope: str, kind: str, fields: Fields) -> None:
    if kind == "delete":
        con.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    names = ["id", "lingkup", *fields]
    sets = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    con.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT (id) DO UPDATE SET {sets}",
        (row_id, scope, *fields.values()),
    )
