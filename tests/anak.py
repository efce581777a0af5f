"""Processes that start at once: forked from one that has loaded the program, no more (Windows: new ones)."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_CONTEXT = multiprocessing.get_context("forkserver") if os.name == "posix" else multiprocessing.get_context("spawn")
_LOADED = ["uvicorn", "sync.server.app", "sync.pusat.cli", "tests.e2e.pekerja"]


class Anak:
    """A process that does ``kerja(*isi)`` and writes what it says to the file ``kata``; ends as a Popen does."""

    def __init__(self, kerja: Callable[..., object], *isi: object, kata: Path) -> None:
        _CONTEXT.set_forkserver_preload(_LOADED)
        self._process = _CONTEXT.Process(target=_kerjakan, args=(kata, kerja, isi), daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    def poll(self) -> int | None:
        """Return how it ended; None while it runs."""
        return self._process.exitcode

    def send_signal(self, apa: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, apa)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended and return how; raise TimeoutExpired."""
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            raise subprocess.TimeoutExpired("anak", timeout or 0)
        return code


def _kerjakan(kata: Path, kerja: Callable[..., object], isi: tuple[object, ...]) -> None:
    with kata.open("ab", buffering=0) as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
    sys.exit(kerja(*isi))  # type: ignore[arg-type]  # what main() returns
