"""A store that any released version wrote opens, checks clean and syncs, for ever."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import migrate, users
from sync.server import migration
from sync.server.database import Database
from tests.kota import CityThread

OLD = Path(__file__).resolve().parents[1] / "data/old_databases"
ALONE = sorted(OLD.glob("*.db"))
ENROLLED = sorted(OLD.glob("*_terdaftar"))
KELURAHAN = "16.73.01.1003"
PAID = 3 * 2 * 550_000 - 3 * 550_000 + 2 * 550_000
"""RT 01, RT 03: three months each; RT 04: January and February; RT 01 taken back; RT 02 has not received."""


def _sound(office: Office) -> None:
    assert [f.kalimat for f in office.check() if not f.ok] == []


def _content(office: Office) -> dict[str, list[tuple[object, ...]]]:
    con = office.store.reader()
    return {
        table: sorted(tuple(row) for row in con.execute(f"SELECT id, * FROM {table}")) for table in office.store.tables
    }


def _paid(office: Office) -> int:
    return int(office.store.reader().execute("SELECT sum(jumlah) FROM insentif_mutasi").fetchone()[0])


@pytest.fixture(params=ALONE, ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path, office: Callable[[str], Office]) -> Office:
    """A never enrolled store of an old version, opened by this one."""
    (tmp_path / "lama").mkdir()
    shutil.copy(request.param, tmp_path / "lama/sipokat.db")
    return office("lama")


@pytest.fixture(params=ENROLLED, ids=lambda folder: folder.name)
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[CityThread, Path]]:
    """A city and an office's folder of an old version; the office knows where the city is now."""
    folder = tmp_path / "pasangan"
    shutil.copytree(request.param, folder)
    Database(f"sqlite:///{folder / 'kota.db'}", prepare=migration.upgrade).close()
    with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as city:
        identity = json.loads((folder / "identitas.json").read_text(encoding="utf-8"))
        here = {"server": city.url, "file_no": (folder / "sipokat.db").stat().st_ino}
        (folder / "identitas.json").write_text(json.dumps(identity | here), encoding="utf-8")
        yield city, folder


def test_every_released_version_is_here() -> None:
    """Made by ``python -m tests.arch.buat_basis_lama VERSION`` at the release."""
    assert "v0_1_0" in {file.stem for file in ALONE}
    assert {f"{file.stem}_terdaftar" for file in ALONE} == {folder.name for folder in ENROLLED}


def test_old_store_opens_migrates_and_checks_clean(old: Office) -> None:
    assert migrate.applied(old.store.reader()) == {module.name: module.version for module in MODULES}
    _sound(old)
    assert old.lingkup == KELURAHAN
    assert _paid(old) == PAID


def test_old_pin_still_opens_the_door(old: Office) -> None:
    (ani,) = users.everyone(old.store)
    users.check_pin(old.store, ani.id, "2580")


def test_old_store_that_was_never_enrolled_syncs(
    old: Office, city: CityThread, office: Callable[[str], Office]
) -> None:
    before = _content(old)
    old.enrol(server=city.url, code=city.invite(KELURAHAN), name="Ani")
    summary = old.sync()
    assert (summary.matching, summary.stuck) == (True, 0)
    assert old.status().waiting == 0
    _sound(old)
    second = office("kedua")
    second.enrol(server=city.url, code=city.invite(KELURAHAN), name="Budi")
    assert second.sync().matching
    assert _content(second) == before


def test_old_office_and_old_city_go_on_with_their_work(
    pair: tuple[CityThread, Path], office: Callable[[str], Office]
) -> None:
    city, folder = pair
    pc = office(str(folder))
    before, waiting = _content(pc), pc.status().waiting
    assert waiting > 0
    summary = pc.sync()
    assert (summary.sent, summary.matching, summary.stuck) == (waiting, True, 0)
    assert _content(pc) == before
    assert _paid(pc) == PAID
    _sound(pc)
    newcomer = office("baru")
    newcomer.enrol(server=city.url, code=city.invite(KELURAHAN), name="Budi")
    newcomer.sync()
    assert _content(newcomer) == before
