"""Memory that a process of many threads has used once and needs no more, given back to the system (glibc only)."""

from __future__ import annotations

import ctypes
import sys

_ARENA_MAX, _SEDIKIT = -8, 2
"""glibc's number for the setting (malloc.h), and how many heaps the threads share instead of some for each core."""


def hemat() -> None:
    """Let all threads share few heaps: what one gave back another can use. To be called before there are any."""
    if (glibc := _glibc()) is not None:
        glibc.mallopt(_ARENA_MAX, _SEDIKIT)


def kembalikan() -> None:
    """Give back what is free: after work that took much for a moment."""
    if (glibc := _glibc()) is not None:
        glibc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    pustaka = ctypes.CDLL(None)
    return pustaka if hasattr(pustaka, "malloc_trim") and hasattr(pustaka, "mallopt") else None
