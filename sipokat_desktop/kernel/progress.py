"""How long work tells how far it is, and where it can be stopped: a plain callable, whoever listens."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Called with how many parts are done and how many there are; what it raises stops the work there."""


def quiet(_done: int, _total: int) -> None:
    """Nobody listens."""


def between(maju: Progress, begin: int, end: int, whole: int) -> Progress:
    """Return a listener to a part of some work that makes up ``begin`` … ``end`` of the ``whole`` told to ``maju``."""

    def told(done: int, total: int) -> None:
        maju(begin + (end - begin) * done // max(total, 1), whole)

    return told
