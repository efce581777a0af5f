"""The arithmetic of charts, on screen and on paper: round figures of an axis, labels that do not touch."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count


def sumbu(terbanyak: int, selang: int = 4) -> tuple[int, ...]:
    """Return the figures of an axis: from 0 in equal round steps (1, 2 or 5 with zeros) up to at least ``terbanyak``,
    at most ``selang`` + 1 of them."""
    puncak = max(1, terbanyak)
    for pangkat in count():
        for kali in (1, 2, 5):
            langkah = kali * 10**pangkat
            if langkah * selang >= puncak:
                return tuple(range(0, puncak + langkah, langkah)[: -(-puncak // langkah) + 1])
    raise AssertionError(terbanyak)


def tiap(lebar_label: float, lebar_tempat: float, banyak: int) -> int:
    """Return of how many places one gets its label so that no two touch: 1 all of them, 2 every other …"""
    if lebar_tempat <= 0 or banyak < 2:
        return 1
    return max(1, -int(-lebar_label // lebar_tempat))


def renggang(mau: Sequence[float], jarak: float, atas: float, bawah: float) -> list[float]:
    """Return where labels go that want to stand at the heights ``mau``: at least ``jarak`` apart and between ``atas``
    and ``bawah`` as long as there is room for all, each as near to its wish as its neighbours let it."""
    if not mau:
        return []
    sela = min(jarak, (bawah - atas) / max(1, len(mau) - 1))
    urut = sorted(range(len(mau)), key=lambda ke: (mau[ke], ke))
    hasil = [0.0] * len(mau)
    lantai = atas
    for ke in urut:
        hasil[ke] = max(lantai, min(mau[ke], bawah))
        lantai = hasil[ke] + sela
    langit = bawah
    for ke in reversed(urut):
        hasil[ke] = min(hasil[ke], langit)
        langit = hasil[ke] - sela
    return hasil
