"""A restore that loses nothing newer: what the city has not answered is carried over into a new incarnation."""

from __future__ import annotations

import json
import os
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple

from . import backup, backups, engine, keys, migrate, oplog, recovery, relock, salvage, sealed, sqlite
from .durable import settle
from .identity import write_atomically
from .manifest import Schema, tables_of
from .salvage import ACT, BODY, HISTORY, Unsent
from .store import Store

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields

LEBIH_BARU = "Cadangan {nama} dibuat oleh Sipokat yang lebih baru. Data di komputer ini tidak diubah."
KANTOR_LAIN = "Cadangan {nama} milik {kantor}. Data di komputer ini tidak diubah."
TIDAK_ADA = "Berkas cadangan {nama} tidak ditemukan. Data di komputer ini tidak diubah."
TAK_TERBUKA = "Cadangan {nama} belum dapat dibuka. Data di komputer ini tidak diubah."
BUTUH_KODE = (
    "Cadangan {nama} dikunci di komputer lain. Masukkan kode pemulihan yang berlaku ketika cadangan itu dibuat. "
    "Data di komputer ini tidak diubah."
)
TANPA_KODE = (
    "Cadangan {nama} dikunci di komputer lain sebelum ada kode pemulihan, jadi hanya dapat dibuka di komputer itu. "
    "Data di komputer ini tidak diubah."
)


def restore(
    folder: Path, modules: tuple[Schema, ...], file: Path, *, key: bytes | None = None, code: str = ""
) -> int:  # fmt: skip
    """Put a backup in the place of the store in ``folder``, locked with ``key`` from then on.

    The replaced store is kept beside it, and every change in it that the city has not answered is
    carried over into a new incarnation. Returns how many were. ``code``: the recovery code, for a backup of another
    computer. Raises InputSalah (field "kode") where that is needed, InputSalah for a bad backup, and
    Gangguan while another program has the store open: nothing is changed then.
    """
    here = folder / keys.STORE
    if not file.is_file():
        raise InputSalah("berkas", TIDAK_ADA.format(nama=file.name))
    try:
        with _unpacked(file, folder, key, code) as ready:
            _check(ready, key, file, modules, here)
            kept = _set_aside(here, key) if here.exists() else None
            known = backups.chosen(file)
            _note(folder / engine.RESTORING, kept)
            os.replace(ready, here)
            settle(here)
    except OSError as exc:
        raise Gangguan("Pemulihan tidak dapat diselesaikan.", "Periksa ruang disk; data lama masih ada.") from exc
    return complete(folder, modules, key=key, made=known.made if known else 0)


def complete(folder: Path, modules: tuple[Schema, ...], *, key: bytes | None = None, made: int = 0) -> int:
    """Carry over what the city has not answered from the store that :func:`restore` kept, also where the computer was
    switched off before that; returns how many changes. ``RESTORING`` lies in ``folder``; ``made``: when the backup was
    (UTC ms, 0: unknown), for it is the last one of this store."""
    note = folder / engine.RESTORING
    kept = note.read_text(encoding="utf-8").split()
    found = [salvage.unsent(folder / name, key) for name in kept]
    salvage.note(folder / keys.STORE, [one.told(name) for one, name in zip(found, kept, strict=True)])
    with closing(Store(folder, modules, key=key)) as store:
        new = store.identity.renewed()
        count = store.transact(lambda con: sum([_carry(con, new.inc, unsent) for unsent in found or [Unsent()]]))
        store.save_identity(store.identity._replace(inc=new.inc))
        if made:
            store.set_setting(backup.LAST, str(made))
    note.unlink()
    return count


def _note(note: Path, kept: Path | None) -> None:
    """Note which stores hold what is to be carried over, those of a restore that was cut off before too."""
    before = note.read_text(encoding="utf-8").split() if note.exists() else []
    write_atomically(note, "\n".join([*before, *([kept.name] if kept else [])]).encode())


class Inside(NamedTuple):
    """What a backup holds: rows per kind (label, in the backup, here; -1 where the store here is damaged), and how many
    changes that the city has not answered are here and not in it: those are kept. ``unread``: what of them cannot be
    read, in words; empty where all can."""

    rows: tuple[tuple[str, int, int], ...]
    carried: int
    unread: str


def look(folder: Path, modules: tuple[Schema, ...], file: Path, *, key: bytes | None = None, code: str = "") -> Inside:
    """Return what :func:`restore` would bring; changes nothing and raises as that does."""
    here = folder / keys.STORE
    if not file.is_file():
        raise InputSalah("berkas", TIDAK_ADA.format(nama=file.name))
    try:
        with _unpacked(file, folder, key, code) as ready:
            _check(ready, key, file, modules, here)
            there, known = _counted(ready, key, modules)
    except OSError as exc:
        raise Gangguan(TAK_TERBUKA.format(nama=file.name), "Periksa ruang disk, lalu coba lagi.") from exc
    present, _ = _counted(here, key, modules)
    unsent = salvage.unsent(here, key)
    carried = sum(str(op[0]) not in known for op in unsent.ops)
    rows = ((label, count, present.get(label, -1)) for label, count in there.items())
    return Inside(tuple(row for row in rows if row[1] or row[2] > 0), carried, unsent.told(_kept(here).name))


