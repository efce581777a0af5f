"""Inputs for the rupiah of each month of a line, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel import periode, rupiah
from ui.kit.form import Isian, Jenis

from .isi import Isi

LAJUR = 3
"""Months side by side: a triwulan is one line."""


def isian_bulan(isi: Isi, kini: Mapping[str, int]) -> list[Isian]:
    """Return an input per month of the period, and of those that a line has beyond it."""
    bulan = sorted({*periode.baca(isi.daftar.periode).bulan, *kini})
    return [Isian(b, periode.nama_bulan(b), Jenis.RUPIAH, contoh=rupiah.titik(kini.get(b, 0))) for b in bulan]


def baca_bulan(nilai: Mapping[str, str]) -> dict[str, int]:
    """Return the amounts typed, per month; a month left empty is left out. Raises InputSalah (field: the month)."""
    return {k: rupiah.baca(teks, k) for k, teks in nilai.items() if k[:1].isdigit() and teks}
