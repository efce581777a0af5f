"""Cash: which notes to withdraw from the bank, and which go into each envelope, without remainder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, queries
from . import text_cetak as text
from .baris import Baris
from .komponen import setelan

NOMINAL = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
"""Notes and coins in use, rupiah, the largest first."""
SETELAN = "pecahan"
Isi = tuple[tuple[int, int], ...]
"""(denomination, how many), the largest first, none of 0."""


class Amplop(NamedTuple):
    """Whose envelope: line number, RT, name, rupiah."""

    no: int
    nomor_rt: str
    nama: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class Kas:
    """Notes per envelope and all that is to be withdrawn; ``total`` in rupiah; ``baris`` says whose envelopes."""

    per_amplop: tuple[Isi, ...]
    ambil: Isi
    total: int
    baris: tuple[Amplop, ...] = ()


def pecahan(jumlah: Sequence[int], *, nominal: Sequence[int] = NOMINAL) -> Kas:
    """Return the notes for envelopes of ``jumlah`` rupiah each, few and large ones first.

    Raises InputSalah for an amount that these denominations cannot form.
    """
    urut = tuple(sorted(set(nominal), reverse=True))
    if not urut or urut[-1] <= 0:
        raise InputSalah(SETELAN, text.PECAHAN_SALAH)
    cari = _Pencari(urut).isi
    per_amplop = tuple(_satu(cari(satu, 0) if satu >= 0 else None, satu, urut) for satu in jumlah)
    ambil = {n: sum(dict(isi).get(n, 0) for isi in per_amplop) for n in urut}
    return Kas(per_amplop, tuple((n, banyak) for n, banyak in ambil.items() if banyak), sum(jumlah))


def dari_daftar(con: Connection, nomor: str) -> Kas:
    """Return the cash for everyone on a list who has still to receive; postponed lines stay out.

    Raises InputSalah for an unknown or cancelled list and for an amount that cannot be formed.
    """
    d = queries.cari_daftar(con, nomor)
    cetakan.berlaku(d)
    baris = tuple(map(_amplop, filter(_perlu, queries.baris(con, daftar_id=d.daftar_id))))
    kas = pecahan([b.jumlah for b in baris], nominal=nominal(con, lingkup=d.lingkup))
    return Kas(kas.per_amplop, kas.ambil, kas.total, baris)


def nominal(con: Connection, *, lingkup: str) -> tuple[int, ...]:
    """Return the denominations of this office (setting ``pecahan``), the usual ones where nothing is set."""
    isi = setelan(con, lingkup=lingkup, kunci=SETELAN)
    if not isi.strip():
        return NOMINAL
    bagian = [satu.replace(".", "") for satu in re.split(r"[\s,;]+", isi.strip())]
    if not all(satu.isascii() and satu.isdigit() and int(satu) for satu in bagian):
        raise InputSalah(SETELAN, text.PECAHAN_SALAH)
    return tuple(sorted({int(satu) for satu in bagian}, reverse=True))


def _perlu(b: Baris) -> bool:
    return b.sisa > 0 and not b.ditunda


def _amplop(b: Baris) -> Amplop:
    return Amplop(b.no, b.nomor_rt, b.nama, b.sisa)


def _satu(isi: Isi | None, jumlah: int, urut: tuple[int, ...]) -> Isi:
    if isi is not None:
        return isi
    if jumlah < 0:
        raise InputSalah(SETELAN, text.UANG_NEGATIF)
    semua = ", ".join(map(rupiah.titik, urut))
    raise InputSalah(SETELAN, text.UANG_TIDAK_BISA.format(jumlah=rupiah.uang(jumlah), pecahan=semua))


class _Pencari:
    """Forms amounts from denominations (the largest first), exactly.

    Of the largest note all but a bounded rest can always be taken: any pile of smaller equal notes worth a common
    multiple would be exchanged for large ones.
    """

    def __init__(self, urut: tuple[int, ...]) -> None:
        self._urut = urut
        self._rest = tuple(sum(lcm(n, kecil) for kecil in urut[ke + 1 :]) for ke, n in enumerate(urut))
        self.isi = lru_cache(maxsize=100_000)(self._isi)

    def _isi(self, jumlah: int, ke: int) -> Isi | None:
        if jumlah == 0:
            return ()
        if ke == len(self._urut):
            return None
        n = self._urut[ke]
        terkecil = max(0, (jumlah - self._rest[ke]) // n)
        for banyak in range(jumlah // n, terkecil - 1, -1):
            sisa = self.isi(jumlah - banyak * n, ke + 1)
            if sisa is not None:
                return ((n, banyak), *sisa) if banyak else sisa
        return None
