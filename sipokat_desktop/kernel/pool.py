"""A pool of threads that is made with its first piece of work, so that opening the window needs none."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

P = ParamSpec("P")
T = TypeVar("T")


class LatePool:
    """``submit`` and ``shutdown`` of a ThreadPoolExecutor; may be called from any thread."""

    def __init__(self, threads: int, name: str) -> None:
        self._threads, self._name = threads, name
        self._lock = Lock()
        self._pool: ThreadPoolExecutor | None = None

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``work`` on a thread of the pool; raise RuntimeError after :meth:`shutdown`."""
        return (self._pool or self._made()).submit(work, *args, **kwargs)

    def shutdown(self, *, cancel: bool = False) -> None:
        """Wait for all work (``cancel``: only for what has begun); nothing is taken on from then on."""
        self._made().shutdown(cancel_futures=cancel)

    def _made(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        with self._lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix=self._name)
            return self._pool
