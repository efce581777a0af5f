"""A store that any earlier commit wrote opens, is locked, checks clean and hands in what it had not sent.

Made by ``tests.arch.buat_data_lama`` with the programs of then, which also counted what they wrote.
"""

from __future__ import annotations

import itertools
import json
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlite_utils.migrations import Migrations

from sipokat_desktop import cli, unlock
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import align, keys, migrate, sqlite
from sync.server import migration
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import INCARNATION
from tests.arch import buat_data_lama
from tests.kota import CityThread
from tests.sync.test_versi import tukar
from tests.unit import kantor

pytestmark = pytest.mark.usefixtures("migrations")

SEMUA = sorted(buat_data_lama.FOLDER.glob("*.tar.xz"))
KELURAHAN = "16.73.01.1003"
UANG = {"insentif_mutasi": "jumlah", "insentif_baris": "diterima"}
Isi = dict[str, dict[str, dict[str, object]]]


def nama(file: Path) -> str:
    """The number and the commit."""
    return file.name.removesuffix(".tar.xz")


def catatan(file: Path) -> dict[str, Any]:
    """What the program of then counted."""
    isi: dict[str, Any] = json.loads(file.with_name(f"{nama(file)}.json").read_text(encoding="utf-8"))
    return isi


def bongkar(file: Path, folder: Path) -> Path:
    """Unpack a store and its city; returns the office's folder."""
    with tarfile.open(file) as tar:
        tar.extractall(folder, filter="data")
    return folder / "kantor"


def isi(store_office: Office) -> Isi:
    """Every synced row, by table and id."""
    con = store_office.store.reader()
    return {
        table: {str(row["id"]): dict(row) for row in con.execute(f"SELECT * FROM {table}")}
        for table in store_office.store.tables
    }


