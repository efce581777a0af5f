"""How fast 528 and 100,000 posts are invited, read and withdrawn; plain rows in a plain table are the floor.

Run: python -m tests.bench.bench_mengundang
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from sipokat_desktop import unlock
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.storage import bulk
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.contoh_528 import KELURAHAN

from .ukur import Hasil, banding, bergantian, cetak

BANYAK = ((528, 5), (100_000, 1))
"""How many, and how often measured."""
HARI = date(2026, 3, 16)
_POLOS = "CREATE TABLE polos (id TEXT PRIMARY KEY, lingkup TEXT, kegiatan TEXT, jabatan TEXT, nama TEXT, kode TEXT)"


def waktu(kerja: Callable[[], object]) -> float:
    """Seconds of one run."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def ukur() -> list[Hasil]:
    """Measure both sizes."""
    hasil: list[Hasil] = []
    for banyak, kali in BANYAK:
        with tempfile.TemporaryDirectory() as folder, closing(unlock.store(Path(folder))) as store:
            store.write("uji.rt", partial(_isi, banyak=banyak))
            hasil += _satu(store, Path(folder), banyak, kali)
    return hasil


def _isi(tx: Tx, banyak: int) -> None:
    for ke, kode in enumerate(KELURAHAN):
        nomor = range(ke, banyak, len(KELURAHAN))
        isi: dict[str, list[tuple[str, Fields]]] = {
            "rt_jabatan": [(f"{kode}-j-{n}", {"nomor": f"{n % 999 + 1:02d}", "rw": f"{n // 999:02d}"}) for n in nomor],
            "rt_orang": [(f"{kode}-o-{n}", {"nama": f"Ketua {n}"}) for n in nomor],
            "rt_masa": [
                (f"{kode}-m-{n}", {"jabatan_id": f"{kode}-j-{n}", "orang_id": f"{kode}-o-{n}", "tmt": "2024-01-01"})
                for n in nomor
            ],
        }
        for tabel, rows in isi.items():
            bulk.insert_many(tx, tabel, rows, scope=kode, told=lambda _n: None, gone=frozenset())


def _satu(store: Store, folder: Path, banyak: int, kali: int) -> list[Hasil]:
    acara = _acara(store)

    def undang() -> float:
        nonlocal acara
        acara = _acara(store)
        return waktu(lambda: ops.undang(store, acara))

    with _dasar(store, folder, banyak) as (tulis, baca):
        con, n = store.reader(), f"{banyak:,}".replace(",", ".")
        catatan = "satu tindakan dengan riwayat dan antrean kirim; dasar: baris polos di tabel polos"
        hasil = [banding(f"Undang {n}", *bergantian(undang, tulis, kali), tujuan=None, catatan=catatan)]
        ada = queries.undangan(con, acara, hari=HARI)
        assert len(ada) == banyak
        kita, dasar = bergantian(lambda: waktu(lambda: queries.undangan(con, acara, hari=HARI)), baca, kali)
        hasil.append(banding(f"Daftar undangan {n}", kita, dasar, tujuan=None, catatan="dengan ketua hari acara"))
        tarik = waktu(lambda: ops.tarik(store, [u.undangan_id for u in ada]))
        lagi = waktu(lambda: ops.undang(store, acara))
        hasil.append(banding(f"Tarik {n}", [tarik], [tulis()], tujuan=None, catatan="semua sekaligus"))
        hasil.append(banding(f"Undang lagi {n}", [lagi], [tulis()], tujuan=None, catatan="sesudah ditarik"))
    return hasil


def _acara(store: Store) -> str:
    ada = len(queries.kegiatan(store.reader()))
    kegiatan_id = ops.simpan_kegiatan(store, "kota", {"nama": f"Bimtek {ada}"}).value
    ops.simpan_sesi(store, kegiatan_id, {"judul": "Pembukaan", "tanggal": HARI.isoformat(), "mulai": "08.00"})
    return kegiatan_id


@contextmanager
def _dasar(store: Store, folder: Path, banyak: int) -> Iterator[tuple[Callable[[], float], Callable[[], float]]]:
    """Open a plain file; yield what writes so many plain rows into it, and what reads them."""
    rows = store.reader().execute("SELECT id, lingkup, 'k', id, nomor, 'kode' FROM rt_jabatan LIMIT ?", (banyak,))
    isi = [tuple(row) for row in rows]
    with closing(sqlite3.connect(folder / "polos.db", isolation_level=None)) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute(_POLOS)

        def tulis() -> float:
            con.execute("DELETE FROM polos")
            mulai = time.perf_counter()
            con.execute("BEGIN")
            con.executemany("INSERT INTO polos VALUES (?, ?, ?, ?, ?, ?)", isi)
            con.execute("COMMIT")
            return time.perf_counter() - mulai

        yield tulis, lambda: waktu(con.execute("SELECT * FROM polos ORDER BY lingkup, nama").fetchall)


if __name__ == "__main__":
    cetak(ukur())
