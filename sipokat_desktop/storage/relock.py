"""Gives a store another lock: a copy is made, compared row by row, and only then takes the place of the old file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.progress import Progress, between, quiet

from . import engine, keys, sqlite
from .durable import settle
from .photolock import BEGINS, PhotoLock
from .photos import FOLDER
from .shelf import write

GAGAL = "Data di komputer ini belum dapat dikunci. Data tetap utuh dan tidak diubah."
GAGAL_SARAN = "Periksa ruang disk, tutup jendela Sipokat yang lain, lalu buka lagi."
BLOCK = 1 << 20


def everything(folder: Path, key: bytes) -> None:
    """Lock what a version before 0.2 left open: photos, backups, replaced stores, the store itself as the last.

    Does nothing where the store is locked; begun anew where it was interrupted. Raises Gangguan when that fails:
    nothing is changed then that could not be read as before.
    """
    if not keys.is_plain(folder / keys.STORE):
        return
    from . import backup

    try:
        for photo in sorted((folder / FOLDER).glob("**/*.jpg")):
            _photo(photo, PhotoLock(key))
        for file in sorted((folder / "cadangan").glob("*.sipokat")):
            backup.relock(file, key)
        for kept in sorted(folder.glob("sebelum-pulih-*.db")):
            _kept(kept, key)
        store(folder / keys.STORE, key)
    except (OSError, sqlite.Error) as exc:
        raise Gangguan(GAGAL, GAGAL_SARAN) from exc


def store(path: Path, key: bytes) -> None:
    """Lock the open store at ``path``; raise OSError or sqlite.Error, nothing changed then."""
    temp = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        with closing(sqlite.connect(path, isolation_level=None)) as con:
            con.execute("PRAGMA journal_mode=DELETE")  # refused while another program has it open
            con.execute("BEGIN EXCLUSIVE")
            if not keys.is_plain(path):
                return
            con.execute("COMMIT")
            copy(path, None, temp, key)
            with wiped(path):
                os.replace(temp, path)
    finally:
        temp.unlink(missing_ok=True)


def copy(source: Path, old: bytes | None, target: Path, new: bytes | None) -> None:
    """Write the store at ``source``, locked with ``old``, to ``target``, locked with ``new``, and compare both.

    Raises OSError or sqlite.Error.
    """
    target.unlink(missing_ok=True)
    with closing(sqlite.connect(source, isolation_level=None)) as con:
        engine.unlock(con, old)
        con.execute("ATTACH DATABASE ? AS baru KEY ?", (str(target), f"x'{new.hex()}'" if new else ""))
        con.execute("SELECT sqlcipher_export('baru')")
        con.execute("DETACH DATABASE baru")
        with closing(sqlite.connect(target, isolation_level=None)) as made:
            engine.unlock(made, new)
            compare(con, made)
    with open(target, "rb+") as file:
        os.fsync(file.fileno())


def compare(source: sqlite.Connection, made: sqlite.Connection, maju: Progress = quiet) -> None:
    """Raise sqlite.DatabaseError unless ``made`` is whole and holds every row of ``source``; ``maju`` may stop it."""
    maju(0, 3)
    whole = made.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not whole or _content(made, between(maju, 1, 2, 3)) != _content(source, between(maju, 2, 3, 3)):
        raise sqlite.DatabaseError("the copy differs")


def _content(con: sqlite.Connection, maju: Progress) -> str:
    """Return a hash over every row of every table."""
    total = blake2b(digest_size=16)
    names = sorted(row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    for ke, name in enumerate(names):
        maju(ke, len(names))
        total.update(name.encode())
        for row in con.execute(f'SELECT * FROM "{name}"'):
            total.update(repr(tuple(row)).encode())
    return total.hexdigest()


def _photo(path: Path, lock: PhotoLock) -> None:
    content = path.read_bytes()
    if not content.startswith(BEGINS):
        with wiped(path):
            write(path, lock.seal(content))


def _kept(path: Path, key: bytes) -> None:
    """Lock a store that was replaced once; one that is damaged is locked as it is, byte for byte."""
    if not keys.is_plain(path):
        return
    try:
        store(path, key)
    except sqlite.Error:
        with wiped(path):
            write(path.with_suffix(".terkunci"), PhotoLock(key).seal(path.read_bytes()))
            path.unlink()


@contextmanager
def fleeting(path: Path) -> Iterator[Path]:
    """A file that is overwritten and removed at the end of the block, where it is there then."""
    try:
        yield path
    finally:
        if path.exists():
            with wiped(path):
                pass
            path.unlink()


class wiped:
    """What the file at ``path`` held when the block began is overwritten when it ends well: it has another one's place
    then, or none. Where the disk keeps old blocks elsewhere this is all that a program can do."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = open(path, "rb+")  # noqa: SIM115 — closed at the end of the block

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, _exc: object, _trace: object) -> None:
        with self._file as file, suppress(OSError):
            if kind is None:
                settle(self._path)  # first: else a power cut brings back the old name, and under it what is overwritten
                left = os.fstat(file.fileno()).st_size
                while left > 0:
                    left -= file.write(bytes(min(left, BLOCK)))
                file.flush()
                os.fsync(file.fileno())
