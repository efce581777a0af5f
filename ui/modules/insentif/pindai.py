"""What a scanner types: the number of a list, and perhaps more behind it."""

from __future__ import annotations

_PEMISAH = str.maketrans("|#;", "   ")


def nomor_dari(teks: str) -> str:
    """Return the list number in what was typed or scanned: up to the first blank, ``#``, ``;`` or ``|``."""
    return teks.translate(_PEMISAH).strip().partition(" ")[0].upper()
