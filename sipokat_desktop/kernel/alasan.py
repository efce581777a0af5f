"""The reason of an act that others will ask about: words, not a figure typed to get on."""

from __future__ import annotations

from .errors import InputSalah

KOSONG = "Tulis alasannya dalam satu kalimat."
TANPA_KATA = "Tulis alasannya dengan kata-kata; angka atau tanda saja tidak menjelaskan apa-apa."


def baca(ketik: str, field: str = "alasan", *, kosong: str = KOSONG) -> str:
    """Return a reason without blanks around it; raise InputSalah when it is empty or holds no letter."""
    kata = ketik.strip()
    if not kata:
        raise InputSalah(field, kosong)
    if not any(ch.isalpha() for ch in kata):
        raise InputSalah(field, TANPA_KATA)
    return kata
