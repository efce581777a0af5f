"""Holds back who guesses: after some wrong tries a login, and an address, wait longer and longer."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database
from sync.server.schema import LOGIN_TRY

from . import text
from .rahasia import Rahasia

MENIT_MS = 60_000
AWAL_MS, TERLAMA_MS = MENIT_MS // 2, 15 * MENIT_MS
"""The first wait, doubled with every further wrong try; never longer than that, so that nobody can lock out another
for a day."""
LUPA_MS = 24 * 60 * MENIT_MS
"""After so long without a try all is forgotten."""


class Kunci(NamedTuple):
    """What tries are counted by; ``bebas`` of them go wrong without a wait."""

    sidik: str
    bebas: int


def kunci(rahasia: Rahasia, login: str, alamat: str) -> tuple[Kunci, Kunci]:
    """Return what a try is counted by: the login, known or not, and the address (an office has many people behind one).

    Only keyed hashes are kept: what was typed as a login may be a password.
    """
    return (
        Kunci(rahasia.sidik(f"login:{login}", guna="percobaan"), 5),
        Kunci(rahasia.sidik(f"alamat:{_jaringan(alamat)}", guna="percobaan"), 30),
    )


def _jaringan(alamat: str) -> str:
    """Return an address, of IPv6 the network that one customer has."""
    try:
        ip = ipaddress.ip_address(alamat)
    except ValueError:
        return alamat
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))


def coba(db: Database, kunci: Sequence[Kunci], now: int) -> None:
    """Count a try as wrong before it is looked at, so that many at once are counted too; raise InputSalah with the time
    of the next one where it comes too early. A right one is taken off again by :func:`benar`."""
    with db.write() as con:
        con.execute(delete(LOGIN_TRY).where(LOGIN_TRY.c.last < now - LUPA_MS, LOGIN_TRY.c.until < now))
        salah = _terkunci(db, con, kunci, now)
        tunggu = max(sampai for _, sampai in salah.values())
        if tunggu > now:
            raise InputSalah("", text.TERKUNCI.format(kapan=kapan(tunggu, now)))
        for satu in kunci:
            banyak = salah[satu.sidik][0] + 1
            nilai = {"failed": banyak, "until": now + _lama(banyak - satu.bebas), "last": now}
            con.execute(update(LOGIN_TRY).where(LOGIN_TRY.c.key == satu.sidik).values(**nilai))


def _terkunci(db: Database, con: Connection, kunci: Sequence[Kunci], now: int) -> dict[str, tuple[int, int]]:
    """Lock the rows (always in the same order) and return how often each went wrong and until when it waits."""
    sidik = sorted(satu.sidik for satu in kunci)
    rows = [{"key": satu, "failed": 0, "until": 0, "last": now} for satu in sidik]
    db.insert(con, LOGIN_TRY, rows, "ON CONFLICT (key) DO UPDATE SET last = excluded.last")
    found = con.execute(select(LOGIN_TRY).where(LOGIN_TRY.c.key.in_(sidik)))
    return {row.key: (int(row.failed), int(row.until)) for row in found}


def _lama(lebih: int) -> int:
    """Return the wait in ms after so many wrong tries more than are free."""
    return min(AWAL_MS << min(lebih - 1, 20), TERLAMA_MS) if lebih > 0 else 0


def benar(con: Connection, kunci: Sequence[Kunci], *, selesai: str = "") -> None:
    """Take a try off again that was right; ``selesai`` (a login's hash): its wrong ones are forgotten, too."""
    for satu in kunci:
        kurang = {"failed": LOGIN_TRY.c.failed - 1, "until": 0}
        con.execute(
            update(LOGIN_TRY).where(LOGIN_TRY.c.key == satu.sidik, LOGIN_TRY.c.failed > 0).values(**kurang)
        )  # fmt: skip
    if selesai:
        con.execute(update(LOGIN_TRY).where(LOGIN_TRY.c.key == selesai).values(failed=0, until=0))


def kapan(sampai: int, now: int) -> str:
    """Say when the next try is welcome."""
    detik = -(-(sampai - now) // 1000)
    if detik < 60:
        return f"{detik} detik lagi"
    return f"{-(-detik // 60)} menit lagi, pukul {tanggal.jam_wib(sampai + MENIT_MS - 1)}"
