"""What the page Usulan says."""

from __future__ import annotations

JUDUL = "Usulan"
KARTU_NIHIL = "belum ada"
BANTUAN = ""
