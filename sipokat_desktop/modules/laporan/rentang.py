"""The days that an evaluation is of: a month, a triwulan, a year, all, or any days, each with its name."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal

from . import text_evaluasi as text
from .evaluasi_model import Rentang

SEMUA = Rentang("", "", text.SEMUA_WAKTU)


def bulan(kode: str) -> Rentang:
    """Return a month written ``YYYY-MM``."""
    return periode(kode)


def periode(kode: str) -> Rentang:
    """Return ``2026-TW1``, ``2026-01`` or ``2026-01R05`` (months in a row); raise InputSalah for anything else."""
    p = periode_.baca(kode)
    nama = periode_.rentang_tahun(p.bulan) if p.rapel else p.nama
    akhir = periode_.hari_terakhir(p.bulan[-1])
    return Rentang(periode_.hari_pertama(p.bulan[0]).isoformat(), akhir.isoformat(), nama)


def tahun(ke: int) -> Rentang:
    """Return a calendar year."""
    return Rentang(f"{ke}-01-01", f"{ke}-12-31", text.TAHUN.format(tahun=ke))


def hari(dari: str, sampai: str) -> Rentang:
    """Return the days from ``dari`` to ``sampai`` (ISO, both included; empty: open), named as what they are: a month,
    a triwulan, months, a year, or days."""
    if not dari and not sampai:
        return SEMUA
    return Rentang(dari, sampai, _nama(dari, sampai))


def _nama(dari: str, sampai: str) -> str:
    if not dari or not sampai:
        satu = tanggal.panjang(date.fromisoformat(dari or sampai))
        return (text.SEJAK if dari else text.SAMPAI).format(hari=satu)
    awal, akhir = date.fromisoformat(dari), date.fromisoformat(sampai)
    if awal.day > 1 or akhir != periode_.hari_terakhir(sampai[:7]):
        if awal == akhir:
            return tanggal.panjang(awal)
        return text.HARI.format(dari=tanggal.panjang(awal), sampai=tanggal.panjang(akhir))
    if (awal.month, akhir.month) == (1, 12):
        return (
            text.TAHUN.format(tahun=awal.year)
            if awal.year == akhir.year
            else text.TAHUN_TAHUN.format(dari=awal.year, sampai=akhir.year)
        )
    tw = periode_.triwulan(awal)
    if (tw.bulan[0], tw.bulan[-1]) == (dari[:7], sampai[:7]):
        return tw.nama
    return _bulan(dari[:7], sampai[:7])


def _bulan(dari: str, sampai: str) -> str:
    if dari == sampai:
        return periode_.nama_bulan(dari)
    return periode_.rentang_tahun(tuple(bulan_bulan(dari, sampai)))


def bulan_bulan(dari: str, sampai: str) -> list[str]:
    """Return the months from one (``YYYY-MM``) to another, both included."""
    semua = [dari]
    while semua[-1] < sampai:
        semua.append(periode_.geser(semua[-1], 1))
    return semua
