"""Where the cursor stands among digits that are grouped while they are typed."""

from __future__ import annotations


def behind_digit(teks: str, jumlah: int) -> int:
    """Return the place just behind the ``jumlah``-th digit of ``teks``."""
    seen = 0
    for place, ch in enumerate(teks):
        if seen == jumlah:
            return place
        seen += ch.isdigit()
    return len(teks)
