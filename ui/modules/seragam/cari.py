"""Whom the typed or scanned words mean: a number of an RT, part of a name, the name of a kelurahan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.seragam.model import Pemakai

_NOMOR = re.compile(r"(?:rt)?\.?0*(\d{1,3})")


def cocok(semua: Sequence[Pemakai], teks: str) -> list[Pemakai]:
    """Return the posts that ``teks`` may mean, all of them for none; a whole name comes before parts of names."""
    persis = [p for p in semua if p.jabatan_id == teks.strip()]
    if persis:
        return persis
    kata = [satu for satu in re.split(r"[\s,;|]+", teks.strip().casefold()) if satu and satu != "rt"]
    ketemu = [p for p in semua if all(_punya(p, satu) for satu in kata)]
    utuh = [p for p in ketemu if kunci_cari(teks) == kunci_cari(p.nama)]
    return utuh or ketemu


def _punya(p: Pemakai, kata: str) -> bool:
    nomor = _NOMOR.fullmatch(kata)
    if nomor is not None:
        return p.nomor.lstrip("0") == nomor[1]
    dicari = kunci_cari(kata)
    return dicari in kunci_cari(p.nama) or dicari in kunci_cari(wilayah.nama(p.lingkup))


def siapa(p: Pemakai, *, beberapa: bool = False) -> str:
    """Name a post and its head: ``RT 03 · Iskandar Muda``, with the kelurahan where several are here."""
    tempat = f" {wilayah.nama(p.lingkup)}" if beberapa else ""
    return f"RT {p.nomor}{tempat} · {p.nama}" if p.nama else f"RT {p.nomor}{tempat}"


def beda_kelurahan(semua: Iterable[Pemakai]) -> bool:
    """Tell whether the posts lie in more than one kelurahan."""
    return len({p.lingkup for p in semua}) > 1
