"""The form of a backup file: a store, which key it is locked with, and a seal that notices each flipped bit."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple

SEAL, FIRST_SEAL = b"SIPOKAT2", b"SIPOKAT1"
"""At the end of the file, before the hash over all that comes before; the first releases had no label."""
HASH_BYTES, LENGTH_BYTES = 32, 4
BUKAN_CADANGAN = "Berkas {nama} bukan cadangan Sipokat yang utuh. Data di komputer ini tidak diubah."


class Label(NamedTuple):
    """``mark`` of the key that the store is locked with (empty: with none), and that key locked with a recovery code
    (base64; empty: there was none yet), made at ``boxed`` (UTC ms)."""

    mark: str = ""
    box: str = ""
    boxed: int = 0


def close(data: bytes, label: Label) -> bytes:
    """Return what a backup file holds."""
    told = json.dumps(label._asdict()).encode()
    content = data + told + len(told).to_bytes(LENGTH_BYTES, "big") + SEAL
    return content + _hash(content)


def read(file: Path) -> tuple[bytes, Label]:
    """Return the store in a backup file and its label; raise InputSalah where the file is no whole backup."""
    content = b""
    with suppress(OSError):
        content = file.read_bytes()
    body, given = content[:-HASH_BYTES], content[-HASH_BYTES:]
    seal = body[-len(SEAL) :]
    if seal == FIRST_SEAL and _hash(body[: -len(SEAL)]) == given:
        return body[: -len(SEAL)], Label()
    if seal == SEAL and _hash(body) == given:
        with suppress(ValueError, TypeError):
            return _opened(body[: -len(SEAL)])
    raise InputSalah("berkas", BUKAN_CADANGAN.format(nama=file.name))


def _opened(body: bytes) -> tuple[bytes, Label]:
    end = len(body) - LENGTH_BYTES
    begin = end - int.from_bytes(body[end:], "big")
    if begin <= 0:
        raise ValueError("no store")
    return body[:begin], Label(**json.loads(body[begin:end]))


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=HASH_BYTES).digest()


def label_of(mark: str, box: bytes, boxed: int) -> Label:
    """Return the label of a store that is locked with the key of that mark."""
    return Label(mark, b64encode(box).decode(), boxed)
