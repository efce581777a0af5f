"""The queue of photos: which are to be sent, asked about and fetched, by the rows that name them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah

from . import engine, keys, office, photos, sqlite
from .photos import LOST, NOT_AT_CITY, OLD, TO_SEND, WANTED, Ref
from .store import Store
from .tx import Tx

SEEN = "foto_dicari"
"""Setting: the incarnation under which every row was looked at."""
AGAIN = "foto_diperiksa"
"""Setting: when (UTC ms) some marks were last asked about again."""
RENAMED = "foto_kunci"
"""Setting: not empty once every row was looked at for keys of the first release."""
ACT = "inti.foto"
DAY_MS = 24 * 3600 * 1000
FIRST_WAIT_MS, UNNAMED_MS = 60_000, 600_000

Columns = Mapping[str, Sequence[str]]
"""Per table the columns that name photos."""


class Waiting(NamedTuple):
    """A photo of the queue and a row at the city that names it; None where there is none (yet)."""

    key: str
    state: str
    ref: Ref | None


def to_ask(store: Store, most: int) -> list[Waiting]:
    """Return what is to be sent, the oldest first; after it, marks that the city has to confirm again."""
    con, now = store.reader(), store.clock()
    due = f"SELECT kunci, keadaan FROM {NOT_AT_CITY} AND keadaan = ? AND lagi <= ? ORDER BY waktu LIMIT ?"
    rows = [row for state in (TO_SEND, LOST) for row in con.execute(due, (state, now, most))]
    stale = """SELECT kunci, keadaan FROM foto_lokal
        WHERE keadaan = 'kota' AND inc <> (SELECT inc FROM rantai) AND lagi <= ? LIMIT ?"""
    rows += con.execute(stale, (now, most)).fetchall()
    keys = {str(key): str(state) for key, state in rows[:most]}
    named = refs(con, store.photo_columns, keys, wilayah.lingkup_tulis(office.own(store)))
    return [Waiting(key, state, named.get(key)) for key, state in keys.items()]


def to_fetch(store: Store, most: int, since: int) -> list[Waiting]:
    """Return what other computers of this office have added since ``since`` (UTC ms), the newest first."""
    con = store.reader()
    rows = con.execute(
        f"SELECT kunci FROM {NOT_AT_CITY} AND keadaan = ? AND lagi <= ? AND waktu >= ? ORDER BY waktu DESC LIMIT ?",
        (WANTED, store.clock(), since, most),
    )
    keys = [str(row[0]) for row in rows]
    named = refs(con, store.photo_columns, keys, (office.own(store),))
    return [Waiting(key, WANTED, named.get(key)) for key in keys]


def to_carry(store: Store, most: int) -> list[Ref]:
    """Return photos that wait to be sent, the oldest first, by rows of this office that name them here: for a file that
    carries the rows along."""
    con = store.reader()
    rows = con.execute(f"SELECT kunci FROM {NOT_AT_CITY} AND keadaan = ? ORDER BY waktu LIMIT ?", (TO_SEND, most))
    keys = [str(row[0]) for row in rows]
    found: dict[str, Ref] = {}
    for table, name in _each(store.photo_columns):
        naming = f"SELECT {name}, id FROM {table} WHERE {name} IN (SELECT value FROM json_each(?)) AND lingkup = ?"
        for key, row_id in con.execute(naming, (_list(keys), office.own(store))):
            found.setdefault(str(key), Ref(key, office.own(store), table, row_id))
    return [found[key] for key in keys if key in found]


def refs(con: sqlite.Connection, columns: Columns, keys: Collection[str], scopes: Collection[str]) -> dict[str, Ref]:
    """Return for each photo a row of ``scopes`` that names it here and, as last heard, at the city."""
    found: dict[str, Ref] = {}
    for table, name in _each(columns) if keys else ():
        rows = con.execute(
            f"""SELECT t.{name}, t.lingkup, t.id FROM {table} t JOIN sync_shadow s ON s.tabel = ? AND s.id = t.id
                WHERE t.{name} IN (SELECT value FROM json_each(?)) AND t.lingkup IN (SELECT value FROM json_each(?))
                AND s.deleted = 0 AND json_extract(s.doc, '$.{name}') = t.{name}""",
            (table, _list(keys), _list(scopes)),
        )
        for key, scope, row_id in rows:
            found.setdefault(str(key), Ref(key, scope, table, row_id))
    return found


def put_off(con: sqlite.Connection, columns: Columns, keys: Collection[str], now: int) -> None:
    """Wait for a row at the city that names these photos; one that no row here names any more leaves the queue, until
    such a row comes back."""
    named: set[str] = set()
    for table, name in _each(columns):
        rows = con.execute(
            f"SELECT {name} FROM {table} WHERE {name} IN (SELECT value FROM json_each(?))", (_list(keys),)
        )
        named.update(str(row[0]) for row in rows)
    con.executemany("DELETE FROM foto_lokal WHERE kunci = ?", [(key,) for key in keys if key not in named])
    con.executemany("UPDATE foto_lokal SET lagi = ? WHERE kunci = ?", [(now + UNNAMED_MS, key) for key in named])


def discover(store: Store, changed: Mapping[str, Collection[str]]) -> None:
    """Queue photos of this office's rows that are not known here: of the rows ``changed``, and of every row once for
    each incarnation, for a restored or copied store; then ask about some old marks again, once a day."""
    inc, now = store.identity.inc, store.clock()
    whole = store.setting(SEEN) != inc
    again = now - int(store.setting(AGAIN, "0")) >= DAY_MS
    new = [
        (key, _first_state(store.folder, key), at)
        for table, name in _each(store.photo_columns)
        if whole or table in changed
        for key, at in _unknown(store, table, name, None if whole else changed[table])
    ]
    if not (whole or again or new):
        return

    def work(con: sqlite.Connection) -> None:
        con.executemany(
            "INSERT INTO foto_lokal (kunci, keadaan, waktu) VALUES (?, ?, ?) ON CONFLICT (kunci) DO NOTHING", new
        )
        if again:
            con.execute(
                """UPDATE foto_lokal SET inc = '' WHERE kunci IN
                   (SELECT kunci FROM foto_lokal WHERE keadaan = 'kota' ORDER BY diperiksa LIMIT 200)"""
            )
        settings = {SEEN: inc} | ({AGAIN: str(now)} if again else {})
        con.executemany("INSERT OR REPLACE INTO setelan VALUES (?, ?)", settings.items())

    store.local(work)


def _unknown(store: Store, table: str, name: str, ids: Collection[str] | None) -> list[tuple[str, int]]:
    """Return the photos that rows of this office name (those with ``ids``; None: all) and the queue does not know,
    with the time of the row at the city."""
    rows = store.reader().execute(
        f"""SELECT t.{name}, max(coalesce(s.waktu, 0)) FROM {table} t
            LEFT JOIN sync_shadow s ON s.tabel = ? AND s.id = t.id LEFT JOIN foto_lokal f ON f.kunci = t.{name}
            WHERE t.{name} IS NOT NULL AND f.kunci IS NULL AND t.lingkup = ?
            {"" if ids is None else "AND t.id IN (SELECT value FROM json_each(?))"} GROUP BY 1""",
        (table, office.own(store), *([] if ids is None else [_list(ids)])),
    )
    return [(str(key), int(at)) for key, at in rows]


def _first_state(folder: Path, key: str) -> str:
    if photos.is_old(key):
        return OLD
    return TO_SEND if photos.is_here(folder, key) else WANTED


def mark(con: sqlite.Connection, key: str, state: str, now: int) -> None:
    """Note what became of a photo."""
    con.execute(
        """UPDATE foto_lokal SET keadaan = ?, inc = (SELECT inc FROM rantai), diperiksa = ?, coba = 0, lagi = 0
           WHERE kunci = ?""",
        (state, now, key),
    )


def mark_if(con: sqlite.Connection, *, key: str, state: str, of: str, now: int) -> None:
    """Note what became of a photo that is in the state ``of``."""
    if con.execute("SELECT 1 FROM foto_lokal WHERE kunci = ? AND keadaan = ?", (key, of)).fetchone():
        mark(con, key, state, now)


def postpone(con: sqlite.Connection, key: str, state: str, now: int) -> None:
    """Try a photo again later: after a minute, then twice as long each time, at most a day."""
    con.execute(
        f"""UPDATE foto_lokal SET keadaan = ?, coba = coba + 1,
            lagi = ? + min({DAY_MS}, {FIRST_WAIT_MS} << min(coba, 12)) WHERE kunci = ?""",
        (state, now, key),
    )


def due(con: sqlite.Connection, now: int) -> int:
    """Return how many photos wait to be sent and may be tried now."""
    found = con.execute(f"SELECT count(*) FROM {NOT_AT_CITY} AND keadaan = ? AND lagi <= ?", (TO_SEND, now))
    return int(found.fetchone()[0])


def lost(folder: Path, key: bytes | None) -> int:
    """Return how many photos that wait to be sent are not in the data folder of a store that was just restored."""
    with suppress(sqlite.Error), closing(engine.open_reader(folder / keys.STORE, key)) as con:  # an older one has none
        rows = con.execute(f"SELECT kunci FROM {NOT_AT_CITY} AND keadaan = '{TO_SEND}'")
        return sum(not photos.is_here(folder, str(row[0])) for row in rows)
    return 0


def rename_old(store: Store) -> int:
    """Give photos that are named as the first release did their present key, in an act of its own; return how many.

    Only where the photo is on this computer: another computer of the office does it for its own.
    """
    con = store.reader()
    whole = not store.setting(RENAMED)
    if not whole and con.execute(f"SELECT 1 FROM {NOT_AT_CITY} AND keadaan = '{OLD}' LIMIT 1").fetchone() is None:
        return 0
    renamed: list[tuple[str, str, str, str, str]] = []
    for table, name in _each(store.photo_columns):
        rows = con.execute(
            f"SELECT id, {name} FROM {table} WHERE length({name}) = 32 AND lingkup = ?", (office.own(store),)
        )
        for row_id, old in rows.fetchall():
            if (content := photos.read(store, str(old))) is not None:
                renamed.append((table, str(row_id), name, str(old), photos.keep(store, content)))
    if renamed:
        store.write(ACT, partial(_rename, renamed=renamed))
    if whole:
        store.set_setting(RENAMED, "1")
    return len(renamed)


def _rename(tx: Tx, *, renamed: Iterable[tuple[str, str, str, str, str]]) -> None:
    for table, row_id, name, old, new in renamed:
        tx.update(table, row_id, {name: new})
        tx.con.execute("DELETE FROM foto_lokal WHERE kunci = ?", (old,))


def _each(columns: Columns) -> Iterator[tuple[str, str]]:
    return ((table, name) for table, names in columns.items() for name in names)


def _list(values: Iterable[str]) -> str:
    return json.dumps(list(values))
