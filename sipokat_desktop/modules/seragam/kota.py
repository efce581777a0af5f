"""The city's view: the rows of all offices in memory, read by the same queries as an office's store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sipokat_desktop.modules.rt import JABATAN, KELURAHAN, MASA, ORANG
from sipokat_desktop.storage.command import City

from .tabel import TABEL

_TABEL = (JABATAN, MASA, ORANG, KELURAHAN, *TABEL)


@contextmanager
def salinan(kota: City) -> Iterator[sqlite3.Connection]:
    """Open a store in memory with what the queries of the module read, of all offices; it is gone after the block."""
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute("CREATE TABLE setelan (kunci TEXT PRIMARY KEY, nilai TEXT)")
        for tabel in _TABEL:
            kolom = ("id", "lingkup", *(satu.name for satu in tabel.columns))
            con.execute(f"CREATE TABLE {tabel.name} ({', '.join(kolom)}, PRIMARY KEY (id))")
            con.executemany(
                f"INSERT INTO {tabel.name} VALUES ({', '.join('?' * len(kolom))})",
                ((d.row_id, d.scope, *(d.fields.get(nama) for nama in kolom[2:])) for d in kota.rows(tabel.name)),
            )
        con.execute("CREATE INDEX gerak_balik ON seragam_gerak (membalik)")
        con.execute("CREATE INDEX masa_jabatan ON rt_masa (jabatan_id)")
        yield con
