"""The city's own signing key, made once and kept in its database."""

from __future__ import annotations

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from sync.envelope import public_box
from sync.protocol import b64, unb64

from .database import Database
from .schema import META

_RAW = (serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption())


class ServerKey:
    """Signs receipts; offices know the public half from their enrolment. ``private`` opens their files."""

    def __init__(self, db: Database) -> None:
        """Read the key; the first one to come makes it."""
        fresh = Ed25519PrivateKey.generate().private_bytes(*_RAW)
        with db.write() as con:
            db.upsert(con, META, [{"key": "kunci", "value": b64(fresh)}], keep=True)
            stored = con.scalar(select(META.c.value).where(META.c.key == "kunci"))
        self.private = str(stored)
        self._key = Ed25519PrivateKey.from_private_bytes(unb64(self.private))
        self.public = b64(
            self._key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        )

    @property
    def public_box(self) -> str:
        """The public key with which offices without internet seal their files for the city (base64)."""
        return public_box(self.private)

    def sign(self, data: bytes) -> str:
        """Return the Ed25519 signature in base64."""
        return b64(self._key.sign(data))
