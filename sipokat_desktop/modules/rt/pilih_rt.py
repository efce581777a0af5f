"""Which posts are meant by RT numbers typed on a command line."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Context

from . import text
from .ops import hari_ini
from .queries import BarisRoster, roster
from .rules import nomor_rt


def pisah(teks: str) -> list[str]:
    """Return the RT numbers of a typed list: ``3, 7; 03/02``."""
    return [satu for satu in teks.replace(";", ",").split(",") if satu.strip()]


def posts(context: Context, nomor: Iterable[str]) -> list[str]:
    """Return the posts of the chosen kelurahan with these RT numbers (``03`` or, with its RW, ``03/02``).

    Raises InputSalah for one that is not there or of which there are several.
    """
    semua = roster(context.store.reader(), lingkup=context.lingkup, hari=hari_ini(context.store))
    return [_satu(semua, satu) for satu in nomor]


def _satu(semua: Iterable[BarisRoster], teks: str) -> str:
    nomor, _, rw = teks.partition("/")
    dicari = nomor_rt(nomor, "rt")
    cocok = {
        r.jabatan_id for r in semua
        if r.nomor == dicari and (not rw or (r.rw or "").lstrip("0") == rw.strip().lstrip("0"))
    }  # fmt: skip
    if len(cocok) != 1:
        kata = text.RT_BANYAK if cocok else text.RT_TIDAK_ADA
        raise InputSalah("rt", kata.format(rt=teks.strip()))
    return cocok.pop()
