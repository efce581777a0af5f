"""A message that the next page says once, carried by a cookie of its own."""

from __future__ import annotations

import base64
import binascii

from starlette.requests import Request
from starlette.responses import Response

KUKI = "sipokat_kabar"
TERPANJANG = 600


def titip(response: Response, pesan: str, *, aman: bool) -> None:
    """Give ``pesan`` along to the next page."""
    if pesan:
        isi = base64.urlsafe_b64encode(pesan[:TERPANJANG].encode()).decode()
        response.set_cookie(KUKI, isi, max_age=60, secure=aman, httponly=True, samesite="strict", path="/")


def baca(request: Request) -> str:
    """Return the message that the page before gave along; empty where there is none."""
    try:
        return base64.urlsafe_b64decode(request.cookies.get(KUKI, "").encode()).decode()[:TERPANJANG]
    except (binascii.Error, ValueError):
        return ""


def habis(request: Request, response: Response) -> None:
    """Forget the message once it has been said."""
    if KUKI in request.cookies:
        response.delete_cookie(KUKI, path="/")
