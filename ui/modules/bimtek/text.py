"""What the page Bimtek says."""

from __future__ import annotations

JUDUL = "Bimtek"
