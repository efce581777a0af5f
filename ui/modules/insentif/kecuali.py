"""The exceptions of a list as a clerk types them: ``3, 7, 12-14`` are the numbers of lines."""

from __future__ import annotations

from collections.abc import Collection

from ui.kit import deret
from ui.kit.deret import BUKAN_NOMOR, tulis

from . import text

__all__ = ["BUKAN_NOMOR", "baca", "tulis"]
_KATA = deret.Kata(text.KECUALI_SALAH, text.KECUALI_TERBALIK, text.KECUALI_ASING)


def baca(teks: str, ada: Collection[int]) -> frozenset[int]:
    """Return the line numbers typed. Raises InputSalah, see :func:`ui.kit.deret.baca`."""
    return deret.baca(teks, ada, _KATA)
