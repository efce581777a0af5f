"""Fills a store with an event to which every post is invited, and with marks, past the command layer (bench only)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop import unlock
from sipokat_desktop.kernel.ids import new_ids
from sipokat_desktop.modules.bimtek import ops, token

from . import tabel_isi

HARI = "2026-03-16"
DATANG = 0.6
"""The share of the invited that has come; one in forty of these is excused instead, some at two doors differ."""
Baris = tuple[str | int | None, ...]


class Acara(NamedTuple):
    """The event and its session."""

    kegiatan_id: str
    sesi_id: str


def siapkan(folder: Path, banyak: int) -> Acara:
    """Make the store of the city office's PC with so many posts, all invited, more than half of them recorded."""
    tabel_isi.siapkan(folder, banyak)
    with closing(unlock.store(folder)) as store:
        store.set_setting("lingkup", "kota")
        kegiatan_id = ops.simpan_kegiatan(store, "kota", {"nama": "Bimbingan Teknis Ketua RT"}).value
        sesi = {"judul": "Pembukaan", "tanggal": HARI, "mulai": "08:00", "selesai": "12:00"}
        acara = Acara(kegiatan_id, ops.simpan_sesi(store, kegiatan_id, sesi).value)
        store.transact(lambda con: _isi(con, acara))
        store.local(lambda con: con.execute("ANALYZE"))
    return acara


def _isi(con: sqlite3.Connection, acara: Acara) -> None:
    posts = con.execute(
        """SELECT j.id, j.lingkup, m.id, o.id, o.nama FROM rt_jabatan j LEFT JOIN rt_masa m ON m.jabatan_id = j.id
           LEFT JOIN rt_orang o ON o.id = m.orang_id"""
    ).fetchall()
    con.executemany(
        """INSERT INTO bimtek_undangan (id, lingkup, kegiatan_id, jabatan_id, masa_id, orang_id, nama, token)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (id := ops.id_undangan(acara.kegiatan_id, j), kode, acara.kegiatan_id, j, m, o, nama, token.dari(id))
            for j, kode, m, o, nama in posts
        ],
    )
    con.executemany(
        """INSERT INTO bimtek_hadir (id, lingkup, kegiatan_id, sesi_id, jabatan_id, masa_id, orang_id, nama, tanda,
           pukul, pintu, cara) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pindai')""",
        list(_tanda(acara, posts[: int(len(posts) * DATANG)])),
    )


def _tanda(acara: Acara, posts: list[Baris]) -> Iterator[Baris]:
    ids = iter(new_ids(2 * len(posts)))
    for ke, (j, kode, m, o, nama) in enumerate(posts):
        awal = (kode, *acara, j, m, o, nama)
        yield (next(ids), *awal, "izin" if ke % 40 == 1 else "hadir", 1_773_622_800_000 + ke, f"Pintu {ke % 6 + 1}")
        if ke % 50 == 0 or ke == 1:
            yield (next(ids), *awal, "hadir", 1_773_622_900_000 + ke, "Pintu 7")
