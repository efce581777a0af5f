"""Measures with up to three decimals (1.250,5 m), kept as whole thousandths so that nothing is ever rounded."""

from __future__ import annotations

import re

from .errors import InputSalah
from .rupiah import titik

SERIBU = 1000
TERBESAR = 1_000_000_000 * SERIBU
"""A milliard of the unit, in thousandths."""

_POLA = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,3}))?")
_SALAH = "Tulis volume dengan angka, misalnya 120, 1.250 atau 37,5 (paling banyak tiga angka di belakang koma)."
_BESAR = "Volume ini terlalu besar. Paling banyak satu miliar."


def baca(teks: str, field: str = "volume") -> int | None:
    """Return a typed measure in thousandths (``1.250,5`` is 1250500), None when empty; a dot parts thousands, a comma
    decimals. Raises InputSalah for anything else, more than three decimals, zero, or more than a milliard."""
    rapi = "".join(teks.split())
    if not rapi:
        return None
    cocok = _POLA.fullmatch(rapi)
    if not cocok:
        raise InputSalah(field, _SALAH)
    bulat, pecah = cocok[1].replace(".", "").lstrip("0") or "0", cocok[2] or ""
    if len(bulat) > len(str(TERBESAR)):
        raise InputSalah(field, _BESAR)
    hasil = int(bulat) * SERIBU + int(pecah.ljust(3, "0"))
    if hasil > TERBESAR:
        raise InputSalah(field, _BESAR)
    if not hasil:
        raise InputSalah(field, _SALAH)
    return hasil


def tulis(ribuan: int) -> str:
    """Return thousandths as people write them: ``1.250,5``."""
    bulat, pecah = divmod(abs(ribuan), SERIBU)
    ekor = f"{pecah:03d}".rstrip("0")
    return ("-" if ribuan < 0 else "") + titik(bulat) + (f",{ekor}" if ekor else "")


def dengan_satuan(ribuan: int | None, satuan: str) -> str:
    """Return a measure with its unit, ``1.250,5 m``; empty where there is none."""
    return f"{tulis(ribuan)} {satuan}".strip() if ribuan is not None else ""
