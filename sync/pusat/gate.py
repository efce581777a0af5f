"""How often one may ask: per address where somebody logs in or enrols, per computer where it exchanges."""

from __future__ import annotations

import hashlib
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.server.messages import problem

from . import text
from .config import Batas

REMEMBERED = 20_000
"""Askers that are remembered at most; whoever did not ask for longest is forgotten."""
BURST_S = 10
"""Whoever was silent may ask at once what is allowed in so many seconds, and never less than this many times."""
ENROL_BURST_S = 40
"""For enrolments: a training room has dozens of computers behind one address, and they begin together."""
LEAST = 5


class Limit(NamedTuple):
    """So many times a minute; ``burst_s``: at once what comes together in so many seconds."""

    per_minute: int
    burst_s: int = BURST_S

    @property
    def burst(self) -> float:
        """How often at once."""
        return max(LEAST, self.per_minute * self.burst_s / 60)


class Buckets:
    """A bucket of tokens for each asker, filled evenly; memory is bounded."""

    def __init__(self, limit: Limit, now: Callable[[], float] = time.monotonic, most: int = REMEMBERED) -> None:
        self._limit, self._now, self._most = limit, now, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def ask(self, who: str) -> int:
        """Return 0 and take a token where ``who`` may go on, else after how many seconds it may."""
        now, rate = self._now(), self._limit.per_minute / 60
        left, at = self._left.pop(who, (self._limit.burst, now))
        left = min(self._limit.burst, left + (now - at) * rate)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) / rate))


class Gate:
    """Turns away whoever asks too often, with a sentence and the time to wait. Counts in one worker process."""

    def __init__(self, app: ASGIApp, *, limits: Batas, turned_away: Callable[[str], None]) -> None:
        self._app, self._told = app, turned_away
        enter = Buckets(Limit(limits.masuk_per_menit))
        exchange = Buckets(Limit(limits.sinkron_per_menit))
        self._rules: dict[tuple[str, str], tuple[str, Buckets]] = {
            ("POST", "/masuk"): ("masuk", enter),
            ("POST", "/masuk/lanjut"): ("masuk", enter),
            ("POST", "/sync/v1/enrol"): ("daftar", Buckets(Limit(limits.daftar_per_menit, ENROL_BURST_S))),
            ("POST", "/sync/v1/session"): ("sesi", Buckets(Limit(limits.sesi_per_menit))),
            ("POST", "/sync/v1/exchange"): ("sinkron", exchange),
            ("POST", "/sync/v1/rows"): ("sinkron", exchange),
            ("GET", "/sync/v1/digest"): ("sinkron", exchange),
            ("GET", "/pembaruan"): ("pembaruan", Buckets(Limit(limits.pembaruan_per_menit))),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say when to come again."""
        rule = self._rules.get(_what(scope)) if scope["type"] == "http" else None
        if rule is not None:
            name, buckets = rule
            wait = buckets.ask(_who(scope, by_token=name == "sinkron"))
            if wait:
                self._told(name)
                await _later(scope["path"], wait)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _what(scope: Scope) -> tuple[str, str]:
    """Return under which rule a request falls: every file of the updates counts for the same one."""
    path: str = scope["path"].rstrip("/")
    return scope["method"], "/pembaruan" if path.startswith("/pembaruan/") else path


def _who(scope: Scope, *, by_token: bool) -> str:
    """Return whom a request counts for: the computer that its token names, else the address it comes from."""
    token = Headers(scope=scope).get("authorization", "") if by_token else ""
    return hashlib.sha256(token.encode()).hexdigest()[:32] if token else (scope.get("client") or ("",))[0]


def _later(path: str, wait: int) -> Response:
    headers = {"Retry-After": str(wait)}
    if path.startswith(("/sync/", "/pembaruan/")):
        return problem(429, "sering", text.TERLALU_SERING_PROGRAM.format(detik=wait), headers)
    return PlainTextResponse(text.TERLALU_SERING.format(detik=wait), 429, headers)
