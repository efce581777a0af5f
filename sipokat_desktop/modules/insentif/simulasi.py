"""What if: the budget and who gains or loses under other tariffs, tax, reference day or performance rule.

Reads only. Runs through the entitlement code that lists are drawn up with, on components that exist in memory alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import komponen as komponen_
from . import terpakai, text_acara
from . import text_simulasi as kata
from .simulasi_andaian import andaikan, periksa
from .simulasi_hasil import (
    Andaian,
    AturanBaru,
    BulanAnggaran,
    BulanDampak,
    Dampak,
    KelurahanAnggaran,
    PaguTahun,
    Simulasi,
    TarifBaru,
)
from .simulasi_hitung import Hitungan, Orang, kelurahan

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table

__all__ = [
    "Andaian", "AturanBaru", "BulanAnggaran", "BulanDampak", "Dampak", "KelurahanAnggaran", "PaguTahun", "Simulasi",
    "TarifBaru", "andaikan", "catatan_pagu", "hitung", "ke_tabel",
]  # fmt: skip


def hitung(con: sqlite.Connection, andaian: Andaian, *, lingkup: Sequence[str] = (), maju: Maju = diam) -> Simulasi:
    """Return what an assumption means to the kelurahan ``lingkup`` (all of this store when empty); nothing is written.

    Months on lists in force stand as they are on both sides. Raises InputSalah for an assumption that no act would
    accept, or a component that is not here.
    """
    periksa(andaian)
    kode = list(lingkup) or rt.kelurahan(con)
    hasil = Hitungan()
    ambil = terpakai.baca(con, komponen_id=andaian.komponen_id)
    nama = ""
    for ke, satu in enumerate(kode):
        maju(ke, len(kode))
        kini = next((k for k in komponen_.komponen(con, lingkup=satu) if k.komponen_id == andaian.komponen_id), None)
        if kini is not None and kini.acara:
            raise InputSalah("komponen", text_acara.SIMULASI.format(nama=kini.nama))
        if kini is not None:
            nama = kini.nama
            kelurahan(con, hasil, satu, kini, andaian, ambil)
    if not nama:
        raise InputSalah("komponen", kata.KOMPONEN_TIDAK_ADA)
    return _susun(con, andaian, nama, kode, hasil)


def _susun(con: sqlite.Connection, andaian: Andaian, nama: str, kode: Sequence[str], hasil: Hitungan) -> Simulasi:
    sebutan = {satu: rt.nama_kelurahan(con, satu) for satu in kode}
    baris = tuple(_dampak(lingkup, sebutan[lingkup], satu, andaian) for lingkup, satu in hasil.orang)
    bulan = tuple(_bulan(b, baris, hasil) for b in periode_.gabung(andaian.dari, andaian.sampai).bulan)
    pagu = tuple(_pagu(con, andaian.komponen_id, kode, bulan))
    per_kelurahan = tuple(_jumlah(satu, sebutan[satu], [b for b in baris if b.lingkup == satu]) for satu in kode)
    pph = [sum(satu.pph[sisi] for _, satu in hasil.orang) for sisi in (0, 1)]
    return Simulasi(
        andaian, nama, bulan, per_kelurahan, baris, pph[0], pph[1], pagu, tuple(_catatan(hasil, bulan, pagu))
    )


def _dampak(lingkup: str, kelurahan: str, satu: Orang, andaian: Andaian) -> Dampak:
    m = satu.masa
    bulan = tuple(BulanDampak(b, n[0], n[1]) for b, n in sorted(satu.bulan.items()))
    kini, nanti = sum(b.kini for b in bulan), sum(b.nanti for b in bulan)
    return Dampak(
        lingkup, kelurahan, m.jabatan_id, m.masa_id, m.nomor, m.nama, kini, nanti, kini - satu.pph[0],
        nanti - satu.pph[1], bulan, _sebab(andaian, satu) if kini != nanti or satu.pph[0] != satu.pph[1] else "",
    )  # fmt: skip


def _sebab(andaian: Andaian, satu: Orang) -> str:
    pajak = andaian.skema is not None or andaian.pajak is not None
    kemungkinan = (
        (bool(andaian.tarif), kata.SEBAB_TARIF), (andaian.aturan is not None, kata.SEBAB_KINERJA),
        (andaian.hari_acuan is not None, kata.SEBAB_HARI), (pajak and satu.pph[0] != satu.pph[1], kata.SEBAB_PAJAK),
    )  # fmt: skip
    return ", ".join(kata_ for ada, kata_ in kemungkinan if ada)


def _bulan(b: str, baris: Sequence[Dampak], hasil: Hitungan) -> BulanAnggaran:
    isi = [satu for dampak in baris for satu in dampak.bulan if satu.bulan == b]
    return BulanAnggaran(
        b, sum(s.kini for s in isi), sum(s.nanti for s in isi), sum(s.kini > 0 for s in isi),
        sum(s.nanti > 0 for s in isi), hasil.terkunci.get(b, 0),
    )  # fmt: skip


def _jumlah(lingkup: str, nama: str, baris: Sequence[Dampak]) -> KelurahanAnggaran:
    return KelurahanAnggaran(
        lingkup, nama, sum(b.kini for b in baris), sum(b.nanti for b in baris),
        sum(b.selisih_bersih > 0 for b in baris), sum(b.selisih_bersih < 0 for b in baris),
    )  # fmt: skip


def _pagu(
    con: sqlite.Connection, komponen_id: str, kode: Sequence[str], bulan: Sequence[BulanAnggaran]
) -> Iterator[PaguTahun]:
    for tahun in sorted({int(b.bulan[:4]) for b in bulan}):
        milik = [b for b in bulan if int(b.bulan[:4]) == tahun]
        pagu, dari_kota = _pagu_tahun(con, komponen_id, kode, tahun)
        yield PaguTahun(tahun, pagu, sum(b.kini for b in milik), sum(b.nanti for b in milik), dari_kota)


def _pagu_tahun(con: sqlite.Connection, komponen_id: str, kode: Sequence[str], tahun: int) -> tuple[int | None, bool]:
    """Return the budget that the offices laid down for themselves, together; else the city's for all of its offices."""
    rows = con.execute(
        """SELECT lingkup, pagu FROM insentif_anggaran WHERE komponen_id = ? AND tahun = ? AND pagu IS NOT NULL
           AND (lingkup = 'kota' OR lingkup IN (SELECT value FROM json_each(?)))""",
        (komponen_id, tahun, json.dumps([*kode])),
    ).fetchall()
    kantor = [int(row[1]) for row in rows if row[0] != komponen_.KOTA]
    kota = [int(row[1]) for row in rows if row[0] == komponen_.KOTA]
    if len(kantor) == len(kode) or (kantor and not kota):
        return sum(kantor), False
    return (kota[0], True) if kota else (None, False)


