"""Asks whether another PC of this office works on the same thing now; without a line the answer is nobody."""

from __future__ import annotations

from contextlib import closing, suppress

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import SipokatError
from sipokat_desktop.storage.store import Store
from sync.protocol import LeaseAnswer, LeaseRequest

from . import text
from .http import Http, SessionOver
from .wire import Limits

SHORT = Limits(connect=3, read=3, whole=5)


def others(store: Store, key: str) -> list[str]:
    """Note that this PC works on ``key``; returns a sentence for each other PC that does. Never raises for the line."""
    if not store.identity.server or not (token := store.token):
        return []
    with suppress(SipokatError, SessionOver), closing(Http.of(store, token, limits=SHORT)) as http:
        answer = http.post("/sync/v1/lease", LeaseRequest(key=key, by=store.user), LeaseAnswer)
        return [
            text.SEDANG_DIKERJAKAN.format(label=o.label, oleh=o.by or "-", jam=tanggal.jam_wib(o.since))
            for o in answer.others
        ]
    return []
