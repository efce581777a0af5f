"""What every module must keep, checked over all of them: a new module is tested before it has tests of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pypdfium2
import pytest
from sqlite_utils import Database

from sipokat_desktop import cli
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import migrate, sqlite
from sipokat_desktop.storage.command import CityCommand, Command
from sipokat_desktop.storage.manifest import Kind, Table, tables_of
from sipokat_desktop.storage.module import Document, Module
from sipokat_desktop.storage.store import Store
from sync.pusat.cli import main as pusat

TABLES = tables_of(MODULES).values()
EVENTS = {
    "INSERT": "INSERT INTO {0} (id, lingkup) VALUES ('baru', '16.73.01.1003')",
    "UPDATE": "UPDATE {0} SET lingkup = 'kota'",
    "DELETE": "DELETE FROM {0}",
}

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def _documents() -> list[object]:
    return [pytest.param(d, id=f"{m.name}-{d.name}") for m in MODULES for d in m.documents()]


def _commands(program: Callable[[Module], tuple[Command, ...] | tuple[CityCommand, ...]]) -> list[object]:
    return [pytest.param(c, id="-".join(c.words)) for m in MODULES for c in program(m)]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A fresh, empty store, to be read only."""
    with closing(Store(tmp_path_factory.mktemp("kosong"), MODULES)) as made:
        yield made


@pytest.fixture
def store(empty: Store, tmp_path: Path) -> Iterator[Store]:
    """A fresh, empty store of this test."""
    with closing(sqlite.connect(tmp_path / "sipokat.db")) as copy:
        empty.reader().backup(copy)
    with closing(Store(tmp_path, MODULES)) as made:
        yield made


def test_names_are_given_once() -> None:
    modules = [module.name for module in MODULES]
    tables = [table.name for module in MODULES for table in module.tables]
    assert len(set(modules)) == len(modules)
    assert len(set(tables)) == len(tables)


@each_table
def test_table_is_strict_with_exactly_the_columns_of_the_manifest(empty: Store, table: Table) -> None:
    con = empty.reader()
    (strict,) = con.execute("SELECT strict FROM pragma_table_list WHERE name = ?", (table.name,)).fetchone()
    assert strict, f"create {table.name} with strict=True in its module's schema.py"
    columns = [tuple(row) for row in con.execute("SELECT name, type, pk FROM pragma_table_xinfo(?)", (table.name,))]
    wanted = [("id", "TEXT", 1), ("lingkup", "TEXT", 0), *((c.name, c.type, 0) for c in table.columns)]
    assert columns == wanted, f"manifest and schema of {table.name} differ: add a migration, or mend the manifest"


@each_table
def test_only_the_scope_may_not_be_null(empty: Store, table: Table) -> None:
    """A row of another program version arrives with the fields that version knows; a NOT NULL would refuse it."""
    rows = empty.reader().execute('SELECT name FROM pragma_table_info(?) WHERE "notnull" AND NOT pk', (table.name,))
    assert {str(row[0]) for row in rows} <= {"lingkup"}


@each_table
def test_what_names_a_row_and_says_its_values_is_there(empty: Store, table: Table) -> None:
    """Both are loaded when they are first called; only a value in another form may be refused (ValueError)."""
    assert table.describe is None or table.describe(empty.reader(), "tidak ada") == ""
    for column in table.columns:
        with suppress(ValueError):
            assert column.words is None or isinstance(column.words("2026-01"), str)


@each_table
def test_manifest_of_a_table_is_whole(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert table.label
    assert all(column.label for column in table.columns)
    assert len(names) == len(table.columns)
    assert not names & {"id", "lingkup"}
    assert not table.state or table.state in names
    assert (table.kind is Kind.LEDGER) == (table.ledger is not None)
    assert table.ledger is None or {table.ledger.slot, table.ledger.reverses} <= names
    if table.locked_by:
        parent = tables_of(MODULES)[table.locked_by.table]
        assert table.locked_by.column in names
        assert table.locked_by.state_column == parent.state


@each_module
def test_version_is_the_number_of_migrations(empty: Store, module: Module) -> None:
    applied = migrate.applied(empty.reader())
    assert applied[module.name] == module.version, (
        f"set version={applied[module.name]} in the manifest of {module.name}"
    )


@each_module
def test_migrations_run_twice_change_nothing(tmp_path: Path, module: Module) -> None:
    with closing(sqlite.connect(tmp_path / "a.db")) as con:
        db = Database(con)
        module.migrations().apply(db)
        first = list(con.execute("SELECT * FROM sqlite_master"))
        module.migrations().apply(db)
        assert list(con.execute("SELECT * FROM sqlite_master")) == first


@each_table
@pytest.mark.parametrize("event", EVENTS)
def test_tripwire_refuses_a_write_outside_ops(store: Store, table: Table, event: str) -> None:
    store.transact(lambda con: con.execute(f"INSERT INTO {table.name} (id, lingkup) VALUES ('satu', 'kota')"))
    sql = EVENTS[event].format(table.name)
    with pytest.raises(sqlite.IntegrityError, match="hanya lewat ops"):
        store.local(lambda con: con.execute(sql))
    store.local(lambda con: con.execute(f"DROP TRIGGER jaga_{table.name}_{event}"))
    assert store.local(lambda con: con.execute(sql).rowcount) == 1, "without the trigger the same write passes"


@pytest.mark.parametrize("document", _documents())
def test_document_renders_on_an_empty_store(empty: Store, document: Document) -> None:
    with closing(pypdfium2.PdfDocument(document.sample(empty.reader()))) as pdf:
        assert len(pdf) >= 1
        page = pdf[0]
        text = page.get_textpage()
        assert text.get_text_bounded().strip()
        text.close()
        page.close()


@pytest.mark.parametrize("command", _commands(lambda module: module.commands()))
def test_office_command_explains_itself(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([*command.words, "--help"])
    assert end.value.code == 0
    assert command.help
    assert " ".join(command.words) in capsys.readouterr().out


@pytest.mark.parametrize("command", _commands(lambda module: module.city_commands()))
def test_city_command_explains_itself(command: CityCommand, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        pusat([*command.words, "--help"])
    assert end.value.code == 0
    assert command.help
    assert " ".join(command.words) in capsys.readouterr().out


@pytest.mark.parametrize("word", [(), ("status",), ("sinkron",), ("periksa",), ("daftar",), ("akhiri-hari",)])
def test_own_commands_of_the_program_explain_themselves(
    word: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([*word, "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("Pemakaian: sipokat")