def _catatan(hasil: Hitungan, bulan: Sequence[BulanAnggaran], pagu: Sequence[PaguTahun]) -> Iterator[str]:
    for pola, tanpa in zip((kata.TANPA_TARIF_KINI, kata.TANPA_TARIF_NANTI), hasil.tanpa_tarif, strict=True):
        if tanpa:
            yield pola.format(bulan=periode_.rentang_tahun(tuple(sorted(tanpa))))
    if hasil.tanpa_angka:
        yield kata.TANPA_ANGKA.format(n=hasil.tanpa_angka)
    if terkunci := sum(hasil.terkunci.values()):
        yield kata.TERKUNCI.format(jumlah=rupiah.uang(terkunci))
    yield from catatan_pagu(bulan, pagu)


def catatan_pagu(bulan: Sequence[BulanAnggaran], pagu: Sequence[PaguTahun]) -> Iterator[str]:
    """Yield what is to be said of the budgets beside the months of a simulation: part of its notes."""
    for satu in pagu:
        if satu.pagu is None:
            continue
        if satu.lebih:
            yield kata.LEWAT_PAGU.format(tahun=satu.tahun, pagu=rupiah.uang(satu.pagu), lebih=rupiah.uang(satu.lebih))
        if satu.dari_kota:
            yield kata.PAGU_KOTA.format(tahun=satu.tahun)
        n = sum(int(b.bulan[:4]) == satu.tahun for b in bulan)
        if n < 12:
            yield kata.LUAR_PAGU.format(tahun=satu.tahun, n=n)


def ke_tabel(simulasi: Simulasi) -> Table:
    """Return the heads of a simulation as a sheet for .xlsx."""
    from .simulasi_tabel import tabel

    return tabel(simulasi)
