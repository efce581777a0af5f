"""Where somebody wanted to go who had to log in first: kept by the browser until the whole way in has been gone."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from sync.web.akun.peran import Orang

from .rute import Rute

KUKI = "sipokat_tujuan"
TAHAN_S = 30 * 60
TERPANJANG = 1000
_JALAN = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of this site with its query: plain signs, no backslash, and no second slash that would name another host."""
_BUKAN_TUJUAN = ("/masuk", "/keluar", "/aset", "/sync")


def layak(jalan: str) -> str:
    """Return ``jalan`` where it is a page of this site that one may be sent to, else nothing."""
    if len(jalan) > TERPANJANG or not _JALAN.fullmatch(jalan):
        return ""
    polos = jalan.partition("?")[0]
    return "" if any(polos == satu or polos.startswith(f"{satu}/") for satu in _BUKAN_TUJUAN) else jalan


def ingat(request: Request, response: Response, rute: Rute, *, aman: bool) -> None:
    """Have the browser keep the page that was asked for, and whom it is for; of a part of a page, a file or an act,
    the page that it was asked from."""
    if request.headers.get("sec-fetch-dest", "document") != "document" and "hx-request" not in request.headers:
        return
    halaman = rute.metode == "GET" and not rute.ekspor and "hx-request" not in request.headers
    jalan = layak(_dengan_tanya(str(request.url)) if halaman else _asal(request))
    if jalan:
        isi = f"{','.join(sorted(rute.peran))}|{jalan}"
        response.set_cookie(
            KUKI, base64.urlsafe_b64encode(isi.encode()).decode(), max_age=TAHAN_S, secure=aman, httponly=True,
            samesite="strict", path="/",
        )  # fmt: skip


def _asal(request: Request) -> str:
    """Return the page of this site that a form or a part was asked from; empty where the browser does not tell it."""
    asal = request.headers.get("hx-current-url") or request.headers.get("referer", "")
    try:
        sini = urlsplit(asal).netloc == request.url.netloc
    except ValueError:
        return ""
    return _dengan_tanya(asal) if sini else ""


def _dengan_tanya(alamat: str) -> str:
    bagian = urlsplit(alamat)
    return f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path


def milik(request: Request, orang: Orang) -> str:
    """Return the page that the browser kept, where it is for this person; else nothing."""
    try:
        isi = base64.urlsafe_b64decode(request.cookies.get(KUKI, "").encode()).decode()
    except (binascii.Error, ValueError):
        return ""
    peran, _, jalan = isi.partition("|")
    return layak(jalan) if orang.peran in peran.split(",") else ""


def lupakan(response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(KUKI, path="/")
