"""Reads which RT, RW and kelurahan a row is about, in whatever form the office writes it."""

from __future__ import annotations

import re
from datetime import date, datetime

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import text

from . import kata
from .hasil import Berat, Sel
from .sel import Pembaca, galat, rapikan, salah

_ROMAWI = {
    puluh + satu: 10 * ke + n
    for ke, puluh in enumerate(("", "X"))
    for n, satu in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if puluh + satu
}
_BUKAN = re.compile(
    r"(?i)\b(sekretaris|sekr|bendahara|wakil ketua|anggota|ketua rw|seksi|humas|staf|pengurus|ketua lpm|linmas)\b"
)
_PLT = re.compile(r"(?i)\b(plt|pj|pjs|penjabat|pelaksana tugas)\b\.?")
_RT = re.compile(r"(?i)\br\s?\.?\s?t\b[\s.:_-]*(?:no\.?\s*)?([0-9]{1,4}|[ivx]{1,6}\b)")
_RW = re.compile(r"(?i)\br\s?\.?\s?w\b[\s.:_-]*(?:no\.?\s*)?([0-9]{1,4}|[ivx]{1,6}\b)")
_DUA = re.compile(r"0*([1-9][0-9]{0,2})\s*[/\\-]\s*0*([1-9][0-9]{0,2})").fullmatch
_SATU = re.compile(r"(?i)(?:no\.?|nomor|ketua|rukun tetangga|#)?[\s.:]*0*([1-9][0-9]{0,2})(?:\.0)?[\s.]*").fullmatch
_TEMPEL = re.compile(r"(?i)rt0*([1-9][0-9]{0,2})(?:rw0*([1-9][0-9]{0,2}))?").fullmatch
BAGIAN_RW = re.compile(
    r"(?i)^\W*(?:data\s+|ketua\s+rt\s+(?:di\s+)?|wilayah\s+)?(?:r\.?\s?w\.?|rukun\s+warga)[\s.:_-]*(\w{1,6})\W*$"
)
KELURAHAN_DI_JUDUL = re.compile(
    r"(?i)\b(?:kelurahan|kel\.|desa)\s*:?\s+([A-Za-z' .]{3,40}?)(?=\s*(?:kecamatan|kec\b|kota|tahun|\d|$|[,(–-]))"
)


def angka(kata_: str) -> int | None:
    """Return the number of digits or Roman letters; None when it is neither, or not 1 to 999."""
    if kata_.isdigit():
        return int(kata_) if 0 < int(kata_) < 1000 else None
    return _ROMAWI.get(kata_.upper())


def _dua_angka(n: int) -> str:
    return f"{n:02}"


def nomor() -> Pembaca:
    """Return the reader of an RT number; ``RT.03/RW.01`` gives both, ``Plt. Ketua RT 5`` the kind of term too."""
    ingat: dict[object, Value | Sel] = {}

    def baca(mentah: object) -> Value | Sel:
        if mentah not in ingat:
            ingat[mentah] = _nomor(mentah)
        return ingat[mentah]

    return baca


def _nomor(mentah: object) -> Value | Sel:
    if isinstance(mentah, date | datetime):
        hari, bulan = _dua_angka(mentah.day), _dua_angka(mentah.month)
        return Sel(hari, Berat.RAGU, kata.RT_TANGGAL.format(rt=hari, rw=bulan), lain={"rw": bulan})
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    if _BUKAN.search(isi):
        return Sel(None, bukan=kata.RT_BUKAN.format(teks=isi[:60]))
    lain: Fields = {"jenis": "plt"} if _PLT.search(isi) else {}
    polos = " ".join(_PLT.sub(" ", isi).split())
    if ketemu := _rt_rw(polos):
        rt, rw = ketemu
        lain |= {"rw": _dua_angka(rw)} if rw else {}
        return Sel(_dua_angka(rt), lain=lain) if lain else _dua_angka(rt)
    if re.fullmatch(r"(?i)\W*(ketua|ketua rt)\W*", polos):
        return None
    return salah(text.RT_SALAH)


def _rt_rw(isi: str) -> tuple[int, int | None] | None:
    """Return RT and RW of a text; None when it names no RT."""
    if dua := _DUA(isi):
        return int(dua[1]), int(dua[2])
    if satu := _SATU(isi):
        return int(satu[1]), None
    if tempel := _TEMPEL(isi.replace(" ", "")):
        return int(tempel[1]), int(tempel[2]) if tempel[2] else None
    rt = _RT.search(isi)
    if not rt or not (ke := angka(rt[1])):
        return (_ROMAWI[isi], None) if isi in _ROMAWI else None
    rw = _RW.search(isi) or re.match(r"\s*/\s*0*([1-9][0-9]{0,2})\b", isi[rt.end() :])
    return ke, angka(rw[1]) if rw else None


def rw() -> Pembaca:
    """Return the reader of an RW number, as two digits or more."""
    ingat: dict[object, Value | Sel] = {}

    def baca(mentah: object) -> Value | Sel:
        if mentah not in ingat:
            ingat[mentah] = _rw(mentah)
        return ingat[mentah]

    return baca


def _rw(mentah: object) -> Value | Sel:
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    cocok = re.fullmatch(r"(?i)(?:r\.?\s?w|rukun warga|lingkungan|lk)?[\s.:_-]*([0-9]{1,4}|[ivx]{1,6})[\s.]*", isi)
    ke = angka(cocok[1]) if cocok else None
    return _dua_angka(ke) if ke else salah(kata.RW_SALAH)


def kelurahan() -> Pembaca:
    """Return the reader of a kelurahan: its code, found by name or alias."""
    ingat: dict[object, Value | Sel] = {}

    def baca(mentah: object) -> Value | Sel:
        if mentah not in ingat:
            ingat[mentah] = _kelurahan(rapikan(mentah))
        return ingat[mentah]

    return baca


def _kelurahan(isi: str) -> Value | Sel:
    if not isi:
        return None
    kode = cari(isi)
    return kode or salah(kata.KELURAHAN_ASING.format(teks=isi[:60]), _usul(isi))


def cari(isi: str) -> str:
    """Return the code of a kelurahan by any spelling that is known; "" when there is none."""
    polos = re.sub(r"(?i)^(?:kelurahan|kel|desa|ds)\b[\s.:]*", "", isi).strip()
    try:
        return wilayah.cari_kelurahan(polos).kode
    except InputSalah:
        return ""


def _usul(isi: str) -> str:
    from rapidfuzz import fuzz, process

    nama = [tempat.nama for tempat in wilayah.semua().values() if tempat.tingkat == "kelurahan"]
    ketemu = process.extractOne(isi, nama, scorer=fuzz.ratio, processor=wilayah.kunci_cari, score_cutoff=75)
    return str(ketemu[0]) if ketemu else ""
