"""Every schema that the city's database ever had comes forward, whole, on both engines; the program refuses others."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, DefaultClause, create_engine, inspect, text

from sync.pusat import cli
from sync.server import migration, sums
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import METADATA
from tests.anak import Anak
from tests.pusat import buat_kota_lama

ROOT = Path(__file__).resolve().parents[2]
OLD = sorted((ROOT / "tests/data/old_city").glob("*.sql"), key=lambda file: int(file.stem.partition("-")[0]))


def _run(url: str, work: Callable[[Connection], object]) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as con:
        work(con)
    engine.dispose()


def load(url: str, file: Path) -> None:
    _run(url, lambda con: [con.exec_driver_sql(line.replace("%", "%%") if "sqlite" not in url else line)
                           for line in file.read_text(encoding="utf-8").split(";\n") if line.strip()])  # fmt: skip


def _differences(con: Connection) -> list[object]:
    """What sets the tables apart from those that the program describes; the order of columns in a key counts."""
    found: list[object] = list(compare_metadata(MigrationContext.configure(con), METADATA))
    there = inspect(con)
    for table in METADATA.sorted_tables:
        key = there.get_pk_constraint(table.name)["constrained_columns"] if there.has_table(table.name) else []
        if key != [column.name for column in table.primary_key]:
            found.append((table.name, key))
        defaults = {c["name"]: c["default"] for c in there.get_columns(table.name)} if key else {}
        found += [(table.name, c.name) for c in table.columns if _default(c) != _plain(defaults.get(c.name))]
    return found


def _default(column: Column[Any]) -> str | None:
    return str(column.server_default.arg) if isinstance(column.server_default, DefaultClause) else None


def _plain(default: str | None) -> str | None:
    """Return a default as its text, whatever the engine calls its type."""
    return default.partition("::")[0].strip("'") if default is not None else None


def _rows(con: Connection, table: str, names: list[str]) -> list[tuple[object, ...]]:
    columns = ", ".join(f'"{name}"' for name in names)
    return sorted(tuple(row) for row in con.execute(text(f"SELECT {columns} FROM {table}")))


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_old_schema_comes_forward_with_its_rows(file: Path, url: str) -> None:
    load(url, file)
    made = set(re.findall(r"CREATE TABLE (\w+)", file.read_text(encoding="utf-8")))
    with pytest.raises(migration.SkemaLain, match="belum disiapkan"):
        Database(url)
    with closing(Database(url, prepare=migration.upgrade)) as db, db.read(ALL_SCOPES) as con:
        assert migration.state(con) is migration.State.FITS
        assert _differences(con) == []
        for table, rows in buat_kota_lama.rows().items():
            names = [name for name in rows[0] if not name.startswith("_") and name not in ("box_key", "oleh", "asal")]
            names = [name for name in names if not (table == "doc" and name == "at")]
            wanted = sorted(tuple(row[name] for name in names) for row in rows) if table in made else []
            assert _rows(con, table, names) == wanted, table
        assert sums.scopes(con) + sums.chains(con) == []


def test_new_database_is_what_the_revisions_make(url: str) -> None:
    """Both ways to the newest schema meet: at once, and step by step from the oldest."""
    with closing(Database(url)) as db, db.read(ALL_SCOPES) as con:
        assert _differences(con) == []
    assert ScriptDirectory(str(ROOT / "sync/server/migrasi")).get_current_head() == migration.HEAD


def test_comparison_notices_what_is_missing_or_in_another_order(url: str) -> None:
    """The known-bad control."""
    Database(url).close()
    _run(url, lambda con: con.exec_driver_sql("ALTER TABLE device DROP COLUMN app"))
    _run(url, lambda con: con.exec_driver_sql("DROP TABLE reversal"))
    _run(url, lambda con: con.exec_driver_sql('CREATE TABLE reversal ("by" TEXT NOT NULL, entry TEXT PRIMARY KEY)'))
    _run(url, lambda con: con.exec_driver_sql("DROP TABLE photo"))
    _run(url, lambda con: con.exec_driver_sql(
        "CREATE TABLE photo (scope TEXT, key TEXT, bytes BIGINT DEFAULT '0' NOT NULL, device_id TEXT NOT NULL, "
        "at BIGINT DEFAULT '0' NOT NULL, PRIMARY KEY (key, scope))"))  # fmt: skip
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as con:
        said = str(_differences(con))
    engine.dispose()
    assert "'app'" in said
    assert "('photo', ['key', 'scope'])" in said


def test_newer_database_is_refused_and_left_alone(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    Database(url).close()
    _run(url, lambda con: con.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    for words in (["kantor", "daftar"], ["jalankan"], ["siapkan"]):
        assert cli.main([*words, "--db", url]) == 1
        assert "versi program yang lebih baru" in capsys.readouterr().err
    with pytest.raises(migration.SkemaLain) as refused:
        Database(url, prepare=migration.upgrade)
    assert refused.value.state is migration.State.NEWER


def test_command_refuses_an_older_database_until_it_is_told_to_prepare_it(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    load(url, OLD[0])
    assert cli.main(["jalankan", "--db", url]) == 1
    assert "sipokat-pusat siapkan" in capsys.readouterr().err
    assert cli.main(["siapkan", "--db", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["dari_versi"] == ""
    assert cli.main(["kantor", "daftar", "--db", url]) == 0
    assert "PC-1" in capsys.readouterr().out


def test_two_processes_prepare_at_once(url: str, tmp_path: Path) -> None:
    load(url, OLD[0])
    both = [Anak(cli.main, ["siapkan", "--db", url], kata=tmp_path / f"kata-{n}") for n in range(2)]
    assert [(one.wait(60), (tmp_path / f"kata-{n}").read_text()[:16]) for n, one in enumerate(both)] == [
        (0, "Basis data kota ")
    ] * 2
    with closing(Database(url)) as db, db.read(ALL_SCOPES) as con:
        assert _differences(con) == []
