"""What module vaksinasi says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Vaksinasi"
TINDAKAN: dict[str, str] = {}
"""What people call the acts of this module."""
