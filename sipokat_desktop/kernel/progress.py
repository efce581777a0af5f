"""How far a long piece of work is: told to whoever waits for it, who may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable

Counted = Callable[[int, int], object]
"""Called with how many parts are done, of how many."""
Staged = Callable[[str, int, int], object]
"""Called with what is going on, how many are done, and how many in all (0: unknown)."""


def silent(*_told: object) -> None:
    """Tell nobody."""
