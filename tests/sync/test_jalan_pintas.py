"""The short cuts of an exchange: pages known without reading rows, the door, and connections that died meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, delete, func, select, update
from sqlalchemy.exc import OperationalError

from sipokat_desktop.app import Office
from sync.client.http import Http, NetworkTrouble, SessionOver
from sync.protocol import Answer, Exchange
from sync.server import database, exchange, pull
from sync.server.database import Asked, Database
from sync.server.reach import ALL_SCOPES, NO_SCOPES, Reach
from sync.server.schema import DEVICE, META, OP_LOG, SESSION
from sync.server.wait import BelumPasti
from tests.kota import CityThread as City
from tests.sync.dunia import KELURAHAN, daftarkan, isi_rt, sinkron, ubah
from tests.sync.mutan import MUTAN
from tests.sync.riwayat import Riwayat

Buka = Callable[[str | Path], Office]
SEMUA = Asked(select(func.count()).select_from(META), {})


@dataclass(slots=True)
class Pengawas:
    """How many rows each page had that was given out unread, and those that are not what their rows make."""

    banyak: list[int] = field(default_factory=list)
    beda: list[str] = field(default_factory=list)


def _awasi(tambal: pytest.MonkeyPatch) -> Pengawas:
    """Compare every page that is given out unread with the one that is read in the same transaction."""
    asli, pengawas = exchange._finish, Pengawas()

    def selesai(batch: Any, device: Any, request: Any, notes: Any, *, out: bool) -> Any:
        pages = asli(batch, device, request, notes, out=out)
        for page in pages or ():
            sums = pull.digests(batch.con, [page.scope]).get(page.scope, {})
            cursor = request.cursors.get(page.scope, "")
            pengawas.banyak.append(len(page.rows))
            if page != pull.page(batch.con, page.scope, cursor, sums, limit=request.limit):
                pengawas.beda.append(f"{page.scope} sesudah {cursor}")
        return pages

    tambal.setattr(exchange, "_finish", selesai)
    return pengawas


@pytest.mark.usefixtures("panggung_acak")
@pytest.mark.parametrize("nama", MUTAN)
def test_a_page_that_was_not_read_is_the_page_that_would_be_read(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pengawas, m = _awasi(monkeypatch), Riwayat()
    try:
        MUTAN[nama].cerita(m)
    finally:
        m.teardown()
    assert pengawas.banyak
    assert pengawas.beda == []


def test_rows_just_written_and_nothing_new_are_not_read(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    pengawas = _awasi(monkeypatch)
    monkeypatch.setattr(exchange, "_pull", lambda *_args: pytest.fail("rows were read"))
    isi_rt(satu, 2)
    sinkron(satu)
    sinkron(satu)
    assert max(pengawas.banyak) > 0
    assert pengawas.banyak[-2:] == [0, 0]
    assert pengawas.beda == []


@pytest.mark.parametrize("salah", ["kurang satu baris", "kursor orang lain"])
def test_known_bad_a_wrong_short_cut_is_noticed(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch, salah: str
) -> None:
    """The comparison must find a written row that is left out, and a cursor that is not looked at."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    _rusak(monkeypatch, salah)
    pengawas = _awasi(monkeypatch)
    for pc, ke in ((satu, 2), (dua, 1)):
        isi_rt(pc, ke)
        with suppress(NetworkTrouble):
            sinkron(pc)
    assert pengawas.beda


def _rusak(tambal: pytest.MonkeyPatch, salah: str) -> None:
    asli = pull.known_page

    def known(scope: str, cursor: str, here: pull.Place, written: Any, *, limit: int) -> Any:
        if salah == "kursor orang lain":
            mulai = here.head - len(written)
            return asli(scope, f"{mulai}.{here.at_cursor}", here, written, limit=limit)
        page = asli(scope, cursor, here, written, limit=limit)
        return page.model_copy(update={"rows": page.rows[:-1]}) if page and page.rows else page

    tambal.setattr(pull, "known_page", known)


