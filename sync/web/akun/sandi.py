"""Passwords: Argon2id, the same work for a login that nobody has, and what a new password must be like."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sipokat_desktop.kernel.errors import Gangguan, InputSalah

from . import text

TERPENDEK, TERPANJANG = 10, 200
_HURUF = "abcdefghijkmnpqrstuvwxyz23456789"
"""For passwords on paper: no l, o, 0 and 1."""
SEKALIGUS, SABAR_S = 2, 2.0


class Sandi:
    """Hashes and checks passwords.

    64 MiB and three passes are RFC 9106's second recommended choice, about 0.2 s of one core here; one lane, because
    the other cores serve pages. Two at a time at most, so that a flood of logins costs 128 MiB and never all of the
    memory; whoever finds no place within two seconds is asked to come again, so that pages keep their threads.
    """

    def __init__(self, *, memori_kib: int = 64 * 1024, putaran: int = 3) -> None:
        self._hasher = PasswordHasher(time_cost=putaran, memory_cost=memori_kib, parallelism=1)
        self._antre = Semaphore(SEKALIGUS)

    @cached_property
    def _kosong(self) -> str:
        """The hash that stands in for that of a login that nobody has."""
        return self._hasher.hash(secrets.token_hex(16))

    def hash(self, sandi: str) -> str:
        """Return what is kept of a password."""
        with self._giliran():
            return self._hasher.hash(sandi)

    def cocok(self, tersimpan: str, sandi: str) -> bool:
        """Tell whether ``sandi`` is the password; an empty ``tersimpan`` takes as long and is never right."""
        with self._giliran():
            try:
                return self._hasher.verify(tersimpan or self._kosong, sandi[:TERPANJANG]) and bool(tersimpan)
            except (VerificationError, InvalidHashError):
                return False

    @contextmanager
    def _giliran(self) -> Iterator[None]:
        if not self._antre.acquire(timeout=SABAR_S):
            raise Gangguan(text.RAMAI, text.RAMAI_SARAN)
        try:
            yield
        finally:
            self._antre.release()

    def lemah(self, tersimpan: str) -> bool:
        """Tell whether a hash was made with other settings than today's."""
        return self._hasher.check_needs_rehash(tersimpan)


def pertama() -> str:
    """Return a first password to print: three times four letters, 60 bits."""
    return "-".join("".join(secrets.choice(_HURUF) for _ in range(4)) for _ in range(3))


def layak(sandi: str, ulang: str, *, login: str, nama: str) -> str:
    """Return a new password that may be used; raise InputSalah with what it lacks."""
    if not TERPENDEK <= len(sandi) <= TERPANJANG:
        raise InputSalah("sandi", text.SANDI_PENDEK.format(n=TERPENDEK))
    tebakan = {_polos(kata) for kata in (login, nama, *nama.split(), *text.SANDI_UMUM)}
    if len(set(sandi.lower())) < 5 or _polos(sandi) in tebakan:
        raise InputSalah("sandi", text.SANDI_MUDAH)
    if sandi != ulang:
        raise InputSalah("ulang", text.SANDI_BEDA)
    return sandi


def _polos(kata: str) -> str:
    """Return the letters of a word, small; the figures and signs that people put behind one make it no harder."""
    return "".join(huruf for huruf in kata.lower() if huruf.isalpha())
