"""The tripwire: synced tables refuse every write that does not come through the command layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from sipokat_desktop.storage import sqlite


class Gate:
    """The tripwire's switch: open only while the command layer itself writes a synced row, inside ``with``."""

    def __init__(self) -> None:
        self._depth = 0

    def attach(self, con: sqlite.Connection) -> None:
        """Give ``con`` the function that the triggers ask."""
        con.create_function("sipokat_dalam_op", 0, lambda: self._depth)

    def opened(self) -> Self:
        """Let synced tables be written inside the ``with`` block that this is given to."""
        return self

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_exc: object) -> None:
        self._depth -= 1
