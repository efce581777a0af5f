"""The index of the search: an entry per term and per post without a lasting head, written anew where it is stale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import pencarian, tanggal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sipokat_desktop.storage import sqlite
    from sipokat_desktop.storage.store import Store

Nilai = str | int | None
Entri = tuple[Nilai, ...]

SEKALIGUS = 1000
"""Entries written in one transaction: so long (some hundredths of a second) a save may have to wait."""
SEKALI = 300
"""So few entries are written while the window waits: some hundredths of a second."""
KOSONG = "~"
"""Stands for what is missing, so that it is sorted last."""

KOLOM = (
    "id", "jabatan_id", "pos", "lingkup", "rt", "rw", "mulai", "sampai", "nama", "nik", "hp", "akhir_sk", "jenis",
    "rekening", "kunci",
)  # fmt: skip
_MENTAH = ", ".join((*KOLOM[:-1], "nomor", "alamat", "sk_nomor"))
_SAMPAI, _POS = KOLOM.index("sampai"), KOLOM.index("pos")
_TULIS = f"""INSERT INTO rt_cari ({", ".join(KOLOM)}) VALUES ({", ".join("?" * len(KOLOM))})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{nama} = excluded.{nama}" for nama in KOLOM[1:])}"""


def basi(con: sqlite.Connection) -> bool:
    """Tell whether some entries are stale."""
    return con.execute("SELECT 1 FROM rt_cari_basi LIMIT 1").fetchone() is not None


def segarkan(store: Store, *, maju: Callable[[int, int], object] = lambda _i, _n: None) -> int:
    """Write the stale entries anew, a few at a time; return how many. ``maju`` may raise to stop in between."""
    hari = _hari(store)
    sudah = 0
    while basi(store.reader()):
        sudah += store.local(lambda con: _sebagian(con, hari))
        maju(sudah, sudah + int(store.reader().execute("SELECT count(*) FROM rt_cari_basi").fetchone()[0]))
    return sudah


def segarkan_sedikit(store: Store) -> bool:
    """Write the stale entries anew at once when they are few and nobody else writes; return whether none is left."""
    con = store.reader()
    if con.execute("SELECT count(*) FROM (SELECT 1 FROM rt_cari_basi LIMIT ?)", (SEKALI + 1,)).fetchone()[0] > SEKALI:
        return False
    return not basi(con) or store.local_if_free(lambda con: _sebagian(con, _hari(store)))


def _hari(store: Store) -> str:
    return tanggal.wib(store.clock()).date().isoformat()


def _sebagian(con: sqlite.Connection, hari: str) -> int:
    ids = [str(row[0]) for row in con.execute("SELECT id FROM rt_cari_basi LIMIT ?", (SEKALIGUS,))]
    marks = ", ".join("?" * len(ids))
    entries = list(_entries(con.execute(f"SELECT {_MENTAH} FROM rt_cari_isi WHERE id IN ({marks})", ids), hari))
    con.executemany(_TULIS, entries)
    ada = {entri[0] for entri in entries}
    con.executemany("DELETE FROM rt_cari WHERE id = ?", [(id,) for id in ids if id not in ada])
    con.executemany("DELETE FROM rt_cari_basi WHERE id = ?", [(id,) for id in ids])
    return len(ids)


def dihitung_ulang(con: sqlite.Connection, hari: str) -> Iterable[Entri]:
    """Yield every entry as it ought to be from ``hari`` (ISO) on: what the index is checked against."""
    return _entries(con.execute(f"SELECT {_MENTAH} FROM rt_cari_isi"), hari)


def _entries(rows: Iterable[Sequence[str | None]], hari: str) -> Iterable[Entri]:
    """Return the entries of rows of ``rt_cari_isi``; a post that is held from ``hari`` on for good needs none."""
    return (_entri(row) for row in rows if not row[_POS] or str(row[_SAMPAI]) > hari)


def _entri(row: Sequence[str | None]) -> Entri:
    nama, nik, hp, akhir_sk, jenis, rekening, nomor, alamat, sk = row[8:]
    kunci = pencarian.kunci(row[3], nomor, row[5], nama, nik, hp, alamat, sk)
    terisi = (pencarian.urutan(nama), nik or KOSONG, hp or KOSONG, akhir_sk or KOSONG, jenis or "", int(bool(rekening)))
    return (*row[:8], *terisi, kunci)
