"""One exchange with an office: chain, push, pull, receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, bindparam, select, update

from sipokat_desktop.kernel import canonical, wilayah
from sipokat_desktop.kernel.clock import Clock
from sync import protocol
from sync.operation import Op
from sync.protocol import Answer, Exchange, OpResult, Page, Receipt, WireOp, signed_chain, unb64

from . import pull, push
from .database import Asked, Database
from .keys import ServerKey
from .policies import owners
from .push import CITY, Batch
from .reach import Reach, of_office
from .schema import DEVICE, INCARNATION, OP_LOG

# Statements of every exchange are built once: to build one anew costs more than to run it.
_SEEN = (
    update(DEVICE)
    .where(DEVICE.c.id == bindparam("device"))
    .values(
        {
            name: bindparam(f"its_{name}")
            for name in ("last_seen", "app", "waiting", "signs", "skew", "disk", "backed_up")
        }
    )
)
_ACKED = (
    update(INCARNATION)
    .where(INCARNATION.c.inc == bindparam("at"))
    .values({name: bindparam(f"its_{name}") for name in ("acked_n", "acked_hash", "signature")})
)


@dataclass(frozen=True, slots=True)
class Device:
    """A computer as its token names it; it reads and writes ``scope``, that of its office, and reads the city's own.
    That of an office above others (a kecamatan, the city-level one) reads theirs too, and writes there, and in the
    city's own, what :mod:`~sipokat_desktop.storage.permits` lets it.

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
        return () if self.revoked else wilayah.lingkup_baca(self.scope)

    @property
    def reach(self) -> Reach:
        """What PostgreSQL lets this computer's transactions see and write, whatever is asked in them."""
        return of_office(self.scope, self.id)

    @property
    def writable(self) -> frozenset[str]:
        """The scopes that this computer may write in, be it little."""
        return frozenset(wilayah.lingkup_tulis(self.scope))


@dataclass(frozen=True, slots=True)
class Chain:
    """Where an incarnation's chain stands at the city, and whether the office's view fits it."""

    state: Literal["ok", "gap", "fork", "rewound"]
    n: int
    hash: str


class Pushed(NamedTuple):
    """What became of a push: the chain's end now, an outcome per op, and what is left to be noted of it."""

    chain: Chain
    results: Sequence[OpResult] = ()
    notes: tuple[Asked, ...] = ()


FAR = 100 * 365 * 86_400_000
"""No clock is further off than that (ms)."""
NOTHING = Chain("fork", 0, canonical.GENESIS)
"""The answer to whoever names another computer's incarnation: nothing of its chain is told."""


class Again(Protocol):
    """Asks in a transaction which device it is that exchanges; it has the key and the scope that it always had."""

    def __call__(self, con: Connection, *, now: int) -> Device: ...


class Unsigned(Exception):
    """The ops do not bear the signature of the device that hands them in."""


def receive(
    db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock, *, again: Again | None = None
) -> Answer:
    """Check that the ops bear the device's signature, then exchange; raises Unsigned, and what ``again`` raises."""
    signed = _check_signature(device, request)
    request = request if signed else request.model_copy(update={"signature": ""})
    return exchange(db, key, device, request, clock, again=again)


