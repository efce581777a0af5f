"""Mends one cell: a clean value is returned as it is, anything else as a :class:`Sel` with a remark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

from sipokat_desktop.importing.sheet import teks
from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.kernel.canonical import Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import rules

from . import kata
from .hasil import Berat, Sel

Pembaca = Callable[[object], "Value | Sel"]

HAMPA = frozenset(
    ("", "-", "--", "---", "–", "—", ".", "_", "n/a", "na", "nihil", "tidak ada", "belum ada", "null", "?")
)
_BERSIH = re.compile(r"[!-<>-~](?:[!-~]| (?! ))*(?<! )").fullmatch
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)").fullmatch
_ILMIAH = re.compile(r"([0-9])[.,]?([0-9]*)[eE]\+?([0-9]{1,2})").fullmatch
_HP = re.compile(r"08[0-9]{7,12}").fullmatch
_JEDA_HP = re.compile(r"[/,;&|\n]|\bdan\b|\batau\b|\s{3,}")
_MIRIP_ANGKA = str.maketrans("OoQlI|SBZ", "000111582")
_TAK_TAMPAK = ("Cf", "Cc")


def rapikan(mentah: object) -> str:
    """Return the text of a raw cell: NFKC for digits and blanks, no marks that cannot be seen."""
    asal = teks(mentah)
    if asal.isascii() and asal.isprintable():
        return "" if asal.casefold() in HAMPA else " ".join(asal.split())
    bersih = "".join(
        unicodedata.normalize("NFKC", ch) if _lebar(ch) else ch
        for ch in unicodedata.normalize("NFC", asal)
        if ch in "\n\t\r" or unicodedata.category(ch) not in _TAK_TAMPAK
    )
    bersih = " ".join(bersih.split())
    return "" if bersih.casefold() in HAMPA else bersih


def _lebar(ch: str) -> bool:
    """Tell whether a character is a digit, letter or blank in another width."""
    return unicodedata.east_asian_width(ch) in "FH" or unicodedata.category(ch) in ("Nd", "Zs")


def salah(pesan: str, usul: str = "") -> Sel:
    """Return a cell that a person must mend."""
    return Sel(None, Berat.SALAH, pesan, usul)


def galat(isi: str) -> Sel | None:
    """Return what becomes of an error of Excel (``#N/A``); None when the cell holds none."""
    return Sel(None, Berat.RAGU, kata.SEL_ERROR.format(teks=isi)) if _ERROR(isi) else None


def nik(mentah: object) -> Value | Sel:
    """Read a NIK; digits that Excel lost are told, never invented (DOMAIN §2)."""
    if isinstance(mentah, str) and len(mentah) == nik_.PANJANG and mentah.isascii() and mentah.isdigit():
        return mentah if len(set(mentah)) > 1 else _nik_teks(mentah, mentah)
    isi = rapikan(mentah)
    if isi in ("", "0") or nik_.SAMARAN in isi:
        return None
    if keliru := galat(isi):
        return keliru
    if ilmiah := _ILMIAH(isi.replace(" ", "").strip("'")):
        return _nik_hilang((ilmiah[1] + ilmiah[2])[:15])
    angka = re.sub(r"(?i)^(?:nik|no|ktp|[.:/ ])+", "", nik_.rapikan(isi))
    if isinstance(mentah, float | int) and len(angka) == nik_.PANJANG:
        if angka.endswith("0") or int(angka) > 1 << 53:
            return _nik_hilang(angka[:15])
        return Sel(angka, Berat.RAPI, kata.NIK_ANGKA)
    return _nik_teks(angka, teks(mentah))


def _nik_hilang(awalan: str) -> Sel:
    return Sel(None, Berat.RAGU, kata.NIK_EXCEL.format(n=len(awalan)), awalan=awalan)


def _nik_teks(angka: str, asal: str) -> Value | Sel:
    angka = angka.strip('`´‘"*:;,_/ ')
    try:
        hasil = nik_.baca(angka)
    except InputSalah as exc:
        usul = angka.translate(_MIRIP_ANGKA)
        if usul != angka and usul.isdigit() and len(usul) == nik_.PANJANG:
            return salah(kata.NIK_HURUF, usul)
        return salah(exc.pesan.replace("diketik", "tertulis"))
    return hasil if hasil == asal else Sel(hasil, Berat.RAPI, kata.NIK_RAPI)


def hp(mentah: object) -> Value | Sel:
    """Read a phone number; of several the first is kept, the others become a note."""
    if isinstance(mentah, str) and _HP(mentah):
        return mentah
    isi = rapikan(mentah)
    if not isi.strip("0 ") or (keliru := galat(isi)):
        return None if not isi.strip("0 ") else keliru
    if _ILMIAH(isi.replace(" ", "")):
        return Sel(None, Berat.RAGU, kata.HP_RUSAK)
    semua = _nomor_nomor(teks(mentah) if isinstance(mentah, str) else isi)
    if len(semua) > 1:
        lain = ", ".join(semua[1:])
        return Sel(semua[0], Berat.RAPI, kata.HP_DUA, lain={"catatan": kata.HP_LAIN.format(nomor=lain)})
    return _satu_hp(isi, angka=not isinstance(mentah, str))


def _nomor_nomor(isi: str) -> list[str]:
    """Return the numbers of a cell that holds more than one."""
    hasil: list[str] = []
    for bagian in _JEDA_HP.split(isi):
        satu = _satu_hp(rapikan(bagian), angka=False)
        nomor = satu.isi if isinstance(satu, Sel) else satu
        if nomor:
            hasil.append(str(nomor))
    return list(dict.fromkeys(hasil))


def _satu_hp(isi: str, *, angka: bool) -> Value | Sel:
    polos = re.sub(r"(?i)^(no\.?|nomor|hp|wa|telp\.?|tlp\.?|whatsapp)?[ .:/]*(hp|wa|telp\.?)?[ .:]*", "", isi).strip(
        "' "
    )
    try:
        hasil = rules.hp(polos)
    except InputSalah as exc:
        usul = polos.translate(_MIRIP_ANGKA)
        if usul != polos and _HP("".join(ch for ch in usul if ch.isdigit())):
            usul = "".join(ch for ch in usul if ch.isdigit())
            return salah(kata.HURUF_ANGKA.format(usul=usul), usul)
        return salah(exc.pesan)
    if hasil is None or hasil == isi:
        return hasil if hasil is None or _HP(hasil) else Sel(hasil, Berat.RAGU, kata.HP_RUMAH)
    if not hasil.startswith("08"):
        return Sel(hasil, Berat.RAGU, kata.HP_RUMAH)
    hilang = angka or polos.lstrip("+").startswith("8")
    return Sel(hasil, Berat.RAPI, kata.HP_NOL if hilang else kata.HP_RAPI)


def jumlah(mentah: object) -> Value | Sel:
    """Read a count of people or households."""
    if isinstance(mentah, float) and 0 <= mentah < 1e6 and mentah == int(mentah):
        return int(mentah)
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    polos = re.sub(r"(?i)\s*(kk|jiwa|orang|org|rumah|kepala keluarga)\.?$", "", isi)
    try:
        hasil = rules.jumlah(polos, "jumlah_kk")
    except InputSalah:
        usul = polos.translate(_MIRIP_ANGKA)
        return salah(kata.JUMLAH_SALAH, usul if usul != polos and usul.isdigit() else "")
    return hasil


def kalimat(field: str, panjang: int = 500) -> Pembaca:
    """Return the reader of a line of text of at most ``panjang`` characters."""

    def baca(mentah: object) -> Value | Sel:
        if isinstance(mentah, str) and len(mentah) <= panjang and _BERSIH(mentah) and len(mentah) > 1:
            return mentah
        return _teks(mentah, field, panjang)

    return baca


def _teks(mentah: object, field: str, panjang: int) -> Value | Sel:
    isi = rapikan(mentah)
    if keliru := galat(isi):
        return keliru
    try:
        hasil = rules.teks(isi, field, panjang)
    except InputSalah as exc:
        return salah(exc.pesan)
    if isi.startswith(("=", "+", "@")) and len(isi) > 1:
        return Sel(hasil, Berat.RAGU, kata.TEKS_RUMUS)
    tampak = " ".join(teks(mentah).split())
    if hasil is not None and unicodedata.normalize("NFC", tampak) != hasil:
        return Sel(hasil, Berat.RAPI, kata.TEKS_RAPI)
    return hasil


def nama(mentah: object) -> Value | Sel:
    """Read a name as it is written, titles kept; a number before it is dropped."""
    hasil = _NAMA(mentah)
    isi = hasil.isi if isinstance(hasil, Sel) else hasil
    if not isinstance(isi, str) or (isi.isascii() and not any(ch.isdigit() for ch in isi)):
        return hasil
    if tanpa := re.fullmatch(r"[0-9]{1,4}\s*[.)]\s*(\D+)", isi):
        return Sel(tanpa[1], Berat.RAPI, kata.TEKS_RAPI)
    return Sel(isi, Berat.RAGU, kata.NAMA_ANGKA) if any(ch.isdigit() for ch in isi) else hasil


_NAMA = kalimat("nama", 100)


def nomor_rekening(mentah: object) -> Value | Sel:
    """Read a bank account or tax number; of a number cell the leading zeros may be lost."""
    isi = rapikan(mentah)
    if not isinstance(mentah, float | int):
        if _ILMIAH(isi.replace(" ", "")) and "+" in isi:
            return Sel(None, Berat.RAGU, kata.REKENING_RUSAK)
        return _REKENING(isi.strip("'") if isinstance(mentah, str) and isi.startswith("'") else mentah)
    if len(isi) > 15 or not isi.isdigit():
        return Sel(None, Berat.RAGU, kata.REKENING_RUSAK)
    return Sel(isi, Berat.RAGU, kata.REKENING_ANGKA)


_REKENING = kalimat("rekening", 40)
_KELAMIN = {
    **dict.fromkeys(("l", "lk", "laki", "lakilaki", "pria", "cowok", "male", "m", "lelaki", "lak", "laki2"), "L"),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "cewek", "female", "f", "w", "perp", "prp", "wnt"), "P"),
}  # fmt: skip


