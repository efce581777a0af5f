"""Photos on the disk are locked as the store is: AES-256-GCM, with a key that is made of the store's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BEGINS = b"SIPOKATF"
_NONCE = 12


class PhotoLock:
    """Locks and opens photos; without a key they lie open, as those of the first releases do."""

    def __init__(self, key: bytes | None) -> None:
        """``key``: the store's, 32 bytes."""
        self._key = key

    def seal(self, content: bytes) -> bytes:
        """Return what goes to the disk."""
        if self._key is None:
            return content
        nonce = os.urandom(_NONCE)
        return BEGINS + nonce + self._cipher().encrypt(nonce, content, BEGINS)

    def unseal(self, found: bytes) -> bytes:
        """Return the photo that lies on the disk, locked or open; raise ValueError where it cannot be opened."""
        if not found.startswith(BEGINS):
            return found
        from cryptography.exceptions import InvalidTag

        body = found[len(BEGINS) :]
        try:
            return self._cipher().decrypt(body[:_NONCE], body[_NONCE:], BEGINS)
        except InvalidTag as exc:
            raise ValueError("locked with another key, or damaged") from exc

    def _cipher(self) -> AESGCM:
        from hashlib import blake2b

        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if self._key is None:
            raise ValueError("there is no key")
        return AESGCM(blake2b(self._key, digest_size=32, person=b"sipokat foto").digest())
