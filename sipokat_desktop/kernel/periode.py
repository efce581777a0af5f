"""The months that one payment list covers: a month, a triwulan, or a rapel of months in a row."""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import tanggal
from .errors import InputSalah
from .values import NamedTuple

_ROMAWI = ("", "I", "II", "III", "IV")
_POLA = re.compile(r"(\d{4})-(?:TW([1-4])|(0[1-9]|1[0-2])(?:R([0-9]{2}))?)")
RAPEL_TERPANJANG = 60
"""Months that one rapel may join."""
TAHUN_PERTAMA, TAHUN_TERAKHIR = 1900, 9999
_TAHUN_SALAH = f"Tahun ditulis dengan empat angka dari {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}, misalnya 2026."
_SALAH = "Periode ditulis seperti 2026-TW1 (triwulan), 2026-01 (bulan) atau 2026-01R05 (rapel lima bulan)."

_BULAN = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_BULAN_SALAH = "Tulis bulan dan tahunnya, misalnya 7/2026 atau Juli 2026."


class Periode(NamedTuple):
    """A month (``triwulan`` 0), a quarter of a budget year, or a rapel of ``rapel`` months from ``bulan_ke`` on."""

    tahun: int
    triwulan: int
    bulan_ke: int
    rapel: int = 0

    @property
    def kode(self) -> str:
        """``2026-TW1``, ``2026-01``, or ``2025-11R05`` for five months from November 2025."""
        if self.triwulan:
            return f"{self.tahun}-TW{self.triwulan}"
        return f"{self.tahun}-{self.bulan_ke:02d}" + (f"R{self.rapel:02d}" if self.rapel else "")

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months covered, each as ``YYYY-MM``, in order."""
        jumlah = 3 if self.triwulan else self.rapel or 1
        return tuple(geser(f"{self.tahun}-{self.bulan_ke:02d}", i) for i in range(jumlah))

    @property
    def nama(self) -> str:
        """``Triwulan I 2026``, ``Januari 2026``, or ``Rapel November 2025 s.d. Maret 2026``."""
        if self.triwulan:
            return f"Triwulan {_ROMAWI[self.triwulan]} {self.tahun}"
        if self.rapel:
            return f"Rapel {rentang_tahun(self.bulan)}"
        return f"{tanggal.bulan(self.bulan_ke)} {self.tahun}"

    @property
    def judul(self) -> str:
        """The line of the receipt list: ``TRIWULAN III (JULI s.d. SEPTEMBER)``."""
        if self.rapel:
            return f"RAPEL BULAN {rentang_tahun(self.bulan).upper().replace(' S.D. ', ' s.d. ')}"
        awal = tanggal.bulan(self.bulan_ke).upper()
        if not self.triwulan:
            return f"BULAN {awal}"
        akhir = tanggal.bulan(self.bulan_ke + 2).upper()
        return f"TRIWULAN {_ROMAWI[self.triwulan]} ({awal} s.d. {akhir})"


def baca(teks: str, field: str = "periode") -> Periode:
    """Read ``2026-TW1``, ``2026-01`` or ``2026-01R05``; raise InputSalah for anything else."""
    cocok = _POLA.fullmatch(teks.strip().upper())
    if not cocok:
        raise InputSalah(field, _SALAH)
    tahun, triwulan, bulan, rapel = cocok.groups()
    if triwulan:
        return _wajar(Periode(int(tahun), int(triwulan), int(triwulan) * 3 - 2), field)
    if rapel and not 1 <= int(rapel) <= RAPEL_TERPANJANG:
        raise InputSalah(field, _SALAH)
    return _wajar(Periode(int(tahun), 0, int(bulan), int(rapel or 0)), field)


def _wajar(periode: Periode, field: str) -> Periode:
    """Return the period; raise InputSalah for one that begins or ends in a year that no calendar here knows."""
    akhir = periode.tahun * 12 + periode.bulan_ke - 1 + max(periode.rapel - 1, 0)
    if periode.tahun < TAHUN_PERTAMA or akhir >= (TAHUN_TERAKHIR + 1) * 12:
        raise InputSalah(field, _SALAH)
    return periode


def baca_tahun(teks: str, field: str = "tahun") -> int:
    """Read a year of four digits, 1900 to 9999; raise InputSalah for anything else."""
    rapi = teks.strip()
    if not re.fullmatch("[0-9]{4}", rapi) or int(rapi) < TAHUN_PERTAMA:
        raise InputSalah(field, _TAHUN_SALAH)
    return int(rapi)


def baca_bulan(teks: str, field: str = "bulan") -> str:
    """Read ``7/2026``, ``Juli 2026`` or ``2026-07`` as ``2026-07``; raise InputSalah for anything else."""
    rapi = " ".join(teks.split())
    if _BULAN.fullmatch(rapi) and int(rapi[:4]) >= TAHUN_PERTAMA:
        return baca(rapi, field).kode
    try:
        hari = tanggal.baca(f"1 {rapi}", field)
    except InputSalah:
        raise InputSalah(field, _BULAN_SALAH) from None
    if hari.year < TAHUN_PERTAMA:
        raise InputSalah(field, _BULAN_SALAH)
    return f"{hari.year}-{hari.month:02d}"


def gabung(awal: str, akhir: str, field: str = "periode") -> Periode:
    """Return the rapel from one month (``YYYY-MM``) to another, both included.

    Raises InputSalah when the second is before the first or more than RAPEL_TERPANJANG months away, or for
    a year before 1900.
    """
    banyak = _ke(akhir) - _ke(awal) + 1
    if not 1 <= banyak <= RAPEL_TERPANJANG:
        raise InputSalah(field, f"Bulan akhir harus sesudah bulan awal, paling banyak {RAPEL_TERPANJANG} bulan.")
    return _wajar(Periode(int(awal[:4]), 0, int(awal[5:7]), banyak), field)


def geser(bulan: str, jarak: int) -> str:
    """Return the month ``jarak`` months after (before, when negative) a month written ``YYYY-MM``."""
    ke = _ke(bulan) + jarak
    return f"{ke // 12}-{ke % 12 + 1:02d}"


def _ke(bulan: str) -> int:
    return int(bulan[:4]) * 12 + int(bulan[5:7]) - 1


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


def rentang_tahun(bulan: tuple[str, ...]) -> str:
    """Months of any years in words: ``Januari s.d. Maret 2026``, ``November 2025 s.d. Januari 2026``."""
    tahun = sorted({b[:4] for b in bulan})
    if len(tahun) < 2:
        return f"{rentang(bulan)} {tahun[0]}" if tahun else ""
    if _ke(bulan[-1]) - _ke(bulan[0]) == len(bulan) - 1:
        return f"{nama_bulan(bulan[0])} s.d. {nama_bulan(bulan[-1])}"
    return ", ".join(f"{rentang(tuple(b for b in bulan if b[:4] == t))} {t}" for t in tahun)
