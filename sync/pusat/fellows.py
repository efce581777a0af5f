"""What the worker processes behind one socket tell each other of themselves: any of them may be asked for all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from .supervisor import SHARED

LIVES, READY = "hidup-", "terisi-"
"""Empty files in the shared folder, named so and with the number of a process."""


class Counted(NamedTuple):
    """How many processes take requests, and how many of them hold the data of their pages."""

    living: int
    ready: int


class Fellows:
    """The processes that share ``folder``; this one counts from :meth:`begins` on.

    One that was killed is taken out by who replaces it (:func:`forget`).
    """

    def __init__(self, folder: Path, pid: int | None = None) -> None:
        """``pid``: the number of this process where it is not its own."""
        self._folder, self._pid = folder, pid or os.getpid()

    def begins(self) -> None:
        """Say that this process is about to take requests."""
        (self._folder / f"{LIVES}{self._pid}").touch()

    def is_ready(self) -> None:
        """Say that this process holds the data of its pages."""
        (self._folder / f"{READY}{self._pid}").touch()

    def ends(self) -> None:
        """Say that this process takes no more requests."""
        forget(self._folder, self._pid)

    def counted(self) -> Counted:
        """Return how many there are now."""
        living, ready = (
            {file.name.removeprefix(kind) for file in self._folder.glob(f"{kind}*")} for kind in (LIVES, READY)
        )
        return Counted(len(living), len(living & ready))


def of_this_process() -> Fellows | None:
    """Return the processes that work beside this one; None where it works alone."""
    folder = os.environ.get(SHARED)
    return Fellows(Path(folder)) if folder else None


def ended(pid: int) -> None:
    """Take a process that has died out of the count."""
    folder = os.environ.get(SHARED)
    if folder:
        forget(Path(folder), pid)


def forget(folder: Path, pid: int) -> None:
    """Take out what a process has said."""
    for kind in (LIVES, READY):
        (folder / f"{kind}{pid}").unlink(missing_ok=True)
