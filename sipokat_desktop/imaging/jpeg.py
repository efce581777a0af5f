"""The size of a JPEG, read from its header without decoding it."""

from __future__ import annotations

_BEGIN = b"\xff\xd8\xff"
_END = b"\xff\xd9"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a whole JPEG in px; None for anything else."""
    if not content.startswith(_BEGIN) or _END not in content[-64:]:
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark in _FRAMES:
            found = int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
            return found if all(found) else None
        at += 1 if mark == 0xFF else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
