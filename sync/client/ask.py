"""What this computer asks the city: its next ops, signed, and how far it has read each scope."""

from __future__ import annotations

from sipokat_desktop import __version__
from sipokat_desktop.storage.store import Store
from sync.protocol import Exchange, signed_chain

from . import apply
from .device import sign
from .outbox import Batch


def exchange(store: Store, batch: Batch, *, limit: int) -> Exchange:
    """Return the request with the ops of ``batch``; the city answers with at most ``limit`` rows a scope."""
    signature = ""
    if batch.ops:
        signature = sign(store.identity, signed_chain(batch.inc, batch.ops[-1].n, batch.ops[-1].hash))
    return Exchange(
        inc=batch.inc, acked_n=batch.acked_n, acked_hash=batch.acked_hash, app=__version__, clock=store.clock(),
        ops=batch.ops, signature=signature, cursors=apply.cursors(store.reader(), store.identity.scopes), limit=limit,
        waiting=batch.rest,
    )  # fmt: skip
