"""The supervisor of worker processes: the dead are replaced, all end together, none outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WAIT_S = 60
PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from sync.pusat import supervisor

supervisor.PAUSE_S, supervisor.GRACE_S = 0.1, 0.5
folder, way = Path(sys.argv[1]), sys.argv[2]

def work():
    (folder / str(os.getpid())).touch()
    if way == "mati":
        sys.exit(3)
    if way == "keras":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        (folder / f"{os.getpid()}.keras").touch()
    time.sleep(600)

def ending():
    (folder / "pintu").touch()

sys.exit(0 if supervisor.Supervisor(work, 2, limit=0, ending=ending).run() else 1)
"""


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Start a supervisor of two workers that write their numbers into the test's folder."""
    running: list[subprocess.Popen[bytes]] = []

    def start(way: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", PROGRAM, str(tmp_path), way]
        running.append(subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL))
        return running[-1]

    yield start
    for one in running:
        one.kill()
        one.wait()


def _seen(folder: Path) -> set[int]:
    return {int(file.name) for file in folder.iterdir() if file.name.isdigit()}


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait(true: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_dead_worker_is_replaced_and_all_end_together(
    started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    parent = started("biasa")
    _wait(lambda: len(_seen(tmp_path)) == 2)
    os.kill(min(_seen(tmp_path)), signal.SIGKILL)
    _wait(lambda: len(_seen(tmp_path)) == 3)
    assert not (tmp_path / "pintu").exists()
    parent.terminate()
    assert parent.wait(WAIT_S) == 0
    assert (tmp_path / "pintu").exists()
    assert not any(map(_lives, _seen(tmp_path)))


def test_worker_that_does_not_end_is_ended(started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path) -> None:
    parent = started("keras")
    _wait(lambda: len(list(tmp_path.glob("*.keras"))) == 2)
    parent.terminate()
    assert parent.wait(WAIT_S) == 0
    assert not any(map(_lives, _seen(tmp_path)))


def test_no_worker_outlives_its_parent(started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path) -> None:
    parent = started("biasa")
    _wait(lambda: len(_seen(tmp_path)) == 2)
    parent.kill()
    parent.wait(WAIT_S)
    _wait(lambda: not any(map(_lives, _seen(tmp_path))))


def test_workers_that_keep_dying_are_given_up(
    started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    assert started("mati").wait(WAIT_S) == 1
    assert len(_seen(tmp_path)) >= 5
