"""I14: twelve offices push into one scope of a real PostgreSQL while another reads: no row lost, none overwritten."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random

import psycopg
import pytest
from sqlalchemy import Connection, event, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.canonical import Fields
from sync.protocol import Answer, Row
from sync.server import batch, pull, push
from sync.server.database import Database
from sync.server.keys import ServerKey
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, OP_LOG
from tests.kota import PATIENT_S, QuickCity
from tests.sync.dunia import KELURAHAN
from tests.sync.perangkat import Perangkat, sesi_http

UTAS, KIRIMAN = 12, 20
FIELDS = ("hp", "alamat", "catatan", "npwp", "ukuran", "golongan", "rangkap", "tempat_lahir", "kelamin",
          "tanggal_lahir", "lain_a", "lain_b")  # fmt: skip
Kerja = Callable[[Perangkat, int], None]


@pytest.fixture
def db(pg_url: str) -> Iterator[Database]:
    """A fresh city database on PostgreSQL whose commits come a little late, each at its own time."""
    acak = Random(1)
    with closing(Database(pg_url, batas=PATIENT_S)) as database:
        event.listen(database.engine, "commit", lambda con: _tunda(con, acak))
        yield database


def _tunda(con: Connection, acak: Random) -> None:
    if con.get_isolation_level() == "READ COMMITTED":
        con.exec_driver_sql(f"SELECT pg_sleep({acak.random() / 100})")


def _ramai(kerja: Kerja, kantor: Callable[[], Perangkat], baca: Callable[[str], Answer]) -> dict[str, Row]:
    """Run ``kerja`` in twelve offices at once while a thirteenth reads on; returns what the reader got."""
    mulai, usai = threading.Barrier(UTAS), threading.Event()
    diambil: dict[str, Row] = {}

    def pembaca() -> int:
        cursor, kali = "", 0
        while True:
            terakhir = usai.is_set()
            page = next(p for p in baca(cursor).pages if p.scope == KELURAHAN)
            assert not page.resync
            diambil.update({row[1]: row for row in page.rows})
            cursor, kali = page.cursor, kali + 1
            if terakhir and not page.more:
                return kali

    def satu(ke: int) -> None:
        mulai.wait(60)
        kerja(para[ke], ke)

    # One after another: enrolment builds an application, and FastAPI cannot be set up by several threads at once.
    para = [kantor() for _ in range(UTAS)]
    with ThreadPoolExecutor(UTAS + 1) as pool:
        pembacaan = pool.submit(pembaca)
        try:
            list(pool.map(satu, range(UTAS)))
        finally:
            usai.set()
        assert pembacaan.result() > UTAS
    return diambil


def _langsung(db: Database, kerja: Kerja) -> dict[str, Row]:
    key = ServerKey(db)
    pembaca = Perangkat(db, key)
    return _ramai(kerja, lambda: Perangkat(db, key), pembaca.ambil)


def _tambah(pc: Perangkat, ke: int) -> None:
    for _ in range(KIRIMAN):
        slot: Fields = {"slot": f"a|b|{ke}", "jumlah": 1}
        pc.kirim(*(("append", "insentif_mutasi", ids.new_id(), slot) for _ in range(2)))


def _utuh(db: Database, diambil: dict[str, Row]) -> None:
    """Every row of the city reached the reader in its last state."""
    with db.read(ALL_SCOPES) as con:
        docs = {r.id: (r.seq, r.doc) for r in con.execute(select(DOC).where(DOC.c.scope == KELURAHAN))}
        assert con.scalar(select(func.count()).select_from(OP_LOG)) == UTAS * KIRIMAN * 2
    assert not docs.keys() - diambil.keys(), f"I14: {len(docs.keys() - diambil.keys())} of {len(docs)} rows were lost"
    assert len(docs) >= UTAS * KIRIMAN * 2
    assert {i: (row[2], row[4]) for i, row in diambil.items()} == docs, "I14: the reader has an old state"


def test_twelve_writers_and_a_reader_lose_nothing(db: Database) -> None:
    _utuh(db, _langsung(db, _tambah))


def test_twelve_writers_over_http_lose_nothing(pg_url: str, tmp_path: Path) -> None:
    """The same through the server as it is run: its own process, its own threads, its own connections."""
    with closing(QuickCity(pg_url, tmp_path)) as city:
        key = ServerKey(city.db)

        def kantor() -> Perangkat:
            pc = Perangkat(city.db, key)
            token, http = pc.daftar(), sesi_http()
            pc.tanya = lambda pesan: Answer.model_validate_json(
                http.post(
                    f"{city.url}/sync/v1/exchange", data=pesan.model_dump_json(), timeout=60,
                    headers={"Authorization": f"Bearer {token}"},
                ).content
            )  # fmt: skip
            return pc

        _utuh(city.db, _ramai(_tambah, kantor, kantor().ambil))


def test_twelve_writers_of_one_row_overwrite_nothing(db: Database) -> None:
    """Each office edits its own field of the same person: every last value must stand."""
    pertama = Perangkat(db, ServerKey(db))
    pertama.kirim(("set", "rt_orang", "orang", {"nama": "Budi"}))

    def sunting(pc: Perangkat, ke: int) -> None:
        for kali in range(KIRIMAN):
            pc.kirim(("set", "rt_orang", "orang", {FIELDS[ke]: str(kali)}))

    diambil = _langsung(db, sunting)
    with db.read(ALL_SCOPES) as con:
        doc = json.loads(str(con.scalar(select(DOC.c.doc).where(DOC.c.id == "orang"))))
    assert doc == {"nama": "Budi"} | dict.fromkeys(FIELDS, str(KIRIMAN - 1))
    assert json.loads(diambil["orang"][4]) == doc


def test_known_bad_a_bigserial_cursor_loses_rows(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers from a sequence, read with ``seq > cursor``: whoever commits later with a lower number is passed over."""
    with db.write(ALL_SCOPES) as con:
        con.exec_driver_sql("CREATE SEQUENCE nomor_asal INCREMENT 10")
    monkeypatch.setattr(push, "lock_scopes", lambda _db, _con, _scopes: None)
    monkeypatch.setattr(batch, "_digests", lambda *_args: [])
    monkeypatch.setattr(batch, "_RAISED", text("SELECT nextval('nomor_asal') WHERE :at <> '' AND :more > 0"))
    monkeypatch.setattr(pull, "_position", lambda _con, _scope, cursor: (int(cursor.partition(".")[0] or 0), False))
    with pytest.raises(AssertionError, match="rows were lost"):
        _utuh(db, _langsung(db, _tambah))


