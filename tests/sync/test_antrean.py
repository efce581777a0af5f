"""What waits to be sent is found by its number, however long the log has grown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.store import Store
from sync.client import outbox
from sync.client.outbox import Sent
from sync.protocol import OpResult
from tests.unit import kantor


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with twelve ops, the first five of them answered."""
    with closing(Store(tmp_path, MODULES)) as store:
        kantor.isi_rt(store, 4)
        answered = "UPDATE sync_op SET state = 'acked', hasil = 'applied' WHERE n <= 5"
        store.local(lambda con: con.execute(answered))
        assert kantor.hitung(store)["sync_op"] == 12
        yield store


def _numbers(batch: outbox.Batch) -> list[int]:
    return [op.n for op in batch.ops]


def test_a_batch_begins_behind_what_was_answered(store: Store) -> None:
    con = store.reader()
    first = outbox.next_batch(con, 4)
    assert (_numbers(first), first.acked_n, first.rest) == ([6, 7, 8, 9], 5, 3)
    second = outbox.next_batch(con, 4, after=9)
    assert (_numbers(second), second.acked_n, second.rest) == ([10, 11, 12], 9, 0)
    nothing = outbox.next_batch(con, 4, after=12)
    assert (_numbers(nothing), nothing.acked_n, nothing.rest) == ([], 12, 0)


@pytest.mark.parametrize("outcome", ["applied", "merged"])
def test_an_answered_op_waits_for_its_page_and_is_then_closed(store: Store, outcome: str) -> None:
    sent = outbox.next_batch(store.reader(), 4).sent
    assert sent is not None
    ids = [str(row[0]) for row in store.reader().execute("SELECT op_id FROM sync_op WHERE n BETWEEN 6 AND 9")]
    results = [OpResult(op_id=op_id, outcome=outcome) for op_id in ids]  # type: ignore[arg-type]
    (scope,) = sent.scopes
    assert store.local(lambda con: outbox.settle(con, sent, results, frozenset())) == []
    assert _states(store.reader(), sent) == {"sent"}
    seen_again = store.local(lambda con: outbox.confirm(con, scope))
    assert bool(seen_again) == (outcome == "merged")
    assert _states(store.reader(), sent) == {"acked"}
    assert outbox.waiting(store.reader()) == 3


def _states(con: sqlite3.Connection, sent: Sent) -> set[str]:
    return {str(row[0]) for row in con.execute(f"SELECT state FROM sync_op WHERE {outbox.AMONG}", sent[:3])}


def test_no_exchange_reads_the_whole_log(store: Store) -> None:
    """Half a year of answered ops costs a sync nothing."""
    plans: list[str] = []

    def work(con: sqlite3.Connection) -> None:
        asked: list[str] = []
        con.set_trace_callback(asked.append)
        sent = outbox.next_batch(con, 4).sent
        outbox.settle(con, sent, [], frozenset())
        outbox.confirm(con, kantor.KELURAHAN)
        con.set_trace_callback(None)
        plans.extend(
            str(row[3]) for one in asked if "sync_op" in one for row in con.execute(f"EXPLAIN QUERY PLAN {one}")
        )

    store.local(work)
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN sync_op") and "sync_op_belum" not in plan]
