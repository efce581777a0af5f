"""One exchange with an office: chain, push, pull, receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, bindparam, select, update

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.clock import Clock
from sync.protocol import Answer, Exchange, OpResult, Page, Receipt, WireOp

from . import pull, push
from .database import Database
from .keys import ServerKey
from .schema import DEVICE, INCARNATION, OP_LOG

CITY = "kota"

# Statements of every exchange are built once: to build one anew costs more than to run it.
_SEEN = update(DEVICE).where(DEVICE.c.id == bindparam("device"))
_ACKED = update(INCARNATION).where(INCARNATION.c.inc == bindparam("at"))


@dataclass(frozen=True, slots=True)
class Device:
    """A computer as its token names it; it reads and writes ``scope`` and reads the city's own."""

    id: str
    scope: str
    label: str
    revoked: bool

    @property
    def readable(self) -> tuple[str, ...]:
        """The scopes whose rows may reach this computer."""
        return () if self.revoked else (self.scope, CITY)


@dataclass(frozen=True, slots=True)
class Chain:
    """Where an incarnation's chain stands at the city, and whether the office's view fits it."""

    state: Literal["ok", "gap", "fork", "rewound"]
    n: int
    hash: str


def exchange(db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock) -> Answer:
    """Take in what the office sends, then give out what is new to it; signed when nothing is left over."""
    now = clock()
    with db.write() as con:
        chain, results = _push(db, con, device, request, now)
        seen = {"device": device.id, "last_seen": now, "app": request.app, "waiting": request.waiting}
        con.execute(_SEEN, seen)
    pages = _pull(db, device, request) if chain.state == "ok" else []
    whole = chain.state == "ok" and not request.waiting and not any(page.more for page in pages)
    return Answer(
        clock=now, chain=chain.state, acked_n=chain.n, acked_hash=chain.hash, results=results, pages=pages,
        receipt=_receipt(key, device, request, chain, pages, now) if whole and pages else None, revoked=device.revoked,
    )  # fmt: skip


def _push(db: Database, con: Connection, device: Device, request: Exchange, now: int) -> tuple[Chain, list[OpResult]]:
    owner, acked_n, acked_hash = push.lock_incarnation(db, con, request.inc, device.id)
    chain = _check(con, Chain("ok", acked_n, acked_hash), owner == device.id, request)
    if chain.state != "ok":
        return chain, []
    sender = push.Sender(request.inc, device.id, frozenset({device.scope}), device.revoked)
    results = push.judge_all(db, con, request.ops, sender, now=now)
    if request.ops and request.ops[-1].n > chain.n:
        chain = Chain("ok", request.ops[-1].n, request.ops[-1].hash)
        con.execute(_ACKED, {"at": request.inc, "acked_n": chain.n, "acked_hash": chain.hash})
    return chain, results


def _check(con: Connection, here: Chain, same_device: bool, request: Exchange) -> Chain:
    """Compare the office's chain with the city's (SYNC.md: the hash at ``acked_n`` is compared, always)."""
    if not same_device:
        return Chain("fork", here.n, here.hash)
    if request.acked_n > here.n:
        return Chain("rewound", here.n, here.hash)
    if request.acked_n and _hash_at(con, request.inc, request.acked_n, here) not in ("", request.acked_hash):
        return Chain("fork", here.n, here.hash)
    return _check_ops(con, here, request)


def _check_ops(con: Connection, here: Chain, request: Exchange) -> Chain:
    previous, digest = request.acked_n, request.acked_hash
    for op in request.ops:
        if op.n != previous + 1:
            return Chain("gap", here.n, here.hash)
        if canonical.chain(digest, op.body) != op.hash or not _same_past(con, here, request.inc, op):
            return Chain("fork", here.n, here.hash)
        previous, digest = op.n, op.hash
    return here


def _same_past(con: Connection, here: Chain, inc: str, op: WireOp) -> bool:
    return op.n > here.n or _hash_at(con, inc, op.n, here) in ("", op.hash)


def _hash_at(con: Connection, inc: str, n: int, here: Chain) -> str:
    """Return the hash the city saw at ``n``; empty where the op came earlier under another incarnation."""
    if n == here.n:
        return here.hash
    return con.scalar(select(OP_LOG.c.hash).where(OP_LOG.c.inc == inc, OP_LOG.c.n == n)) or ""


def _pull(db: Database, device: Device, request: Exchange) -> list[Page]:
    with db.read() as con:
        return [pull.page(con, scope, request.cursors.get(scope, ""), limit=request.limit) for scope in device.readable]


def _receipt(key: ServerKey, device: Device, request: Exchange, chain: Chain, pages: list[Page], now: int) -> Receipt:
    text = canonical.dumps(
        {
            "perangkat": device.label,
            "device_id": device.id,
            "waktu": now,
            "inc": request.inc,
            "acked_n": chain.n,
            "acked_hash": chain.hash,
            "isi": {
                page.scope: {t: {"count": d.count, "sum": d.sum} for t, d in (page.digest or {}).items()}
                for page in pages
            },
        }
    )
    return Receipt(text=text, signature=key.sign(text.encode()))
