"""What this computer asks the city: its next ops, signed, and how far it has read each scope."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from sipokat_desktop import __version__
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import backup
from sipokat_desktop.storage.store import Store
from sync.protocol import Exchange, Page, signed_chain

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
        waiting=batch.rest, disk=_free(store), backed_up=int(store.setting(backup.LAST, "0")),
    )  # fmt: skip


def _free(store: Store) -> int:
    """Return how many bytes are free where the store is; 0 where the system does not say."""
    try:
        return shutil.disk_usage(store.folder).free
    except OSError:
        return 0


def adopt(store: Store, pages: Iterable[Page]) -> None:
    """Take note of offices that came under this one since it was enrolled: the city names them by their pages.

    A scope that does not belong to this office by its code is not taken note of, and its page not taken.
    """
    known = store.identity.scopes
    fresh = [page.scope for page in pages if page.scope not in known]
    if new := [scope for scope in fresh if known and wilayah.milik(known[0], scope)]:
        store.save_identity(store.identity._replace(scopes=(*known, *new)))
