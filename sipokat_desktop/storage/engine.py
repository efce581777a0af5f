"""The one place where a connection to the store is opened, so that the engine can be switched here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan

from . import sqlite


class Rusak(Gangguan):
    """The store is damaged: a backup has to take its place."""


SUSPECTED = "rusak.catatan"
"""Lies beside a store in which a damaged page was met."""
RESTORING = "pulih.catatan"
"""Lies beside a store from before a backup takes its place until what the city has not answered was carried over; a
line for each store that was kept."""
UNREAD = "tak-terbaca.catatan"
"""Lies beside a store until it was told what could not be read of the one that it replaced."""
PULIHKAN = "Pulihkan dari cadangan: tutup lalu buka lagi Sipokat, atau sipokat pulihkan FILE."
BUSY_MS = 30_000
STATEMENTS = 1_000
"""Compiled statements that a connection keeps: more than the migrations of a new store leave behind, for the engine
gives up what was used least, and of a full memory that is what a save has just compiled (keputusan/0062)."""
_WRITER = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def _open(path: Path, key: bytes | None, *, query: str) -> sqlite.Connection:
    try:
        con = sqlite.connect(
            f"{path.absolute().as_uri()}?{query}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_MS / 1000,
            check_same_thread=False,
            cached_statements=STATEMENTS,
        )
    except sqlite.OperationalError as exc:
        raise Gangguan(
            f"Berkas data di {path.parent} tidak dapat dibuka.",
            "Periksa apakah folder itu ada dan boleh ditulisi, lalu buka lagi. Data tidak diubah.",
        ) from exc
    unlock(con, key)
    return con


def unlock(con: sqlite.Connection, key: bytes | None) -> None:
    """Give a connection the key of its file (32 bytes; None: the file is open to everybody).

    Whether it fits shows when the file is read first.
    """
    if key is not None:
        con.execute("PRAGMA cipher_log_level = NONE")
        con.execute(f"""PRAGMA key = "x'{key.hex()}'" """)


def open_writer(path: Path, key: bytes | None = None) -> sqlite.Connection:
    """Open (or create) the store for writing: WAL, every commit on the disk before it is reported.

    ``key`` as :func:`unlock` takes it. Raises Gangguan when the file cannot be opened or the disk refuses these
    promises.
    """
    con = _open(path, key, query="mode=rwc")
    try:
        for name, wanted in _WRITER.items():
            con.execute(f"PRAGMA {name}={wanted}")
            got = con.execute(f"PRAGMA {name}").fetchone()[0]
            if got != wanted:
                raise Gangguan(
                    f"Media penyimpanan menolak penyimpanan aman ({name}).", "Pindahkan data ke diska lokal."
                )
        con.execute("PRAGMA temp_store=MEMORY")
    except BaseException as exc:
        con.close()
        if isinstance(exc, (sqlite.DatabaseError, ValueError)):
            raise damaged(path, exc) from exc
        raise
    return con


def open_reader(path: Path, key: bytes | None = None, *, cache_kib: int = 0) -> sqlite.Connection:
    """Open the store for reading only; it never waits for the writer. ``cache_kib``: so much of it the connection may
    remember for itself (0: SQLite's own measure)."""
    con = _open(path, key, query="mode=ro")
    con.execute("PRAGMA query_only=ON")
    if cache_kib:
        con.execute(f"PRAGMA cache_size=-{cache_kib}")
    con.execute("PRAGMA temp_store=MEMORY")
    con.row_factory = sqlite.Row
    return con


def suspect(path: Path) -> None:
    """Note that the store at ``path`` was found damaged; where that cannot be written, it is found again."""
    with suppress(OSError):
        path.with_name(SUSPECTED).touch()


def suspected(path: Path, key: bytes | None) -> bool:
    """Tell whether the store at ``path`` was found damaged before and still is; reads all of it then."""
    note = path.with_name(SUSPECTED)
    if not note.exists():
        return False
    if path.exists() and not whole(path, key):
        return True
    with suppress(OSError):
        note.unlink()
    return False


def whole(path: Path, key: bytes | None) -> bool:
    """Tell whether every page of the store at ``path`` can be read; reads all of it."""
    with suppress(sqlite.DatabaseError, ValueError), closing(sqlite.connect(path)) as con:
        unlock(con, key)
        return bool(con.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    return False


class Immediate:
    """BEGIN IMMEDIATE … COMMIT, or ROLLBACK when the block raises."""

    def __init__(self, con: sqlite.Connection) -> None:
        self._con = con

    def __enter__(self) -> None:
        self._con.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, _exc: object, _trace: object) -> None:
        try:
            if kind is None:
                self._con.execute("COMMIT")
        finally:
            if self._con.in_transaction:
                self._con.execute("ROLLBACK")


@contextmanager
def snapshot(con: sqlite.Connection) -> Iterator[None]:
    """What is read inside the block is of one moment, whoever writes meanwhile."""
    if con.in_transaction:
        yield
        return
    con.execute("BEGIN")
    try:
        yield
    finally:
        con.execute("ROLLBACK")


def damaged(path: Path, exc: sqlite.Error | ValueError) -> Gangguan:
    """Say in words why the store could not be read or written; a ValueError is text that is none any more.

    Of a damaged one it is noted beside it, so that the next opening reads it whole (:func:`suspected`).
    """
    text = str(exc)
    if "locked" in text or "busy" in text:
        return Gangguan("Data sedang dipakai program lain.", "Tutup jendela Sipokat yang lain, lalu coba lagi.")
    if "full" in text:
        return Gangguan("Belum tersimpan: ruang disk habis.", "Kosongkan sedikit ruang disk, lalu simpan lagi.")
    if "readonly" in text or "read-only" in text:
        return Gangguan("Belum tersimpan: folder data tidak boleh ditulisi.", "Minta petugas IT memberi izin tulis.")
    if isinstance(exc, ValueError) or any(word in text for word in ("malformed", "not a database", "decode")):
        suspect(path)
        return Rusak(
            f"Berkas data {path.name} rusak dan tidak dipakai.",
            PULIHKAN,
        )
    return Gangguan("Media penyimpanan bermasalah.", "Coba lagi; bila berulang, buat cadangan dan hubungi petugas IT.")
