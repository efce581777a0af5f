"""A kelurahan of 528 RT whose list is drawn up and made into a PDF; the floor writes the same rows bare."""

from __future__ import annotations

import time
from pathlib import Path
from sqlite3 import Connection

from sipokat_desktop import unlock
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops, prints, queries, rules
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN, SEKARANG

RT = 528


def buat(folder: Path) -> Store:
    """Open a store with 528 heads of RT and a tariff, and no list yet."""
    store = unlock.store(folder, clock=lambda: SEKARANG)
    store.transact(_isi)
    rows = rules.baris_tarif(
        KELURAHAN, nama="Insentif Ketua RT", jumlah=550_000, mulai="2026-01", dasar_hukum="SK 1/2026", pajak=0
    )
    ops.simpan_tarif(store, KELURAHAN, rows)
    return store


def _isi(con: Connection) -> None:
    semua = range(1, RT + 1)
    con.executemany(
        "INSERT INTO rt_jabatan (id, lingkup, nomor) VALUES (?, ?, ?)",
        [(f"j{n}", KELURAHAN, f"{n:03d}") for n in semua],
    )
    con.executemany(
        "INSERT INTO rt_orang (id, lingkup, nama) VALUES (?, ?, ?)", [(f"o{n}", KELURAHAN, f"Ketua {n}") for n in semua]
    )
    con.executemany(
        """INSERT INTO rt_masa (id, lingkup, jabatan_id, orang_id, tmt, sk_nomor, sk_tanggal)
           VALUES (?, ?, ?, ?, '2024-01-01', '141/1', '2023-12-20')""",
        [(f"m{n}", KELURAHAN, f"j{n}", f"o{n}") for n in semua],
    )


def kita(store: Store, kode: str) -> float:
    """Seconds to draw up the list of a period, lock it and make the PDF."""
    mulai = time.perf_counter()
    nomor = ops.susun(store, KELURAHAN, periode.baca(kode)).value
    ops.kunci(store, nomor, lurah="Lurah")
    isi = prints.pratinjau(store.reader(), nomor, sekarang=SEKARANG, kertas="F4")
    lewat = time.perf_counter() - mulai
    assert isi.startswith(b"%PDF")
    assert queries.cari_daftar(store.reader(), nomor).total == RT * 1_650_000
    return lewat