def semuanya(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table of the store in a folder, and its schema; but how often it was opened."""
    with closing(unlock.store(folder)) as store:
        con = store.reader()
        names = [row[0] for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: set(map(tuple, con.execute(f'SELECT * FROM "{name}"'))) for name in names if "vokab" not in name}
        rows["setelan"] = {row for row in rows["setelan"] if row[0] != "dibuka"}
        return rows | {"skema": susunan(con)}


def susunan(con: sqlite.Connection) -> set[tuple[object, ...]]:
    """Names and statements of everything in a store."""
    return set(map(tuple, con.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")))


@pytest.fixture(params=SEMUA, ids=nama)
def file(request: pytest.FixtureRequest) -> Path:
    """A store of an earlier commit, packed."""
    return Path(request.param)


@pytest.fixture
def pasangan(file: Path, tmp_path: Path) -> Iterator[tuple[CityThread, Path]]:
    """Today's city on the city's database of then, and the office's folder, which knows where that is now."""
    folder = bongkar(file, tmp_path)
    url = f"sqlite:///{tmp_path / 'kota.db'}"
    Database(url, prepare=migration.upgrade).close()
    with closing(CityThread(url)) as city:
        identitas = json.loads((folder / "identitas.json").read_text(encoding="utf-8"))
        kini = {"server": city.url, "file_no": (folder / keys.STORE).stat().st_ino}
        (folder / "identitas.json").write_text(json.dumps(identitas | kini), encoding="utf-8")
        yield city, folder


def test_there_is_one_for_every_schema_that_could_be_made() -> None:
    assert [nama(satu) for satu in SEMUA] == [
        f"{ke:03d}-{commit}" for ke, commit in enumerate(buat_data_lama.COMMITS, 1)
    ]


def test_it_opens_is_locked_and_holds_what_the_old_program_counted(file: Path, tmp_path: Path) -> None:
    folder, dulu = bongkar(file, tmp_path), catatan(file)
    assert keys.is_plain(folder / keys.STORE)
    assert cli.main(["--data", str(folder), "periksa"]) == 0
    assert not keys.is_plain(folder / keys.STORE)
    with closing(Office(folder)) as office:
        con = office.store.reader()
        assert migrate.applied(con) == {module.name: module.version for module in MODULES}
        ada = {table: con.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in office.store.tables}
        assert {table: ada[table] for table in dulu["baris"]} == dulu["baris"]
        uang = {t: con.execute(f"SELECT coalesce(sum({k}), 0) FROM {t}").fetchone()[0] for t, k in UANG.items()}
        assert uang == dulu["uang"]
        assert dict(con.execute("SELECT state, count(*) FROM sync_op GROUP BY 1").fetchall()) == dulu["keadaan"]
        assert con.execute("SELECT count(*) FROM riwayat").fetchone()[0] == dulu["riwayat"]


def test_it_becomes_what_a_new_store_is_and_a_second_start_changes_nothing(file: Path, tmp_path: Path) -> None:
    """Table for table and column for column, whatever its program had made of it."""
    folder = bongkar(file, tmp_path)
    Office(folder).close()
    sekali = semuanya(folder)
    Office(folder).close()
    assert semuanya(folder) == sekali
    Office(tmp_path / "baru").close()
    assert sekali["skema"] == semuanya(tmp_path / "baru")["skema"]


def test_what_it_had_not_sent_reaches_the_city(
    pasangan: tuple[CityThread, Path], file: Path, office: Callable[[str], Office]
) -> None:
    city, folder = pasangan
    pc = office(str(folder))
    menunggu = pc.status().waiting
    assert menunggu == catatan(file)["keadaan"]["pending"]
    summary = pc.sync()
    assert (summary.sent, summary.matching, summary.stuck) == (menunggu, True, 0)
    assert pc.status().waiting == 0
    assert [f.kalimat for f in pc.check() if not f.ok] == []
    baru = office("baru")
    baru.enrol(server=city.url, code=city.invite(KELURAHAN), name="Cici")
    baru.sync()
    assert isi(baru) == isi(pc)


@pytest.mark.parametrize("file", [*SEMUA[:3], SEMUA[-1]], ids=nama)
def test_a_program_of_the_protocol_before_hands_it_in_too(
    pasangan: tuple[CityThread, Path], office: Callable[[str], Office]
) -> None:
    """Unless this computer has signed before: then nobody is heard in its name without a signature."""
    city, folder = pasangan
    pc = office(str(folder))
    menunggu = pc.status().waiting
    tanda = pernah_bertanda(city)
    status, jawab = tukar(city, pc, protocol=1, signature="")
    if tanda:
        assert (status, jawab["kind"]) == (403, "tanda")
    else:
        assert status == 200
        assert len(jawab["results"]) == menunggu
    summary = pc.sync()
    assert (summary.matching, summary.stuck, pc.status().waiting) == (True, 0, 0)


def pernah_bertanda(city: CityThread) -> bool:
    """Tell whether the city holds signatures of these computers."""
    with city.db.read(ALL_SCOPES) as con:
        return any(row.signature for row in con.execute(select(INCARNATION)))


@pytest.mark.parametrize("file", [SEMUA[4]], ids=nama)
def test_a_migration_cut_off_after_any_step_is_gone_on_with(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    utuh = bongkar(file, tmp_path / "utuh")
    Office(utuh).close()
    harap = semuanya(utuh)
    for ke in itertools.count():
        folder = bongkar(file, tmp_path / str(ke))
        unlock.key(folder)
        with monkeypatch.context() as patch, suppress(Terputus):
            patch.setattr(Migrations, "apply", pemutus(ke))
            Office(folder).close()
            break
        assert cli.main(["--data", str(folder), "periksa"]) == 0
        kini = semuanya(folder)
        assert kini["skema"] == harap["skema"]
        assert {t: len(rows) for t, rows in kini.items()} == {t: len(rows) for t, rows in harap.items()}
    assert ke == len(MODULES)


class Terputus(Exception):
    """The computer was switched off."""


def pemutus(ke: int) -> Callable[..., None]:
    """Return what applies the migrations of ``ke`` modules, and is cut off at the next."""
    asli, hitungan = Migrations.apply, itertools.count()

    def apply(self: Migrations, db: Any, *, stop_before: str | None = None) -> None:
        if str(db.conn.execute("PRAGMA database_list").fetchone()[2]) and next(hitungan) == ke:
            raise Terputus
        asli(self, db, stop_before=stop_before)

    return apply


def test_known_bad_without_the_comparison_older_forms_do_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(align, "needed", lambda _applied: False)
    gagal = []
    for ke, file in enumerate(SEMUA):
        folder = bongkar(file, tmp_path / str(ke))
        try:
            lulus = cli.main(["--data", str(folder), "periksa"]) == 0
        except sqlite.Error:
            lulus = False
        gagal += [] if lulus else [nama(file)]
    assert len(gagal) >= 6


@pytest.mark.parametrize("himpunan", ["insentif", "modul_masa_depan"])
def test_known_bad_a_store_of_a_newer_program_is_refused_and_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], himpunan: str
) -> None:
    folder = bongkar(SEMUA[-1], tmp_path)
    Office(folder).close()
    perintah = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'm999_nanti', '')"
    kantor.ubah_di_luar(folder / keys.STORE, perintah, (himpunan,))
    sebelum = berkas(folder)
    with pytest.raises(Gangguan, match="Sipokat yang lebih baru") as sebab:
        Office(folder)
    assert "Data tidak diubah" in sebab.value.lengkap
    capsys.readouterr()
    assert cli.main(["--data", str(folder), "periksa"]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert berkas(folder) == sebelum


def berkas(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
