"""Identifiers minted at the office, unique without asking a server."""

from __future__ import annotations

import os
import threading
import time

_LOCK = threading.Lock()
_last = [0]


def _format(value: int) -> str:
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_id() -> str:
    """Mint a UUIDv7 (RFC 9562): sorts by time, and strictly increases within this process."""
    return _written(f"{_reserved(1):015x}", os.urandom(8).hex())


def new_ids(count: int) -> list[str]:
    """Mint ``count`` ids as :func:`new_id` does, in rising order."""
    first, rest = _reserved(count), os.urandom(8 * count).hex()
    return [_written(f"{first + k:015x}", rest[16 * k : 16 * k + 16]) for k in range(count)]


def _reserved(count: int) -> int:
    """Return the first of ``count`` times that no other id has: now, or just after the last one given out."""
    stamp = (time.time_ns() // 1_000_000) << 12
    with _LOCK:
        first = max(stamp, _last[0] + 1)
        _last[0] = first + count - 1
    return first


def _written(at: str, rest: str) -> str:
    return f"{at[:8]}-{at[8:12]}-7{at[12:]}-{_VARIANT[rest[0]]}{rest[1:4]}-{rest[4:]}"


_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def derived_id(*parts: str) -> str:
    """Return the UUIDv8 that every computer derives from the same ``parts``."""
    from hashlib import blake2b

    value = int.from_bytes(blake2b("\x1f".join(parts).encode(), digest_size=16).digest(), "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    return _format(value & ~(0x3 << 62) | 0x2 << 62)


_SHORT = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def short_code(seed: str, length: int) -> str:
    """Return ``length`` letters and digits derived from ``seed``, without 0/O and 1/I."""
    from hashlib import blake2b

    digest = blake2b(seed.encode(), digest_size=16).digest()
    return "".join(_SHORT[byte % 32] for byte in digest[:length])


def random_code(length: int) -> str:
    """Return ``length`` random letters and digits, without 0/O and 1/I (5 bits each)."""
    return "".join(_SHORT[byte % 32] for byte in os.urandom(length))
