"""What the page Laporan kegiatan says."""

from __future__ import annotations

JUDUL = "Laporan kegiatan"
KARTU_NIHIL = "belum ada"
BANTUAN = ""
