"""Whole numbers in Indonesian words, as receipts state them."""

from __future__ import annotations

BATAS = 10**15
_SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_SKALA = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6))


def terbilang(n: int) -> str:
    """Return ``n`` rupiah in words, unit included: ``satu juta seribu rupiah``.

    Raises ValueError when ``n`` is negative or 10^15 and more.
    """
    return f"{kata(n)} rupiah"


def kata(n: int) -> str:
    """Return ``n`` in words without a unit (for dates and counts); same limits as `terbilang`."""
    if not 0 <= n < BATAS:
        raise ValueError(f"terbilang hanya untuk 0 sampai di bawah 10^15, bukan {n}")
    if n == 0:
        return _SATUAN[0]
    bagian: list[str] = []
    for nama, nilai in _SKALA:
        banyak, n = divmod(n, nilai)
        if banyak:
            bagian += [*_ratusan(banyak), nama]
    ribu, sisa = divmod(n, 1000)
    if ribu == 1:
        bagian.append("seribu")
    elif ribu:
        bagian += [*_ratusan(ribu), "ribu"]
    return " ".join(bagian + _ratusan(sisa))


def _ratusan(n: int) -> list[str]:
    """Words of 0–999; nothing for 0."""
    ratus, sisa = divmod(n, 100)
    depan = [] if not ratus else ["seratus"] if ratus == 1 else [_SATUAN[ratus], "ratus"]
    return depan + _puluhan(sisa)


def _puluhan(n: int) -> list[str]:
    """Words of 0–99; nothing for 0."""
    puluh, satuan = divmod(n, 10)
    if puluh == 1:
        return ["sepuluh"] if not satuan else ["sebelas"] if satuan == 1 else [_SATUAN[satuan], "belas"]
    depan = [_SATUAN[puluh], "puluh"] if puluh else []
    return depan + ([_SATUAN[satuan]] if satuan else [])
