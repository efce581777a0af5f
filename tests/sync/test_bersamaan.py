"""I14: many offices push into one scope of a real PostgreSQL while another reads; no row is lost, none overwritten."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from sipokat_desktop.kernel import canonical, clock, ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.oplog import Chain
from sync.protocol import Answer, Exchange, Row, WireOp
from sync.server import push
from sync.server.database import Database
from sync.server.exchange import Device, exchange
from sync.server.keys import ServerKey
from sync.server.schema import DOC, OP_LOG
from tests.sync.dunia import KELURAHAN

UTAS, KIRIMAN = 8, 25
FIELDS = ("hp", "alamat", "catatan", "npwp", "ukuran", "golongan", "rangkap", "tempat_lahir")


class Kantor:
    """An office as the server sees it: ops on a chain, pushed straight into :func:`exchange`."""

    def __init__(self, db: Database, key: ServerKey) -> None:
        self.db, self.key = db, key
        self.chain = Chain(ids.new_id(), 0, canonical.GENESIS, 0)
        self.device = Device(ids.new_id(), KELURAHAN, "PC", revoked=False)
        self.acked = (0, canonical.GENESIS)

    def kirim(self, *changes: tuple[str, str, str, Fields]) -> Answer:
        """Push (kind, table, row, fields) and forget the pages."""
        ops = []
        for kind, table, row, fields in changes:
            op: dict[str, object] = {
                "op_id": ids.new_id(), "act": "uji", "act_id": "a", "by": "Rina", "kind": kind, "table": table,
                "row": row, "scope": KELURAHAN, "fields": fields, "seen": {name: "x" for name in fields},
            }  # fmt: skip
            body = self.chain.link(op, clock.now_ms())
            ops.append(WireOp(n=self.chain.n, hash=self.chain.hash, body=body))
        answer = self._tanya(
            Exchange(inc=self.chain.inc, acked_n=self.acked[0], acked_hash=self.acked[1], ops=ops, limit=1)
        )
        assert answer.chain == "ok"
        self.acked = (self.chain.n, self.chain.hash)
        return answer

    def ambil(self, cursor: str) -> Answer:
        """Pull a page after ``cursor``."""
        return self._tanya(
            Exchange(
                inc=self.chain.inc,
                acked_n=self.acked[0],
                acked_hash=self.acked[1],
                cursors={KELURAHAN: cursor},
                limit=40,
            )
        )

    def _tanya(self, request: Exchange) -> Answer:
        return exchange(self.db, self.key, self.device, request, clock.now_ms)


@pytest.fixture
def db(pg_url: str) -> Iterator[Database]:
    """A fresh city database on PostgreSQL."""
    with closing(Database(pg_url)) as database:
        yield database


def _ramai(db: Database, kerja: Callable[[Kantor, int], None]) -> dict[str, Row]:
    """Run ``kerja`` in eight offices at once while a ninth reads; returns what the reader got."""
    key = ServerKey(db)
    mulai, usai = threading.Barrier(UTAS), threading.Event()
    diambil: dict[str, Row] = {}

    def pembaca() -> None:
        kantor, cursor = Kantor(db, key), ""
        while True:
            terakhir = usai.is_set()
            page = next(p for p in kantor.ambil(cursor).pages if p.scope == KELURAHAN)
            assert not page.resync
            diambil.update({row[1]: row for row in page.rows})
            cursor = page.cursor
            if terakhir and not page.more:
                return

    def satu(ke: int) -> None:
        kantor = Kantor(db, key)
        mulai.wait()
        kerja(kantor, ke)

    with ThreadPoolExecutor(UTAS + 1) as pool:
        baca = pool.submit(pembaca)
        try:
            list(pool.map(satu, range(UTAS)))
        finally:
            usai.set()
        baca.result()
    return diambil


def _tambah(kantor: Kantor, ke: int) -> None:
    for _ in range(KIRIMAN):
        slot: Fields = {"slot": f"a|b|{ke}", "jumlah": 1}
        kantor.kirim(*(("append", "insentif_mutasi", ids.new_id(), slot) for _ in range(2)))


def test_eight_writers_and_a_reader_lose_nothing(db: Database) -> None:
    diambil = _ramai(db, _tambah)
    with db.read() as con:
        docs = {r.id: (r.seq, r.doc) for r in con.execute(select(DOC).where(DOC.c.scope == KELURAHAN))}
        assert con.scalar(select(func.count()).select_from(OP_LOG)) == UTAS * KIRIMAN * 2
    assert len([1 for i in docs if i in diambil]) == len(docs) >= UTAS * KIRIMAN * 2
    assert {i: (row[2], row[4]) for i, row in diambil.items()} == docs
    assert sorted(seq for seq, _ in docs.values())[-1] >= len(docs)


def test_eight_writers_of_one_row_overwrite_nothing(db: Database) -> None:
    """Each office edits its own field of the same person: every last value must stand."""
    pertama = Kantor(db, ServerKey(db))
    pertama.kirim(("set", "rt_orang", "orang", {"nama": "Budi"}))

    def sunting(kantor: Kantor, ke: int) -> None:
        for kali in range(KIRIMAN):
            kantor.kirim(("set", "rt_orang", "orang", {FIELDS[ke]: str(kali)}))

    diambil = _ramai(db, sunting)
    with db.read() as con:
        doc = json.loads(str(con.scalar(select(DOC.c.doc).where(DOC.c.id == "orang"))))
    assert doc == {"nama": "Budi"} | dict.fromkeys(FIELDS, str(KIRIMAN - 1))
    assert json.loads(diambil["orang"][4]) == doc


def test_without_the_lock_the_harness_notices(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad control: rows are lost, or the database refuses the second number."""
    asli = push.lock_scopes
    monkeypatch.setattr(push, "lock_scopes", lambda db, con, _scopes: asli(db, con, ()))
    with pytest.raises((AssertionError, SQLAlchemyError, RuntimeError)):
        test_eight_writers_and_a_reader_lose_nothing(db)


def test_rows_read_before_the_lock_are_noticed(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad control: the order that was here once; a row is read, the lock waited for, the stale row written."""
    asli = push.lock_scopes
    monkeypatch.setattr(push, "lock_scopes", lambda _db, _con, _scopes: None)

    def terlambat(*args: object, **kwargs: object) -> None:
        db_, con, *_ = args
        asli(db_, con, [KELURAHAN])  # type: ignore[arg-type]
        tulis(*args, **kwargs)  # type: ignore[arg-type]

    tulis = push.commit
    monkeypatch.setattr(push, "commit", terlambat)
    with pytest.raises(AssertionError):
        test_eight_writers_of_one_row_overwrite_nothing(db)
