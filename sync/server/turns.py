"""Who works first in one process of the server, where Python does one thing at a time: exchanges of offices a few at
once, and behind them, one at a time, what nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Lock
from time import monotonic
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

T = TypeVar("T")
P = ParamSpec("P")
AT_ONCE = 2
"""So many exchanges are worked on at once in one process, the others wait their turn: more would be no faster, and
they would hold all threads and connections that pages need as well."""
CALM_S = 0.25
"""Without an exchange for so long, a burst of offices is over."""
PATIENCE_S = 5.0
"""Work behind waits so long for the end of a burst, no longer."""


class Turns:
    """The exchanges of one process, and the work behind them. Methods may be called from any thread."""

    def __init__(self, calm: float = CALM_S, patience: float = PATIENCE_S) -> None:
        """``calm`` and ``patience`` in seconds."""
        self._calm, self._patience = calm, patience
        self._limiter = CapacityLimiter(AT_ONCE)
        self._alone = Lock()
        self._changed = Condition()
        self._under_way, self._ended = 0, float("-inf")

    async def exchange(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what ``work`` returns in a thread, in its turn."""
        with self.under_way():
            return await to_thread.run_sync(lambda: work(*args, **kwargs), limiter=self._limiter)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """An exchange waits for its turn or is worked on."""
        with self._changed:
            self._under_way += 1
        try:
            yield
        finally:
            with self._changed:
                self._under_way -= 1
                self._ended = monotonic()
                self._changed.notify_all()

    @contextmanager
    def behind(self) -> Iterator[None]:
        """Work for which nobody waits: alone, after a burst of exchanges, begun at the latest after ``patience``."""
        with self._alone:
            self._wait()
            yield

    def _wait(self) -> None:
        until = monotonic() + self._patience
        with self._changed:
            while (now := monotonic()) < until:
                left = self._ended + self._calm - now
                if not self._under_way and left <= 0:
                    return
                self._changed.wait(min(until - now, left) if not self._under_way else until - now)
