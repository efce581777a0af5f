"""Shares that add up to 100: largest remainder, and what is said of a share (DOMAIN §6)."""

from __future__ import annotations

from collections.abc import Sequence

SERATUS = 100
KURANG, LEBIH = "< 1 %", "> 99 %"


def bagi(jumlah: Sequence[int], *, satuan: int = SERATUS) -> tuple[int, ...]:
    """Return whole shares of counts (none negative) that add up to ``satuan``; of nothing every share is 0.

    What rounding down leaves over goes to the largest remainders, of equal ones to the first: a larger count never
    has the smaller share. Raises ValueError for a negative count.
    """
    if any(n < 0 for n in jumlah):
        raise ValueError("jumlah tidak boleh negatif")
    semua = sum(jumlah)
    if not semua:
        return (0,) * len(jumlah)
    pasti = [divmod(n * satuan, semua) for n in jumlah]
    kurang = satuan - sum(bulat for bulat, _ in pasti)
    naik = set(sorted(range(len(jumlah)), key=lambda ke: -pasti[ke][1])[:kurang])
    return tuple(bulat + (ke in naik) for ke, (bulat, _) in enumerate(pasti))


def dari(bagian: int, semua: int) -> int:
    """Return how many percent ``bagian`` is of ``semua``, beside what is left of it; 0 of nothing."""
    return bagi((bagian, semua - bagian))[0]


def timpang(jumlah: Sequence[int], bagian: Sequence[int]) -> bool:
    """Tell whether some equal counts have shares that differ: who reads them is told why."""
    return len({*zip(jumlah, bagian, strict=True)}) > len({*jumlah})


def kata(persen: int, jumlah: int, semua: int) -> str:
    """Return a share in words: ``64 %``; of few among many ``< 1 %``, of nearly all ``> 99 %``, of none nothing."""
    if not semua:
        return ""
    if jumlah and not persen:
        return KURANG
    return LEBIH if persen == SERATUS and jumlah < semua else f"{persen} %"
