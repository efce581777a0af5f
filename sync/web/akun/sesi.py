"""Sessions of people at the web: a random token in a cookie, its hash in the database, a new one at every step."""

from __future__ import annotations

import re
import secrets
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update
from starlette.requests import Request
from starlette.responses import Response

from sync.server.database import Database
from sync.server.schema import PERSON, WEB_SESSION

from .peran import Orang, Peran
from .rahasia import sidik_token

KUKI, KUKI_TAMU = "sipokat_sesi", "sipokat_tamu"
MENIT_MS = 60 * 1000
DIAM_MS = 30 * MENIT_MS
"""Without a request for so long, a session is over."""
PALING_LAMA_MS = 12 * 60 * MENIT_MS
SETENGAH_MS = 20 * MENIT_MS
"""How long the way from the password to the second factor may take."""
INGAT_MS = 30 * 24 * 60 * MENIT_MS
"""A session that ran out is kept for so long, so that whoever comes back with it is told why."""
CATAT_MS = MENIT_MS
"""A session's last request is written down at most once in so long."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class Putus(StrEnum):
    """Why a session is over."""

    DIAM = "diam"
    LAMA = "lama"
    SETENGAH = "setengah"
    """The way in was not gone to its end in time."""
    DIAKHIRI = "diakhiri"
    """Somebody ended it: its person, here or elsewhere, or who looks after people."""


class Sesi(NamedTuple):
    """A session: whose, what its forms must bring along, and how far the way in has been gone."""

    orang: Orang
    csrf: str
    penuh: bool
    """Password, second factor and an own password: the whole way in."""
    kedua: bool
    """The second factor was given."""
    id: str
    """The hash under which the session is kept."""
    mulai: int


def nama_kuki(nama: str, *, aman: bool) -> str:
    """Return a cookie's name; over TLS with the prefix that lets no other host and no plain HTTP set it."""
    return f"__Host-{nama}" if aman else nama


def token_dari(request: Request, *, aman: bool) -> str:
    """Return the session's token that the browser sent; empty where it sent none."""
    token = request.cookies.get(nama_kuki(KUKI, aman=aman), "")
    return token if _TOKEN.fullmatch(token) else ""


_CARI = (
    select(WEB_SESSION, PERSON.c.name, PERSON.c.role, PERSON.c.scope, PERSON.c.must_change)
    .join(PERSON, PERSON.c.id == WEB_SESSION.c.person_id)
    .where(
        WEB_SESSION.c.token_hash == bindparam("token"), WEB_SESSION.c.expires > bindparam("now"),
        WEB_SESSION.c.seen > bindparam("since"), PERSON.c.disabled == 0,
    )
)  # fmt: skip


def dari_token(db: Database, token: str, now: int) -> Sesi | None:
    """Return the session of a token; None where there is none or it has run out."""
    if not token:
        return None
    sidik = sidik_token(token)
    with db.read() as con:
        r = con.execute(_CARI, {"token": sidik, "now": now, "since": now - DIAM_MS}).one_or_none()
    if r is None:
        return None
    if now - r.seen >= CATAT_MS:
        with db.write() as con:
            con.execute(update(WEB_SESSION).where(WEB_SESSION.c.token_hash == sidik).values(seen=now))
    siapa, kedua = Orang(r.person_id, r.name, Peran(r.role), r.scope), bool(r.second)
    return Sesi(siapa, r.csrf, kedua and not r.must_change, kedua, sidik, r.created)


def sebab_putus(db: Database, token: str, now: int) -> Putus:
    """Return why :func:`dari_token` does not know a token any more."""
    with db.read() as con:
        r = con.execute(select(WEB_SESSION).where(WEB_SESSION.c.token_hash == sidik_token(token))).one_or_none()
    if r is None:
        return Putus.DIAKHIRI
    if r.seen + DIAM_MS <= min(now, r.expires):
        return Putus.DIAM
    if r.expires <= now:
        return Putus.LAMA if r.second else Putus.SETENGAH
    return Putus.DIAKHIRI


def buka(con: Connection, orang_id: str, *, kedua: bool, alamat: str, now: int, mulai: int = 0) -> str:
    """Begin a session and return its token; ``mulai``: when the person came in, where this one takes over from another.

    A session without the second factor lasts twenty minutes.
    """
    con.execute(delete(WEB_SESSION).where(WEB_SESSION.c.seen <= now - INGAT_MS))
    token = secrets.token_urlsafe(32)
    sampai = (mulai or now) + PALING_LAMA_MS if kedua else now + SETENGAH_MS
    con.execute(
        WEB_SESSION.insert().values(
            token_hash=sidik_token(token), person_id=orang_id, csrf=secrets.token_urlsafe(32), second=int(kedua),
            created=mulai or now, seen=now, expires=sampai, address=alamat,
        )
    )  # fmt: skip
    return token


def tutup(con: Connection, id: str) -> None:
    """End one session."""
    con.execute(delete(WEB_SESSION).where(WEB_SESSION.c.token_hash == id))


def tutup_semua(con: Connection, orang_id: str, *, kecuali: str = "") -> None:
    """End every session of a person, but for ``kecuali``."""
    con.execute(
        delete(WEB_SESSION).where(WEB_SESSION.c.person_id == orang_id, WEB_SESSION.c.token_hash != kecuali)
    )  # fmt: skip


class Hidup(NamedTuple):
    """A session as its owner sees it; times in UTC ms."""

    id: str
    mulai: int
    terakhir: int
    alamat: str


def milik(db: Database, orang_id: str, now: int) -> list[Hidup]:
    """Return the sessions of a person that have not run out, the latest first."""
    hidup = (WEB_SESSION.c.expires > now) & (WEB_SESSION.c.seen > now - DIAM_MS)
    with db.read() as con:
        rows = con.execute(
            select(WEB_SESSION).where(WEB_SESSION.c.person_id == orang_id, hidup).order_by(WEB_SESSION.c.seen.desc())
        )
        return [Hidup(row.token_hash, row.created, row.seen, row.address) for row in rows]


# cookies


def titip(response: Response, token: str, *, aman: bool) -> None:
    """Give the token along in a cookie that no script reads and no other site sends."""
    _titip(response, KUKI, token, aman=aman)


def lupakan(response: Response, *, aman: bool) -> None:
    """Make the browser forget its session."""
    response.delete_cookie(
        nama_kuki(KUKI, aman=aman), path="/", secure=aman, httponly=True, samesite="strict"
    )  # fmt: skip


def csrf_tamu(request: Request, *, aman: bool) -> str:
    """Return what the forms of somebody without a session must bring along: what the browser's cookie says."""
    token = request.cookies.get(nama_kuki(KUKI_TAMU, aman=aman), "")
    return token if _TOKEN.fullmatch(token) else secrets.token_urlsafe(32)


def titip_tamu(request: Request, response: Response, csrf: str, *, aman: bool) -> None:
    """Give that along in a cookie where the browser has another or none."""
    if request.cookies.get(nama_kuki(KUKI_TAMU, aman=aman)) != csrf:
        _titip(response, KUKI_TAMU, csrf, aman=aman)


def _titip(response: Response, nama: str, isi: str, *, aman: bool) -> None:
    response.set_cookie(nama_kuki(nama, aman=aman), isi, path="/", secure=aman, httponly=True, samesite="strict")