def _counted(path: Path, key: bytes | None, modules: tuple[Schema, ...]) -> tuple[dict[str, int], set[str]]:
    """Return how many rows of each kind a store holds (a damaged one: as far as it can be read), and its ops."""
    found: dict[str, int] = {}
    ops: set[str] = set()
    if not path.exists():
        return found, ops
    with suppress(sqlite.DatabaseError, ValueError), closing(sqlite.connect(path)) as con:
        engine.unlock(con, key)
        ops.update(str(row[0]) for row in con.execute("SELECT op_id FROM sync_op"))
        there = {row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for name, table in tables_of(modules).items():
            if name in there:
                count = con.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                found[table.label] = found.get(table.label, 0) + count
    return found, ops


@contextmanager
def _unpacked(file: Path, folder: Path, key: bytes | None, code: str) -> Iterator[Path]:
    """Lay the store of a backup into ``folder``, locked with ``key``; what is left of it at the end goes."""
    data, label = sealed.read(file)
    old = _key_of(label, file, key, code)
    folder.mkdir(parents=True, exist_ok=True)
    name = f".pulih-{new_id()}"
    with relock.fleeting(folder / f"{name}.lama") as found, relock.fleeting(folder / f"{name}.baru") as ready:
        with open(found, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if old == key:
            os.replace(found, ready)
        else:
            try:
                relock.copy(found, old, ready, key)
            except sqlite.Error as exc:
                raise _bad(file) from exc
        yield ready


def _key_of(label: sealed.Label, file: Path, key: bytes | None, code: str) -> bytes | None:
    """Return the key that a backup is locked with; raise InputSalah where it takes the recovery code."""
    if not label.mark:
        return None
    if key and keys.mark(key) == label.mark:
        return key
    if not label.box:
        raise InputSalah("berkas", TANPA_KODE.format(nama=file.name))
    if not code:
        raise InputSalah("kode", BUTUH_KODE.format(nama=file.name))
    return recovery.unseal(b64decode(label.box), code)


def _set_aside(here: Path, key: bytes | None) -> Path:
    """Keep a copy of the store, its log included, so that the file can be replaced in one step; return it."""
    try:
        with closing(sqlite.connect(here, timeout=1)) as con:
            engine.unlock(con, key)
            con.execute("PRAGMA journal_mode=DELETE")
    except sqlite.OperationalError as exc:
        raise engine.damaged(here, exc) from exc
    except sqlite.DatabaseError:
        damaged = True
    else:
        damaged = False
    kept = _kept(here)
    _copied(here, kept)
    for suffix in ("-wal", "-shm"):
        log = here.with_name(here.name + suffix)
        if damaged and log.exists():
            _copied(log, kept.with_name(kept.name + suffix))
        log.unlink(missing_ok=True)
    return kept


def _kept(here: Path) -> Path:
    """Return where the store at ``here`` is kept when a backup takes its place."""
    number = len(list(here.parent.glob("sebelum-pulih-*.db"))) + 1
    return here.with_name(f"sebelum-pulih-{number:03d}.db")


def _copied(source: Path, target: Path) -> None:
    """Copy a file and wait until it is on the disk."""
    shutil.copy2(source, target)
    with open(target, "rb+") as file:
        os.fsync(file.fileno())
    settle(target)


def _check(ready: Path, key: bytes | None, file: Path, modules: tuple[Schema, ...], here: Path) -> None:
    """Raise InputSalah when the unpacked store must not take the place of ``here``."""
    wanted = {module.name: module.version for module in modules}
    try:
        with closing(sqlite.connect(ready)) as con:
            engine.unlock(con, key)
            if con.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise _bad(file)
            versions = migrate.applied(con)
            scope = _scope(con)
    except (sqlite.Error, UnicodeDecodeError) as exc:
        raise _bad(file) from exc
    if any(count > wanted.get(name, 0) for name, count in versions.items()):
        raise InputSalah("berkas", LEBIH_BARU.format(nama=file.name))
    if here.exists():
        with closing(sqlite.connect(here)) as con:
            engine.unlock(con, key)
            mine = _scope(con)
        if scope and mine and scope != mine:
            raise InputSalah("berkas", KANTOR_LAIN.format(nama=file.name, kantor=wilayah.nama_kantor(scope)))


def _bad(file: Path) -> InputSalah:
    return InputSalah("berkas", sealed.BUKAN_CADANGAN.format(nama=file.name))


def _scope(con: sqlite.Connection) -> str:
    try:
        row = con.execute("SELECT nilai FROM setelan WHERE kunci = 'lingkup'").fetchone()
    except (sqlite.DatabaseError, UnicodeDecodeError):
        return ""
    return str(row[0]) if row else ""


def _carry(con: sqlite.Connection, inc: str, unsent: Unsent) -> int:
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


def _replay(con: sqlite.Connection, table: str, row_id: str, scope: str, kind: str, fields: Fields) -> None:
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
