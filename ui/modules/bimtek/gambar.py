"""A picture for the certificates, small enough to travel with the office's data."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import sertifikat_ops
from ui.kit import gambar

from . import text_rancangan as text

_SISI = {"logo": 480, "latar": 1754}
"""The longest side that is kept, in px: at the size it has on paper, 400 and 150 dots per inch."""


def siapkan(berkas: Path, apa: str) -> bytes:
    """Return the picture in a file as a ``logo`` (PNG where that is small enough: its see-through parts stay) or a
    background (``latar``, JPEG). Raises InputSalah when the file holds no picture."""
    isi = gambar.kecil(berkas, _SISI[apa], sertifikat_ops.BATAS_KB[apa] * 1024, tembus=apa == "logo")
    if isi is None:
        raise InputSalah("", text.BUKAN_GAMBAR.format(nama=berkas.name))
    return isi
