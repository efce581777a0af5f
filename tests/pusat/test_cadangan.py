"""Backup and restore with the real programs: what was backed up comes back whole, and offices bring what came since."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import select, text, update

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sync.pusat import archive, backup, cli, engine_postgres, engines
from sync.pusat.config import Config
from sync.server import notes
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, SESSION
from tests.kota import CityThread
from tests.sync.album import isi_album, lewat
from tests.sync.dunia import Buka, daftarkan, isi_rt, orang, sinkron, tenang, ubah

NOW = 1_790_000_000_000


class Told:
    """Runs commands and returns what they answer to machines."""

    def __init__(self, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._url, self._capsys = url, capsys

    def __call__(self, *words: object, rc: int = 0) -> Any:
        """Return the answer; of a command that fails, its sentence."""
        self._capsys.readouterr()
        assert cli.main([*map(str, words), "--db", self._url, "--json"]) == rc
        shown = self._capsys.readouterr()
        return shown.err if rc and not shown.out else json.loads(shown.out)


@pytest.fixture
def told(url: str, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command on the city of this test."""
    return Told(url, capsys)


@contextmanager
def _city(url: str, *offices: Office) -> Iterator[CityThread]:
    with closing(CityThread(url)) as city:
        for office in offices:
            lewat(office, city.url)
        yield city


def _drop(url: str, name: str) -> None:
    """Remove what was moved aside."""
    if "sqlite" not in url:
        with closing(psycopg.connect(url, autocommit=True)) as con:
            con.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def test_restored_city_gets_back_from_the_offices_what_came_after_the_backup(
    url: str, told: Told, office: Buka, tmp_path: Path
) -> None:
    folder = tmp_path / "cadangan"
    a, b = office("a"), office("b")
    with _city(url) as city:
        daftarkan(a, city)
        daftarkan(b, city)
        isi_rt(a, 1, 2)
        (foto,) = isi_album(a, 1)
        tenang(city, a, b)
        made = told("cadangan", "--keluaran", folder)
        assert (made["diuji"], made["foto"]) == (True, 1)
        isi_rt(a, 3)
        ubah(a, "01", hp="0811000001")
        sinkron(a)
        isi_rt(b, 4)
        tenang(city, a, b)
    with closing(Database(url)):
        assert "masih dipakai" in told("pulihkan", made["berkas"], "--ganti", rc=1)
    assert "tidak kosong" in told("pulihkan", made["berkas"], rc=2)
    shutil.rmtree(tmp_path / "kota-foto", ignore_errors=True)
    back = told("pulihkan", made["berkas"], "--ganti")
    assert (back["foto"], back["perlu_siapkan"]) == (1, False)
    assert [one["kalimat"] for one in told("periksa")["pemeriksaan"] if not one["baik"]] == []
    with _city(url, a, b) as city:
        with city.db.read(ALL_SCOPES) as con:
            docs = [json.loads(doc) for (doc,) in con.execute(select(DOC.c.doc).where(DOC.c.tbl == "rt_orang"))]
            assert con.execute(select(SESSION)).all() == [], "everybody logs in again"
        assert sorted(doc["nama"] for doc in docs) == ["Ketua 01", "Ketua 02"]
        tenang(city, a, b)
        assert orang(a, "nama") == orang(b, "nama") == [f"Ketua 0{n}" for n in (1, 2, 3, 4)]
        assert "0811000001" in orang(b, "hp")
        a.photo(foto)
    _drop(url, back["dipindahkan"])


def test_backup_goes_into_an_empty_database_of_its_own_kind_only(
    url: str, told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str], postgres: str
) -> None:
    told("siapkan")
    file = told("cadangan", "--keluaran", tmp_path / "cadangan")["berkas"]
    other = f"{postgres}/postgres" if "sqlite" in url else f"sqlite:///{tmp_path / 'lain.db'}"
    assert "Tidak ada yang diubah" in Told(other, capsys)("pulihkan", file, rc=2)
    with closing(engines.as_it_is(url)) as db, db.engine.begin() as con:
        for (name,) in con.execute(text(_TABLES["sqlite" in url])).all():
            con.execute(text(f"DROP TABLE {name}"))
    assert told("pulihkan", file)["dipindahkan"] == ""
    with closing(Database(url)) as db:
        assert notes.last_backup(db) == notes.Backup(
            archive.read(Path(file)).waktu, Path(file).name, Path(file).stat().st_size, True
        )
    told("kantor", "daftar")


