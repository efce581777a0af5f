"""Amounts of rupiah: written, read from a form field, and taxed; always whole rupiah as int."""

from __future__ import annotations

from .errors import InputSalah

TERBESAR = 999_000_000_000
SERATUS_PERSEN = 10_000

_KOSONG = "Tulis jumlah uang, misalnya 1.650.000."
_NEGATIF = "Jumlah uang tidak boleh kurang dari nol."
_SEN = "Tulis jumlah dalam rupiah bulat tanpa sen, dengan titik sebagai pemisah ribuan, misalnya 1.650.000."
_TITIK = "Jumlah ini bisa dibaca dua arti. Pisahkan ribuan dengan titik, misalnya 1.650.000."
_ANGKA = "Jumlah uang hanya berisi angka dan titik, misalnya 1.650.000."
_BESAR = "Jumlah ini terlalu besar. Paling banyak 999 miliar rupiah."


def titik(n: int) -> str:
    """Return ``1.650.000``: the form for table columns."""
    return f"{n:,}".replace(",", ".")


def uang(n: int) -> str:
    """Return ``Rp1.650.000``; a negative amount starts with a minus."""
    return f"-Rp{titik(-n)}" if n < 0 else f"Rp{titik(n)}"


def uang_penuh(n: int) -> str:
    """Return ``Rp1.650.000,00``: the form for running text on paper."""
    return f"{uang(n)},00"


def persen(basis_poin: int) -> str:
    """Return ``5 %`` or ``2,5 %`` for ten-thousandths (500, 250)."""
    return f"{basis_poin / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " %"


def baca(teks: str, field: str = "jumlah") -> int:
    """Return the typed amount in rupiah, with or without ``Rp``, dots and ``,00``.

    Raises InputSalah when empty, negative, with cents, above 999 miliar or open to two readings.
    """
    angka = _tanpa_hiasan(teks, field)
    if "," in angka:
        raise InputSalah(field, _TITIK if angka.count(",") > 1 and "." not in angka else _SEN)
    kelompok = angka.split(".")
    if len(kelompok) > 1 and not _kelompok_ribuan(kelompok):
        raise InputSalah(field, _TITIK)
    digit = "".join(kelompok).lstrip("0") or "0"
    if len(digit) > len(str(TERBESAR)) or int(digit) > TERBESAR:
        raise InputSalah(field, _BESAR)
    return int(digit)


def potong(bruto: int, basis_poin: int) -> int:
    """Return the tax on ``bruto`` rupiah, rounded down to the rupiah; 500 basis points are 5 %.

    5 % of half the gross is 250. A reversal (negative gross) takes back exactly the tax of the gross.
    """
    if not 0 <= basis_poin <= SERATUS_PERSEN:
        raise ValueError(f"basis poin harus 0 sampai {SERATUS_PERSEN}, bukan {basis_poin}")
    pajak = abs(bruto) * basis_poin // SERATUS_PERSEN
    return pajak if bruto >= 0 else -pajak


def _tanpa_hiasan(teks: str, field: str) -> str:
    """Strip ``Rp`` and an ending ``,00`` or ``,-``; refuse what is not digits, dots and commas."""
    angka = " ".join(teks.split())
    if angka[:2].lower() == "rp":
        angka = angka[2:].removeprefix(".").lstrip()
    if not angka:
        raise InputSalah(field, _KOSONG)
    if angka[0] in "-\u2212\u2013":
        raise InputSalah(field, _NEGATIF)
    if angka.endswith((",00", ",-")) and angka.count(",") == 1:
        angka = angka.rpartition(",")[0]
    if not angka.strip("., ") or set(angka) - set("0123456789., "):
        raise InputSalah(field, _ANGKA)
    if " " in angka:
        raise InputSalah(field, _TITIK)
    return angka


def _kelompok_ribuan(kelompok: list[str]) -> bool:
    depan, *lain = kelompok
    return 1 <= len(depan) <= 3 and depan[0] != "0" and all(len(tiga) == 3 for tiga in lain)
