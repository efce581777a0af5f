"""The city's view for a command: the rows of all offices in memory, read by the same queries as an office's store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.command import City
from sipokat_desktop.storage.manifest import Table

from . import JABATAN, KELURAHAN, MASA, ORANG

_INDEKS = ("rt_jabatan (lingkup)", "rt_masa (jabatan_id)")


@contextmanager
def salinan(kota: City, tabel: Iterable[Table], indeks: Iterable[str] = ()) -> Iterator[sqlite.Connection]:
    """Open a store in memory with the roster and ``tabel`` of all offices, indexed by ``indeks`` (``table (column)``);
    it is gone after the block."""
    with closing(sqlite.connect(":memory:")) as con:
        con.execute("CREATE TABLE setelan (kunci TEXT PRIMARY KEY, nilai TEXT)")
        for satu in (JABATAN, MASA, ORANG, KELURAHAN, *tabel):
            _isi(con, satu, kota)
        for ke, di in enumerate((*_INDEKS, *indeks)):
            con.execute(f"CREATE INDEX salinan_{ke} ON {di}")
        yield con


def _isi(con: sqlite.Connection, tabel: Table, kota: City) -> None:
    kolom = ("id", "lingkup", *(satu.name for satu in tabel.columns))
    con.execute(f"CREATE TABLE {tabel.name} ({', '.join(kolom)}, PRIMARY KEY (id))")
    con.executemany(
        f"INSERT INTO {tabel.name} VALUES ({', '.join('?' * len(kolom))})",
        ((d.row_id, d.scope, *(d.fields.get(nama) for nama in kolom[2:])) for d in kota.rows(tabel.name)),
    )
