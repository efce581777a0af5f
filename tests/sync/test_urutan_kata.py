"""A city whose database sorts by a language instead of by bytes: the same pages, digests and lists as any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import psycopg
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.storage.command import CityDoc
from sync.protocol import Page
from sync.server import city, pull
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, METADATA, SCOPE
from tests.kota import CityThread
from tests.postgres import OWNER, administered
from tests.sync.dunia import KELURAHAN, LAIN, daftarkan, isi_rt, periksa_tenang, sinkron, ubah

Buka = Callable[[str | Path], Office]
ICU = "LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'id-ID'"
KATA = ["zaki", "Abidin", "abidin", "Ábidin", "a-b", "A B", "_a"]
"""In another order by bytes than by a language."""
LIMIT = 3


class Given(NamedTuple):
    """What the city gives out of everything it holds."""

    pages: dict[str, list[Page]]
    digests: dict[str, dict[str, object]]
    tables: dict[str, list[str]]
    lists: dict[str, list[CityDoc]]


@contextmanager
def _sorted_by(pg_url: str, sorts: str) -> Iterator[str]:
    name = f"uji_{uuid4().hex[:12]}"
    with psycopg.connect(administered(pg_url), autocommit=True) as con:
        con.execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE template0 ENCODING 'UTF8' {sorts}")
        try:
            yield f"{pg_url.rpartition('/')[0]}/{name}"
        finally:
            con.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _given(db: Database) -> Given:
    with db.read(ALL_SCOPES) as con:
        scopes = sorted(con.scalars(select(SCOPE.c.id)))
        tables = sorted(set(con.scalars(select(DOC.c.tbl))))
        digests = pull.digests(con, scopes)
        pages: dict[str, list[Page]] = {}
        for scope in scopes:
            cursor = ""
            while not pages.get(scope) or pages[scope][-1].more:
                page = pull.page(con, scope, cursor, digests.get(scope, {}), limit=LIMIT)
                pages.setdefault(scope, []).append(page)
                cursor = page.cursor
        order = {scope: [*found.items()] for scope, found in digests.items()}
    lists = {table: city.Rows(db, now_ms()).rows(table) for table in tables}
    return Given(pages, {s: dict(o) for s, o in order.items()}, {s: [*dict(o)] for s, o in order.items()}, lists)


def _copied(source: Database, target: Database) -> None:
    """Bring every row of one city's database into another that has the same tables."""
    for table in METADATA.sorted_tables:
        with source.read(ALL_SCOPES) as con:
            rows = [dict(row) for row in con.execute(select(table)).mappings()]
        with target.write(ALL_SCOPES) as con:
            con.execute(table.delete())
            if rows:
                con.execute(table.insert(), rows)


def _worked(office: Buka, at: CityThread) -> list[Office]:
    """Two computers of a kelurahan and one of another, quiet at the end; the second reads small pages."""
    first, other = daftarkan(office("pc"), at), daftarkan(office("lain"), at, LAIN)
    for one in (first, other):
        isi_rt(one, *range(1, len(KATA) + 1))
        for ke, kata in enumerate(KATA, 1):
            ubah(one, f"{ke:02d}", nama=kata)
        sinkron(one)
    second = daftarkan(office("kedua"), at)
    sinkron(second, limit=LIMIT)
    return [first, second]


def test_language_of_the_database_changes_nothing_that_offices_get(pg_url: str, office: Buka) -> None:
    with ExitStack() as things:
        by_language = things.enter_context(closing(CityThread(things.enter_context(_sorted_by(pg_url, ICU)))))
        with by_language.db.read() as con:
            assert con.exec_driver_sql("SELECT 'a' < 'B'").scalar(), "known bad: by bytes it is not"
        offices = _worked(office, by_language)
        periksa_tenang(by_language.db, offices, KELURAHAN)
        with closing(CityThread(pg_url)) as by_bytes:
            with by_bytes.db.read() as con:
                assert not con.exec_driver_sql("SELECT 'a' < 'B'").scalar()
            _copied(by_language.db, by_bytes.db)
            one, two = _given(by_language.db), _given(by_bytes.db)
    assert sum(map(len, one.pages.values())) > 4
    assert one.pages == two.pages
    assert one.digests == two.digests
    assert one.tables == two.tables
    assert one.lists == two.lists
