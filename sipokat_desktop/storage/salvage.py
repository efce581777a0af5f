"""What can still be read of the changes in a store that a backup replaces, and the word on what cannot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from . import engine, oplog, sqlite
from .identity import write_atomically

Row = tuple[str | int, ...]
ACT, N, HLC, BODY = 1, 3, 5, 9
"""Places of these columns in a row of ``sync_op``."""

HISTORY = "act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah"

LAMA = "Data lama tetap disimpan di {nama}; petugas IT dapat memeriksanya."
HILANG = "{n} perubahan yang belum terkirim tidak terbaca karena berkas lama rusak. "
HILANG_ENTAH = "Perubahan yang belum terkirim tidak terbaca semuanya karena berkas lama rusak. "
PERIKSA = "Cadangan mungkin sudah memuatnya: periksa yang terakhir diketik, ketik lagi yang tidak ada. "
TANPA_RIWAYAT = "Riwayat perubahan yang dipertahankan tidak terbaca semuanya karena berkas lama rusak. "


@dataclass(slots=True)
class Unsent:
    """Rows of ``sync_op`` that the city has not answered, in order, and the history of their acts.

    ``lost``: so many more could not be read, the backup may hold them (-1: nobody knows how many);
    ``whole``: all of the history was read.
    """

    ops: list[Row] = field(default_factory=list)
    history: list[Row] = field(default_factory=list)
    lost: int = 0
    whole: bool = True

    def told(self, kept: str) -> str:
        """Return what could not be read and that the store is kept as ``kept``; empty where all was read."""
        if self.lost:
            said = (HILANG.format(n=self.lost) if self.lost > 0 else HILANG_ENTAH) + PERIKSA
        else:
            said = "" if self.whole else TANPA_RIWAYAT
        return said and said + LAMA.format(nama=kept)


def unsent(path: Path, key: bytes | None) -> Unsent:
    """Read what the store at ``path`` has not sent; a damaged one gives every op on a page that can be read."""
    found = Unsent()
    if not path.exists():
        return found
    rows, found.lost = _ops(path, key)
    for op in rows:
        try:
            json.loads(str(op[BODY]))
        except ValueError:
            found.lost += int(found.lost >= 0)
        else:
            found.ops.append(op)
    acts = json.dumps([op[ACT] for op in found.ops])
    history = f"SELECT {HISTORY} FROM riwayat WHERE act_id IN (SELECT value FROM json_each(?)) ORDER BY no"
    found.whole = _gather(path, key, history, (acts,), found.history)
    found.ops.sort(key=lambda op: (op[HLC], op[N]))
    return found


def note(store: Path, words: Sequence[str]) -> None:
    """Keep the words on what could not be read beside ``store`` until they are told, behind those that wait already."""
    if said := [word for word in words if word]:
        write_atomically(store.with_name(engine.UNREAD), "\n".join([*_noted(store.parent), *said]).encode())


def take(folder: Path) -> str:
    """Return what is to be told of a store that was replaced, once; empty for nothing."""
    words = _noted(folder)
    with suppress(OSError):
        (folder / engine.UNREAD).unlink()
    return " ".join(words)


def _noted(folder: Path) -> list[str]:
    with suppress(OSError, ValueError):
        return list(dict.fromkeys((folder / engine.UNREAD).read_text(encoding="utf-8").splitlines()))
    return []


def _ops(path: Path, key: bytes | None) -> tuple[list[Row], int]:
    """Return the waiting ops that can be read and how many cannot (-1: unknown).

    A scan from either end stops at the first page that cannot be read; the ops between are asked for one by one, by
    the numbers in the index, which lies on other pages.
    """
    waiting = f"SELECT *, rowid FROM sync_op NOT INDEXED WHERE state IN {oplog.WAITING} ORDER BY rowid"
    rows: list[Row] = []
    if _gather(path, key, waiting, (), rows):
        return [row[:-1] for row in rows], 0
    _gather(path, key, f"{waiting} DESC", (), rows)
    ids: list[Row] = []
    index = f"SELECT rowid FROM sync_op INDEXED BY sync_op_belum WHERE state IN {oplog.WAITING}"
    known = _gather(path, key, index, (), ids)
    found = {row[-1]: row[:-1] for row in rows}
    missing = [row[0] for row in ids if row[0] not in found]
    for id in missing:
        one: list[Row] = []
        _gather(path, key, "SELECT * FROM sync_op NOT INDEXED WHERE rowid = ?", (id,), one)
        found.update((id, row) for row in one)
    return list(found.values()), sum(id not in found for id in missing) if known else -1


def _gather(path: Path, key: bytes | None, sql: str, values: Row, into: list[Row]) -> bool:
    """Put the rows of a query into ``into``, over a connection that has met no damaged page yet; tell whether all of
    them could be read."""
    with suppress(sqlite.DatabaseError, ValueError), closing(sqlite.connect(path)) as con:
        engine.unlock(con, key)
        for row in con.execute(sql, values):
            into.append(row)
        return True
    return False
