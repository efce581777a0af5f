"""Sessions of people at the web, in the database."""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from sync.server.database import Database

from .peran import Orang

KUKI = "sipokat_sesi"


class Sesi(NamedTuple):
    """A session: whose, what its forms must bring along, and whether the second factor was given too."""

    orang: Orang
    csrf: str
    penuh: bool


def dari_kuki(db: Database, kuki: str, now: int) -> Sesi | None:
    """Return the session of a cookie; None where it is none or has run out."""
    raise NotImplementedError  # W1


def csrf_tamu(request: Request) -> str:
    """Return what the forms of somebody without a session must bring along."""
    raise NotImplementedError  # W1


def titip_tamu(request: Request, response: Response, csrf: str, *, aman: bool) -> None:
    """Give that along in a cookie where the browser has none."""
    raise NotImplementedError  # W1
