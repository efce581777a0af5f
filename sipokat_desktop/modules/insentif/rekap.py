"""Rekaps: per RT and year, per kelurahan of a period (F3), per component against its budget."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import wilayah

from . import rekap_luar, text_siklus
from .baris import per_daftar
from .serapan import BarisAnggaran, anggaran, di, nama_komponen

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Cell, Table

__all__ = [
    "BarisAnggaran", "BarisKelurahan", "BarisRT", "RekapKecamatan", "RekapRT", "anggaran", "kecamatan", "rt_tahun",
    "tabel_kecamatan", "tabel_rt",
]  # fmt: skip

Setahun = tuple[int, ...]
"""Twelve amounts of rupiah, January first."""


class BarisRT(NamedTuple):
    """What a post received from one purse for the months of a year; ``nama`` is its last head of that year."""

    lingkup: str
    kelurahan: str
    jabatan_id: str
    nomor_rt: str
    nama: str
    komponen_id: str
    komponen: str
    bulan: Setahun
    jumlah: int


@dataclass(frozen=True, slots=True)
class RekapRT:
    """A year by post; ``jumlah`` is one line per component."""

    tahun: int
    baris: tuple[BarisRT, ...]
    jumlah: tuple[BarisRT, ...]

    @property
    def total(self) -> int:
        """Rupiah of the whole year."""
        return sum(b.jumlah for b in self.jumlah)


@dataclass(frozen=True, slots=True)
class BarisKelurahan:
    """A kelurahan on F3: posts with a term in the period; persons whom the lists in force pay (``belum`` of them have
    not received all of it yet) and those postponed; the rupiah of those paid."""

    lingkup: str
    kelurahan: str
    jumlah_rt: int
    dibayar: int
    ditunda: int
    belum: int
    bruto: int
    pph: int
    netto: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class RekapKecamatan:
    """F3: a period by kelurahan."""

    periode: str
    komponen: str
    baris: tuple[BarisKelurahan, ...]
    jumlah: BarisKelurahan


# per RT and year


def rt_tahun(con: sqlite3.Connection, *, tahun: int, lingkup: Sequence[str] = ()) -> RekapRT:
    """Return what every post received for the months of a year, refunds taken off (``lingkup`` empty: all here)."""
    mana, nilai = di("lingkup", lingkup)
    isi = con.execute(f"SELECT * FROM insentif_ringkas_rt WHERE tahun = ?{mana}", (tahun, *nilai)).fetchall()
    nomor = dict(con.execute(f"SELECT id, nomor FROM rt_jabatan WHERE true{mana}", nilai).fetchall())
    komponen = dict(con.execute("SELECT id, nama FROM insentif_komponen").fetchall())
    nama = _ketua(con, tahun, lingkup)
    tempat = {kode: wilayah.nama(kode) for kode in {row[1] for row in isi}}
    semua = (
        BarisRT(
            kode, tempat[kode], jabatan_id, nomor.get(jabatan_id) or "?", nama.get(jabatan_id, ""), komponen_id,
            komponen.get(komponen_id) or "—", tuple(bulan), sum(bulan),
        )
        for _, kode, jabatan_id, komponen_id, *bulan in isi
        if any(bulan)
    )  # fmt: skip
    baris = tuple(sorted(semua, key=lambda b: (b.lingkup, len(b.nomor_rt), b.nomor_rt, b.jabatan_id, b.komponen)))
    return RekapRT(tahun, baris, _jumlah_rt(baris))


def _ketua(con: sqlite3.Connection, tahun: int, lingkup: Sequence[str]) -> dict[str, str]:
    """Return per post the last head in office in a year."""
    mana, nilai = di("m.lingkup", lingkup)
    rows = con.execute(
        f"""SELECT m.jabatan_id, coalesce(o.nama, '') FROM rt_masa m LEFT JOIN rt_orang o ON o.id = m.orang_id
            WHERE coalesce(m.tmt, '') <= ? AND coalesce(m.akhir_nyata, '9999') >= ?{mana} ORDER BY m.tmt, m.id""",
        (f"{tahun}-12-31", f"{tahun}-01-01", *nilai),
    )
    return {str(row[0]): str(row[1]) for row in rows}


def _jumlah_rt(baris: Iterable[BarisRT]) -> tuple[BarisRT, ...]:
    per: dict[tuple[str, str], list[BarisRT]] = defaultdict(list)
    for b in baris:
        per[b.komponen, b.komponen_id].append(b)
    hasil: list[BarisRT] = []
    for (nama, komponen_id), semua in sorted(per.items()):
        bulan = tuple(map(sum, zip(*(b.bulan for b in semua), strict=True)))
        hasil.append(BarisRT("", "", "", "", text_siklus.JUMLAH, komponen_id, nama, bulan, sum(bulan)))
    return tuple(hasil)


# F3


def kecamatan(
    con: sqlite3.Connection, *, periode: str, komponen_id: str = "", lingkup: Sequence[str] = ()
) -> RekapKecamatan:
    """Return F3: the lists in force that lie within a period, by kelurahan (``lingkup`` empty: all here;
    ``komponen_id`` empty: all purses, without what events pay). A list of one month counts in its triwulan, one that
    reaches beyond is only named in the remark."""
    p = periode_.baca(periode)
    daftar = _daftar(con, p, komponen_id, lingkup)
    per: dict[str, list[_Singkat]] = defaultdict(list)
    for daftar_id, baris_ in _singkat(con, [id for id, (_, keadaan) in daftar.items() if keadaan == "dikunci"]):
        per[daftar[daftar_id][0]].append(baris_)
    draf = {tempat for tempat, keadaan in daftar.values() if keadaan == "draf"}
    jumlah_rt = _jumlah_jabatan(con, p, lingkup)
    luar = rekap_luar.keterangan(con, p, dihitung=_kode_di_dalam(p), komponen_id=komponen_id, lingkup=lingkup)
    semua = sorted({*jumlah_rt, *per, *luar, *lingkup})
    sebutan = dict(con.execute("SELECT lingkup, nama FROM rt_kelurahan WHERE nama <> ''").fetchall())
    baris = tuple(
        _kelurahan(
            kode,
            sebutan.get(kode) or wilayah.nama(kode),
            jumlah_rt.get(kode, 0),
            per.get(kode, []),
            luar.get(kode, ""),
            draf=kode in draf,
        )
        for kode in semua
    )
    return RekapKecamatan(periode, nama_komponen(con, komponen_id), baris, _jumlah_kelurahan(baris))


def _daftar(
    con: sqlite3.Connection, p: periode_.Periode, komponen_id: str, lingkup: Sequence[str]
) -> dict[str, tuple[str, str]]:
    mana, nilai = di("lingkup", lingkup)
    rows = con.execute(
        f"""SELECT id, lingkup, keadaan FROM insentif_daftar
            WHERE periode IN (SELECT value FROM json_each(?)) AND keadaan <> 'batal'
                  AND {rekap_luar.KOMPONEN}{mana}""",
        (json.dumps(_kode_di_dalam(p)), komponen_id, komponen_id, *nilai),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


class _Singkat(NamedTuple):
    """What F3 counts of a line; ``sisa`` tells whether something is left to pay."""

    masa_id: str
    bruto: int
    pph: int
    diterima: int
    tunda: bool
    sisa: bool


_SINGKAT = """SELECT b.id, b.daftar_id, b.masa_id, b.bruto, b.pph, b.diterima, u.id IS NOT NULL,
    length(b.rincian) - length(replace(b.rincian, '=', ''))
