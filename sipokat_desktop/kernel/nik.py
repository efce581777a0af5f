"""NIK: 16 digits = PPKKCC of first registration + DDMMYY (women DD+40) + serial (DOMAIN §2)."""

from __future__ import annotations

from datetime import date

from .errors import InputSalah
from .values import NamedTuple

PANJANG = 16
SAMARAN = "•"
"""Stands for a hidden digit: a NIK with it is none, but tells that there is one."""


class Lahir(NamedTuple):
    """What a NIK says of its holder's birth."""

    tanggal: date
    jenis_kelamin: str


def rapikan(teks: str) -> str:
    """Drop the blanks, dots, dashes and the apostrophe that people and Excel put into a NIK."""
    return "".join(ch for ch in teks if ch not in " .-'’\u00a0\u200b")


def baca(teks: str, field: str = "nik") -> str | None:
    """Return the NIK as 16 digits, None when empty; raise InputSalah when it cannot be one."""
    nik = rapikan(teks)
    if not nik:
        return None
    if not (nik.isascii() and nik.isdigit()):
        raise InputSalah(field, "NIK hanya berisi angka.")
    if len(nik) != PANJANG:
        raise InputSalah(field, f"NIK harus 16 angka. Yang diketik {len(nik)} angka.")
    if len(set(nik)) == 1:
        raise InputSalah(field, "NIK ini bukan NIK sungguhan: semua angkanya sama.")
    return nik


def lahir(nik: str, hari_ini: date) -> Lahir | None:
    """Return birth date and sex in the NIK, or None when its date is impossible.

    The century is the one that makes the age 17–100; failing that, the later past one.
    """
    hari, bulan, tahun = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    kelamin = "P" if hari > 40 else "L"
    calon = [_tanggal(abad + tahun, bulan, hari - 40 if hari > 40 else hari) for abad in (1900, 2000)]
    mungkin = [tgl for tgl in calon if tgl and tgl <= hari_ini]
    wajar = [tgl for tgl in mungkin if 17 <= _umur(tgl, hari_ini) <= 100]
    pilihan = wajar or mungkin
    return Lahir(pilihan[-1], kelamin) if pilihan else None


def _umur(lahir: date, hari_ini: date) -> int:
    return hari_ini.year - lahir.year - ((hari_ini.month, hari_ini.day) < (lahir.month, lahir.day))


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None


def peringatan(nik: str, *, tanggal_lahir: date | None, kelamin: str, hari_ini: date) -> tuple[str, ...]:
    """Return the doubts about a well-formed NIK; it may be saved all the same (DOMAIN §2)."""
    tanda: list[str] = []
    isi = lahir(nik, hari_ini)
    if isi is None:
        tanda.append("Tanggal lahir di dalam NIK tidak mungkin.")
    else:
        if tanggal_lahir and (isi.tanggal.month, isi.tanggal.day, isi.tanggal.year % 100) != (
            tanggal_lahir.month,
            tanggal_lahir.day,
            tanggal_lahir.year % 100,
        ):
            tanda.append("Tanggal lahir berbeda dari yang tertulis di NIK.")
        if kelamin and isi.jenis_kelamin != kelamin:
            tanda.append("Jenis kelamin berbeda dari yang tertulis di NIK.")
    if nik.endswith("0000"):
        tanda.append("Nomor urut NIK 0000: periksa kembali ke KTP.")
    if nik[:4] not in ("1673", "1605"):
        tanda.append("NIK diterbitkan di daerah lain.")
    return tuple(tanda)


def samarkan(nik: str | None) -> str:
    """Return the NIK with its middle hidden, as screens and lists show it (UU 27/2022)."""
    return f"{nik[:4]}{SAMARAN * 8}{nik[-4:]}" if nik else ""


def samarkan_rekening(nomor: str | None) -> str:
    """Return an account number by which it is recognised: its last four digits, of a short one the last half."""
    if not nomor:
        return ""
    tampak = min(4, len(nomor) // 2)
    return f"{SAMARAN * (len(nomor) - tampak)}{nomor[len(nomor) - tampak :]}"
