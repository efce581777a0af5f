"""The forgiving search: what a row is found by, and what a typed line asks for; one rule for both sides.

The rule (also for whoever searches by hand): case, accents, punctuation and blanks do not count; words may be cut
off and come in any order. Old and new spelling meet: oe = u, dj = j = y, tj = c, ch = kh = h, sj = sy = s, v = f,
q = k, x = ks, Moh… = Muh…, doubled letters = one, and a last y is also found by i. ``RT 3`` is RT 03 and no other;
a number of one or two digits is an RT, an RW or a whole number of the address; three digits and more are a piece of
whatever holds digits. A phone number may begin with +62, 62 or 0.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import wilayah

Pilihan = tuple[str, ...]
"""Pieces of which a row must hold at least one."""

_EJAAN = (
    ("tj", "c"), ("dj", "j"), ("j", "y"), ("ch", "kh"), ("kh", "h"), ("sy", "s"), ("oe", "u"),
    ("v", "f"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
_KEMBAR = re.compile(r"([^\W\d_])\1+")
_NOMOR = re.compile(r"\b(rt|rw)[\s.:,-]*0*([1-9][0-9]{0,2})\b")
_AWALAN_HP = re.compile(r"\+\s*62[\s.-]*0?")
_ANGKA_KECIL = 2
_HP_TERPENDEK, _HP_TERPANJANG = 9, 15


def rata(teks: str) -> str:
    """Return ``teks`` without case and accents."""
    if not teks.isascii():
        teks = "".join(ch for ch in unicodedata.normalize("NFKD", teks) if not unicodedata.combining(ch))
    return teks.casefold()


def _kata(kata: str) -> str:
    """Return one word in the one spelling that all spellings of it share."""
    for lama, baru in _EJAAN:
        if lama in kata:
            kata = kata.replace(lama, baru)
    if kata.startswith("moh"):
        kata = "muh" + kata[3:]
    return kata


def _bersih(kata: str) -> str:
    return kata if kata.isalnum() else "".join(ch for ch in kata if ch.isalnum())


def _lipat(teks: str) -> str:
    """Return a text as one run of letters and digits in the shared spelling; a last y of a word becomes i."""
    words = [_kata(bersih) for kata in rata(teks).split() if (bersih := _bersih(kata))]
    words = [kata[:-1] + "i" if kata.endswith("y") and len(kata) > 2 else kata for kata in words]
    return _KEMBAR.sub(r"\1", "".join(words))


def _angka(teks: str) -> list[str]:
    return [bersih for kata in re.findall(r"[0-9]+", teks) if len(bersih := kata.lstrip("0")) in (1, 2)]


@lru_cache(maxsize=512)
def _tempat(kode: str) -> str:
    """Return every name of a kelurahan as pieces of a key."""
    tempat = wilayah.semua().get(kode)
    names = (tempat.nama, *tempat.alias) if tempat else ()
    return "|".join(dict.fromkeys(map(_lipat, names)))


def nomor_hp(angka: str) -> str:
    """Return the digits of a phone number with 0 in front in place of 62."""
    ada = angka.startswith("62") and _HP_TERPENDEK <= len(angka) <= _HP_TERPANJANG
    return "0" + angka[2:].lstrip("0") if ada else angka


def kunci(
    lingkup: str | None, rt: str | None, rw: str | None, nama: str | None, nik: str | None, hp: str | None,
    alamat: str | None, sk: str | None,
) -> str:  # fmt: skip
    """Return what a row is found by: its fields in the shared spelling between bars, address numbers between #."""
    bagian = [f"rt{rt.lstrip('0')}" if rt else "", f"rw{rw.lstrip('0')}" if rw else "", _tempat(lingkup or "")]
    bagian += [_lipat(nama or ""), _bersih(nik or ""), nomor_hp(_bersih(hp or "")), _lipat(alamat or "")]
    bagian += [_lipat(sk or "")]
    angka = "#".join(_angka(alamat or ""))
    return f"|{'|'.join(filter(None, bagian))}|" + (f"#{angka}#" if angka else "")


def urutan(teks: str | None) -> str:
    """Return a name as it is sorted: without case and accents; what has none comes last."""
    return rata(teks).strip() if teks else "~"


def tanya(teks: str) -> tuple[Pilihan, ...]:
    """Return what a row must hold to answer a typed line: of every group at least one piece (nothing: all rows)."""
    ditemukan, sisa = pisah_nomor(_AWALAN_HP.sub("0", rata(teks)))
    nomor = [(f"|{jenis}{angka}|",) for jenis, angka in ditemukan]
    words = [bersih for kata in sisa.split() if (bersih := _bersih(kata)) and bersih not in ("rt", "rw")]
    return tuple(dict.fromkeys([*nomor, *map(_pilihan, words)]))


def pisah_nomor(teks: str) -> tuple[list[tuple[str, str]], str]:
    """Return the RT and RW (``rt`` or ``rw``, the number without noughts) that a flat text names, and the rest."""
    return _NOMOR.findall(teks), _NOMOR.sub(" ", teks)


def cocok(tanya: tuple[Pilihan, ...], kunci: str) -> bool:
    """Tell whether a row with this key answers what :func:`tanya` returned."""
    return all(any(piece in kunci for piece in pilihan) for pilihan in tanya)


def _pilihan(kata: str) -> Pilihan:
    if not (kata.isascii() and kata.isdigit()):
        baku = _kata(kata)
        semua = (baku, baku[:-1] + "i") if baku.endswith("y") and len(baku) > 2 else (baku,)
        return tuple(_KEMBAR.sub(r"\1", satu) for satu in semua)
    angka = kata.lstrip("0")
    tepat = (f"|rt{angka}|", f"|rw{angka}|") if angka and len(angka) < 4 else ()
    if len(kata) <= _ANGKA_KECIL and angka:
        return (*tepat, f"#{angka}#")
    return tuple(dict.fromkeys((kata, nomor_hp(kata), *tepat)))
