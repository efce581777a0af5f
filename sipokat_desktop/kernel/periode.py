"""The months that one payment list covers: a month or a triwulan."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from . import tanggal
from .errors import InputSalah

_ROMAWI = ("", "I", "II", "III", "IV")
_POLA = re.compile(r"(\d{4})-(?:TW([1-4])|(0[1-9]|1[0-2]))")


class Periode(NamedTuple):
    """A month (``triwulan`` 0) or a quarter of a budget year."""

    tahun: int
    triwulan: int
    bulan_ke: int

    @property
    def kode(self) -> str:
        """``2026-TW1`` or ``2026-01``."""
        return f"{self.tahun}-TW{self.triwulan}" if self.triwulan else f"{self.tahun}-{self.bulan_ke:02d}"

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months covered, each as ``YYYY-MM``, in order."""
        jumlah = 3 if self.triwulan else 1
        return tuple(f"{self.tahun}-{self.bulan_ke + i:02d}" for i in range(jumlah))

    @property
    def nama(self) -> str:
        """``Triwulan I 2026`` or ``Januari 2026``."""
        if self.triwulan:
            return f"Triwulan {_ROMAWI[self.triwulan]} {self.tahun}"
        return f"{tanggal.bulan(self.bulan_ke)} {self.tahun}"

    @property
    def judul(self) -> str:
        """The line of the receipt list: ``TRIWULAN III (JULI s.d. SEPTEMBER)``."""
        awal = tanggal.bulan(self.bulan_ke).upper()
        if not self.triwulan:
            return f"BULAN {awal}"
        akhir = tanggal.bulan(self.bulan_ke + 2).upper()
        return f"TRIWULAN {_ROMAWI[self.triwulan]} ({awal} s.d. {akhir})"


def baca(teks: str, field: str = "periode") -> Periode:
    """Read ``2026-TW1`` or ``2026-01``; raise InputSalah for anything else."""
    cocok = _POLA.fullmatch(teks.strip().upper())
    if not cocok:
        raise InputSalah(field, "Periode ditulis seperti 2026-TW1 (triwulan) atau 2026-01 (bulan).")
    tahun, triwulan, bulan = cocok.groups()
    if triwulan:
        return Periode(int(tahun), int(triwulan), int(triwulan) * 3 - 2)
    return Periode(int(tahun), 0, int(bulan))


def triwulan(hari: date) -> Periode:
    """Return the quarter that ``hari`` lies in."""
    ke = (hari.month + 2) // 3
    return Periode(hari.year, ke, ke * 3 - 2)


def hari_pertama(bulan: str) -> date:
    """Return the first day of a month written ``YYYY-MM``."""
    return date(int(bulan[:4]), int(bulan[5:7]), 1)


def hari_terakhir(bulan: str) -> date:
    """Return the last day of a month written ``YYYY-MM``."""
    return (hari_pertama(bulan) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def nama_bulan(bulan: str) -> str:
    """``2026-01`` → ``Januari 2026``."""
    return f"{tanggal.bulan(int(bulan[5:7]))} {bulan[:4]}"


def rentang(bulan: tuple[str, ...]) -> str:
    """Months of one year in words: ``Januari s.d. Maret``, ``Januari dan Maret``, ``Maret``."""
    nama = [tanggal.bulan(int(b[5:7])) for b in bulan]
    if len(nama) < 2:
        return "".join(nama)
    if int(bulan[-1][5:7]) - int(bulan[0][5:7]) == len(nama) - 1 > 1:
        return f"{nama[0]} s.d. {nama[-1]}"
    return f"{', '.join(nama[:-1])} dan {nama[-1]}"
