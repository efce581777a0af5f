"""The one place where a connection to the store is opened, so that the engine can be switched here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan

BUSY_MS = 30_000
_WRITER = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def _open(path: Path, *, query: str, tries_ms: int = BUSY_MS) -> sqlite3.Connection:
    try:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?{query}",
            uri=True,
            isolation_level=None,
            timeout=tries_ms / 1000,
            check_same_thread=False,
        )
    except sqlite3.OperationalError as exc:
        raise Gangguan(
            f"Berkas data di {path.parent} tidak dapat dibuka.",
            "Periksa apakah folder itu ada dan boleh ditulisi, lalu buka lagi. Data tidak diubah.",
        ) from exc


def open_writer(path: Path) -> sqlite3.Connection:
    """Open (or create) the store for writing: WAL, every commit on the disk before it is reported.

    Raises Gangguan when the file cannot be opened or the disk refuses these promises.
    """
    con = _open(path, query="mode=rwc")
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
        if isinstance(exc, (sqlite3.DatabaseError, ValueError)):
            raise damaged(path, exc) from exc
        raise
    return con


def open_reader(path: Path, *, cache_kib: int = 0) -> sqlite3.Connection:
    """Open the store for reading only; it never waits for the writer. ``cache_kib``: so much of it the connection may
    remember for itself (0: SQLite's own measure)."""
    con = _open(path, query="mode=ro")
    con.execute("PRAGMA query_only=ON")
    if cache_kib:
        con.execute(f"PRAGMA cache_size=-{cache_kib}")
    con.execute("PRAGMA temp_store=MEMORY")
    con.row_factory = sqlite3.Row
    return con


@contextmanager
def snapshot(con: sqlite3.Connection) -> Iterator[None]:
    """What is read inside the block is of one moment, whoever writes meanwhile."""
    if con.in_transaction:
        yield
        return
    con.execute("BEGIN")
    try:
        yield
    finally:
        con.execute("ROLLBACK")


def damaged(path: Path, exc: sqlite3.Error | ValueError) -> Gangguan:
    """Say in words why the store could not be read or written; a ValueError is text that is none any more."""
    text = str(exc)
    if "locked" in text or "busy" in text:
        return Gangguan("Data sedang dipakai program lain.", "Tutup jendela Sipokat yang lain, lalu coba lagi.")
    if "full" in text:
        return Gangguan("Belum tersimpan: ruang disk habis.", "Kosongkan sedikit ruang disk, lalu simpan lagi.")
    if "readonly" in text or "read-only" in text:
        return Gangguan("Belum tersimpan: folder data tidak boleh ditulisi.", "Minta petugas IT memberi izin tulis.")
    if isinstance(exc, ValueError) or any(word in text for word in ("malformed", "not a database", "decode")):
        return Gangguan(
            f"Berkas data {path.name} rusak dan tidak dipakai.", "Pulihkan dari cadangan: sipokat pulihkan FILE."
        )
    return Gangguan("Media penyimpanan bermasalah.", "Coba lagi; bila berulang, buat cadangan dan hubungi petugas IT.")
