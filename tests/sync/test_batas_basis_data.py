"""The second layer (keputusan/0049): PostgreSQL keeps B's rows from A even where the server's own checks are off."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from sqlalchemy import Connection, func, select

from sipokat_desktop.kernel import wilayah
from sync.pusat import checks
from sync.pusat.config import Config
from sync.server import (
    app,
    auth,
    batch,
    disputes,
    exchange,
    files,
    lease,
    migration,
    photo_routes,
    photos,
    policies,
    pull,
    push,
    slots,
)
from sync.server.database import Database
from sync.server.exchange import Device
from sync.server.reach import ALL_SCOPES, NO_SCOPES, of_office
from sync.server.schema import DOC, METADATA, REVERSAL
from sync.web import kantor, line
from tests.kota import CityThread
from tests.postgres import emptied
from tests.pusat.test_migrasi import OLD, load
from tests.sync.test_isolasi import permintaan
from tests.sync.tetangga import A, B, Tetangga, dirikan, serangan

OF_DEVICES = (
    app, auth, batch, disputes, exchange, files, kantor, lease, line, photo_routes, photos, pull, push, slots,
)  # fmt: skip
OF_PEOPLE = {"device", "invite", "person", "reading"}
"""Tables with a scope that are read before anybody is known, or are about persons of the web."""


@pytest.fixture
def pg_city(request: pytest.FixtureRequest) -> str:
    """The URL of a PostgreSQL database with the city's tables."""
    return str(request.getfixturevalue("_pg_city"))


@pytest.fixture
def tetangga(pg_city: str) -> Iterator[Tetangga]:
    """Two kelurahan at one city on PostgreSQL."""
    emptied(pg_city)
    with closing(CityThread(pg_city)) as city:
        dua = dirikan(city)
        yield dua
        dua.http.close()


@pytest.fixture
def checks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own checks of whose a row is are off: A's computer counts as one of B too."""
    monkeypatch.setattr(Device, "readable", property(lambda _device: (A, B, wilayah.KOTA)))
    monkeypatch.setattr(Device, "writable", property(lambda _device: frozenset((A, B, wilayah.KOTA))))
    monkeypatch.setattr(push, "not_its_own", lambda *_: "")
    monkeypatch.setattr(slots, "_own", lambda _batch, back: [{"entry": o["entry"], "by": o["by"]} for o in back])


def _attack(t: Tetangga) -> set[str]:
    """What comes out of B's when A's computer asks every route for it, and hands in every op that reaches for it."""
    told: set[str] = set()
    for one in permintaan(t):
        since = len(t.terkirim)
        answer = t.minta(one.method, one.path, t.token["sendiri"], **one.isi)
        told |= {f"{one.method} {one.path}: {what}" for what in t.bocor(answer, sejak=since)}
    at = replace(t.a.chain)
    for name, ops in serangan(t):
        answer = t.tukar(ops, cursors={B: "", wilayah.KOTA: ""})
        told |= {f"{name}: {what}" for what in t.bocor(answer)}
        if answer.status_code == 200:
            at = replace(t.a.chain)
            t.a.acked = (at.n, at.hash)
        else:
            t.a.chain.n, t.a.chain.hash = at.n, at.hash
    return told


def _reversed(t: Tetangga) -> int:
    with t.city.db.read(ALL_SCOPES) as con:
        return int(con.scalar(select(func.count()).select_from(REVERSAL).where(REVERSAL.c.entry.in_(_own(t)))) or 0)


def _own(t: Tetangga) -> list[str]:
    return [value for name, value in t.harta.kenal.items() if name.startswith("baris ")]


@pytest.mark.usefixtures("checks_off")
def test_without_the_servers_checks_no_row_of_b_is_read_or_written(
    tetangga: Tetangga, caplog: pytest.LogCaptureFixture
) -> None:
    before = tetangga.milik_b()
    assert not _attack(tetangga)
    assert tetangga.milik_b() == before
    assert not _reversed(tetangga)
    assert {one.getMessage() for one in caplog.records if one.name == "sipokat.pusat"} == {
        "basis data: InsufficientPrivilege"
    }


@pytest.mark.usefixtures("checks_off")
def test_known_bad_without_policies_the_same_attack_reads_and_writes(
    tetangga: Tetangga, caplog: pytest.LogCaptureFixture
) -> None:
    before = tetangga.milik_b()
    with _without_policies(tetangga):
        told = _attack(tetangga)
    assert {one.partition(":")[0] for one in told} >= {"GET /sync/v1/digest", "POST /sync/v1/rows"}
    after = tetangga.milik_b()
    assert all(after[what] != before[what] for what in ("doc", "digest", "commit"))
    assert _reversed(tetangga)
    caplog.clear()


