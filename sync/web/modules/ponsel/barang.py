"""Goods by kelurahan: how many are with heads, at the office, overdue, broken or lost; and one kelurahan's register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel.model import DIPEGANG, Jumlah, Pemegang, Unit
from sipokat_desktop.modules.rt import queries as rt
from sync.web.kit.kunjungan import Kunjungan, TidakAda


@dataclass(frozen=True, slots=True)
class BarisKelurahan:
    """A kelurahan: its register in figures, its heads, and how many of those hold nothing."""

    lingkup: str
    nama: str
    jumlah: Jumlah
    ketua: int
    tanpa: int


def _hari(k: Kunjungan) -> date:
    return tanggal.wib(k.now).date()


def _tanpa(k: Kunjungan, kode: str, semua: list[Unit]) -> tuple[list[Pemegang], list[Pemegang]]:
    """Return the heads of a kelurahan, and those of them who hold no unit."""
    ketua = queries.pemegang(k.baca(), lingkup=kode, hari=_hari(k))
    memegang = {u.orang_id for u in semua if u.keadaan == DIPEGANG}
    return ketua, [p for p in ketua if p.orang_id not in memegang]


def halaman(k: Kunjungan) -> Response:
    """Show every kelurahan, those with the most heads who hold nothing first."""
    con, hari = k.baca(), _hari(k)
    unit = queries.daftar(con, lingkup=(k.siapa.lingkup, *k.wilayah), hari=hari)
    baris = []
    for kode in k.wilayah:
        milik = [u for u in unit if u.lingkup == kode]
        ketua, tanpa = _tanpa(k, kode, milik)
        baris.append(BarisKelurahan(kode, rt.nama_kelurahan(con, kode), queries.jumlah(milik), len(ketua), len(tanpa)))
    baris.sort(key=lambda b: (-b.tanpa, b.nama))
    return k.tampil("ponsel/barang.html", baris=baris, jumlah=queries.jumlah(unit))


def kelurahan(k: Kunjungan) -> Response:
    """Show the register of one kelurahan, and the heads who hold nothing."""
    kode = k.jalan("kode")
    if kode not in k.wilayah:
        raise TidakAda
    unit = queries.daftar(k.baca(), lingkup=(kode,), hari=_hari(k))
    ketua, tanpa = _tanpa(k, kode, unit)
    return k.tampil(
        "ponsel/kelurahan.html", nama=rt.nama_kelurahan(k.baca(), kode), unit=unit, tanpa=tanpa, ketua=len(ketua),
        kecamatan=wilayah.nama_kecamatan(kode),
    )  # fmt: skip
