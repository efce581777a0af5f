"""Several worker processes behind one socket: started, replaced when they die, ended together."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread

LOG = logging.getLogger("sipokat.pusat")
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""In the environment: the folder through which worker processes share their figures. prometheus-client looks for it
when it is imported, so it is set before."""
QUICK_S, TIMES = 10.0, 5
"""Workers that die so soon after their start, so many times in a row, have a reason that starting anew does not end."""
PAUSE_S = 1.0
GRACE_S = 5
if sys.platform == "win32":
    _FORKED = multiprocessing.get_context("spawn").Process
else:
    _FORKED = multiprocessing.get_context("fork").Process


@contextmanager
def shared_figures(workers: int) -> Iterator[None]:
    """Give several worker processes a folder for their figures."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="sipokat-angka-") as folder:
        os.environ[SHARED] = folder
        try:
            yield
        finally:
            del os.environ[SHARED]


class Supervisor:
    """Keeps ``many`` processes alive that do ``work``; each is to end by itself within ``limit`` seconds of SIGTERM.

    They are forked where the system can: what is loaded already is not loaded again.
    """

    def __init__(
        self, work: Callable[[], None], many: int, *, limit: int, ending: Callable[[], None] = lambda: None,
        ended: Callable[[int], None] = lambda _pid: None,
    ) -> None:  # fmt: skip
        """``ending`` is called before the workers are told to end, ``ended`` with the number of one that died."""
        self._work, self._limit, self._ending, self._ended = work, limit, ending, ended
        self._stop = False
        self._failed = 0
        self._workers: dict[BaseProcess, float] = {}
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stopped)
        for _ in range(many):
            self._start()

    def run(self) -> bool:
        """Return when told to stop, or when the workers keep dying (False)."""
        while not self._stop and self._failed < TIMES:
            wait([one.sentinel for one in self._workers], timeout=PAUSE_S / 2)
            for one in [one for one in self._workers if one.exitcode is not None]:
                self._replace(one)
        self._end()
        return self._stop

    def _stopped(self, _number: int, _frame: object) -> None:
        self._stop = True

    def _start(self) -> None:
        process = _FORKED(target=_worker, args=(self._work,), name="pekerja")
        process.start()
        self._workers[process] = time.monotonic()

    def _replace(self, dead: BaseProcess) -> None:
        begun = self._workers.pop(dead)
        if dead.pid is not None:
            self._ended(dead.pid)
        if self._stop:
            return
        LOG.error("proses pekerja berakhir (%s), diganti", dead.exitcode)
        self._failed = self._failed + 1 if time.monotonic() - begun < QUICK_S else 0
        time.sleep(PAUSE_S)
        self._start()

    def _end(self) -> None:
        """Have all of them end, and wait no longer than they were given."""
        self._ending()
        end = time.monotonic() + self._limit + GRACE_S
        for one in self._workers:
            one.terminate()
        for one in self._workers:
            one.join(max(0, end - time.monotonic()))
            if one.exitcode is None:
                LOG.error("proses pekerja tidak berhenti, dihentikan paksa")
                one.kill()
                one.join()


def _worker(work: Callable[[], None]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=_with_its_parent, name="induk", daemon=True).start()
    work()


def _with_its_parent() -> None:
    """End this process when the one that started it is gone: nobody would end it otherwise."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
