"""``/hidup``, ``/siap`` and ``/metrik``: for whoever watches over the server."""

from __future__ import annotations

import asyncio
import hmac
import time
from collections.abc import Callable
from ipaddress import ip_address

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.kernel.errors import SipokatError
from sync.server import migration
from sync.server.database import Database
from sync.server.schema import META

from . import text
from .fellows import Fellows
from .metrics import Metrics

WITHIN_S = 2.0
"""How long the database may take to store something before the server counts as not ready."""
KEPT_S = 1.0
MARK = "siap"
"""Key in META that is written to find out whether writing works."""
PASSED_ON = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
"""Headers of a request that somebody else has passed on."""


class Ready:
    """Finds out whether this process, and those beside it, can do their work; asks once at a time, and not more often
    than every second."""

    def __init__(self, db: Database, clock: Clock, filled: Callable[[], bool], fellows: Fellows | None = None) -> None:
        """``filled`` tells of this process alone; ``fellows``: those beside it, None where it works alone."""
        self._db, self._clock, self._filled, self._fellows = db, clock, filled, fellows
        self._asking: asyncio.Task[str] | None = None
        self._known = (float("-inf"), "")
        self.stopping = False

    async def reason(self) -> str:
        """Return why it cannot, empty where it can."""
        at, known = self._known
        if time.monotonic() - at < KEPT_S:
            return known
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(run_in_threadpool(self._look))
        done, _ = await asyncio.wait([self._asking], timeout=WITHIN_S)
        why = self._asking.result() if done else text.SIAP_DB
        self._known = (time.monotonic(), why)
        return why

    def _look(self) -> str:
        try:
            with self._db.write() as con:
                if migration.state(con) is not migration.State.FITS:
                    return text.SIAP_SKEMA
                self._db.upsert(con, META, [{"key": MARK, "value": str(self._clock())}])
                con.scalar(select(META.c.value).where(META.c.key == MARK))
            return "" if self._all_filled() else text.SIAP_KANTOR
        except (SQLAlchemyError, SipokatError, OSError):
            return text.SIAP_DB

    def _all_filled(self) -> bool:
        filled = self._filled()
        if self._fellows is None:
            return filled
        if filled:
            self._fellows.is_ready()
        living, ready = self._fellows.counted()
        return filled and ready == living

    def workers(self) -> dict[str, int]:
        """Return how many processes there are and how many are ready; nothing where there is one."""
        if self._fellows is None:
            return {}
        living, ready = self._fellows.counted()
        return {"pekerja": living, "pekerja_siap": ready}


def add(app: FastAPI, ready: Ready, metrics: Metrics, token: str) -> None:
    """Give the application the three paths."""

    @app.get("/hidup", include_in_schema=False)
    async def alive() -> Response:
        return JSONResponse({"hidup": True})

    @app.get("/siap", include_in_schema=False)
    async def is_ready() -> Response:
        why = await ready.reason()
        if why:
            return JSONResponse({"siap": False, "pesan": why, **ready.workers()}, 503, {"Retry-After": "5"})
        return JSONResponse({"siap": True, **ready.workers()})

    @app.get("/metrik", include_in_schema=False)
    async def figures(request: Request) -> Response:
        if not (_here(request) or _knows(request, token)):
            return PlainTextResponse(text.METRIK_TERTUTUP, 403)
        content = await run_in_threadpool(metrics.text)
        return Response(content, media_type="text/plain; version=0.0.4; charset=utf-8")


def _here(request: Request) -> bool:
    """Tell whether a request began at this very machine; one that was passed on did not."""
    if request.client is None or any(name in request.headers for name in PASSED_ON):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _knows(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return bool(token) and hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
