"""Rows reach PostgreSQL as binary arrays: whatever a text holds comes back the same, and many rows need no COPY."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sync.server import arrays
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import CLAIM, DIGEST

TEKS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
ANGKA = st.integers(-(1 << 63), (1 << 63) - 1)


@pytest.fixture
def db(pg_url: str) -> Iterator[Database]:
    with closing(Database(pg_url)) as opened:
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(rows=st.dictionaries(TEKS, st.tuples(TEKS, ANGKA), min_size=1))
def test_every_text_and_number_comes_back(db: Database, rows: dict[str, tuple[str, int]]) -> None:
    isi = [{"scope": "s", "tbl": tbl, "total": total, "sum": sums} for tbl, (sums, total) in rows.items()]
    with db.write(ALL_SCOPES) as con:
        db.upsert(con, DIGEST, isi)
        keys = [{"scope": "s", "tbl": tbl} for tbl in rows]
        found = db.matching(con, DIGEST, keys, ("tbl", "sum", "total"))
        assert {tbl: (sums, total) for tbl, sums, total in found} == rows
        assert {tbl for (tbl,) in db.matching(con, DIGEST, [{"tbl": tbl} for tbl in rows], ("tbl",))} == rows.keys()


def test_thousands_of_rows_go_in_at_once(db: Database) -> None:
    with db.write(ALL_SCOPES) as con:
        db.insert(con, DIGEST, [{"scope": "s", "tbl": f"t{n}", "total": n, "sum": ""} for n in range(3000)])
        found = con.execute(select(DIGEST.c.tbl, DIGEST.c.total)).fetchall()
    assert {(row.tbl, row.total) for row in found} == {(f"t{n}", n) for n in range(3000)}


def test_a_number_in_a_column_of_texts_is_its_text_and_nothing_is_null(db: Database) -> None:
    row = {"entry": "e", "scope": "s", "tbl": "t", "slot": 5}
    with db.write(ALL_SCOPES) as con:
        db.insert(con, CLAIM, [row, row | {"entry": "f", "slot": "—"}])
        assert con.execute(select(CLAIM.c.slot).order_by(CLAIM.c.entry)).scalars().all() == ["5", "—"]
    with pytest.raises(psycopg.errors.NotNullViolation), db.write(ALL_SCOPES) as con:
        db.insert(con, CLAIM, [row | {"entry": "g", "slot": None}])


def test_what_the_arrays_say_is_what_the_driver_itself_would_write(pg_url: str) -> None:
    with psycopg.connect(pg_url) as con:
        sql = "SELECT %b::text[], %b::bigint[], %b::text[]"
        isi = ["", "é", "{,}", 'NULL"', "\x1f"], [0, -1, 1 << 62], ["a", None, "7"]
        kata = arrays.texts(isi[0]), arrays.numbers(isi[1]), arrays.texts(["a", None, 7])
        assert con.execute(sql, kata).fetchone() == isi