def test_known_bad_without_the_lock_rows_are_lost_or_refused(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pushes read the same digest: the sums no longer fit, or the database refuses the second number."""
    monkeypatch.setattr(push, "lock_scopes", lambda _db, _con, _scopes: None)
    with pytest.raises((AssertionError, SQLAlchemyError, psycopg.Error, RuntimeError)):
        _berjumlah(db)


def _berjumlah(db: Database) -> None:
    _utuh(db, _langsung(db, _tambah))
    with db.read(ALL_SCOPES) as con:
        banyak = con.scalar(select(func.count()).select_from(DOC).where(DOC.c.tbl == "insentif_mutasi"))
        assert pull.digests(con, [KELURAHAN])[KELURAHAN]["insentif_mutasi"].count == banyak


def test_known_bad_rows_read_before_the_lock_are_noticed(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that was here once: a row is read, the lock waited for, the stale row written."""
    asli, tulis = push.lock_scopes, push.commit
    monkeypatch.setattr(push, "lock_scopes", lambda _db, _con, _scopes: None)

    def terlambat(db_: Database, con: Connection, isi: batch.Batch, *, now: int) -> None:
        asli(db_, con, [KELURAHAN])
        tulis(db_, con, isi, now=now)

    monkeypatch.setattr(push, "commit", terlambat)
    with pytest.raises(AssertionError):
        test_twelve_writers_of_one_row_overwrite_nothing(db)
