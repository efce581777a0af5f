"""The days that a coordination meeting is about: which are offered, and which are meant when nobody says."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import periode

from . import rentang
from .evaluasi_model import Rentang

_AWAL_BULAN = 7
"""Up to this day of a month a meeting is about the month before."""
_BULAN, _TRIWULAN, _TAHUN = 12, 4, 3
"""How many months, quarters and years back are offered."""


def biasa(hari: date) -> Rentang:
    """Return the month that a meeting on ``hari`` is about: this one, in its first week the one before."""
    ini = f"{hari.year}-{hari.month:02d}"
    return rentang.bulan(periode.geser(ini, -1) if hari.day <= _AWAL_BULAN else ini)


def pilihan(hari: date) -> tuple[Rentang, ...]:
    """Return the days offered on ``hari``, the usual ones first: months, quarters and years, the latest first."""
    ini = f"{hari.year}-{hari.month:02d}"
    bulan = [rentang.bulan(periode.geser(ini, -ke)) for ke in range(_BULAN)]
    awal = [periode.geser(periode.triwulan(hari).bulan[0], -3 * ke) for ke in range(_TRIWULAN)]
    triwulan = [rentang.periode(periode.triwulan(periode.hari_pertama(b)).kode) for b in awal]
    tahun = [rentang.tahun(hari.year - ke) for ke in range(_TAHUN)]
    utama = biasa(hari)
    lain = (*bulan[:2], *triwulan, *tahun, *bulan[2:])
    return (utama, *(satu for satu in lain if satu != utama))
