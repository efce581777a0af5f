"""Reads the cells of payment sheets: rupiah as Excel and clerks leave them, months and quarters in any words."""

from __future__ import annotations

import re
from datetime import date, datetime

from sipokat_desktop.importing.sheet import teks
from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.impor.hasil import Berat, Sel
from sipokat_desktop.modules.rt.impor.sel import galat, rapikan

from . import kata
from .kamus import angka_tw

_RIBUAN = 10_000
"""Below so many rupiah an amount has most likely lost its thousands in Excel."""
_MIRIP = str.maketrans("OoQlI|SBZ", "000111582")
_INGGRIS = re.compile(r"(?:rp\.?)?\s*([0-9]{1,3}(?:,[0-9]{3})+)(?:\.00)?", re.IGNORECASE).fullmatch
_TITIK_DUA = re.compile(r"(?:rp\.?)?\s*([0-9]{1,3}(?:\.[0-9]{3})+)(?:,0+|,-)?", re.IGNORECASE).fullmatch
_TW = re.compile(r"(?i)\b(?:triwulan|tri wulan|tw)\.?\s*(?:ke\W*)?(iv|iii|ii|i|[1-4])\b")
_SEMESTER = re.compile(r"(?i)\bsemester\s*(ii|i|1|2)\b")
_TAHUN = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ISO = re.compile(r"(20[0-9]{2})[-/](0?[1-9]|1[0-2])").fullmatch
_BULAN_TAHUN = re.compile(r"(0?[1-9]|1[0-2])[-/. ](20[0-9]{2})").fullmatch
_NAMA = re.compile(r"[a-z]{3,}")
_LAIN = {
    "pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "aug": 8, "agu": 8, "sept": 9, "nop": 11, "nopember": 11, "oct": 10,
    "dec": 12, "may": 5,
}  # fmt: skip
_SAMPAI = re.compile(r"(?i)\bs\s*[./]?\s*d\b|\bsampai\b|\bhingga\b|[-–—]")


def uang(mentah: object) -> int | Sel | None:
    """Read an amount in rupiah; None when empty. Numbers that lost their thousands are told, never invented."""
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    if isinstance(mentah, bool):
        return Sel(None, Berat.SALAH, kata.UANG_SALAH)
    if isinstance(mentah, int | float):
        return _angka(float(mentah))
    return _tulisan(isi)


def _angka(nilai: float) -> int | Sel | None:
    if nilai == 0:
        return None
    if nilai < 0:
        return Sel(None, Berat.SALAH, kata.UANG_NEGATIF)
    if nilai < _RIBUAN:
        usul = round(nilai * 1000)
        return Sel(None, Berat.SALAH, kata.UANG_RIBUAN.format(uang=rupiah.uang(usul)), str(usul))
    bulat = round(nilai)
    if abs(nilai - bulat) > 1e-6 or bulat > rupiah.TERBESAR:
        return Sel(None, Berat.SALAH, kata.UANG_PECAHAN, str(bulat) if bulat <= rupiah.TERBESAR else "")
    return bulat


def _tulisan(isi: str) -> int | Sel | None:
    if isi.startswith(("-", "(")):
        return Sel(None, Berat.SALAH, kata.UANG_NEGATIF)
    if cocok := _INGGRIS(isi):
        return Sel(int(cocok[1].replace(",", "")), Berat.RAPI, kata.UANG_RAPI)
    if cocok := _TITIK_DUA(isi):
        return int(cocok[1].replace(".", ""))
    if re.fullmatch(r"[0-9]([.,][0-9]+)?[eE]\+?[0-9]{1,2}", isi):
        return _angka(float(isi.replace(",", ".")))
    try:
        return _angka(float(rupiah.baca(isi)))
    except InputSalah:
        usul = isi.translate(_MIRIP)
        if usul != isi and (_TITIK_DUA(usul) or usul.isdigit()):
            return Sel(None, Berat.SALAH, kata.HURUF_ANGKA.format(usul=usul), usul)
        return Sel(None, Berat.SALAH, kata.UANG_SALAH)


def bulan(mentah: object, tahun: int, *, triwulan: bool = False) -> tuple[str, ...]:
    """Return the months (``YYYY-MM``) that a cell or title names; () when it names none.

    ``tahun`` stands for a year that is not written (0: none known); with ``triwulan`` a bare number is a quarter.
    """
    if isinstance(mentah, date | datetime):
        return (f"{mentah.year}-{mentah.month:02d}",)
    isi = " ".join(teks(mentah).split())
    if cocok := _ISO(isi):
        return (f"{cocok[1]}-{int(cocok[2]):02d}",)
    if cocok := _BULAN_TAHUN(isi):
        return (f"{cocok[2]}-{int(cocok[1]):02d}",)
    try:
        return periode.baca(isi).bulan
    except InputSalah:
        return _kata(isi, tahun, triwulan=triwulan)


def _kata(isi: str, tahun: int, *, triwulan: bool) -> tuple[str, ...]:
    semua = [int(satu) for satu in _TAHUN.findall(isi)]
    thn = semua[-1] if semua else _tahun_pendek(isi) or tahun
    if not thn:
        return ()
    if cocok := _TW.search(isi):
        return _rentang(thn, angka_tw(cocok[1]) * 3 - 2, 3)
    if cocok := _SEMESTER.search(isi):
        return _rentang(thn, 1 if cocok[1] in ("1", "i", "I") else 7, 6)
    if ke := _nama_bulan(isi):
        return _dari_nama(isi, ke, thn, semua)
    polos = _TAHUN.sub("", isi).strip(" .:-/").casefold()
    if triwulan and polos in ("i", "ii", "iii", "iv", "1", "2", "3", "4"):
        return _rentang(thn, angka_tw(polos) * 3 - 2, 3)
    if polos.isdigit() and 1 <= int(polos) <= 12:
        return _rentang(thn, int(polos), 1)
    return _rentang(thn, 1, 12) if polos in ("", "tahun", "ta", "tahun anggaran", "thn") and semua else ()


def _dari_nama(isi: str, ke: list[int], tahun: int, semua: list[int]) -> tuple[str, ...]:
    if len(ke) == 2 and (_SAMPAI.search(isi)):
        awal = semua[0] if len(semua) == 2 else tahun
        lama = (tahun * 12 + ke[1]) - (awal * 12 + ke[0]) + 1
        return _rentang(awal, ke[0], lama) if 1 <= lama <= periode.RAPEL_TERPANJANG else ()
    return tuple(dict.fromkeys(f"{tahun}-{satu:02d}" for satu in ke))


def _rentang(tahun: int, awal: int, banyak: int) -> tuple[str, ...]:
    return tuple(periode.geser(f"{tahun}-{awal:02d}", satu) for satu in range(banyak))


def _tahun_pendek(isi: str) -> int:
    """Return the year of ``Jan-20``."""
    cocok = re.search(r"(?i)[a-z]{3,}[-' .](\d{2})$", isi)
    return 2000 + int(cocok[1]) if cocok else 0


def _nama_bulan(isi: str) -> list[int]:
    hasil: list[int] = []
    for satu in _NAMA.findall(isi.casefold()):
        ke = _LAIN.get(satu) or next((n for n, nama in enumerate(tanggal.NAMA_BULAN, 1) if _sama(satu, nama)), 0)
        if ke:
            hasil.append(ke)
    return hasil


def _sama(kata_: str, nama: str) -> bool:
    return nama.casefold().startswith(kata_) and (len(kata_) == 3 or len(kata_) >= len(nama) - 3)
