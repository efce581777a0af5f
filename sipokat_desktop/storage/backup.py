"""Backups that count only after they were opened and compared; locked as the store is."""

from __future__ import annotations

import os
from base64 import b64decode
from contextlib import closing, suppress
from pathlib import Path

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.progress import Progress, between, quiet

from . import engine, keys, rotation, sealed, secondplace, sqlite
from . import relock as locks
from .durable import settle
from .identity import write_atomically
from .sealed import Label
from .store import Store

LAST = "cadangan_terakhir"
DAILY_MS = 20 * 3600 * 1000
"""A backup older than this is followed by the next one in the first quiet moment."""
WHOLE, PAGES = 100, 1024
"""A backup is told of in hundredths; so many pages (4 MB) are copied between two reports."""
MANY = 20
"""An import of more rows than this begins with a backup."""


def due(store: Store) -> bool:
    """Tell whether the last backup is too old; a clock that was turned back makes one due as well."""
    return abs(store.clock() - int(store.setting(LAST, "0"))) > DAILY_MS


def before_import(store: Store, rows: int) -> None:
    """Make a backup before an import that writes so many rows, where they are many; raises as :func:`make`.

    The city's own offices (keputusan/0043) have no key: the city backs its database up itself.
    """
    if rows > MANY and store.key is not None:
        make(store)


def make(store: Store, target: Path | None = None, *, spare: Path | None = None, maju: Progress = quiet) -> Path:
    """Write a backup, open it, compare it with the store, and only then give it its name.

    Without ``target`` it goes into ``cadangan/``, of which some are kept (:mod:`rotation`; ``spare`` always), and into
    the second place. It is locked with the key of the store, and the recovery code of today opens it on any computer.
    Raises Gangguan when it cannot be written or does not match, Rusak where that is so because the store is damaged.
    ``maju`` hears of hundredths until the backup has its name; where it raises, no part of one is left.
    """
    folder = store.folder / "cadangan"
    path = target or _free(folder, store.clock())
    temp = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _copy(store, temp, maju)
        os.replace(temp, path)
        settle(path)
    except (OSError, sqlite.Error) as exc:
        if isinstance(exc, sqlite.Error) and not engine.whole(store.path, store.key):
            raise engine.damaged(store.path, ValueError("a page")) from exc
        raise Gangguan(
            f"Cadangan {path.name} tidak dapat dibuat.", "Periksa ruang disk atau pilih tempat lain."
        ) from exc
    finally:
        with suppress(OSError):
            temp.unlink()
    if target is None:
        also = (spare,) if spare else ()
        rotation.rotate(folder, path, *also)
        secondplace.copy(store.folder, path, store.clock(), *also)
    store.set_setting(LAST, str(store.clock()))
    return path


def _free(folder: Path, now: int) -> Path:
    """Return the name of a backup made ``now`` (UTC ms); of two within one second the second is given a later one."""
    while (path := folder / f"sipokat-{tanggal.wib(now):%Y%m%d-%H%M%S}.sipokat").exists():
        now += 1000
    return path


def _copy(store: Store, temp: Path, maju: Progress) -> None:
    """Copy the store as it is at one moment, compare both, and seal the copy."""
    temp.unlink(missing_ok=True)
    with closing(sqlite.connect(temp)) as copy, closing(engine.open_reader(store.path, store.key)) as source:
        engine.unlock(copy, store.key)
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment: held from the first read on
        copied = between(maju, 0, 50, WHOLE)
        source.backup(copy, pages=PAGES, progress=lambda _state, left, total: copied(total - left, total))
        copy.execute("PRAGMA journal_mode=DELETE")
        _compare(source, copy, between(maju, 50, WHOLE - 1, WHOLE))
    content = sealed.close(temp.read_bytes(), label(store.folder, store.key))
    with open(temp, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


_compare = locks.compare


def label(folder: Path, key: bytes | None) -> Label:
    """Return what a backup of the store in ``folder`` says of the key that it is locked with."""
    known = keys.load(folder) if key else None
    if key is None or known is None:
        return Label()
    return sealed.label_of(known.mark, b64decode(known.box), known.boxed)


def relock(file: Path, key: bytes) -> None:
    """Lock a backup that a version before 0.2 left open; one that is none any more stays as it is.

    Raises OSError or sqlite.Error, nothing changed then.
    """
    try:
        data, told = sealed.read(file)
    except InputSalah:
        return
    if told.mark:
        return
    with (
        locks.fleeting(file.with_name(f".{file.name}.{os.getpid()}.lama")) as old,
        locks.fleeting(file.with_name(f".{file.name}.{os.getpid()}.baru")) as new,
    ):
        old.write_bytes(data)
        locks.copy(old, None, new, key)
        with locks.wiped(file):
            write_atomically(file, sealed.close(new.read_bytes(), label(file.parent.parent, key)))
