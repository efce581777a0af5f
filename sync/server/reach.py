"""Which offices' rows a transaction reaches: PostgreSQL itself shows and takes no others (row-level security).

A second layer under the checks of the requests (RELIABILITY P7). SQLite has none; there the checks stand alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sipokat_desktop.kernel import wilayah

_WORD = re.compile(r"[\w:.-]*", re.ASCII)
_ALL = "*"


@dataclass(frozen=True, slots=True)
class Reach:
    """Scopes that may be read and written in, joined by commas; ``device``: whose own ops are reached in any scope
    (a refused op stays in the log under the scope that it named)."""

    reads: str = ""
    writes: str = ""
    device: str = ""

    @property
    def settings(self) -> str:
        """The SQL that follows BEGIN in the same message; of this transaction only, as pgbouncer needs it."""
        told = (("baca", self.reads), ("tulis", self.writes), ("perangkat", self.device))
        return "".join(f"; SET LOCAL sipokat.{name} = '{value}'" for name, value in told if value)


NO_SCOPES = Reach()
"""What a transaction reaches that says nothing: no office's rows."""
ALL_SCOPES = Reach(_ALL, _ALL)
"""For the city's own work over all offices; the requests of offices' computers never take it."""


@lru_cache(maxsize=4096)
def of_office(scope: str, device: str = "") -> Reach:
    """Return what the computer ``device`` of the office ``scope`` reaches; raises ValueError for what is no scope."""
    writes = wilayah.lingkup_tulis(scope)
    for word in (*writes, device):
        if not _WORD.fullmatch(word):
            raise ValueError(word)
    return Reach(",".join(wilayah.lingkup_baca(scope)), ",".join(writes), device)
