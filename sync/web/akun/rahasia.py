"""Seals what must be read again (the secret of a second factor), hashes what need not, with the city's own secret."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select

from sync.server.database import Database
from sync.server.schema import META

_NAMA = "rahasia_web"
_NONCE = 12


class Rahasia:
    """The city's secret for the web, made once; keys for different uses are derived from it."""

    def __init__(self, db: Database) -> None:
        """Read it; the first one to come makes it."""
        with db.write() as con:
            db.upsert(con, META, [{"key": _NAMA, "value": secrets.token_hex(32)}], keep=True)
            self._inti = bytes.fromhex(str(con.scalar(select(META.c.value).where(META.c.key == _NAMA))))

    def _kunci(self, guna: str) -> bytes:
        return hmac.new(self._inti, guna.encode(), "sha256").digest()

    def segel(self, isi: bytes, *, milik: str) -> str:
        """Return ``isi`` sealed for the person ``milik``: moved to another person's row it does not open."""
        nonce = secrets.token_bytes(_NONCE)
        return base64.b64encode(nonce + AESGCM(self._kunci("segel")).encrypt(nonce, isi, milik.encode())).decode()

    def buka(self, segel: str, *, milik: str) -> bytes:
        """Return what was sealed for ``milik``."""
        isi = base64.b64decode(segel)
        return AESGCM(self._kunci("segel")).decrypt(isi[:_NONCE], isi[_NONCE:], milik.encode())

    def sidik(self, isi: str, *, guna: str) -> str:
        """Return a keyed hash: nobody without the secret can tell by trying what it was made of."""
        return hmac.new(self._kunci(guna), isi.encode(), "sha256").hexdigest()


def sidik_token(token: str) -> str:
    """Return the hash under which the token of a session is kept (it is random, so that needs no secret)."""
    return hashlib.sha256(token.encode()).hexdigest()
