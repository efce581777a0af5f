"""The course of an evaluation as a chart shows it: month by month, year by year where the months are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from . import evaluasi
from .evaluasi_model import Bagian

PALING_BULAN = 24
"""More months than this are not drawn one by one."""


def kurun(bulan: Sequence[Bagian]) -> tuple[Bagian, ...]:
    """Return the months (code ``YYYY-MM``), or the years that they lie in (code ``YYYY``) where they are many."""
    if len(bulan) <= PALING_BULAN:
        return tuple(bulan)
    tahun: Counter[str] = Counter()
    for b in bulan:
        tahun[b.kode[:4]] += b.jumlah
    return evaluasi.bagian(tahun, {kode: kode for kode in tahun})