_TABLES = {
    True: "SELECT name FROM sqlite_master WHERE type = 'table'",
    False: "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Config, Path, Told]:
    """A small city on SQLite, the folder of its backups, and its commands."""
    told = Told(f"sqlite:///{tmp_path / 'kota.db'}", capsys)
    told("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01")
    return Config(basis_data=f"sqlite:///{tmp_path / 'kota.db'}"), tmp_path / "cadangan", told


@pytest.mark.parametrize("place", [600, -3000, None], ids=["keterangan", "isi", "terpotong"])
def test_damaged_backup_is_refused(small: tuple[Config, Path, Told], place: int | None) -> None:
    _, folder, told = small
    file = Path(told("cadangan", "--keluaran", folder)["berkas"])
    content = bytearray(file.read_bytes())
    if place is None:
        content = content[: len(content) // 2]
    else:
        inner = content.index(b"\x1f\x8b") + 40 if place < 0 else place
        content[inner] ^= 1
    file.write_bytes(content)
    assert "rusak" in told("pulihkan", file, "--ganti", rc=2)
    assert "tidak ada" in told("pulihkan", folder / "lain.cadangan", rc=2)


def test_trial_notices_a_restore_that_lacks_a_row_or_a_database_that_was_damaged_before(
    small: tuple[Config, Path, Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known-bad control: what the trial is for."""
    config, folder, told = small
    with monkeypatch.context() as patch:
        whole = engines.contents_at
        patch.setattr(engines, "contents_at", lambda url, **how: _less(whole(url, **how)))
        assert "tidak sama dengan aslinya" in told("cadangan", "--keluaran", folder, rc=1)
    assert [file.suffix for file in folder.iterdir()] == [".tidak-lulus"]
    with closing(Database(config.basis_data)) as db, db.write(ALL_SCOPES) as con:
        con.execute(update(DOC).values(doc=DOC.c.doc + " "))
    assert "sendiri tidak cocok" in told("cadangan", "--keluaran", folder, rc=1)
    damaged = [one["apa"] for one in told("periksa", rc=1)["pemeriksaan"] if not one["baik"]]
    assert damaged == ["Isi baris", "Cadangan"]


def _less(found: archive.Contents) -> archive.Contents:
    return found.model_copy(update={"tabel": found.tabel | {"doc": 0}})


def test_old_backups_go_and_the_newest_stay(small: tuple[Config, Path, Told]) -> None:
    config, folder, _ = small
    for days in (40, 31, 29, 0):
        backup.make(config, folder, test=False, photos=False, now=NOW - days * 86_400_000)
    left = [at for at, _ in backup.backups(folder)]
    newest = datetime.fromtimestamp(NOW / 1000, UTC)
    assert left == [newest - timedelta(days=29), newest]
    (folder / "sipokat-punyaku.cadangan").touch()
    assert len(backup.backups(folder)) == 2
    backup.make(config, folder, test=False, photos=False, now=NOW + 400 * 86_400_000)
    assert len(backup.backups(folder)) == 2, "however old, two stay"


def test_backup_says_who_may_read_it_and_what_is_in_it(small: tuple[Config, Path, Told]) -> None:
    _, folder, told = small
    made = told("cadangan", "--keluaran", folder)
    file = Path(made["berkas"])
    assert file.stat().st_mode & 0o077 == 0
    with tarfile.open(file) as tar:
        assert tar.getnames() == ["keterangan.json", "isi"]
    assert archive.read(file).isi.tabel == made["baris"]
    assert made["baris"]["doc"] > 0
    assert [one for one in folder.iterdir() if one.name.startswith(".")] == []


def test_what_stands_in_the_way_is_a_sentence(
    small: tuple[Config, Path, Told],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, _, told = small
    assert "Sebutkan tempat cadangan" in told("cadangan", rc=2)
    (tmp_path / "berkas").touch()
    assert "tidak dapat ditulisi" in told("cadangan", "--keluaran", tmp_path / "berkas/x", rc=1)
    empty = Told(f"sqlite:///{tmp_path / 'tidak-ada.db'}", capsys)
    assert "masih kosong" in empty("cadangan", "--keluaran", tmp_path / "c", rc=2)
    assert not (tmp_path / "tidak-ada.db").exists()
    monkeypatch.setattr(engine_postgres, "FOLDERS", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Gangguan, match="pg_dump dari PostgreSQL tidak ada"):
        engine_postgres.program("pg_dump")
    with pytest.raises(InputSalah):
        archive.read(tmp_path / "berkas")


def test_password_reaches_postgres_programs_by_the_environment(
    pg_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(pg_url).close()
    ran: list[tuple[list[str], dict[str, str]]] = []
    run: Callable[..., Any] = subprocess.run

    def noted(command: list[str], **options: Any) -> Any:
        ran.append((command, options["env"]))
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    with_password = pg_url.replace("sipokat@", "sipokat:sandi-rahasia@")
    engines.of(with_password).dump(tmp_path / "isi")
    ((command, environment),) = ran
    assert not [word for word in command if "sandi-rahasia" in word]
    assert environment["PGPASSWORD"] == "sandi-rahasia"


@pytest.mark.parametrize("sorts", ["LOCALE 'C'", "LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'id-ID'"])
def test_a_new_database_sorts_as_the_citys_own(pg_url: str, sorts: str) -> None:
    asked = "SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datdba,datacl}'::text[] FROM pg_database d"
    own, fresh = (f"uji_{uuid4().hex[:12]}" for _ in range(2))
    with psycopg.connect(pg_url, autocommit=True) as con:
        con.execute(f"CREATE DATABASE {own} TEMPLATE template0 ENCODING 'UTF8' {sorts}")
        try:
            engine_postgres.Postgres(pg_url.replace(con.info.dbname, own))._create(fresh)
            seen = con.execute(f"{asked} WHERE datname IN (%s, %s)", (own, fresh)).fetchall()
        finally:
            for name in (own, fresh):
                con.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    assert len(seen) == 2
    assert seen[0] == seen[1]
