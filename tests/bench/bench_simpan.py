"""How fast one change is saved for good: row, op and history in one transaction, against one plain sqlite3 INSERT.

Run: python -m tests.bench.bench_simpan
"""

from __future__ import annotations

import gc
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import count, cycle
from pathlib import Path

from sipokat_desktop import unlock
from sipokat_desktop.storage import engine, sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor

from .ukur import Hasil, banding, bergantian, cetak

PUTARAN = 1500
Waktu = tuple[float, float]
"""Seconds on the wall and of CPU, every thread of this process counted."""


def kita(store: Store) -> Callable[[], Waktu]:
    """Change one field of one person after the other, as :mod:`sipokat_desktop.modules.rt.ops` does."""
    semua = cycle([str(row[0]) for row in store.reader().execute("SELECT id FROM rt_orang")])
    nomor = count(81_200_000_000)

    def simpan() -> Waktu:
        hp, orang = f"0{next(nomor)}", next(semua)

        def work(tx: Tx) -> None:
            tx.update("rt_orang", orang, {"hp": hp})

        return _diukur(lambda: store.write("rt.ubah", work))

    return simpan


def dasar(con: sqlite3.Connection) -> Callable[[], Waktu]:
    """Insert one row of the same size in its own durable transaction."""
    nomor = count()

    def simpan() -> Waktu:
        ke = next(nomor)
        row = (f"{ke:032x}", kantor.KELURAHAN, f"Ketua {ke}", kantor.nik(1), f"08{ke:010d}", "Jalan Contoh 1")
        return _diukur(lambda: con.execute("INSERT INTO orang VALUES (?, ?, ?, ?, ?, ?)", row))

    return simpan


def _diukur(kerja: Callable[[], object]) -> Waktu:
    dinding, cpu = time.perf_counter(), time.process_time()
    kerja()
    return time.perf_counter() - dinding, time.process_time() - cpu


def polos(folder: Path) -> sqlite3.Connection:
    """A database file beside ours with the same promises, open to everybody."""
    return _disiapkan(sqlite3.connect(folder / "polos.db", isolation_level=None))


def terkunci(folder: Path, key: bytes | None) -> sqlite3.Connection:
    """A database file beside ours with the same promises and the same lock."""
    con = sqlite.connect(folder / "terkunci.db", isolation_level=None)
    engine.unlock(con, key)
    return _disiapkan(con)


def _disiapkan(con: sqlite3.Connection) -> sqlite3.Connection:
    con.execute("PRAGMA journal_mode=wal")
    con.execute("PRAGMA synchronous=FULL")
    con.execute(
        """CREATE TABLE orang (id TEXT PRIMARY KEY, lingkup TEXT NOT NULL, nama TEXT, nik TEXT, hp TEXT, alamat TEXT)
           STRICT"""
    )
    return con


def periksa(store: Store, con: sqlite3.Connection, putaran: int) -> None:
    """Both sides keep every round, with the same promises; ours also its op, its history and an unbroken chain."""
    janji = ("journal_mode", "synchronous")
    assert [con.execute(f"PRAGMA {p}").fetchone()[0] for p in janji] == ["wal", 2]
    assert store.local(lambda c: [c.execute(f"PRAGMA {p}").fetchone()[0] for p in janji]) == ["wal", 2]
    assert con.execute("SELECT count(*) FROM orang").fetchone()[0] == putaran
    ubah = "SELECT count(*) FROM {} WHERE {} = 'rt.ubah'"
    pembaca = store.reader()
    assert pembaca.execute(ubah.format("riwayat", "act")).fetchone()[0] == putaran
    assert pembaca.execute(ubah.format("sync_op", "json_extract(body, '$.act')")).fetchone()[0] == putaran
    assert kantor.rantai_utuh(store)
    assert kantor.satu_kesatuan(store)


def ukur(putaran: int = PUTARAN) -> list[Hasil]:
    """Return the lines of the table: against a plain file, and against one that is locked as ours is."""
    catatan = "satu isian satu baris: baris + op + riwayat, FULL, terkunci; dasar satu INSERT, FULL"
    a, b = _lawan(lambda store: polos(store.folder), putaran)
    c, d = _lawan(lambda store: terkunci(store.folder, store.key), putaran)
    nama, sama = "Simpan satu perubahan", f"{catatan}, terkunci juga"
    return [
        banding(f"{nama}, waktu", [x[0] for x in a], [x[0] for x in b], tujuan=2.0, catatan=catatan),
        banding(f"{nama}, CPU", [x[1] for x in a], [x[1] for x in b], tujuan=None, catatan=catatan),
        banding(f"{nama}, waktu, dasar terkunci", [x[0] for x in c], [x[0] for x in d], tujuan=2.0, catatan=sama),
        banding(f"{nama}, CPU, dasar terkunci", [x[1] for x in c], [x[1] for x in d], tujuan=None, catatan=sama),
    ]


def _lawan(
    buat: Callable[[Store], sqlite3.Connection], putaran: int
) -> tuple[list[Waktu], list[Waktu]]:  # fmt: skip
    with ExitStack() as akhir:
        folder = Path(akhir.enter_context(tempfile.TemporaryDirectory(prefix="sipokat-bench-")))
        with closing(unlock.store(folder)) as baru:
            kantor.isi_rt(baru, 12)
        store = akhir.enter_context(
            closing(unlock.store(folder))
        )  # opened again, as an office's is but on its first day
        con = akhir.enter_context(closing(buat(store)))
        gc.collect()
        gc.disable()
        try:
            hasil = bergantian(kita(store), dasar(con), putaran)
        finally:
            gc.enable()
        periksa(store, con, putaran)
        return hasil


if __name__ == "__main__":
    cetak(ukur())
