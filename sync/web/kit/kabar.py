"""What one page tells the next, carried by cookies: a message that is said once, and that somebody has just acted."""

from __future__ import annotations

import base64
import binascii

from starlette.requests import Request
from starlette.responses import Response

KUKI = "sipokat_kabar"
TERPANJANG = 600
BERTINDAK, SEGAR_S = "sipokat_bertindak", 15
"""The cookie of somebody who has just acted: so many seconds (more than any page may lag behind the city) his pages
show all that the city holds, whichever process answers."""


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


def bertindak(response: Response, *, aman: bool) -> None:
    """Note that somebody has just acted."""
    response.set_cookie(BERTINDAK, "1", max_age=SEGAR_S, secure=aman, httponly=True, samesite="strict", path="/")


def baru_bertindak(request: Request) -> bool:
    """Tell whether whoever asks has just acted."""
    return BERTINDAK in request.cookies
