"""Wall clock in UTC milliseconds and the hybrid logical clock that orders the timeline."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Returns UTC milliseconds since 1970; handed in, so that tests can turn it."""

MAX_SKEW_MS = 24 * 3600 * 1000


def now_ms() -> int:
    """Return the wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def tick(last: int, now: int) -> int:
    """Return the next HLC (int64 = ms << 16 | counter) after ``last`` at wall time ``now`` (ms)."""
    return max(last + 1, now << 16)


def hlc_ms(hlc: int) -> int:
    """Return the wall-clock part of an HLC in UTC milliseconds."""
    return hlc >> 16


def clamp(hlc: int, now: int) -> int:
    """Bring an HLC that is more than a day away from ``now`` (ms) to the edge of that day."""
    lowest, highest = (now - MAX_SKEW_MS) << 16, (now + MAX_SKEW_MS) << 16
    return max(lowest, min(hlc, highest))
