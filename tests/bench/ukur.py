"""What every bench shares: runs that take turns, medians, and one line of the table."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


KEPALA_TABEL = """| apa | kita | dasar | rasio | tujuan | tercapai | catatan |
|---|---:|---:|---:|---:|---|---|
"""


@dataclass(frozen=True, slots=True)
class Hasil:
    """One line of the table: our figure, the floor's, and the ratio that is aimed at (None: only told)."""

    apa: str
    kita: str
    dasar: str
    rasio: float
    tujuan: float | None
    catatan: str

    @property
    def baris(self) -> tuple[str, ...]:
        """The line as texts: what, ours, floor, ratio, aim, remark."""
        tujuan = "" if self.tujuan is None else f"≤ {_angka(self.tujuan)}"
        return (self.apa, self.kita, self.dasar, _angka(self.rasio), tujuan, self.catatan)


def _angka(nilai: float) -> str:
    return f"{nilai:.2f}".replace(".", ",")


def ms(detik: float) -> str:
    """Return seconds as milliseconds for the table."""
    satuan = detik * 1000
    return f"{satuan:.2f} ms".replace(".", ",") if satuan < 10 else f"{satuan:.0f} ms"


def sekon(detik: float) -> str:
    """Return seconds for the table."""
    return f"{detik:.2f} s".replace(".", ",")


def bergantian(kita: Callable[[], T], dasar: Callable[[], T], putaran: int) -> tuple[list[T], list[T]]:
    """Run both sides ``putaran`` times, taking turns in who goes first; return what they measured."""
    catatan: tuple[list[T], list[T]] = ([], [])
    for ke in range(putaran):
        for sisi in (0, 1) if ke % 2 == 0 else (1, 0):
            catatan[sisi].append((kita, dasar)[sisi]())
    return catatan


def banding(
    apa: str,
    kita: Sequence[float],
    dasar: Sequence[float],
    *,
    tujuan: float | None,
    catatan: str,
    tulis: Callable[[float], str] = ms,
) -> Hasil:
    """Compare the medians of two series that were measured in turns."""
    satu, dua = statistics.median(kita), statistics.median(dasar)
    return Hasil(apa, tulis(satu), tulis(dua), satu / dua, tujuan, catatan)


def cetak(hasil: Sequence[Hasil]) -> None:
    """Print the table."""
    for satu in hasil:
        apa, kita, dasar, rasio, tujuan, catatan = satu.baris
        print(f"{apa:<52} {kita:>10} {dasar:>10} {rasio:>6} {tujuan:>7}  {catatan}", flush=True)


def baris(hasil: Hasil) -> str:
    """Return one line of the table in HASIL.md."""
    apa, kita, dasar, rasio, tujuan, catatan = hasil.baris
    tercapai = "" if hasil.tujuan is None else "ya" if round(hasil.rasio, 2) <= hasil.tujuan else "belum"
    return f"| {apa} | {kita} | {dasar} | {rasio} | {tujuan} | {tercapai} | {catatan} |\n"


def diganti(lama: str, hasil: Sequence[Hasil]) -> str:
    """Return the lines of the table in the text ``lama`` with those of ``hasil`` in place of the ones about the same;
    new ones at the end. Raises ValueError where two measure what has one name: a line would stay as it was."""
    if kembar := [apa for apa, n in Counter(satu.apa for satu in hasil).items() if n > 1]:
        raise ValueError(f"Dua ukuran bernama sama: {', '.join(kembar)}")
    baru = {satu.apa: baris(satu) for satu in hasil}
    isi = lama.partition(KEPALA_TABEL)[2].splitlines(keepends=True)
    ada = [baru.pop(satu.split(" | ")[0].removeprefix("| "), satu) for satu in isi]
    return "".join([*ada, *baru.values()])
