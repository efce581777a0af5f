"""When to try again: soon after a change, then less and less often while the line is down."""

from __future__ import annotations

from random import Random

AFTER_CHANGE_S = 5
IDLE_S = 300
FIRST_S, LONGEST_S = 15, 900


def delay(failures: int, *, waiting: int, retry_after: int | None, random: Random) -> int:
    """Return the seconds until the next try.

    ``failures`` in a row double the wait up to 15 minutes, with jitter so that 72 offices do not
    come back in the same second; the city's own Retry-After is a lower bound.
    """
    if not failures:
        return AFTER_CHANGE_S if waiting else IDLE_S
    base = min(LONGEST_S, FIRST_S << min(failures - 1, 10))
    return max(retry_after or 0, round(base * random.uniform(0.75, 1.25)))
