"""Backups that count only after they were opened and compared, and a restore that loses nothing newer."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import Gangguan, InputSalah

from . import engine, identity, migrate, oplog
from .manifest import Schema
from .store import Store

KEEP = 14
LAST = "cadangan_terakhir"
BUKAN_CADANGAN = "Berkas {nama} bukan cadangan Sipokat yang utuh. Data di komputer ini tidak diubah."
LEBIH_BARU = "Cadangan {nama} dibuat oleh Sipokat yang lebih baru. Data di komputer ini tidak diubah."
KANTOR_LAIN = "Cadangan {nama} milik {kantor}. Data di komputer ini tidak diubah."
TIDAK_ADA = "Berkas cadangan {nama} tidak ditemukan. Data di komputer ini tidak diubah."

SEAL = b"SIPOKAT1"
SEAL_BYTES = len(SEAL) + 32

Row = tuple[str | int, ...]
ACT, N, HLC, BODY = 1, 3, 5, 9
"""Places of these columns in a row of ``sync_op``."""

HISTORY = "act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah"


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
        _copy(store.path, temp)
        os.replace(temp, path)
    except (OSError, sqlite3.Error) as exc:
        with suppress(OSError):
            temp.unlink()
        raise Gangguan(
            f"Cadangan {path.name} tidak dapat dibuat.", "Periksa ruang disk atau pilih tempat lain."
        ) from exc
    if target is None:
        for old in sorted(folder.glob("sipokat-*.sipokat"))[:-KEEP]:
            old.unlink(missing_ok=True)
    store.set_setting(LAST, str(store.clock()))
    return path


def _copy(path: Path, temp: Path) -> None:
    """Copy the store as it is at one moment, compare both, and seal the copy."""
    temp.unlink(missing_ok=True)
    with closing(sqlite3.connect(temp)) as copy, closing(engine.open_reader(path)) as source:
        source.execute("BEGIN")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _compare(source, copy)
    with open(temp, "rb+") as file:
        file.write(_seal(file.read()))
        file.flush()
        os.fsync(file.fileno())


def _compare(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok" or _content(copy) != _content(source):
        raise sqlite3.DatabaseError("backup differs")


def _content(con: sqlite3.Connection) -> str:
    """Return a hash over every row of every table."""
    total = blake2b(digest_size=16)
    for name in sorted(row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")):
        total.update(name.encode())
        for row in con.execute(f'SELECT * FROM "{name}"'):
            total.update(repr(tuple(row)).encode())
    return total.hexdigest()


def restore(folder: Path, modules: tuple[Schema, ...], file: Path) -> int:
    """Put a backup in the place of the store in ``folder``.

    The replaced store is kept beside it, and every change in it that the city has not answered is
    carried over into a new incarnation. Returns how many were. Raises InputSalah for a bad backup and
    Gangguan while another program has the store open: nothing is changed then.
    """
    here = folder / "sipokat.db"
    data = _check(file, modules, here)
    unsent = _unsent(here)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if here.exists():
            _set_aside(here)
        identity.write_atomically(here, data)
    except OSError as exc:
        raise Gangguan("Pemulihan tidak dapat diselesaikan.", "Periksa ruang disk; data lama masih ada.") from exc
    with closing(Store(folder, modules)) as store:
        new = store.identity.renewed()
        count = store.transact(lambda con: _carry(con, new.inc, unsent))
        store.save_identity(new)
        return count


def _set_aside(here: Path) -> None:
    """Keep a copy of the store, its log included, so that the file can be replaced in one step."""
    try:
        with closing(sqlite3.connect(here, timeout=1)) as con:
            con.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as exc:
        raise engine.damaged(here, exc) from exc
    except sqlite3.DatabaseError:
        damaged = True
    else:
        damaged = False
    number = len(list(here.parent.glob("sebelum-pulih-*.db"))) + 1
    kept = here.with_name(f"sebelum-pulih-{number:03d}.db")
    shutil.copy2(here, kept)
    for suffix in ("-wal", "-shm"):
        log = here.with_name(here.name + suffix)
        if damaged and log.exists():
            shutil.copy2(log, kept.with_name(kept.name + suffix))
        log.unlink(missing_ok=True)


def _check(file: Path, modules: tuple[Schema, ...], here: Path) -> bytes:
    """Return the store that a backup holds; raise InputSalah when it must not take the place of ``here``."""
    if not file.is_file():
        raise InputSalah("berkas", TIDAK_ADA.format(nama=file.name))
    data = _unsealed(file)
    wanted = {module.name: module.version for module in modules}
    try:
        with closing(sqlite3.connect(":memory:")) as con:
            con.deserialize(data)
            if con.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name))
            versions = migrate.applied(con)
            scope = _scope(con)
    except (sqlite3.Error, UnicodeDecodeError) as exc:
        raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name)) from exc
    if any(count > wanted.get(name, 0) for name, count in versions.items()):
        raise InputSalah("berkas", LEBIH_BARU.format(nama=file.name))
    if here.exists():
        with closing(sqlite3.connect(here)) as con:
            mine = _scope(con)
        if scope and mine and scope != mine:
            raise InputSalah("berkas", KANTOR_LAIN.format(nama=file.name, kantor=wilayah.nama_kantor(scope)))
    return data


def _seal(data: bytes) -> bytes:
    """Return what ends a backup file: SQLite by itself does not notice each flipped bit."""
    return SEAL + blake2b(data, digest_size=32).digest()


def _unsealed(file: Path) -> bytes:
    content = b""
    with suppress(OSError):
        content = file.read_bytes()
    data = content[:-SEAL_BYTES]
    if not data or content[-SEAL_BYTES:] != _seal(data):
        raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name))
    return data


def _scope(con: sqlite3.Connection) -> str:
    try:
        row = con.execute("SELECT nilai FROM setelan WHERE kunci = 'lingkup'").fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return ""
    return str(row[0]) if row else ""


@dataclass(frozen=True, slots=True)
class _Unsent:
    """Rows of ``sync_op`` that the city has not answered, in order, and the history of their acts."""

    ops: list[Row] = field(default_factory=list)
    history: list[Row] = field(default_factory=list)


def _unsent(here: Path) -> _Unsent:
    """Read what the store that is about to be replaced has not sent; a damaged one gives what it can."""
    found = _Unsent()
    if not here.exists():
        return found
    with suppress(sqlite3.DatabaseError, ValueError), closing(sqlite3.connect(here)) as con:
        for op in con.execute(f"SELECT * FROM sync_op WHERE state IN {oplog.WAITING}"):
            json.loads(op[BODY])
            found.ops.append(op)
        acts = json.dumps([op[ACT] for op in found.ops])
        found.history.extend(
            con.execute(
                f"SELECT {HISTORY} FROM riwayat WHERE act_id IN (SELECT value FROM json_each(?)) ORDER BY no", (acts,)
            )
        )
    found.ops.sort(key=lambda op: (op[HLC], op[N]))
    return found


def _carry(con: sqlite3.Connection, inc: str, unsent: _Unsent) -> int:
    """Put the unsent ops on top of the restored rows and chain everything that waits anew as ``inc``."""
    known = {str(row[0]) for row in con.execute("SELECT op_id FROM sync_op")}
    missing = [op for op in unsent.ops if op[0] not in known]
    for op in missing:
        con.execute(f"INSERT INTO sync_op VALUES ({', '.join('?' * len(op))})", (*op[:2], f"pulih-{op[2]}", *op[3:]))
        body = json.loads(str(op[BODY]))
        _replay(con, body["table"], body["row"], body["scope"], body["kind"], body["fields"])
    acts = {op[ACT] for op in missing}
    con.executemany(
        f"INSERT INTO riwayat ({HISTORY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (entry for entry in unsent.history if entry[0] in acts),
    )
    oplog.rechain(con, inc)
    return len(missing)


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
