"""The floor of bench_sinkron: a minimal server that takes and gives rows, and the client's plain table.

``python -m tests.bench.sinkron_dasar DB_URL PORT``: gzip'd JSON over the same FastAPI and uvicorn as ours, one upsert
with ``executemany``, one commit.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import requests
import uvicorn
from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from sync.protocol import GZIP_LEVEL

Row = Sequence[str | int]
TABEL = """CREATE TABLE IF NOT EXISTS baris (
    id TEXT PRIMARY KEY, tbl TEXT, seq BIGINT, deleted INTEGER, doc TEXT, writers TEXT)"""
SIMPAN = """INSERT INTO baris (tbl, id, seq, deleted, doc, writers) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
    SET seq = excluded.seq, deleted = excluded.deleted, doc = excluded.doc, writers = excluded.writers"""
AMBIL = "SELECT tbl, id, seq, deleted, doc, writers FROM baris ORDER BY seq"


def lite(file: Path | str) -> sqlite3.Connection:
    """Open a SQLite file with our promises and the plain table."""
    con = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=30)
    con.execute("PRAGMA journal_mode=wal")
    con.execute("PRAGMA synchronous=FULL")
    con.execute(TABEL)
    return con


@contextmanager
def transaksi(con: sqlite3.Connection) -> Iterator[None]:
    """One transaction."""
    con.execute("BEGIN IMMEDIATE")
    yield
    con.execute("COMMIT")


class Gudang:
    """The rows on the server's side, in PostgreSQL or SQLite; connections stay open, on PostgreSQL one a thread."""

    def __init__(self, url: str) -> None:
        self._lite = lite(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else None
        self._url, self._utas = url, threading.local()
        if self._pg:
            self._pg.execute(TABEL)

    @property
    def _pg(self) -> psycopg.Connection[tuple[str | int, ...]] | None:
        if self._lite:
            return None
        con: psycopg.Connection[tuple[str | int, ...]] | None = getattr(self._utas, "con", None)
        if con is None:
            con = self._utas.con = psycopg.connect(self._url, autocommit=True)
        return con

    def simpan(self, rows: Sequence[Row]) -> None:
        """Insert or replace rows in one transaction."""
        if self._lite:
            with transaksi(self._lite):
                self._lite.executemany(SIMPAN, rows)
        elif self._pg:
            with self._pg.transaction(), self._pg.cursor() as cursor:
                cursor.executemany(SIMPAN.replace("?", "%s"), rows)

    def kosongkan(self) -> None:
        """Forget every row."""
        (self._lite or self._pg).execute("DELETE FROM baris")  # type: ignore[union-attr]

    def ambil(self) -> list[tuple[str | int, ...]]:
        """Return every row."""
        if self._lite:
            return self._lite.execute(AMBIL).fetchall()
        return self._pg.execute(AMBIL).fetchall() if self._pg else []


def aplikasi(url: str) -> FastAPI:
    """The minimal server."""
    app, gudang = FastAPI(), Gudang(url)

    @app.post("/baris")
    async def simpan(request: Request) -> dict[str, int]:
        rows = json.loads(gzip.decompress(await request.body()))
        await run_in_threadpool(gudang.simpan, rows)
        return {"jumlah": len(rows)}

    @app.get("/baris")
    def ambil() -> Response:
        body = gzip.compress(json.dumps(gudang.ambil(), ensure_ascii=False).encode(), compresslevel=GZIP_LEVEL)
        return Response(body, media_type="application/json", headers={"Content-Encoding": "gzip"})

    @app.delete("/baris")
    def kosongkan() -> None:
        gudang.kosongkan()

    return app


def kosongkan(alamat: str) -> None:
    """Let the server forget every row."""
    requests.delete(f"{alamat}/baris", timeout=60).raise_for_status()


def kirim(alamat: str, rows: Sequence[Row]) -> None:
    """One post of ``rows``."""
    body = gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), compresslevel=GZIP_LEVEL)
    with requests.Session() as sesi:
        jawab = sesi.post(f"{alamat}/baris", data=body, headers={"Content-Encoding": "gzip"}, timeout=60)
    assert jawab.json() == {"jumlah": len(rows)}


def terima(alamat: str, file: Path) -> int:
    """One get of all rows into a new SQLite file; returns how many it holds."""
    with requests.Session() as sesi:
        rows = sesi.get(f"{alamat}/baris", timeout=60).json()
    con = lite(file)
    with transaksi(con):
        con.executemany(SIMPAN, rows)
    jumlah = int(con.execute("SELECT count(*) FROM baris").fetchone()[0])
    con.close()
    return jumlah


if __name__ == "__main__":
    uvicorn.run(aplikasi(sys.argv[1]), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning", access_log=False)
