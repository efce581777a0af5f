"""Where a list is in its life: in words for the table, and as steps for the head of the opened list."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit.theme import Role

from . import text_hidup as text


class Tahap(NamedTuple):
    """The present step, counted from 0, and the steps before it that were left out."""

    sekarang: int
    dilewati: frozenset[int]


def selesai(d: Daftar) -> bool:
    """Tell whether nothing is left to do on a list."""
    return d.keadaan == "batal" or (d.keadaan == "dikunci" and d.dibayar >= d.diterima and not d.sisa)


def tahap(d: Daftar) -> Tahap:
    """Return the step that comes next, after the last one that was done."""
    terkunci = d.keadaan == "dikunci"
    lunas = terkunci and selesai(d)
    sudah = (
        True, bool(d.diperiksa_pada), terkunci, d.cetak_ke > 0, bool(d.spp_nomor), bool(d.sp2d_nomor), lunas,
    )  # fmt: skip
    akhir = max(ke for ke, satu in enumerate(sudah) if satu)
    sekarang = len(sudah) - 1 if d.dibayar and not lunas else akhir + 1
    return Tahap(sekarang, frozenset(ke for ke in range(sekarang) if not sudah[ke]))


def keadaan_daftar(d: Daftar) -> tuple[str, Role]:
    """Return the state of a list in words, and their colour."""
    if d.keadaan == "batal":
        return text.BATAL, Role.REDUP
    if d.keadaan == "draf":
        return (text.SUDAH_DIPERIKSA if d.diperiksa_pada else text.BELUM_KUNCI), Role.PERHATIAN
    if selesai(d):
        return text.LUNAS, Role.BAIK
    if d.dibayar:
        return text.SEBAGIAN.format(n=d.selesai, semua=d.jumlah_penerima), Role.PERHATIAN
    return text.BELUM_BAYAR.format(langkah=text.LANGKAH[_terakhir(d)]), Role.AKSEN


def _terakhir(d: Daftar) -> int:
    """Return the last step that was done on a locked list before its payment."""
    return 5 if d.sp2d_nomor else 4 if d.spp_nomor else 3 if d.cetak_ke else 2
