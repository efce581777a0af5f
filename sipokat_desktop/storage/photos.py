"""Photos of rows: the file on this computer, and what is known of the one at the city.

The file is on the disk before the act that names it is recorded; with the act its entry in ``foto_lokal`` is made,
from which the photo is sent after the rows (keputusan/0037).
"""

from __future__ import annotations

import errno
import json
from enum import Enum
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.values import NamedTuple

from . import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sipokat_desktop.kernel.canonical import Fields
    from sipokat_desktop.storage import sqlite

    from .photolock import PhotoLock
    from .store import Store

FOLDER = "foto"
PENUH = "Foto belum tersimpan: ruang disk habis. Tidak ada data yang diubah."
PENUH_SARAN = "Kosongkan sebagian diska, lalu simpan lagi."
GAGAL = "Foto tidak dapat disimpan di komputer ini. Tidak ada data yang diubah."
GAGAL_SARAN = "Periksa izin folder data, lalu simpan lagi."

TO_SEND, AT_CITY, WANTED, LOST, OLD = "kirim", "kota", "ambil", "hilang", "lama"
"""States in ``foto_lokal``: waits to be sent; the city holds it; of another computer, to be fetched; was to be sent but
is gone from here; named as the first release did (BLAKE2b, 32 hex digits)."""


NOT_AT_CITY = "foto_lokal INDEXED BY foto_lokal_belum WHERE keadaan <> 'kota'"
"""What is to be done is found by its own index: the marks of what the city holds are many."""


class Place(Enum):
    """Where a photo is, as far as this computer knows."""

    WAITING = "menunggu"
    SENT = "terkirim"
    AWAY = "di kota"
    LOST = "hilang"


SAID: Mapping[Place, str] = {
    Place.WAITING: "Foto ada di komputer ini, belum terkirim ke kota.",
    Place.SENT: "Foto sudah terkirim ke kota.",
    Place.AWAY: "Foto belum ada di komputer ini; diambil dari kota bila dibuka.",
    Place.LOST: "Foto tidak ada lagi di komputer ini dan belum sampai ke kota. Tambahkan foto itu lagi.",
}


class Home(Protocol):
    """Whatever photos lie beside: a store, with its folder and its lock."""

    @property
    def folder(self) -> Path:
        """The data folder."""

    @property
    def photo_lock(self) -> PhotoLock:
        """Locks photos for the disk, and opens them."""


class Ref(NamedTuple):
    """A row that names a photo."""

    key: str
    scope: str
    table: str
    row_id: str


def keep(store: Home, jpeg: bytes) -> str:
    """Keep a JPEG beside the store, locked as it is, and return its key once it is on the disk; the same photo once.

    Raises Gangguan when the disk refuses it.
    """
    if len(jpeg) > shelf.MOST_BYTES or not jpeg.startswith(shelf.BEGINS):
        raise ValueError("a photo is a JPEG of at most 4 MB")
    try:
        lock = store.photo_lock
        return shelf.put(store.folder / FOLDER, jpeg, seal=lock.seal, unseal=lock.unseal)
    except OSError as exc:
        full = exc.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Gangguan(*((PENUH, PENUH_SARAN) if full else (GAGAL, GAGAL_SARAN))) from exc


def read(store: Home, key: str) -> bytes | None:
    """Return the photo with this key; None where it is not on this computer, or damaged: the city is asked then."""
    if is_old(key):
        return _read_old(store, key)
    return shelf.get(store.folder / FOLDER, key, unseal=store.photo_lock.unseal)


def is_here(folder: Path, key: str) -> bool:
    """Tell whether there is a file for this key; its content is not looked at."""
    if is_old(key):
        return _old_path(folder, key).is_file()
    return shelf.is_key(key) and shelf.path(folder / FOLDER, key).is_file()


def note(con: sqlite.Connection, names: tuple[str, ...], written: Iterable[Fields], now: int) -> None:
    """Queue the photos that fields of an act name, in its own transaction; ``names`` are the columns of photos."""
    keys = {str(fields[name]) for fields in written for name in names if fields.get(name)}
    if not keys:
        return
    con.executemany(
        f"""INSERT INTO foto_lokal (kunci, keadaan, waktu) VALUES (?, ?, ?) ON CONFLICT (kunci) DO UPDATE
            SET keadaan = excluded.keadaan, coba = 0, lagi = 0 WHERE keadaan IN ('{WANTED}', '{LOST}')""",
        [(key, OLD if is_old(key) else TO_SEND, now) for key in sorted(keys)],
    )


def unsent(con: sqlite.Connection) -> int:
    """Return how many photos of this computer the city does not hold yet."""
    return _count(con, TO_SEND)


def gone(con: sqlite.Connection) -> int:
    """Return how many photos were to be sent and are on this computer no more."""
    return _count(con, LOST)


def _count(con: sqlite.Connection, state: str) -> int:
    return int(con.execute(f"SELECT count(*) FROM {NOT_AT_CITY} AND keadaan = ?", (state,)).fetchone()[0])


def places(store: Store, keys: Iterable[str]) -> dict[str, Place]:
    """Return where each photo is."""
    wanted = list(dict.fromkeys(keys))
    known = "SELECT kunci, keadaan FROM foto_lokal WHERE kunci IN (SELECT value FROM json_each(?))"
    rows = store.reader().execute(known, (json.dumps(wanted),))
    states = {str(key): str(state) for key, state in rows}
    return {key: _place(states.get(key, ""), here=is_here(store.folder, key)) for key in wanted}


def _place(state: str, *, here: bool) -> Place:
    if here:
        return Place.WAITING if state in (TO_SEND, LOST, OLD) else Place.SENT
    return Place.LOST if state in (TO_SEND, LOST) else Place.AWAY


def is_old(key: str) -> bool:
    return len(key) == 32 and set("0123456789abcdef").issuperset(key)


def _old_path(folder: Path, key: str) -> Path:
    return folder / FOLDER / f"{key}.jpg"


def _read_old(store: Home, key: str) -> bytes | None:
    try:
        content = store.photo_lock.unseal(_old_path(store.folder, key).read_bytes())
    except (OSError, ValueError):
        return None
    return content if blake2b(content, digest_size=16).hexdigest() == key else None
