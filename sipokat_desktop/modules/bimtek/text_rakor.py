"""What module bimtek says on the Lembar rakor."""

from __future__ import annotations

JUDUL = "Bimtek"
HADIR = "{nama}, {hari}: {datang} dari {n} yang diundang datang ({persen})."
TANPA_UNDANGAN = "{nama}, {hari}: belum ada yang diundang."
