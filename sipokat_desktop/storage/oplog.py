"""The op log of this incarnation: numbering, hash chain, and giving waiting ops a new chain."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sipokat_desktop.kernel import canonical, clock
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import core

WAITING = core.WAITING

LARGEST = 400_000
"""Characters of one op's text."""
TOO_LONG = "Isian terlalu panjang untuk disimpan. Pendekkan dulu, lalu simpan lagi."


@dataclass(slots=True)
class Chain:
    """The end of the chain while a transaction is open."""

    inc: str
    n: int
    hash: str
    hlc: int

    @classmethod
    def read(cls, con: sqlite.Connection) -> Chain:
        """Return the end of the chain as committed."""
        inc, n, digest, hlc = con.execute("SELECT inc, n, hash, hlc FROM rantai").fetchone()
        return cls(inc, n, digest, hlc)

    def write(self, con: sqlite.Connection) -> None:
        """Store the end of the chain."""
        con.execute("UPDATE rantai SET inc = ?, n = ?, hash = ?, hlc = ?", (self.inc, self.n, self.hash, self.hlc))

    def link(self, op: dict[str, object], now: int) -> str:
        """Number ``op``, stamp it at ``now`` (UTC ms), and return its body: the text that is hashed and sent."""
        self.n += 1
        self.hlc = clock.tick(self.hlc, now)
        body = canonical.dumps(op | {"inc": self.inc, "n": self.n, "hlc": self.hlc})
        self.hash = canonical.chain(self.hash, body)
        return body


def insert(con: sqlite.Connection, chain: Chain, op: dict[str, object], now: int) -> None:
    """Append ``op`` to the log as pending; raise InputSalah for one that no exchange could carry."""
    con.execute(_INSERT, _row(chain, op, now))


def insert_many(con: sqlite.Connection, chain: Chain, ops: Iterable[dict[str, object]], now: int) -> None:
    """Append ``ops`` in this order, as :func:`insert` does each."""
    con.executemany(_INSERT, (_row(chain, op, now) for op in ops))


_INSERT = """INSERT INTO sync_op (op_id, act_id, inc, n, hash, hlc, lingkup, tabel, row_id, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _row(chain: Chain, op: dict[str, object], now: int) -> tuple[object, ...]:
    body = chain.link(op, now)
    if len(body) > LARGEST:
        raise InputSalah("", TOO_LONG)
    return (
        op["op_id"], op["act_id"], chain.inc, chain.n, chain.hash, chain.hlc,
        op["scope"], op["table"], op["row"], body,
    )  # fmt: skip


def unsent(con: sqlite.Connection, act_id: str) -> list[dict[str, object]]:
    """Return the ops of an act in their order, without their place in this chain."""
    rows = con.execute("SELECT body FROM sync_op WHERE act_id = ? ORDER BY n", (act_id,))
    return [{name: isi for name, isi in json.loads(row[0]).items() if name not in _PLACE} for row in rows]


_PLACE = ("inc", "n", "hlc")


def start(con: sqlite.Connection, inc: str) -> None:
    """Begin the chain of a new store."""
    con.execute("INSERT INTO rantai VALUES (1, ?, 0, ?, 0)", (inc, canonical.GENESIS))


def rechain(con: sqlite.Connection, inc: str) -> int:
    """Move every op that the city has not answered to the new incarnation ``inc``, in order.

    The ``op_id`` stays, so that nothing is applied twice. Returns how many were moved.
    """
    waiting = con.execute(f"SELECT rowid, hlc, body FROM sync_op WHERE state IN {WAITING} ORDER BY hlc, n").fetchall()
    chain = Chain(inc, 0, canonical.GENESIS, Chain.read(con).hlc)
    for rowid, hlc, body in waiting:
        chain.n += 1
        text = canonical.dumps(json.loads(body) | {"inc": inc, "n": chain.n, "hlc": hlc})
        chain.hash = canonical.chain(chain.hash, text)
        con.execute(
            "UPDATE sync_op SET inc = ?, n = ?, hash = ?, body = ?, state = 'pending', hasil = '' WHERE rowid = ?",
            (inc, chain.n, chain.hash, text, rowid),
        )
    chain.write(con)
    return len(waiting)
