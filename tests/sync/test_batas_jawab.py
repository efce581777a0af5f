"""A PostgreSQL that does not answer: the API's own deadline, an outcome that nobody knows, and reading elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from sqlalchemy import func, select

from sipokat_desktop.app import Office
from sync.client.http import NetworkTrouble
from sync.server import replica
from sync.server.app import BELUM_PASTI, SIBUK
from sync.server.database import Asked, Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import META, OP_LOG
from sync.server.wait import BelumPasti
from tests import postgres as mesin
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.dunia import daftarkan, isi_rt, sinkron

Buka = Callable[[str | Path], Office]
BATAS = 0.7
KUNCI = 20_26
"""The advisory lock at which a COMMIT waits, as it waits for a standby that is away."""
GANTUNG = f"""
    CREATE FUNCTION gantung() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared({KUNCI}); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER gantung AFTER INSERT ON {{}} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION gantung()"""
MENUNGGU = """FROM pg_stat_activity WHERE datname = current_database() AND query = 'COMMIT' AND state = 'active'"""


def ops(db: Database) -> int:
    """Count the ops that the city holds, of every office."""
    with db.read(ALL_SCOPES) as con:
        return con.scalar(select(func.count()).select_from(OP_LOG)) or 0


def _bunyi(db: Database) -> list[tuple[Any, ...]]:
    return db.look(Asked(select(META.c.value).where(META.c.key == "bunyi"), {}))


def _tulis(db: Database, kata: str) -> None:
    with db.write(ALL_SCOPES) as con:
        db.upsert(con, META, [{"key": "bunyi", "value": kata}])


@contextmanager
def gantung(url: str, tabel: str) -> Iterator[psycopg.Connection[Any]]:
    """Let every COMMIT that wrote to ``tabel`` hang; yields who can let it go."""
    with psycopg.connect(url, autocommit=True) as con:
        con.execute(GANTUNG.format(tabel))
        con.execute(f"SELECT pg_advisory_lock({KUNCI})")
        yield con


def _lepas(con: psycopg.Connection[Any]) -> None:
    con.execute(f"SELECT pg_advisory_unlock({KUNCI})")
    while con.execute(f"SELECT 1 {MENUNGGU}").fetchone():
        pass


@pytest.fixture
def kota(pg_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[CityThread]:
    """A city on PostgreSQL that waits for no answer longer than ``BATAS``."""
    monkeypatch.setattr("tests.kota.PATIENT_S", BATAS)
    with closing(CityThread(pg_url)) as city:
        yield city


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("tersimpan", [True, False])
def test_a_commit_without_answer_is_a_503_and_sending_again_counts_once(
    kota: CityThread, pg_url: str, office: Buka, *, tersimpan: bool
) -> None:
    satu = daftarkan(office("a"), kota)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    with gantung(pg_url, "op_log") as con:
        for _ in range(1 + tersimpan):
            with pytest.raises(NetworkTrouble) as gagal:
                sinkron(satu)
            assert gagal.value.kind == "sibuk"
            assert dunia.menunggu(satu) > 0
        if not tersimpan:
            con.execute(f"SELECT pg_terminate_backend(pid) {MENUNGGU}")
        _lepas(con)
    semua = satu.store.reader().execute("SELECT count(*) FROM sync_op").fetchone()[0]
    assert ops(kota.db) == (semua if tersimpan else 0)
    assert sinkron(satu).matching
    assert ops(kota.db) == semua
    assert dunia.menunggu(satu) == 0
    assert len(dunia.orang(satu, "nama")) == 2
    dunia.tenang(kota, satu)


def test_every_failure_of_the_database_is_a_503_with_a_sentence(kota: CityThread, pg_url: str, office: Buka,
                                                                caplog: pytest.LogCaptureFixture) -> None:  # fmt: skip
    satu = daftarkan(office("a"), kota)
    sinkron(satu)
    isi_rt(satu, 1)
    server, _, nama = pg_url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as con:
        con.execute(f"ALTER DATABASE {nama} ALLOW_CONNECTIONS false")
        con.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [nama])
        with requests.get(f"{kota.url}/sehat", timeout=20) as sehat:
            assert (sehat.status_code, sehat.json()["pesan"]) == (503, SIBUK)
            assert int(sehat.headers["Retry-After"]) > 0
        with pytest.raises(NetworkTrouble, match="sibuk"):
            sinkron(satu)
        con.execute(f"ALTER DATABASE {nama} ALLOW_CONNECTIONS true")
    assert sinkron(satu).matching
    assert "basis data: OperationalError" in caplog.text


def test_the_deadline_ends_only_what_waits_too_long(pg_url: str) -> None:
    with closing(Database(pg_url, batas=BATAS)) as db, gantung(pg_url, "meta") as con:
        with pytest.raises(BelumPasti):
            _tulis(db, "a")
        _lepas(con)
        assert _bunyi(db) == [("a",)]
        for _ in range(6):
            with db.read(ALL_SCOPES) as baca:
                db.ask(baca, Asked(select(func.pg_sleep(BATAS / 5)), {}))


def test_known_bad_without_a_deadline_the_request_hangs(pg_url: str) -> None:
    with closing(Database(pg_url, batas=0)) as db, gantung(pg_url, "meta") as con:
        utas = threading.Thread(target=_tulis, args=(db, "a"))
        utas.start()
        utas.join(BATAS * 2)
        menggantung = utas.is_alive()
        _lepas(con)
        utas.join()
        assert menggantung


def test_only_reads_that_may_be_old_go_to_the_replica_and_back_when_it_is_away(
    pg_url: str, postgres: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with mesin.database(postgres) as lain:
        for url, kata in ((pg_url, "utama"), (lain, "salinan")):
            with closing(Database(url)) as db:
                _tulis(db, kata)
        with closing(Database(pg_url, baca=lain)) as db:
            assert (_dibaca(db, stale_ok=True), _dibaca(db, stale_ok=False)) == ("salinan", "utama")
            server, _, nama = lain.rpartition("/")
            with psycopg.connect(f"{server}/postgres", autocommit=True) as con:
                con.execute(f"ALTER DATABASE {nama} ALLOW_CONNECTIONS false")
                con.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [nama])
                assert _dibaca(db, stale_ok=True) == "utama"
                con.execute(f"ALTER DATABASE {nama} ALLOW_CONNECTIONS true")
            assert _dibaca(db, stale_ok=True) == "utama"
            monkeypatch.setattr(replica, "AWAY_S", 0)
            db._replica = replica.Replica(lain, BATAS)
            assert _dibaca(db, stale_ok=True) == "salinan"
    assert caplog.text.count("basis data baca tidak menjawab") == 1


def _dibaca(db: Database, *, stale_ok: bool) -> str:
    with db.read(stale_ok=stale_ok) as con:
        return str(con.scalar(select(META.c.value).where(META.c.key == "bunyi")))


def test_the_sentence_of_an_unknown_outcome_says_what_to_do() -> None:
    assert "dikirim lagi" in BELUM_PASTI
    assert "ulangi" in BelumPasti().lengkap
