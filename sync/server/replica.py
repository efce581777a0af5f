"""A second PostgreSQL that follows the first: answers reads that may be somewhat old, as long as it is there."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from .postgres import postgres_engine, transaction
from .reach import Reach

LOG = logging.getLogger("sipokat.pusat")
AWAY_S = 30.0
"""Seconds until a replica that was away is asked again."""


class Replica:
    """Reads from the replica; nobody waits for one that is away."""

    def __init__(self, url: str, limit: float) -> None:
        """``limit``: how many seconds one answer may take (0: any)."""
        self._engine = postgres_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), limit)
        self._again = 0.0

    def entered(self, stack: ExitStack, reach: Reach) -> Connection | None:
        """Begin a transaction that ends with ``stack``; None when the replica is away."""
        if time.monotonic() < self._again:
            return None
        try:
            return stack.enter_context(transaction(self._engine, "baca", reach))
        except SQLAlchemyError as exc:
            self._again = time.monotonic() + AWAY_S
            LOG.warning("basis data baca tidak menjawab, dibaca dari yang utama: %s", type(exc).__name__)
            return None

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
