"""The code on an invitation: derived from the invitation alone, typed as XXXX-XXXX-XXXX-X, with a check character."""

from __future__ import annotations

from itertools import accumulate

from sipokat_desktop.kernel.errors import InputSalah

from . import text

HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
"""The 32 letters and digits of a code: what a person takes for 0, 1 and 8 is O, I and B."""
PANJANG = 13
"""Characters of a code: twelve, and the check character."""
_NILAI = {huruf: nilai for nilai, huruf in enumerate(HURUF)}
_MIRIP = str.maketrans("018", "OIB")
_LEWAT = frozenset("-._ ")
_POLINOM = 0b100101
"""x⁵ + x² + 1: the field of 32 elements in which 2 has the order 31."""
_DUA = tuple(nilai << 1 ^ (_POLINOM if nilai & 0b10000 else 0) for nilai in range(32))
"""Twice each element."""


def dari(undangan_id: str) -> str:
    """Return the code of an invitation: 60 bits of a hash of its id, and the check character."""
    from hashlib import blake2b

    sidik = blake2b(undangan_id.encode(), digest_size=10, person=b"undangan").digest()
    nilai = int.from_bytes(sidik, "big") >> 20
    isi = "".join([HURUF[nilai >> geser & 31] for geser in range(55, -1, -5)])
    return isi + _periksa(isi)


def tulis(kode: str) -> str:
    """Return a code as people read and type it: ``ABCD-EFGH-IJKL-M``."""
    return "-".join(kode[ke : ke + 4] for ke in range(0, len(kode), 4))


def baca(ketik: str) -> str:
    """Return the code that was scanned or typed; case, hyphens and the blanks of a code (:func:`_sela_kode`) do not
    count, 0, 1 and 8 mean O, I and B.

    Raises InputSalah for anything else, also for a code with a wrong or exchanged character.
    """
    rapi = _rapi(ketik)
    if not _sah(rapi) or not _sela_kode(ketik):
        raise InputSalah("kode", text.KODE_SALAH)
    return rapi


def tampak(ketik: str) -> bool:
    """Tell whether something was meant as a code, right or wrong, and not as an RT or a name."""
    rapi = _rapi(ketik)
    if len(rapi) != PANJANG or not all(huruf in _NILAI for huruf in rapi) or not _sela_kode(ketik):
        return False
    return _sah(rapi) or any(ch.isdigit() for ch in ketik) or "-" in ketik


def _rapi(ketik: str) -> str:
    return "".join(ch for ch in ketik.strip().upper() if ch not in _LEWAT).translate(_MIRIP)


def _sela_kode(ketik: str) -> bool:
    """Tell whether blanks stand where a code has them, behind every fourth character or behind each: two or three words
    of a name or a kelurahan with its RT ("Karang Ketuan 3") may have as many letters as a code."""
    panjang = [len(_rapi(kata)) for kata in ketik.split()]
    return set(panjang) == {1} or set(accumulate(panjang)) <= {4, 8, 12, PANJANG}


def _sah(rapi: str) -> bool:
    if len(rapi) != PANJANG or not all(huruf in _NILAI for huruf in rapi):
        return False
    return _periksa(rapi[:-1]) == rapi[-1]


def _periksa(isi: str) -> str:
    """Return the character that makes the weighted sum zero: each place weighs another power of 2, so that one wrong
    character and two exchanged ones always change the sum."""
    jumlah = 0
    for huruf in isi:
        jumlah = _DUA[jumlah ^ _NILAI[huruf]]
    return HURUF[jumlah]
