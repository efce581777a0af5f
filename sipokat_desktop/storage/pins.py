"""PINs: Argon2id hashes, and how long somebody waits who typed wrong ones; those of the first release stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FREE = 5
"""Wrong PINs that cost nothing but being told."""
FIRST_MS, LONGEST_MS = 30_000, 15 * 60_000
_SCRYPT = "$"
"""A hash of the first release is ``salt$hash`` in hex; Argon2's own begin with the sign."""


def waits(wrong: int) -> int:
    """Return how long (ms) nobody is asked again after ``wrong`` wrong PINs in a row: 30 s, then twice as long each
    time up to 15 min. Nobody is locked out for good."""
    if wrong < FREE:
        return 0
    return min(FIRST_MS << min(wrong - FREE, 16), LONGEST_MS)


def hashed(pin: str) -> str:
    """Return what is kept of a PIN."""
    return _hasher().hash(pin)


def fits(kept: str, pin: str) -> bool:
    """Tell whether ``pin`` is the one of which ``kept`` is kept."""
    if not is_argon(kept):
        return _fits_first(kept, pin)
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False


def outdated(kept: str) -> bool:
    """Tell whether what is kept is to be made anew, now that the PIN is known."""
    return not is_argon(kept) or _hasher().check_needs_rehash(kept)


def is_argon(kept: str) -> bool:
    """Tell whether this is a hash of today's kind."""
    return kept.startswith(_SCRYPT)


def _fits_first(kept: str, pin: str) -> bool:
    import hashlib
    import hmac

    salt, _, wanted = kept.partition(_SCRYPT)
    try:
        made = hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1, dklen=32)
    except ValueError:
        return False
    return hmac.compare_digest(made.hex(), wanted)


def _hasher() -> PasswordHasher:
    """32 MiB and three rounds: a tenth of a second on an office PC."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
