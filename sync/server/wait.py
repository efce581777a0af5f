"""Connections to PostgreSQL that wait for no answer longer than they were told."""

from __future__ import annotations

import time
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen

from sipokat_desktop.kernel.errors import Gangguan

LIMIT_S = 15.0
"""Seconds that one answer may take unless a server is told otherwise."""
CONNECT_S = 5
"""Seconds until a server that does not let in counts as away."""
BELUM_PASTI = "Basis data kota lama tidak menjawab, jadi belum pasti apakah perubahan tadi tersimpan."
ULANGI = "Lihat daftarnya dulu sebentar lagi, lalu ulangi bila perubahan itu belum ada."


class TakMenjawab(psycopg.OperationalError):
    """A statement was not answered in time; its connection is gone, what it did at the server is unknown."""


class BelumPasti(Gangguan):
    """A COMMIT was not answered: what the transaction wrote is stored, or it is not."""

    def __init__(self) -> None:
        super().__init__(BELUM_PASTI, ULANGI)


class Bounded(psycopg.Connection[Any]):
    """Drops itself where an answer takes longer than ``limit`` seconds (0: waits for ever).

    PostgreSQL's own ``statement_timeout`` does not end a COMMIT that waits for its standby, nor does a server that was
    frozen keep any. It must not be ended by a cancel either: that makes the COMMIT succeed without its standby.
    """

    limit = LIMIT_S

    def wait(self, gen: PQGen[RV], *args: Any, **options: Any) -> RV:
        """Run ``gen`` as psycopg does; raises TakMenjawab."""
        return super().wait(self._within(gen) if self.limit else gen, *args, **options)

    def _within(self, gen: PQGen[RV]) -> PQGen[RV]:
        end = time.monotonic() + self.limit
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() > end:
                    self._drop()
                wanted = gen.send(ready)
        except StopIteration as done:
            result: RV = done.value
            return result

    def _drop(self) -> None:
        self.pgconn.finish()
        raise TakMenjawab(f"no answer in {self.limit:g} s")
