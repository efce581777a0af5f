"""The tripwire: synced tables refuse every write that does not come through the command layer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class Gate:
    """The tripwire's switch: open only while the command layer itself writes a synced row."""

    def __init__(self) -> None:
        self._depth = 0

    def attach(self, con: sqlite3.Connection) -> None:
        """Give ``con`` the function that the triggers ask."""
        con.create_function("sipokat_dalam_op", 0, lambda: self._depth)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let synced tables be written inside the block."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