def exchange(
    db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock, *, again: Again | None = None
) -> Answer:
    """Take in what the office sends, then give out what is new to it; signed when nothing is left over.

    A program that is too old to read the answer may hand in its ops and gets their outcomes, nothing else.
    ``again`` tells within the transaction what the device is by now, and raises where it may not come any more.
    """
    now = clock()
    with db.write(device.reach) as con:
        if again:
            device = again(con, now=now)
            if device.signs and request.ops and not request.signature:
                raise Unsigned
        batch = Batch(db, con)
        chain, results, notes = _push(batch, device, request, now)
        readable = chain.state == "ok" and request.protocol >= protocol.OLDEST
        pages = _finish(batch, device, request, notes, out=readable)
    if pages is None:
        pages = _pull(db, device, request)
    whole = readable and not request.waiting and not any(page.more for page in pages)
    return Answer(
        protocol=min(request.protocol, protocol.VERSION), clock=now, chain=chain.state, acked_n=chain.n,
        acked_hash=chain.hash, results=list(results), pages=pages, revoked=device.revoked,
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


def _seen(device: Device, request: Exchange, now: int) -> Asked:
    signs = int(device.signs or bool(request.signature))
    seen: dict[str, object] = {
        "its_last_seen": now, "its_app": request.app, "its_waiting": request.waiting, "its_signs": signs,
        "its_skew": max(-FAR, min(FAR, request.clock - now)) if request.clock else 0, "its_disk": request.disk,
        "its_backed_up": request.backed_up,
    }  # fmt: skip
    return Asked(_SEEN, seen | {"device": device.id})


def _finish(
    batch: Batch, device: Device, request: Exchange, notes: tuple[Asked, ...], *, out: bool
) -> list[Page] | None:  # fmt: skip
    """Note what is left, and return the pages as far as they are known without reading rows; None otherwise."""
    if not out or not device.readable:
        batch.db.ask(batch.con, *notes)
        return []
    cursors = {scope: request.cursors.get(scope, "") for scope in device.readable}
    pages: list[Page] = []
    for scope, here in pull.places(batch.db, batch.con, cursors, *notes).items():
        page = pull.known_page(scope, cursors[scope], here, batch.written.get(scope, ()), limit=request.limit)
        if page is None:
            return None
        pages.append(page)
    return pages


def _push(batch: Batch, device: Device, request: Exchange, now: int) -> Pushed:
    seen = _seen(device, request, now)
    if request.inc == CITY:
        return Pushed(NOTHING, notes=(seen,))
    db, con = batch.db, batch.con
    owner, acked_n, acked_hash = push.lock_incarnation(db, con, request.inc, device.id)
    chain = _check(con, Chain("ok", acked_n, acked_hash), owner == device.id, request)
    if chain.state != "ok" or not request.ops:
        return Pushed(chain, notes=(seen,))
    end, notes = request.ops[-1], [seen]
    if end.n > chain.n:
        chain = Chain("ok", end.n, end.hash)
        told = {"its_acked_n": end.n, "its_acked_hash": end.hash, "its_signature": request.signature}
        notes.append(Asked(_ACKED, {"at": request.inc, **told}))
    sender = push.Sender(request.inc, device.id, device.label, device.writable, device.revoked, device.scope)
    return Pushed(chain, push.judge_all(db, con, request.ops, sender, now=now, batch=batch, notes=notes))


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
    """Tell whether an op that is not new is the one that the city took at its number.

    Where the log has none at that number, what came there was known already (from a copy of this computer) or
    unreadable: only that may come again. Another op there is the work of a second computer under the same incarnation.
    """
    if op.n > here.n:
        return True
    there = _hash_at(con, inc, op.n, here)
    return there == op.hash if there else _came_before(con, inc, op)


def _came_before(con: Connection, inc: str, wire: WireOp) -> bool:
    try:
        op = Op.parse(wire.body)
    except ValueError:
        return True
    known = select(OP_LOG.c.op_id).where(OP_LOG.c.op_id == op.op_id)
    return (op.inc, op.n) != (inc, wire.n) or con.scalar(known) is not None or bool(owners(con, op_ids=[op.op_id]))


def _hash_at(con: Connection, inc: str, n: int, here: Chain) -> str:
    """Return the hash the city saw at ``n``; empty where the op came earlier under another incarnation."""
    if n == here.n:
        return here.hash
    return con.scalar(select(OP_LOG.c.hash).where(OP_LOG.c.inc == inc, OP_LOG.c.n == n)) or ""


def _pull(db: Database, device: Device, request: Exchange) -> list[Page]:
    with db.read(device.reach) as con:
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
