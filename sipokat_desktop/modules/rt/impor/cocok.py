"""Who is who: names compared as people mean them, titles and spellings aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_AWAL = re.compile(
    r"h|hj|haji|hajjah|hajah|drs|dra|dr|drg|ir|prof|kh|ust|ustadz?|ustadzah|rd|bpk|bapak|ibu|sdri?|tn|ny|almh?|kms|nyimas"
).fullmatch
_GELAR = re.compile(
    r"(?i)\b(?:[sm]\.?\s?(?:pd|e|h|sos|ag|t|kom|ip|i|kep|km|hut|p|si|farm|hum|psi|pdi|akun|kes|stp|th|kn|tr)|"
    r"a\.?\s?(?:md|mk|ma)(?:\.?\s?(?:kep|keb|pd|kom|t))?|s\.?\s?st|ners|m\.?\s?m|b\.?sc|m\.?sc|ph\.?d|amd|shi|spdi|skm|ssos|spd)\b\.?(?:\s?i\b\.?)?$"
)
_MUHAMMAD = re.compile(r"m|mhd|mohd|muhd|muh|moh|mohamed|m[uo]ch?am+ad|m[uo]ham+ad").fullmatch
_KATA = {
    "abd": "abdul",
    "abdl": "abdul",
    "ahmad": "ahmad",
    "achmad": "ahmad",
    "akhmad": "ahmad",
    "akhmat": "ahmad",
    "ahmat": "ahmad",
}
_EJAAN = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sy", "s"),
    ("kh", "h"),
    ("ch", "h"),
    ("ph", "f"),
    ("v", "f"),
    ("z", "s"),
    ("y", "i"),
)
SAMA = 88.0
"""Likeness from 0 to 100 from which on two names on one post are one person."""


@lru_cache(maxsize=65536)
def kunci(nama: str) -> str:
    """Return a name without titles, case and accents, in one spelling: what two names are compared by."""
    polos = unicodedata.normalize("NFKD", nama.casefold().partition(",")[0])
    polos = "".join(ch for ch in polos if not unicodedata.combining(ch))
    while (tanpa := _GELAR.sub("", polos).strip(" .")) != polos and tanpa:
        polos = tanpa
    kata = re.findall(r"[a-z0-9]+", polos.replace("'", "").replace("`", ""))
    while len(kata) > 1 and _AWAL(kata[0]):
        kata.pop(0)
    if len(kata) > 1 and _MUHAMMAD(kata[0]):
        kata[0] = "muhammad"
    return " ".join(_ejaan(_KATA.get(satu, satu)) for satu in kata)


def _ejaan(kata: str) -> str:
    for lama, baru in _EJAAN:
        kata = kata.replace(lama, baru)
    return re.sub(r"(.)\1+", r"\1", kata)


def mirip(satu: str, dua: str) -> float:
    """Return how alike two names are, 0 to 100."""
    a, b = kunci(satu), kunci(dua)
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return 100.0
    from rapidfuzz import fuzz

    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))


def beda_angka(satu: str, dua: str) -> int:
    """Return at how many places two NIKs differ."""
    return sum(a != b for a, b in zip(satu, dua, strict=False)) + abs(len(satu) - len(dua))
