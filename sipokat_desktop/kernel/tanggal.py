"""Dates and times in Indonesian: written for people and paper, read from what a clerk types (WIB)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from .errors import InputSalah

WIB = timezone(timedelta(hours=7), "WIB")
NAMA_BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
NAMA_HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

_CONTOH = "Tulis seperti 5/4/2026."
_LENGKAP = "Tulis tanggal lengkap dengan bulan dan tahun, misalnya 5/4/2026."
_TAK_DIKENAL = f"Tanggal ini tidak dikenal. {_CONTOH}"
_EMPAT_ANGKA = "Tulis tahun lahir dengan empat angka, misalnya 5/4/1971."
_PEMISAH = " /.,-\u2013"
_EJAAN_LAIN = {
    "pebruari": 2, "peb": 2, "may": 5, "agt": 8, "ags": 8, "aug": 8,
    "oct": 10, "nopember": 11, "nop": 11, "dec": 12,
}  # fmt: skip
_TAHUN_AWAL, _TAHUN_AKHIR = 1900, 2100


def bulan(n: int) -> str:
    """Return the name of month 1–12; ValueError otherwise."""
    if not 1 <= n <= 12:
        raise ValueError(f"bulan harus 1 sampai 12, bukan {n}")
    return NAMA_BULAN[n - 1]


def hari(d: date) -> str:
    """Return the day of the week: ``Senin`` … ``Minggu``."""
    return NAMA_HARI[d.weekday()]


def panjang(d: date) -> str:
    """Return ``20 November 2017``."""
    return f"{d.day} {bulan(d.month)} {d.year}"


def lengkap(d: date) -> str:
    """Return ``Senin, 20 November 2017``."""
    return f"{hari(d)}, {panjang(d)}"


def pendek(d: date) -> str:
    """Return ``20/11/2017``."""
    return f"{d.day:02}/{d.month:02}/{d.year:04}"


def wib(utc_ms: int) -> datetime:
    """Return milliseconds since 1970 UTC as a time in WIB (UTC+7, no daylight saving)."""
    return datetime(1970, 1, 1, tzinfo=WIB) + timedelta(hours=7, milliseconds=utc_ms)


def jam_wib(utc_ms: int) -> str:
    """Return the clock time in WIB: ``15.58``."""
    saat = wib(utc_ms)
    return f"{saat.hour:02}.{saat.minute:02}"


def waktu(utc_ms: int, now_ms: int) -> str:
    """Return ``hari ini 15.58``, ``kemarin 09.10`` or ``10 April 2026 15.58``, both ends in UTC ms."""
    tgl = wib(utc_ms).date()
    selisih = (wib(now_ms).date() - tgl).days
    sebutan = {0: "hari ini", 1: "kemarin"}.get(selisih) or panjang(tgl)
    return f"{sebutan} {jam_wib(utc_ms)}"


def baca(teks: str, field: str = "tanggal", *, abad_lahir: bool = False, hari_ini: date | None = None) -> date:
    """Return the typed date; the order is always day, month, year (or ISO year-month-day).

    A two-digit year means 2000–2099, or with ``abad_lahir`` the year that makes the age 17–100 on
    ``hari_ini``. Raises InputSalah when it is no date; ValueError when ``hari_ini`` is missing.
    """
    if abad_lahir and hari_ini is None:
        raise ValueError("abad_lahir memerlukan hari_ini")
    bagian = _bagian(teks, field)
    nama_hari = bagian.pop(0).capitalize() if bagian[0].capitalize() in NAMA_HARI else ""
    tgl, bln, thn = _tiga_angka(bagian, field)
    if len(thn) == 2:
        hasil = _tahun_pendek(tgl, bln, int(thn), field, hari_ini if abad_lahir else None)
    else:
        hasil = _tanggal(tgl, bln, int(thn), field)
    if nama_hari and nama_hari != hari(hasil):
        raise InputSalah(field, f"{panjang(hasil)} jatuh pada hari {hari(hasil)}, bukan {nama_hari}.")
    return hasil


def _bagian(teks: str, field: str) -> list[str]:
    """Split into runs of digits and runs of letters; refuse signs and other characters."""
    rapi = " ".join(teks.split())
    if not rapi:
        raise InputSalah(field, f"Tulis tanggal seperti {_CONTOH.removeprefix('Tulis seperti ')}")
    bagian: list[str] = []
    jenis_lalu = ""
    for ch in rapi:
        jenis = "pisah" if ch in _PEMISAH else "angka" if ch in "0123456789" else "huruf"
        if jenis == "huruf" and not (ch.isascii() and ch.isalpha()):
            raise InputSalah(field, _TAK_DIKENAL)
        if jenis == jenis_lalu and jenis != "pisah":
            bagian[-1] += ch
        elif jenis != "pisah":
            bagian.append(ch)
        jenis_lalu = jenis
    if rapi[0] in _PEMISAH or not bagian:
        raise InputSalah(field, _TAK_DIKENAL)
    return bagian


def _tiga_angka(bagian: list[str], field: str) -> tuple[int, int, str]:
    """Day, month, and the year as typed."""
    match bagian:
        case [satu] if satu.isdigit() and len(satu) in (6, 8):
            bagian = [satu[:2], satu[2:4], satu[4:]]
        case [t, b, h] if len(t) == 4 and t.isdigit():
            bagian = [h, b, t]
        case [h, b] if h.isdigit() and _nomor_bulan(b):
            raise InputSalah(field, _LENGKAP)
    if len(bagian) != 3 or not (bagian[0].isdigit() and bagian[2].isdigit()) or len(bagian[0]) > 2:
        raise InputSalah(field, _TAK_DIKENAL)
    nomor = _nomor_bulan(bagian[1])
    if nomor is None:
        raise InputSalah(field, _TAK_DIKENAL)
    if not 1 <= nomor <= 12:
        raise InputSalah(field, f"Bulan {nomor} tidak ada. {_CONTOH}")
    if not (len(bagian[2]) == 2 or _TAHUN_AWAL <= int(bagian[2][:5]) <= _TAHUN_AKHIR):
        raise InputSalah(field, f"Tahun {bagian[2][:8]} tidak wajar. {_CONTOH}")
    return int(bagian[0]), nomor, bagian[2]


def _nomor_bulan(teks: str) -> int | None:
    """Month number of a number or a name (three letters or more); None when it is neither."""
    if teks.isdigit():
        return int(teks) if len(teks) <= 2 else None
    kata = teks.lower()
    awalan = [n for n, nama in enumerate(NAMA_BULAN, 1) if len(kata) >= 3 and nama.lower().startswith(kata)]
    return awalan[0] if awalan else _EJAAN_LAIN.get(kata)


def _tahun_pendek(tgl: int, bln: int, angka: int, field: str, hari_ini: date | None) -> date:
    """Give a two-digit year its century."""
    if hari_ini is None:
        return _tanggal(tgl, bln, 2000 + angka, field)
    tahun = [t for t in (1900 + angka, 2000 + angka) if 17 <= _umur(tgl, bln, t, hari_ini) <= 100]
    if not tahun:
        raise InputSalah(field, _EMPAT_ANGKA)
    return _tanggal(tgl, bln, tahun[-1], field)


def _umur(tgl: int, bln: int, tahun: int, hari_ini: date) -> int:
    return hari_ini.year - tahun - ((hari_ini.month, hari_ini.day) < (bln, tgl))


def _tanggal(tgl: int, bln: int, tahun: int, field: str) -> date:
    try:
        return date(tahun, bln, tgl)
    except ValueError:
        kabisat = f" {tahun}" if (tgl, bln) == (29, 2) else ""
        raise InputSalah(field, f"Tanggal {tgl} {bulan(bln)}{kabisat} tidak ada. {_CONTOH}") from None