@contextmanager
def _without_policies(t: Tetangga) -> Iterator[None]:
    _switch(t.city.db, "DISABLE")
    try:
        yield
    finally:
        _switch(t.city.db, "ENABLE")


def _switch(db: Database, how: str) -> None:
    with db.write() as con:
        for table in (*policies.GUARDED, REVERSAL.name):
            con.exec_driver_sql(f"ALTER TABLE {table} {how} ROW LEVEL SECURITY")


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "known bad"])
def test_a_query_without_its_condition_gives_no_row_of_b(
    tetangga: Tetangga, guarded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pull, "_AFTER", select(*pull._STATE).where(DOC.c.seq > 0).limit(1000))
    if guarded:
        assert not tetangga.bocor(tetangga.tukar([], cursors={}))
        return
    with _without_policies(tetangga):
        assert tetangga.bocor(tetangga.tukar([], cursors={}))


def _counts(con: Connection) -> dict[str, int]:
    tables = [METADATA.tables[name] for name in policies.GUARDED]
    return {one.name: int(con.scalar(select(func.count()).select_from(one)) or 0) for one in tables}


def test_who_says_nothing_sees_nothing_and_what_was_said_ends_with_the_transaction(tetangga: Tetangga) -> None:
    """As pgbouncer needs it: the next transaction on the same connection belongs to somebody else."""
    db = tetangga.city.db
    for how in (db.read, db.write):
        with how(ALL_SCOPES) as con:
            everything = _counts(con)
        with how() as con:
            assert set(_counts(con).values()) == {0}
        with how(of_office(A)) as con:
            own = _counts(con)
        assert 0 < own["doc"] < everything["doc"]
    assert NO_SCOPES.settings == ""
    assert all(everything[name] for name in ("doc", "op_log", "digest", "claim", "scope", "scope_commit", "photo"))


def test_a_name_that_is_no_scope_gets_no_way_into_the_settings() -> None:
    for name in ("*", "a'; SET LOCAL sipokat.baca = '*", "x,y", "a b", "a\n"):
        with pytest.raises(ValueError, match=r"."):
            of_office(name)
        with pytest.raises(ValueError, match=r"."):
            of_office(A, name)


def test_every_table_with_rows_of_offices_is_guarded() -> None:
    with_scope = {name for name, table in METADATA.tables.items() if "scope" in table.c}
    assert with_scope - OF_PEOPLE == policies.GUARDED.keys() - {"scope"}
    assert policies.GUARDED["scope"] == "id"


@pytest.mark.parametrize("module", OF_DEVICES, ids=lambda module: module.__name__)
def test_what_serves_offices_never_takes_all_scopes(module: ModuleType) -> None:
    assert "ALL_SCOPES" not in inspect.getsource(module)


def test_the_owner_of_the_tables_is_bound_and_a_superuser_is_noticed(pg_city: str, postgres: str) -> None:
    with closing(Database(pg_city)) as db, db.read() as con:
        assert not policies.passed_by(con)
    privileged = f"{postgres}/{pg_city.rpartition('/')[2]}"
    with closing(Database(privileged)) as db, db.read() as con:
        assert policies.passed_by(con)
    config = Config(basis_data=privileged)
    found = {one.apa: one for one in checks.everything(config, quick=True, now=0, progress=False)}
    assert (found["Batas kantor"].baik, "pengguna istimewa" in found["Batas kantor"].kalimat) == (False, True)


def _held(url: str) -> list[tuple[object, ...]]:
    """The policies of a database, the tables that bind their owner, and the functions."""
    with psycopg.connect(url) as con:
        found = con.execute("SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies").fetchall()
        found += con.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity").fetchall()
        found += con.execute("SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace").fetchall()
    return sorted(found, key=repr)


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_a_migrated_database_is_guarded_as_a_new_one(file: Path, pg_city: str, pg_url: str) -> None:
    load(pg_url, file)
    Database(pg_url, prepare=migration.upgrade).close()
    assert _held(pg_url) == _held(pg_city)
    assert len(_held(pg_city)) == 4 * len(policies.GUARDED) + 3 + len(policies.GUARDED) + 1 + 2


def test_copy_into_a_guarded_table_is_what_postgres_refuses(pg_city: str) -> None:
    """Why the server writes new rows by INSERT; when this passes no more, COPY may come back."""
    with psycopg.connect(pg_city) as con, pytest.raises(psycopg.errors.FeatureNotSupported):
        con.cursor().copy("COPY doc FROM STDIN").__enter__()
