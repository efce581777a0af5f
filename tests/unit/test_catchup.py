"""Rows of tables and columns that a newer city sent before this program knew them: a migration brings them in."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import catchup, sqlite
from sipokat_desktop.storage.store import Store

pytestmark = pytest.mark.usefixtures("migrations")

OLD = sorted((Path(__file__).resolve().parents[1] / "data/old_databases").glob("*_terdaftar/sipokat.db"))
KELURAHAN = "16.73.01.1003"


def _isi(kolom: tuple[str, str], ke: int) -> str | int:
    nama, jenis = kolom
    return ke if jenis == "INTEGER" else f"{nama} {ke}"


def _titipkan(file: Path) -> dict[str, dict[str, dict[str, str | int]]]:
    """Put into the shadow of an old store what a newer city would: two rows of every table, every column filled.

    Returns per table and row what must be seen after the migration: of a table that was there, the new columns only.
    """
    harap: dict[str, dict[str, dict[str, str | int]]] = {}
    with closing(sqlite.connect(file, isolation_level=None)) as con:
        ada = {row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in (t for module in MODULES for t in module.tables):
            penuh = {c.name: _isi((c.name, c.type), 1) for c in table.columns}
            if table.name not in ada:
                for ke in (1, 2):
                    isi = {c.name: _isi((c.name, c.type), ke) for c in table.columns}
                    _bayangan(con, table.name, f"{table.name}-{ke}", isi, deleted=0)
                    harap.setdefault(table.name, {})[f"{table.name}-{ke}"] = isi
                _bayangan(con, table.name, f"{table.name}-hapus", penuh, deleted=1)
                continue
            kolom = {str(row[0]) for row in con.execute("SELECT name FROM pragma_table_info(?)", (table.name,))}
            baru = {name: value for name, value in penuh.items() if name not in kolom}
            known = f"SELECT min(t.id) FROM {table.name} t JOIN sync_shadow s ON s.tabel = ? AND s.id = t.id"
            row = con.execute(known, (table.name,)).fetchone()
            if not baru or row[0] is None:
                continue
            con.execute(
                "UPDATE sync_shadow SET doc = json_patch(doc, ?) WHERE tabel = ? AND id = ?",
                (json.dumps(baru), table.name, row[0]),
            )
            harap[table.name] = {str(row[0]): baru}
    return harap


def _bayangan(con: sqlite3.Connection, tabel: str, id: str, isi: dict[str, str | int], *, deleted: int) -> None:
    con.execute(
        """INSERT INTO sync_shadow (tabel, id, lingkup, seq, deleted, doc, writers, hash)
           VALUES (?, ?, ?, 1, ?, ?, ?, '')""",
        (tabel, id, KELURAHAN, deleted, "{}" if deleted else json.dumps(isi), "{}"),
    )


def _lihat(store: Store, harap: dict[str, dict[str, dict[str, str | int]]]) -> dict[str, dict[str, dict[str, object]]]:
    """What the store shows of the rows and columns that are expected; of a new table every row."""
    con, found = store.reader(), dict[str, dict[str, dict[str, object]]]()
    for tabel, rows in harap.items():
        sungguh = con.execute(f"SELECT * FROM {tabel}").fetchall()
        baru = any(id.startswith(f"{tabel}-") for id in rows)
        found[tabel] = {
            row["id"]: {nama: row[nama] for nama in next(iter(rows.values()))}
            for row in sungguh
            if baru or row["id"] in rows
        }
    return found


@pytest.fixture(params=OLD, ids=lambda file: file.parent.name)
def lama(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an enrolled office's folder of an old version."""
    shutil.copytree(request.param.parent, tmp_path / "lama")
    return tmp_path / "lama"


def test_everything_new_comes_out_of_the_shadow(lama: Path) -> None:
    harap = _titipkan(lama / "sipokat.db")
    assert {"seragam_gerak", "ponsel_unit", "insentif_setelan", "rt_kelurahan"} <= harap.keys()
    assert {"rt_orang", "rt_masa"} <= harap.keys()
    with closing(Store(lama, MODULES)) as store:
        assert _lihat(store, harap) == harap
        assert store.setting(catchup.SETTING) == ""
    with closing(Store(lama, MODULES)) as store:
        assert _lihat(store, harap) == harap


def test_power_cut_between_migration_and_filling(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harap = _titipkan(lama / "sipokat.db")

    def putus(*_args: object) -> None:
        raise sqlite.OperationalError("putus")

    with monkeypatch.context() as m:
        m.setattr(catchup, "fill", putus)
        with pytest.raises(Gangguan):
            Store(lama, MODULES)
    with closing(Store(lama, MODULES)) as store:
        assert _lihat(store, harap) == harap


def test_the_guards_stand_again(lama: Path) -> None:
    _titipkan(lama / "sipokat.db")
    with closing(Store(lama, MODULES)) as store, pytest.raises(sqlite.IntegrityError, match="hanya lewat ops"):
        store.local(lambda con: con.execute("UPDATE ponsel_unit SET barang = 'x'"))


def test_known_bad_without_the_filling_nothing_comes(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harap = _titipkan(lama / "sipokat.db")
    monkeypatch.setattr(catchup, "fill", lambda *_args: None)
    with closing(Store(lama, MODULES)) as store:
        assert _lihat(store, harap) != harap


def test_a_new_store_notes_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "baru", MODULES)) as store:
        assert not catchup.due(store.reader())
