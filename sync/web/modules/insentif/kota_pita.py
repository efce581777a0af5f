"""The steps of a performance rule as rows of a form: from how many reports on, how many percent are paid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sync.web.kit.kunjungan import Kunjungan

from . import text_kota as text

BATAS, PERSEN, TOMBOL = "batas", "persen", "baris"
"""Names of the two inputs of a row, and of the buttons that add or take away one."""
_AWAL = (("0", ""), ("", ""))


class Langkah(NamedTuple):
    """A row as typed: from which measure on, which percent."""

    batas: str
    persen: str


def dari_teks(pita: str) -> list[Langkah]:
    """Return the rows of ``0=50 3=100``; those of an empty form where there is nothing."""
    bagian = (satu.partition("=") for satu in pita.split())
    return [Langkah(batas, persen) for batas, _, persen in bagian] or [Langkah(*satu) for satu in _AWAL]


def dari_formulir(k: Kunjungan) -> list[Langkah]:
    """Return the rows of a form that was sent; none where it had no rows."""
    dua = zip(k.isian_banyak(BATAS), k.isian_banyak(PERSEN), strict=False)
    return [Langkah(_rapi(batas), _rapi(persen)) for batas, persen in dua]


def _rapi(teks: str) -> str:
    return "".join(teks.removesuffix("%").split()).removesuffix("%")


def ke_teks(semua: Sequence[Langkah]) -> str:
    """Return rows as ``0=50 3=100``, those that are empty left out."""
    return " ".join(f"{s.batas}={s.persen}" for s in semua if s.batas or s.persen)


def diminta(k: Kunjungan, semua: Sequence[Langkah]) -> list[Langkah]:
    """Return the rows with one more, or without the one whose button was pressed."""
    tombol = k.isian(TOMBOL)
    if tombol == "tambah":
        return [*semua, Langkah("", "")]
    return [satu for ke, satu in enumerate(semua) if tombol != f"hapus-{ke}"] or [Langkah(*_AWAL[0])]


def periksa(semua: Sequence[Langkah]) -> dict[int, str]:
    """Return what is wrong with each row, by its place: of a row that cannot be read that, else that they do not rise
    from 0."""
    isi = [(ke, satu) for ke, satu in enumerate(semua) if satu.batas or satu.persen]
    if not isi:
        return {0: text.PITA_KOSONG}
    salah = {ke: pesan for ke, satu in isi if (pesan := _sendiri(satu))}
    if salah:
        return salah
    if int(isi[0][1].batas):
        return {isi[0][0]: text.PITA_DARI_NOL}
    for (_, lama), (ke, baru) in pairwise(isi):
        if int(baru.batas) <= int(lama.batas):
            salah[ke] = text.PITA_NAIK.format(batas=lama.batas)
        elif _nilai(baru) < _nilai(lama):
            salah[ke] = text.PITA_TURUN.format(persen=lama.persen)
    return salah


def _sendiri(satu: Langkah) -> str:
    if not re.fullmatch("[0-9]{1,6}", satu.batas):
        return text.PITA_BATAS
    angka = re.fullmatch("[0-9]{1,3}([.,][0-9]{1,2})?", satu.persen)
    return "" if angka and _nilai(satu) <= text.PENUH else text.PITA_PERSEN


def _nilai(satu: Langkah) -> float:
    return float(satu.persen.replace(",", "."))


def tolak(semua: Sequence[Langkah]) -> None:
    """Raise InputSalah with the place of the first row that is wrong."""
    for ke, pesan in sorted(periksa(semua).items()):
        raise InputSalah(f"{BATAS}-{ke}", pesan)
