"""Fixtures that every kind of test shares: environment, PostgreSQL, city servers, offices, log watch."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from sipokat_desktop.app import Office
    from tests.kota import CityProcess, CityThread

PG_FOLDER, CONTROLLER = "SIPOKAT_UJI_PG", "SIPOKAT_UJI_PENGENDALI"
MEMORY_DISK = "/dev/shm"
NOT_OURS = ("SIPOKAT_DATA", "SIPOKAT_PUSAT_DB", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "no_proxy")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["TZ"] = "WIB-7"
if hasattr(time, "tzset"):
    time.tzset()
for _name in (*NOT_OURS, *PROXIES, *(name.upper() for name in PROXIES)):
    os.environ.pop(_name, None)

gc.set_threshold(20_000, 20, 20)  # by default a sixth of the time goes into looking again at what stays

hypothesis.settings.register_profile("everyday", max_examples=60, deadline=None, print_blob=True)
hypothesis.settings.register_profile("lama", max_examples=3000, deadline=None, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))


_OWN_FOLDER = pytest.StashKey[Path]()


def _use_the_quick_disk() -> None:
    """Put all temporary files on a disk in memory that has room for them and PostgreSQL: no test cuts its power."""
    if "TMPDIR" not in os.environ and Path(MEMORY_DISK).is_dir() and shutil.disk_usage(MEMORY_DISK).free > 4 << 30:
        os.environ["TMPDIR"], tempfile.tempdir = MEMORY_DISK, None


def pytest_configure(config: pytest.Config) -> None:
    """Name the folder of the PostgreSQL that all workers share; it is started by the first test that asks."""
    if PG_FOLDER not in os.environ:
        _use_the_quick_disk()
        config.stash[_OWN_FOLDER] = Path(tempfile.mkdtemp(prefix="sipokat-uji-"))
        os.environ[PG_FOLDER] = str(config.stash[_OWN_FOLDER])
        os.environ[CONTROLLER] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop that PostgreSQL."""
    folder = config.stash.get(_OWN_FOLDER, None)
    if folder is None:
        return
    del os.environ[PG_FOLDER]
    if (folder / "url").exists():
        (folder / "berhenti").touch()
        end = time.monotonic() + 30
        while folder.exists() and time.monotonic() < end:
            time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


class _Keep(logging.Handler):
    """Keeps warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it asks for ``caplog`` and looks at it."""
    keep = _Keep()
    root = logging.getLogger()
    root.addHandler(keep)
    yield
    root.removeHandler(keep)
    if keep.records and "caplog" not in request.fixturenames:
        said = "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in keep.records)
        pytest.fail(f"Unexpected log (a test that expects it asks for caplog and asserts on it):\n{said}")


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Fail a test that leaves the search for cycles off, or what it made frozen: each later one keeps its windows."""
    frozen = gc.get_freeze_count()
    yield
    left = [] if gc.isenabled() else ["off"]
    gc.enable()
    if gc.get_freeze_count() > frozen:
        left.append("frozen")
        gc.unfreeze()
    assert not left, f"The garbage collector is left {left} (a test that runs the program's start asks for _sapuan)"


@pytest.fixture
def _sapuan() -> Iterator[None]:
    """Take back what the program's start does to the garbage collector of its process."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def _data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep a command without ``--data`` and a city without ``--foto`` away from the data of whoever runs the tests."""
    os.environ["SIPOKAT_DATA"] = str(tmp_path_factory.mktemp("data-bawaan"))
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data-pengguna"))


@pytest.fixture(autouse=True, scope="session")
def _stores_from_a_mould() -> Iterator[None]:
    """Spare every test but those that ask for ``migrations`` the many steps to an empty store."""
    from sipokat_desktop.storage import migrate
    from tests import cetakan

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "ensure", cetakan.ensure)
        yield


@pytest.fixture
def migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every new store of this test goes through its migrations, as in the program."""
    from sipokat_desktop.storage import migrate
    from tests import cetakan

    monkeypatch.setattr(migrate, "ensure", cetakan.MIGRATE)


@pytest.fixture(scope="session")
def postgres() -> str:
    """The URL of a real PostgreSQL server, without a database; shared by all workers. Missing: the test fails."""
    from tests import postgres as server

    return server.url(Path(os.environ[PG_FOLDER]), int(os.environ[CONTROLLER]))


@pytest.fixture
def pg_url(postgres: str) -> Iterator[str]:
    """The URL of a fresh, empty PostgreSQL database of this test."""
    from tests.postgres import database

    with database(postgres) as url:
        yield url


@pytest.fixture(scope="session")
def _pg_city(postgres: str) -> Iterator[str]:
    """The URL of a PostgreSQL database of this worker with the city's tables."""
    from sync.server.database import Database
    from tests.postgres import database

    with database(postgres) as url:
        Database(url).close()
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def city_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty city database: the test runs on SQLite and again on PostgreSQL."""
    if request.param == "postgres":
        from tests.postgres import emptied

        url = str(request.getfixturevalue("_pg_city"))
        emptied(url)
        return url
    return f"sqlite:///{tmp_path / 'kota.db'}"


@pytest.fixture
def city(city_url: str) -> Iterator[CityThread]:
    """A city server in a thread, on a real port; once on SQLite, once on PostgreSQL."""
    from tests.kota import CityThread

    server = CityThread(city_url)
    yield server
    server.close()


@pytest.fixture
def city_process(city_url: str, tmp_path: Path) -> Iterator[CityProcess]:
    """A city server as a process that the test may kill and start again; on SQLite and on PostgreSQL."""
    from tests.kota import QuickCity

    server = QuickCity(city_url, tmp_path)
    yield server
    server.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[[str | Path], Office]]:
    """``office(folder)`` opens an office PC (a name is a folder of this test); closed at the end if still open."""
    from sipokat_desktop.app import Office

    opened: list[Office] = []

    def make(folder: str | Path) -> Office:
        opened.append(Office(tmp_path / folder))
        return opened[-1]

    yield make
    for one in reversed(opened):
        one.close()
