"""Takes one answer of the city in, all of it or nothing: outcomes, pages, and in the end digests and receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Table
from sync.protocol import Answer, Page

from . import apply, digest, outbox, receipt, text
from .apply import Rows
from .outbox import Sent
from .trouble import NetworkTrouble

PAGE, PUSH = "halaman", "kiriman"
"""Settings: how many rows to ask for, and ops to send, on a line that was too slow for more."""


class Here(NamedTuple):
    """This PC while it takes an answer in: its tables and scopes, and the time (UTC ms)."""

    tables: Mapping[str, Table]
    scopes: tuple[str, ...]
    now: int


@dataclass(frozen=True, slots=True)
class Before:
    """What the sync did so far, for the receipt; ``repairs`` counts how often differing rows were fetched; ``noted``
    are settings to keep with it."""

    sent: int = 0
    received: int = 0
    repairs: int = 0
    noted: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Taken:
    """What one answer did: changed rows; per scope the tables whose digests differ; the receipt's number."""

    rows: Rows = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    receipt: int = 0


def take(con: sqlite.Connection, here: Here, answer: Answer, sent: Sent | None, before: Before) -> Taken:
    """Take ``answer`` in; the caller has checked its receipt's signature. Raises NetworkTrouble."""
    if not {page.scope for page in answer.pages} <= set(here.scopes):
        raise NetworkTrouble("wilayah", text.WILAYAH_ASING, text.HUBUNGI)
    again = outbox.settle(con, sent, answer.results, {page.scope for page in answer.pages if not page.more})
    taken = Taken()
    for page in answer.pages:
        if not page.more:
            again += outbox.confirm(con, page.scope)
        apply.merge(taken.rows, apply.take_page(con, page, here.tables, here.now))
    apply.merge(taken.rows, apply.show_again(con, again, here.tables))
    if any(page.resync for page in answer.pages):
        outbox.requeue_all(con)
    if answer.receipt and not any(page.more or page.resync for page in answer.pages):
        taken.wrong = _differing(con, answer.pages, here.now, anew=before.repairs > 0)
        if not taken.wrong or before.repairs > 1:
            taken.receipt = _keep(con, here, answer, sent, before, taken)
    return taken


def _differing(con: sqlite.Connection, pages: list[Page], now: int, *, anew: bool) -> dict[str, list[str]]:
    """Hold this PC's digests against the city's; returns per scope the tables that differ."""
    own = digest.counted(con, [page.scope for page in pages], now, anew=anew)
    wrong: dict[str, list[str]] = {}
    for page in pages:
        here = own[page.scope]
        there = {table: (d.count, d.sum) for table, d in (page.digest or {}).items()}
        if here != there:
            wrong[page.scope] = sorted(t for t in here.keys() | there.keys() if here.get(t) != there.get(t))
    return wrong


def _keep(con: sqlite.Connection, here: Here, answer: Answer, sent: Sent | None, before: Before, taken: Taken) -> int:
    if answer.receipt is None:
        return 0
    count = before.sent + (sent.last - sent.first + 1 if sent else 0)
    received = before.received + sum(map(len, taken.rows.values()))
    con.execute("DELETE FROM setelan WHERE kunci IN (?, ?)", (PAGE, PUSH))
    con.executemany("INSERT OR REPLACE INTO setelan VALUES (?, ?)", before.noted.items())
    kept = receipt.Kept(answer.receipt, not taken.wrong, count, received, outbox.stuck(con))
    return receipt.keep(con, kept, [page.scope for page in answer.pages], here.now)