def kelamin(mentah: object) -> Value | Sel:
    """Read L or P in any spelling."""
    if mentah in ("L", "P"):
        return str(mentah)
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    kunci = "".join(ch for ch in isi.casefold() if ch.isalnum())
    return _KELAMIN.get(kunci) or salah(kata.KELAMIN_SALAH)


def silang(nilai: str) -> Pembaca:
    """Return the reader of one of two columns L | P: any mark means ``nilai``."""
    return lambda mentah: nilai if rapikan(mentah) not in ("", "0") else None


def pilihan(field: str) -> Pembaca:
    """Return the reader of a field with fixed choices."""

    def baca(mentah: object) -> Value | Sel:
        isi = rapikan(mentah)
        if not isi:
            return None
        try:
            return rules.bersihkan({field: isi}, date(2000, 1, 1))[field]
        except InputSalah as exc:
            for kode, tanda in _PILIHAN.get(field, {}).items():
                if re.search(tanda, isi.casefold()):
                    return kode
            return salah(exc.pesan)

    return baca


_PILIHAN = {
    "jenis": {
        "plt": r"\bplt\b|pelaksana|pjs?\b|penjabat",
        "diperpanjang": "perpanjang",
        "definitif": "definitif|tetap",
    },
    "cara": {"pemilihan": "pilih|pemilu", "musyawarah": "musyawarah|mufakat|rapat", "penunjukan": "tunjuk|plt"},
    "sk_penerbit": {"wali_kota": "wali", "camat": "camat", "lurah": "lurah"},
}


def adalah_tanggal(mentah: object) -> bool:
    """Tell whether the file itself says that the cell is a date."""
    return isinstance(mentah, date | datetime)
