"""Ageing: who has not received what, for how long, from which purse; former heads too (DOMAIN §3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import posisi, text_siklus
from .posisi import BulanMasa
from .text_siklus import EMBER

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table

__all__ = ["EMBER", "BarisUmur", "JumlahUmur", "Umur", "ember", "hitung", "tabel"]

Ember = tuple[int, int, int, int]
"""Rupiah by age, in the order of EMBER."""
_BATAS = (1, 3, 6)


@dataclass(frozen=True, slots=True)
class BarisUmur:
    """What one term has not received from one purse: (month, rupiah taken home) each; ``umur`` are the full months
    since the oldest of them ended, ``sp2d_hari`` the days since the money was disbursed; ``acara``: for an event."""

    lingkup: str
    komponen_id: str
    komponen: str
    jabatan_id: str
    masa_id: str
    nomor_rt: str
    nama: str
    mantan: bool
    bulan: tuple[tuple[str, int], ...]
    jumlah: int
    umur: int
    ember: Ember
    nomor: tuple[str, ...]
    sebab: str
    sp2d_hari: int | None
    sp2d_jumlah: int
    acara: bool = False


@dataclass(frozen=True, slots=True)
class JumlahUmur:
    """The sums of one purse; ``sp2d_…`` is what was disbursed and not received."""

    komponen_id: str
    komponen: str
    orang: int
    jumlah: int
    ember: Ember
    sp2d_orang: int
    sp2d_jumlah: int


@dataclass(frozen=True, slots=True)
class Umur:
    """Who has not been paid on ``hari``, months up to ``sampai``; the oldest claim first."""

    hari: date
    sampai: str
    baris: tuple[BarisUmur, ...]
    komponen: tuple[JumlahUmur, ...]

    @property
    def jumlah(self) -> int:
        """Rupiah outstanding."""
        return sum(b.jumlah for b in self.baris)

    @property
    def orang(self) -> int:
        """How many terms wait for money."""
        return len({b.masa_id for b in self.baris})

    @property
    def kalimat(self) -> str:
        """The whole in a sentence."""
        bulan = periode_.nama_bulan(self.sampai)
        if not self.baris:
            return text_siklus.UMUR_LUNAS.format(bulan=bulan)
        return text_siklus.UMUR_KALIMAT.format(orang=self.orang, jumlah=rupiah.uang(self.jumlah), bulan=bulan)


def hitung(
    con: sqlite.Connection, *, lingkup: Sequence[str], hari: date, sampai: str = "",
    maju: Callable[[int, int], object] = lambda _i, _n: None,
) -> Umur:  # fmt: skip
    """Return who has not been paid what: months that a list in force holds, and months that the rules owe although
    no list holds them. ``sampai`` "": up to the last month that has ended; ``maju`` hears the kelurahan done."""
    akhir = sampai or posisi.bulan_lalu(hari)
    semua: list[BarisUmur] = []
    for ke, satu in enumerate(lingkup):
        maju(ke, len(lingkup))
        kini = {b.masa_id for b in rt.roster(con, lingkup=satu, hari=hari)}
        per: dict[tuple[str, str], list[BulanMasa]] = defaultdict(list)
        for b in posisi.baca(con, lingkup=satu, sampai=akhir, lengkap=False):
            per[b.masa.masa_id, b.komponen.komponen_id].append(b)
        semua += (_baris(satu, bulan, hari, mantan=masa_id not in kini) for (masa_id, _), bulan in per.items())
    urut = sorted(semua, key=lambda b: (-b.umur, b.lingkup, len(b.nomor_rt), b.nomor_rt, b.nama, b.komponen))
    return Umur(hari, akhir, tuple(urut), _jumlah(urut))


def ember(bulan: Iterable[tuple[str, int]], hari: date) -> Ember:
    """Sort rupiah by the full months since their month ended, on ``hari``."""
    isi = [0, 0, 0, 0]
    for satu, jumlah in bulan:
        isi[sum(umur_bulan(satu, hari) > batas for batas in _BATAS)] += jumlah
    return isi[0], isi[1], isi[2], isi[3]


def umur_bulan(bulan: str, hari: date) -> int:
    """Return how many full months have gone by since a month ended; 0 while it lasts."""
    lewat = (hari.year - int(bulan[:4])) * 12 + hari.month - int(bulan[5:7]) - 1
    return max(0, lewat)


def _baris(lingkup: str, semua: Sequence[BulanMasa], hari: date, *, mantan: bool) -> BarisUmur:
    satu = semua[0]
    bulan = tuple((b.bulan, b.sisa) for b in semua)
    cair = [(b, date.fromisoformat(b.daftar.sp2d_tanggal)) for b in semua if b.daftar and b.daftar.sp2d_tanggal]
    return BarisUmur(
        lingkup, satu.komponen.komponen_id, satu.komponen.nama, satu.masa.jabatan_id, satu.masa.masa_id,
        satu.masa.nomor, satu.masa.nama, mantan, bulan, sum(jumlah for _, jumlah in bulan),
        umur_bulan(satu.bulan, hari), ember(bulan, hari),
        tuple(dict.fromkeys(b.daftar.nomor for b in semua if b.daftar)),
        "; ".join(dict.fromkeys(b.sebab for b in semua)), max(((hari - kapan).days for _, kapan in cair), default=None),
        sum(b.sisa for b, _ in cair), satu.komponen.acara is not None,
    )  # fmt: skip


def _jumlah(semua: Sequence[BarisUmur]) -> tuple[JumlahUmur, ...]:
    hasil: list[JumlahUmur] = []
    for komponen_id, nama in sorted({(b.komponen_id, b.komponen) for b in semua}, key=lambda k: k[1]):
        milik = [b for b in semua if b.komponen_id == komponen_id]
        satu, dua, tiga, empat = (sum(b.ember[ke] for b in milik) for ke in range(4))
        cair = [b for b in milik if b.sp2d_hari is not None]
        hasil.append(
            JumlahUmur(
                komponen_id, nama, len(milik), sum(b.jumlah for b in milik), (satu, dua, tiga, empat), len(cair),
                sum(b.sp2d_jumlah for b in cair),
            )
        )  # fmt: skip
    return tuple(hasil)


def tabel(umur: Umur) -> Table:
    """Return the ageing as a sheet."""
    from sipokat_desktop.exporting.workbook import Column, Table
    from sipokat_desktop.kernel import wilayah

    kolom = tuple(
        Column(judul, "angka" if ke >= 5 and judul != text_siklus.KOLOM_UMUR[-1] else "teks", lebar)
        for ke, (judul, lebar) in enumerate(zip(text_siklus.KOLOM_UMUR, text_siklus.LEBAR_UMUR, strict=True))
    )
    rows = [
        (
            wilayah.nama(b.lingkup), f"RT {b.nomor_rt}", b.nama, b.komponen,
            periode_.rentang_tahun(tuple(bulan for bulan, _ in b.bulan)), *b.ember, b.jumlah, b.umur, b.sebab,
        )
        for b in umur.baris
    ]  # fmt: skip
    return Table("Belum dibayar", (text_siklus.JUDUL_UMUR, umur.kalimat), kolom, rows, umur.kalimat)