FROM insentif_baris b LEFT JOIN insentif_tunda u ON u.id = b.id
WHERE b.daftar_id IN (SELECT value FROM json_each(?))"""
_DIBAYAR = """SELECT baris_id, count(DISTINCT bulan), sum(jumlah) FROM insentif_mutasi
WHERE daftar_id IN (SELECT value FROM json_each(?)) GROUP BY daftar_id, baris_id"""


def _singkat(con: sqlite3.Connection, daftar: Sequence[str]) -> Iterator[tuple[str, _Singkat]]:
    """Yield the lines of these lists (ids). Lines that are plainly paid or plainly not are read at once; a list with
    a correction, a line paid in part or with a payment taken back is reckoned month by month."""
    kunci = json.dumps(sorted(daftar))
    rumit = {str(row[0]) for row in con.execute(_ADA_KOREKSI, (kunci,))}
    dibayar = {baris_id: (bulan, jumlah) for baris_id, bulan, jumlah in con.execute(_DIBAYAR, (kunci,))}
    rows = con.execute(_SINGKAT, (kunci,)).fetchall()
    rumit |= {row[1] for row in rows if dibayar.get(row[0], (row[7], row[5])) != (row[7], row[5])}
    for baris_id, daftar_id, masa_id, bruto, pph, diterima, tunda, _ in rows:
        if daftar_id not in rumit:
            sisa = bool(diterima) and baris_id not in dibayar
            yield daftar_id, _Singkat(masa_id, bruto, pph, diterima, bool(tunda), sisa)
    for daftar_id, semua in per_daftar(con, rumit).items():
        yield from ((daftar_id, _Singkat(b.masa_id, b.bruto, b.pph, b.diterima, b.ditunda, b.sisa > 0)) for b in semua)


_ADA_KOREKSI = "SELECT DISTINCT daftar_id FROM insentif_terkoreksi WHERE daftar_id IN (SELECT value FROM json_each(?))"


def _kode_di_dalam(p: periode_.Periode) -> list[str]:
    """Return the codes of every month, triwulan and rapel that lies within a period."""
    awal = (periode_.baca(bulan) for bulan in p.bulan)
    semua = [
        satu._replace(rapel=banyak) for ke, satu in enumerate(awal) for banyak in range(len(p.bulan) - ke + 1)
    ]  # fmt: skip
    tw = (periode_.triwulan(periode_.hari_pertama(bulan)) for bulan in p.bulan)
    return list(dict.fromkeys([satu.kode for satu in (*semua, *tw) if set(satu.bulan) <= set(p.bulan)]))


def _jumlah_jabatan(con: sqlite3.Connection, p: periode_.Periode, lingkup: Sequence[str]) -> dict[str, int]:
    mana, nilai = di("lingkup", lingkup)
    rows = con.execute(
        f"""SELECT lingkup, count(DISTINCT jabatan_id) FROM rt_masa
            WHERE tmt <= ? AND coalesce(akhir_nyata, '9999') >= ? AND coalesce(akhir_sk, '9999') >= ?{mana}
            GROUP BY lingkup""",
        (f"{p.bulan[-1]}-31", *[f"{p.bulan[0]}-01"] * 2, *nilai),
    )
    return {str(row[0]): int(row[1]) for row in rows}


def _kelurahan(
    kode: str, nama: str, jumlah_rt: int, baris: Sequence[_Singkat], luar: str, *, draf: bool
) -> BarisKelurahan:
    tunda = [b for b in baris if b.tunda and b.sisa]
    dibayar = [b for b in baris if b.diterima and not (b.tunda and b.sisa)]
    belum = [b for b in dibayar if b.sisa]
    kata = [
        text_siklus.KETERANGAN_TUNDA.format(n=len(tunda)) if tunda else "",
        text_siklus.KETERANGAN_BELUM.format(n=len(belum)) if belum else "",
        text_siklus.KETERANGAN_TANPA_DAFTAR if draf or (not baris and jumlah_rt and not luar) else "",
        luar,
    ]
    return BarisKelurahan(
        kode, nama, jumlah_rt, len({b.masa_id for b in dibayar}),
        len({b.masa_id for b in tunda}), len({b.masa_id for b in belum}), sum(b.bruto for b in dibayar),
        sum(b.pph for b in dibayar), sum(b.diterima for b in dibayar), "; ".join(filter(None, kata)),
    )  # fmt: skip


def _jumlah_kelurahan(baris: Sequence[BarisKelurahan]) -> BarisKelurahan:
    return BarisKelurahan(
        "", text_siklus.JUMLAH, sum(b.jumlah_rt for b in baris), sum(b.dibayar for b in baris),
        sum(b.ditunda for b in baris), sum(b.belum for b in baris), sum(b.bruto for b in baris),
        sum(b.pph for b in baris), sum(b.netto for b in baris), "",
    )  # fmt: skip


# as sheets


def tabel_rt(rekap: RekapRT) -> Table:
    """Return the year by post as a sheet, the sums last."""
    from sipokat_desktop.exporting.workbook import Column, Table

    kolom = (
        *(Column(judul, "teks", lebar) for judul, lebar in zip(text_siklus.KOLOM_RT, (20, 7, 26, 24), strict=True)),
        *(Column(bulan, "angka", 11) for bulan in text_siklus.BULAN_PENDEK),
        Column(text_siklus.JUMLAH, "angka", 13),
    )
    rows: list[tuple[Cell, ...]] = [
        (b.kelurahan, f"RT {b.nomor_rt}" if b.nomor_rt else "", b.nama, b.komponen, *b.bulan, b.jumlah)
        for b in (*rekap.baris, *rekap.jumlah)
    ]
    judul = text_siklus.JUDUL_RT.format(tahun=rekap.tahun)
    return Table(f"Rekap {rekap.tahun}", (judul,), kolom, rows, judul)


def tabel_kecamatan(rekap: RekapKecamatan) -> Table:
    """Return F3 as a sheet, the sums last."""
    from sipokat_desktop.exporting.workbook import Column, Table

    lebar = (24, 12, 10, 10, 10, 15, 13, 15, 30)
    kolom = tuple(
        Column(judul, "angka" if 1 <= ke <= 7 else "teks", satu)
        for ke, (judul, satu) in enumerate(zip(text_siklus.KOLOM_KECAMATAN, lebar, strict=True))
    )
    rows: list[tuple[Cell, ...]] = [
        (b.kelurahan, b.jumlah_rt, b.dibayar, b.ditunda, b.belum, b.bruto, b.pph, b.netto, b.keterangan)
        for b in (*rekap.baris, rekap.jumlah)
    ]
    judul = (text_siklus.JUDUL_KECAMATAN, rekap.komponen, periode_.baca(rekap.periode).nama)
    return Table("Rekap kecamatan", tuple(filter(None, judul)), kolom, rows, text_siklus.JUDUL_KECAMATAN)
