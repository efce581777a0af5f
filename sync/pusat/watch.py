"""Every request gets a number, a line in the log and its place in the figures; what breaks is said in a sentence."""

from __future__ import annotations

import time
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sipokat_desktop.kernel import ids
from sync.protocol import Answer, Exchange
from sync.server.exchange import Device
from sync.server.messages import problem

from . import text
from .metrics import Metrics

LOG: Any = structlog.stdlib.get_logger("sipokat.permintaan")
HEADER = b"x-permintaan"
ROUTE = "sipokat_rute"
"""In the scope: the pattern of the page, as whoever mounts pages notes it."""
QUIET = frozenset({"/hidup", "/siap", "/metrik", "/sync/v1/exchange"})
"""Asked by machines all day, or logged with what they brought: counted, and logged here when all is not well."""


class Watch:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, numbered, counted and logged."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number, begun, status = ids.new_id(), time.perf_counter(), 0

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (HEADER, number.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(permintaan=number):
            try:
                await self._app(scope, receive, numbered)
            except Exception:
                LOG.exception("galat program", rute=route(scope))
                if not status:
                    await broken(scope)(scope, receive, numbered)
            finally:
                self._note(scope, status or 500, time.perf_counter() - begun)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method, name = scope["method"] if scope["method"] in METHODS else "lain", route(scope)
        self._metrics.request(method, name, status, seconds)
        if name not in QUIET or status >= 400:
            LOG.info("permintaan", metode=method, rute=name, status=status, ms=round(seconds * 1000, 1))


METHODS = frozenset({"GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})


def route(scope: Scope) -> str:
    """Return the pattern that a request's path fits, never the path itself: there may be anything in it."""
    found = scope.get(ROUTE) or getattr(scope.get("route"), "path", "")
    return str(found) or ("/aset" if str(scope.get("path", "")).startswith("/aset/") else "lain")


def exchanged(metrics: Metrics, device: Device, request: Exchange, answer: Answer) -> None:
    """Count and log what an exchange brought."""
    metrics.answered(answer)
    stuck = sum(result.outcome in ("held", "refused") for result in answer.results)
    rows = sum(len(page.rows) for page in answer.pages)
    LOG.info(
        "sinkron", lingkup=device.scope, perangkat=device.id, perubahan=len(answer.results), tertahan=stuck,
        baris=rows, rantai=answer.chain, menunggu=request.waiting,
    )  # fmt: skip


def broken(scope: Scope) -> Response:
    """Return the answer to a request that a defect of the program broke."""
    if scope["path"].startswith("/sync/"):
        return problem(500, "rusak", text.GALAT_PROGRAM)
    if "text/html" in Request(scope).headers.get("accept", ""):
        return Response(text.GALAT.format(pesan=text.GALAT_HALAMAN), 500, media_type="text/html")
    return JSONResponse({"pesan": text.GALAT_HALAMAN}, 500)
