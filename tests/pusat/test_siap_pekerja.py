"""Ready with several worker processes: whichever is asked answers for all of them."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Event

import pytest
import requests
from sqlalchemy.exc import OperationalError

from sync.pusat import fellows, health, serve
from sync.pusat.config import Config
from sync.pusat.fellows import Counted, Fellows
from sync.pusat.supervisor import SHARED
from sync.web.kantor import Offices
from tests.kota import CityProcess, CityThread
from tests.pusat.test_server import _get, tunggu, workers

__all__ = ["workers"]


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CityThread]:
    """One worker of several, without pages of its own; the others are told of by the tests."""
    monkeypatch.setattr(health, "KEPT_S", 0.0)
    (tmp_path / "bersama").mkdir()
    own = Fellows(tmp_path / "bersama")
    own.begins()

    def app(db: object) -> object:
        return serve.build(Config(), db, beside=own)  # type: ignore[arg-type]

    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", app=app)) as running:
        yield running


def test_not_ready_while_another_worker_fills_its_pages(city: CityThread, tmp_path: Path) -> None:
    assert _get(f"{city.url}/siap").json() == {"siap": True, "pekerja": 1, "pekerja_siap": 1}
    other = Fellows(tmp_path / "bersama", pid=1_000_000_001)
    other.begins()
    answer = _get(f"{city.url}/siap")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    pesan = "Data halaman web sedang disiapkan."
    assert answer.json() == {"siap": False, "pesan": pesan, "pekerja": 2, "pekerja_siap": 1}
    assert _get(f"{city.url}/hidup").status_code == 200
    other.is_ready()
    assert _get(f"{city.url}/siap").json() == {"siap": True, "pekerja": 2, "pekerja_siap": 2}
    other.ends()
    assert _get(f"{city.url}/siap").json() == {"siap": True, "pekerja": 1, "pekerja_siap": 1}


def test_who_was_killed_is_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fellows.of_this_process() is None, "alone"
    fellows.ended(7)
    monkeypatch.setenv(SHARED, str(tmp_path))
    beside = fellows.of_this_process()
    assert beside is not None
    for pid in (7, 77):
        Fellows(tmp_path, pid).begins()
    assert beside.counted() == Counted(2, 0)
    fellows.ended(7)
    assert beside.counted() == Counted(1, 0)


class _Stubborn:
    """Offices of which the first cannot be filled at once."""

    def __init__(self) -> None:
        self.times = 0

    def of(self, _one: str) -> _Stubborn:
        return self

    def siap(self, _wait: float) -> bool:
        self.times += 1
        if self.times == 1:
            raise OperationalError("", None, Exception())
        return True


def test_a_worker_that_could_not_fill_tries_again_without_being_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(serve, "AGAIN_S", 0.0)
    beside, full = Fellows(tmp_path), Event()
    beside.begins()
    offices: Offices = _Stubborn()  # type: ignore[assignment]
    serve._fill(offices, beside, Event(), full)
    assert full.is_set()
    assert caplog.messages == ["data halaman web kota belum dapat disiapkan: OperationalError"]
    assert beside.counted() == Counted(1, 1)


class _Watched(Fellows):
    """Notes what this process has said of itself before it takes requests."""

    seen: list[Path]

    def begins(self) -> None:
        self.seen += self._folder.glob(f"*-{os.getpid()}")
        super().begins()


def test_a_worker_that_comes_to_ready_ones_takes_requests_when_it_is_filled(
    tmp_path: Path,
) -> None:
    first = Fellows(tmp_path, 7)
    first.begins()
    first.is_ready()
    seen: list[Path] = []
    second = _Watched(tmp_path)
    second.seen = seen
    with ExitStack() as things:
        serve._begin(None, second, things)
        assert [file.name for file in seen] == [f"terisi-{os.getpid()}"], "filled before it takes requests"
        assert second.counted() == Counted(2, 2)
    assert second.counted() == Counted(1, 1)


def test_all_workers_of_a_server_are_counted_and_a_killed_one_is_replaced(
    workers: CityProcess,
) -> None:
    whole = {"siap": True, "pekerja": 2, "pekerja_siap": 2}
    tunggu(lambda: _get(f"{workers.url}/siap").json() == whole, "both are ready")
    numbers = _numbers(workers)
    os.kill(min(numbers), signal.SIGKILL)
    tunggu(lambda: _numbers(workers) != numbers and _answer(workers.url) == whole, "replaced")


def _numbers(city: CityProcess) -> set[int]:
    """The worker processes: children of the server."""
    children = Path(f"/proc/{city.pid}/task/{city.pid}/children").read_text().split()
    return {int(one) for one in children}


def _answer(url: str) -> object:
    try:
        return _get(f"{url}/siap").json()
    except (requests.ConnectionError, json.JSONDecodeError):
        return None
