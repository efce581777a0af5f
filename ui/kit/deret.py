"""Numbers as a clerk types them: ``3, 7, 12-14``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah

BUKAN_NOMOR = "bukan_nomor"
_BAGIAN = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")
_PISAH = re.compile(r"[\s,;.+/]+")


class Kata(NamedTuple):
    """What is said of text that is no number ({teks}), of a run from high to low ({teks}), of a number that is not
    there ({no})."""

    salah: str
    terbalik: str
    asing: str


def baca(teks: str, ada: Collection[int], kata: Kata, field: str = "kecuali") -> frozenset[int]:
    """Return the numbers typed, apart by commas or blanks, with ``12-14`` for a run of them.

    Raises InputSalah: with the field `BUKAN_NOMOR` for what is no number, ``field`` for a number not in ``ada``.
    """
    rapi = re.sub(r"\s*(?:-|–|s\.?d\.?)\s*", "-", teks.strip().casefold())
    nomor = {no for bagian in _PISAH.split(rapi) if bagian for no in _bagian(bagian, kata, field)}
    asing = nomor - set(ada)
    if asing:
        raise InputSalah(field, kata.asing.format(no=min(asing)))
    return frozenset(nomor)


def _bagian(teks: str, kata: Kata, field: str) -> range:
    cocok = _BAGIAN.fullmatch(teks)
    if cocok is None:
        raise InputSalah(BUKAN_NOMOR, kata.salah.format(teks=teks))
    awal, akhir = int(cocok[1]), int(cocok[2] or cocok[1])
    if akhir < awal:
        raise InputSalah(field, kata.terbalik.format(teks=teks))
    return range(awal, akhir + 1)


def tulis(nomor: Iterable[int]) -> str:
    """Return the numbers as they are typed: ``3, 7, 12-14``."""
    runs: list[list[int]] = []
    for no in sorted(nomor):
        if runs and no == runs[-1][-1] + 1:
            runs[-1].append(no)
        else:
            runs.append([no])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    if len(run) < 3:
        return ", ".join(map(str, run))
    return f"{run[0]}-{run[-1]}"