def test_a_session_that_ended_is_turned_away_inside_the_door(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    request = Exchange(inc=satu.store.identity.inc, acked_n=0, acked_hash="0" * 32)
    with closing(Http(city.url, satu.store.token)) as http:
        assert http.post("/sync/v1/exchange", request, Answer).chain == "ok"
        with city.db.write(ALL_SCOPES) as con:
            con.execute(delete(SESSION))
        with pytest.raises(SessionOver):
            http.post("/sync/v1/exchange", request, Answer)


def test_a_computer_revoked_inside_the_door_hands_in_and_is_given_nothing(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 2)
    with city.db.write(ALL_SCOPES) as con:
        con.execute(update(DEVICE).values(revoked=1))
    with pytest.raises(NetworkTrouble) as dicabut:
        sinkron(satu)
    assert dicabut.value.kind == "dicabut"
    with city.db.read(ALL_SCOPES) as con:
        akhir = select(OP_LOG.c.outcome).order_by(OP_LOG.c.n.desc()).limit(1)
        assert con.scalar(akhir) == "held"


def test_a_first_upload_of_a_thousand_rows_is_one_exchange_and_reads_no_row(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    satu.store.write("uji", lambda tx: [tx.insert("rt_orang", {"nama": f"Warga {ke}"}, scope=KELURAHAN)
                                        for ke in range(1000)])  # fmt: skip
    monkeypatch.setattr(exchange, "_pull", lambda *_args: pytest.fail("rows were read"))
    ringkas = satu.sync()
    assert (ringkas.sent, ringkas.rounds, ringkas.matching) == (1000, 1, True)


@pytest.mark.parametrize("city_url", ["postgres"], indirect=True)
def test_an_end_of_day_is_eleven_statements(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it changes: rows, digests, log and what is noted of the office go to PostgreSQL together."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, *range(1, 9))
    sinkron(satu)
    ubah(satu, "01", hp="081200001111")
    ubah(satu, "02", hp="081200002222")
    perintah: list[str] = []
    asli = psycopg.Cursor.execute

    def catat(cursor: Any, query: Any, *isi: Any, **lagi: Any) -> Any:
        perintah.append(str(query))
        return asli(cursor, query, *isi, **lagi)

    monkeypatch.setattr(psycopg.Cursor, "execute", catat)
    sinkron(satu)
    assert len(perintah) <= 11, perintah


def _putuskan(db: Database) -> None:
    """End every other connection of the database, as a restart of PostgreSQL does."""
    with psycopg.connect(db.url.replace("+psycopg", ""), autocommit=True) as con:
        con.execute("""SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()""")


def _tulis(db: Database, kunci: str, sebelum_usai: Callable[[], object] = lambda: None) -> None:
    with db.write(ALL_SCOPES) as con:
        db.upsert(con, META, [{"key": kunci, "value": "1"}])
        sebelum_usai()


def test_connections_that_died_between_two_requests_are_replaced(pg_url: str) -> None:
    with closing(Database(pg_url)) as db:
        _tulis(db, "a", lambda: _tulis(db, "c"))
        _putuskan(db)
        _tulis(db, "b", lambda: db.look(SEMUA))
        _putuskan(db)
        with db.read(ALL_SCOPES) as con:
            assert db.ask(con, SEMUA) == [[(3,)]]
            assert db.look(SEMUA) == [(3,)]
        _putuskan(db)
        assert db.look(SEMUA) == [(3,)]


def test_a_transaction_whose_connection_dies_fails_whole_and_the_next_goes_on(pg_url: str) -> None:
    with closing(Database(pg_url)) as db:
        with pytest.raises(BelumPasti):
            _tulis(db, "a", lambda: _putuskan(db))
        _tulis(db, "b")
        assert db.look(SEMUA) == [(1,)]


def test_known_bad_without_the_second_try_a_dead_connection_fails(pg_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def sekali(engine: Engine, how: str, reach: Reach = NO_SCOPES) -> Iterator[Connection]:
        with engine.connect().execution_options(sipokat=how, reach=reach) as con, con.begin():
            yield con

    monkeypatch.setattr(database, "transaction", sekali)
    with closing(Database(pg_url)) as db:
        _tulis(db, "a")
        _putuskan(db)
        with pytest.raises(OperationalError):
            _tulis(db, "b")


def test_an_office_does_not_notice_a_restart_of_postgresql(pg_url: str, office: Buka) -> None:
    with closing(City(pg_url)) as city:
        satu = daftarkan(office("a"), city)
        sinkron(satu)
        isi_rt(satu, 1)
        _putuskan(city.db)
        sinkron(satu)
        _putuskan(city.db)
        assert sinkron(satu).matching
