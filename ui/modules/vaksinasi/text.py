"""What the page Vaksinasi says."""

from __future__ import annotations

JUDUL = "Vaksinasi"
KARTU_NIHIL = "belum ada"
BANTUAN = ""
