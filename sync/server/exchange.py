"""One exchange with an office: chain, push, pull, receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, bindparam, select, update

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.clock import Clock
from sync import protocol
from sync.protocol import Answer, Exchange, OpResult, Page, Receipt, WireOp, signed_chain, unb64

from . import pull, push
from .database import Database
from .keys import ServerKey
from .push import CITY
from .schema import DEVICE, INCARNATION, OP_LOG

# Statements of every exchange are built once: to build one anew costs more than to run it.
_SEEN = update(DEVICE).where(DEVICE.c.id == bindparam("device"))
_ACKED = update(INCARNATION).where(INCARNATION.c.inc == bindparam("at"))


@dataclass(frozen=True, slots=True)
class Device:
    """A computer as its token names it; it reads and writes ``scope`` and reads the city's own.

    ``signs``: it has signed its ops once, so unsigned ones are not from its program.
    """

    id: str
    scope: str
    label: str
    revoked: bool
    public_key: str = ""
    signs: bool = False

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


NOTHING = Chain("fork", 0, canonical.GENESIS)
"""The answer to whoever names another computer's incarnation: nothing of its chain is told."""


class Unsigned(Exception):
    """The ops do not bear the signature of the device that hands them in."""


def receive(db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock) -> Answer:
    """Check that the ops bear the device's signature, then exchange; raises Unsigned."""
    signed = _check_signature(device, request)
    return exchange(db, key, device, request if signed else request.model_copy(update={"signature": ""}), clock)


def exchange(db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock) -> Answer:
    """Take in what the office sends, then give out what is new to it; signed when nothing is left over.

    A program that is too old to read the answer may hand in its ops and gets their outcomes, nothing else.
    """
    now = clock()
    with db.write() as con:
        chain, results = _push(db, con, device, request, now)
        seen = {"device": device.id, "last_seen": now, "app": request.app, "waiting": request.waiting}
        con.execute(_SEEN, seen | {"signs": int(device.signs or bool(request.signature))})
    readable = chain.state == "ok" and request.protocol >= protocol.OLDEST
    pages = _pull(db, device, request) if readable else []
    whole = readable and not request.waiting and not any(page.more for page in pages)
    return Answer(
        protocol=min(request.protocol, protocol.VERSION), clock=now, chain=chain.state, acked_n=chain.n,
        acked_hash=chain.hash, results=results, pages=pages, revoked=device.revoked,
        upgrade=request.protocol < protocol.OLDEST,
        receipt=_receipt(key, device, request, chain, pages, now) if whole and pages else None,
    )  # fmt: skip


def _check_signature(device: Device, request: Exchange) -> bool:
    """Return whether the ops are signed: version 1 did not, and a device that has signed once always does."""
    if not request.ops or (request.protocol < 2 and not device.signs):
        return False
    end = request.ops[-1]
    try:
        key = Ed25519PublicKey.from_public_bytes(unb64(device.public_key))
        key.verify(unb64(request.signature), signed_chain(request.inc, end.n, end.hash))
    except (InvalidSignature, ValueError) as exc:
        raise Unsigned from exc
    return True


def _push(db: Database, con: Connection, device: Device, request: Exchange, now: int) -> tuple[Chain, list[OpResult]]:
    if request.inc == CITY:
        return NOTHING, []
    owner, acked_n, acked_hash = push.lock_incarnation(db, con, request.inc, device.id)
    chain = _check(con, Chain("ok", acked_n, acked_hash), owner == device.id, request)
    if chain.state != "ok" or not request.ops:
        return chain, []
    sender = push.Sender(request.inc, device.id, device.label, frozenset({device.scope}), device.revoked)
    results = push.judge_all(db, con, request.ops, sender, now=now)
    if request.ops[-1].n > chain.n:
        chain = Chain("ok", request.ops[-1].n, request.ops[-1].hash)
        end = {"acked_n": chain.n, "acked_hash": chain.hash, "signature": request.signature}
        con.execute(_ACKED, {"at": request.inc, **end})
    return chain, results


def _check(con: Connection, here: Chain, same_device: bool, request: Exchange) -> Chain:
    """Compare the office's chain with the city's (SYNC.md: the hash at ``acked_n`` is compared, always)."""
    if not same_device:
        return NOTHING
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
        digests = pull.digests(con, device.readable)
        return [
            pull.page(con, scope, request.cursors.get(scope, ""), digests.get(scope, {}), limit=request.limit)
            for scope in device.readable
        ]


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
