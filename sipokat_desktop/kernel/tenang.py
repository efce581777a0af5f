"""Pauses Python's search for cycles while very many plain values are made, which hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def tanpa_sapuan() -> Iterator[None]:
    """Let a bulk work inside the block go on without collections of cycles; freeing by reference goes on as ever."""
    jalan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if jalan:
            gc.enable()
