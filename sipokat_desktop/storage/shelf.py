"""Files named by their content: written so that a power cut leaves either no file or a whole one."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from .durable import settle

MOST_BYTES = 4 << 20
"""A larger photo is neither kept nor sent; those that were made small are a tenth of it."""
BEGINS = b"\xff\xd8\xff"
"""Of a JPEG."""
_DIGITS = frozenset("0123456789abcdef")

Turn = Callable[[bytes], bytes]
"""What a content becomes on its way to the disk, or back."""


def _same(content: bytes) -> bytes:
    return content


def key_of(content: bytes) -> str:
    """Return the key of a content: its SHA-256 in hex."""
    return sha256(content).hexdigest()


def is_key(key: str) -> bool:
    """Tell whether ``key`` can be one: 64 hex digits in small letters."""
    return len(key) == 64 and _DIGITS.issuperset(key)


def path(folder: Path, key: str) -> Path:
    """Return where the content with this key lies, whether it is there or not."""
    return folder / key[:2] / f"{key}.jpg"


def put(folder: Path, content: bytes, *, seal: Turn = _same, unseal: Turn = _same) -> str:
    """Keep a content and return its key, once it is on the disk; a damaged file of that name is replaced.

    ``seal`` locks it for the disk, ``unseal`` opens it again (ValueError where it cannot). Raises OSError.
    """
    key = key_of(content)
    if get(folder, key, unseal=unseal) is None:
        write(path(folder, key), seal(content))
    return key


def write(target: Path, content: bytes) -> None:
    """Write a file that is either whole or not there, however many write it at a time; raise OSError."""
    import tempfile

    target.parent.mkdir(parents=True, exist_ok=True)
    number, temp = tempfile.mkstemp(prefix=".sipokat-", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temp, target)
    finally:
        Path(temp).unlink(missing_ok=True)
    settle(target)
    settle(target.parent)


def get(folder: Path, key: str, *, unseal: Turn = _same) -> bytes | None:
    """Return the content with this key; None where there is none, the file is damaged, or the key is none."""
    if not is_key(key):
        return None
    try:
        content = unseal(path(folder, key).read_bytes())
    except (OSError, ValueError):
        return None
    return content if key_of(content) == key else None


def sweep(folder: Path, before: float) -> None:
    """Remove what a power cut left half written before that time (seconds since 1970); raise OSError."""
    for temp in folder.glob("??/.sipokat-*"):
        with suppress(FileNotFoundError):  # its writer has just finished
            if temp.stat().st_mtime < before:
                temp.unlink()
