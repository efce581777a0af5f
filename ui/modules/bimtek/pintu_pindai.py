"""What a scanner types: a code at the end of the line, whatever stands before it, and whether a hand was that fast."""

from __future__ import annotations

import re

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import token

CEPAT_MS = 45
"""Between two characters: what comes faster than this was not typed by a hand."""
_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_BUKAN = re.compile(r"[^A-Z0-9]")


def tanpa_awalan(teks: str) -> str:
    """Return what was scanned without the AIM prefix (``]Q1``) that some scanners put before it."""
    return _AIM.sub("", teks.strip())


def kode_di_ujung(teks: str) -> str:
    """Return the code with which ``teks`` ends, "" where it ends with none: what a hand had begun may stand before."""
    ujung = _BUKAN.sub("", teks.upper())[-token.PANJANG :]
    try:
        return token.baca(ujung)
    except InputSalah:
        return ""


class Irama:
    """How fast the characters came: ``ms`` are the times of the keys as the system gives them."""

    def __init__(self) -> None:
        self.kosongkan()

    def kosongkan(self) -> None:
        """Begin a new line."""
        self._pertama = self._akhir = self._banyak = 0

    def ketuk(self, ms: int) -> None:
        """A character came."""
        if not self._banyak:
            self._pertama = ms
        self._banyak += 1
        self._akhir = ms

    def lanjut(self, ms: int) -> bool:
        """Tell whether a key belongs to the same quick row as the one before."""
        return self._banyak > 0 and ms - self._akhir <= CEPAT_MS

    @property
    def alat(self) -> bool:
        """Tell whether a scanner typed the line: eight characters or more, on average too fast for a hand."""
        return self._banyak >= 8 and self._akhir - self._pertama <= CEPAT_MS * (self._banyak - 1)
