"""What module bimtek says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Bimtek"
KEADAAN = {"terbuka": "berjalan", "selesai": "selesai", "batal": "dibatalkan"}
TANDA = {"hadir": "Hadir", "izin": "Izin", "sakit": "Sakit", "alpa": "Alpa", "diwakili": "Diwakili"}
CARA = {
    "pindai": "dipindai di pintu",
    "ketik": "diketik di pintu",
    "sentuh": "dipilih di pintu",
    "lembar": "dari lembar kertas",
    "sisa": "sisa yang tidak tercatat",
}
TINDAKAN: dict[str, str] = {}
"""What people call the acts of this module."""
