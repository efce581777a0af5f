"""Versions of the program, and the names that city and offices use for updates."""

from __future__ import annotations

import re

UPDATES = "/pembaruan/"
"""Where the city publishes signed updates."""
UPDATE_NEWS, UPDATE_FOLDER = "terbaru.json", "sipokat-pembaruan"
"""The signed file that names the version to put in, and the folder of updates on a flash disk."""
BERKAS_PASANG = re.compile(r"Sipokat-(\d{1,4}(?:\.\d{1,5}){1,3})-pasang\.exe")


def dari_berkas(nama: str) -> str:
    """Return the version that a set-up file's name tells; empty where it is none's."""
    found = BERKAS_PASANG.fullmatch(nama)
    return found[1] if found else ""


def angka(versi: str) -> tuple[int, ...]:
    """Return a version as numbers, to compare: ``0.10`` is newer than ``0.9``."""
    return tuple(int(satu) for satu in re.findall(r"\d+", versi))


def lebih_baru(satu: str, lain: str) -> bool:
    """Tell whether version ``satu`` is newer than ``lain``."""
    return angka(satu) > angka(lain)
