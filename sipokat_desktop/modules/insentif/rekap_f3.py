"""F3: a period by kelurahan, what its locked lists pay beside what was really received (DOMAIN §8)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import sqlite

from . import rekap_luar, text_siklus
from .baris import per_daftar
from .serapan import di, nama_komponen

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Cell, Table


@dataclass(frozen=True, slots=True)
class BarisKelurahan:
    """A kelurahan on F3. ``jumlah_rt``: posts whose head has an SK in force in the period; ``tanpa_sk``: posts with a
    head in the period but no such SK. ``dibayar``: persons on lists that are locked (``belum`` of them have not
    received all of it yet), ``ditunda`` those postponed; ``bruto``, ``pph`` and ``netto`` are rupiah of those persons
    on the lists, ``diterima`` rupiah that the ledger says was received through these lists, refunds taken off.
    ``kurang`` says what the lists lack (:func:`kurang`), ``luar`` which lists of other periods hold its months; both
    stand in ``keterangan`` too."""

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
    tanpa_sk: int = 0
    diterima: int = 0
    kurang: str = ""
    luar: str = ""

    @property
    def menerima(self) -> int:
        """Persons who have received all that the locked lists say."""
        return self.dibayar - self.belum

    @property
    def terisi(self) -> bool:
        """Tell whether a locked list says anything."""
        return bool(self.dibayar or self.ditunda or self.bruto or self.diterima)


@dataclass(frozen=True, slots=True)
class RekapKecamatan:
    """F3: a period by kelurahan, and their sum."""

    periode: str
    komponen: str
    baris: tuple[BarisKelurahan, ...]
    jumlah: BarisKelurahan


def kecamatan(
    con: sqlite.Connection, *, periode: str, komponen_id: str = "", lingkup: Sequence[str] = ()
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
    jumlah_rt, tanpa_sk = _jumlah_jabatan(con, p, lingkup)
    luar = rekap_luar.keterangan(con, p, dihitung=_kode_di_dalam(p), komponen_id=komponen_id, lingkup=lingkup)
    semua = sorted({*jumlah_rt, *tanpa_sk, *per, *luar, *lingkup})
    sebutan = dict(con.execute("SELECT lingkup, nama FROM rt_kelurahan WHERE nama <> ''").fetchall())
    baris = tuple(
        _kelurahan(
            BarisKelurahan(
                kode, sebutan.get(kode) or wilayah.nama(kode), jumlah_rt.get(kode, 0), 0, 0, 0, 0, 0, 0, "",
                tanpa_sk.get(kode, 0), luar=luar.get(kode, ""),
            ),
            per.get(kode, []), draf=kode in draf,
        )
        for kode in semua
    )  # fmt: skip
    return RekapKecamatan(periode, nama_komponen(con, komponen_id), baris, jumlahkan("", text_siklus.JUMLAH, baris))


def kurang(*, ada: bool, draf: bool) -> str:
    """Say what a kelurahan lacks of its lists: there is none (``ada``), or one is not locked yet (``draf``); "" where
    nothing is."""
    if not ada:
        return text_siklus.DAFTAR_BELUM_DIBUAT
    return text_siklus.DAFTAR_BELUM_DIKUNCI if draf else ""


def jumlahkan(lingkup: str, nama: str, baris: Iterable[BarisKelurahan]) -> BarisKelurahan:
    """Return lines of F3 added up, under a name."""
    semua = [*baris]
    return BarisKelurahan(
        lingkup, nama, sum(b.jumlah_rt for b in semua), sum(b.dibayar for b in semua), sum(b.ditunda for b in semua),
        sum(b.belum for b in semua), sum(b.bruto for b in semua), sum(b.pph for b in semua),
        sum(b.netto for b in semua), "", sum(b.tanpa_sk for b in semua), sum(b.diterima for b in semua),
    )  # fmt: skip


def per_kecamatan(baris: Iterable[BarisKelurahan]) -> list[tuple[BarisKelurahan, list[BarisKelurahan]]]:
    """Return the sum of every kecamatan with its lines of F3."""
    per: dict[str, list[BarisKelurahan]] = defaultdict(list)
    for b in baris:
        per[wilayah.kecamatan_dari(b.lingkup)].append(b)
    return [(jumlahkan(kode, wilayah.nama(kode), milik), milik) for kode, milik in per.items()]


def tabel_kecamatan(rekap: RekapKecamatan) -> Table:
    """Return F3 as a sheet, the sums last."""
    from sipokat_desktop.exporting.workbook import Column, Table

    kolom = tuple(Column(judul, jenis, lebar) for judul, jenis, lebar in text_siklus.KOLOM_KECAMATAN)
    rows: list[tuple[Cell, ...]] = [
        (
            b.lingkup, wilayah.nama_kecamatan(b.lingkup) if b.lingkup else "", b.kelurahan, b.jumlah_rt, b.tanpa_sk,
            b.dibayar, b.menerima, b.belum, b.ditunda, b.bruto, b.pph, b.netto, b.diterima, b.keterangan,
        )
        for b in (*rekap.baris, rekap.jumlah)
    ]  # fmt: skip
    judul = (text_siklus.JUDUL_KECAMATAN, rekap.komponen, periode_.baca(rekap.periode).nama)
    return Table("Rekap kecamatan", tuple(filter(None, judul)), kolom, rows, text_siklus.JUDUL_KECAMATAN)


def _daftar(
    con: sqlite.Connection, p: periode_.Periode, komponen_id: str, lingkup: Sequence[str]
) -> dict[str, tuple[str, str]]:
    mana, nilai = di("lingkup", lingkup)
    rows = con.execute(
        f"""SELECT id, lingkup, keadaan, periode FROM insentif_daftar
            WHERE (keadaan = 'draf' OR periode IN (SELECT value FROM json_each(?))) AND keadaan <> 'batal'
                  AND {rekap_luar.KOMPONEN}{mana}""",
        (json.dumps(_kode_di_dalam(p)), komponen_id, komponen_id, *nilai),
    )
    return {row[0]: (row[1], row[2]) for row in rows if not set(p.bulan).isdisjoint(periode_.baca(row[3]).bulan)}


class _Singkat(NamedTuple):
    """What F3 counts of a line; ``sisa`` tells whether something is left to pay, ``masuk`` is what was received."""

    masa_id: str
    bruto: int
    pph: int
    diterima: int
    tunda: bool
    sisa: bool
    masuk: int


_SINGKAT = """SELECT b.id, b.daftar_id, b.masa_id, b.bruto, b.pph, b.diterima, u.id IS NOT NULL,
    length(b.rincian) - length(replace(b.rincian, '=', ''))
FROM insentif_baris b LEFT JOIN insentif_tunda u ON u.id = b.id
WHERE b.daftar_id IN (SELECT value FROM json_each(?))"""
_DIBAYAR = """SELECT baris_id, count(DISTINCT bulan), sum(jumlah) FROM insentif_mutasi
WHERE daftar_id IN (SELECT value FROM json_each(?)) GROUP BY daftar_id, baris_id"""


def _singkat(con: sqlite.Connection, daftar: Sequence[str]) -> Iterator[tuple[str, _Singkat]]:
    """Yield the lines of these lists (ids). Lines that are plainly paid or plainly not are read at once; a list with
    a correction, a line paid in part or with a payment taken back is reckoned month by month."""
    kunci = json.dumps(sorted(daftar))
    rumit = {str(row[0]) for row in con.execute(_ADA_KOREKSI, (kunci,))}
    dibayar = {baris_id: (bulan, jumlah) for baris_id, bulan, jumlah in con.execute(_DIBAYAR, (kunci,))}
    rows = con.execute(_SINGKAT, (kunci,)).fetchall()
    rumit |= {row[1] for row in rows if dibayar.get(row[0], (row[7], row[5])) != (row[7], row[5])}
    for baris_id, daftar_id, masa_id, bruto, pph, diterima, tunda, _ in rows:
        if daftar_id not in rumit:
            masuk = dibayar[baris_id][1] if baris_id in dibayar else 0
            sisa = bool(diterima) and baris_id not in dibayar
            yield daftar_id, _Singkat(masa_id, bruto, pph, diterima, bool(tunda), sisa, masuk)
    for daftar_id, semua in per_daftar(con, rumit).items():
        yield from (
            (daftar_id, _Singkat(b.masa_id, b.bruto, b.pph, b.diterima, b.ditunda, b.sisa > 0, b.dibayar))
            for b in semua
        )


_ADA_KOREKSI = "SELECT DISTINCT daftar_id FROM insentif_terkoreksi WHERE daftar_id IN (SELECT value FROM json_each(?))"


def _kode_di_dalam(p: periode_.Periode) -> list[str]:
    """Return the codes of every month, triwulan and rapel that lies within a period."""
    awal = (periode_.baca(bulan) for bulan in p.bulan)
    semua = [
        satu._replace(rapel=banyak) for ke, satu in enumerate(awal) for banyak in range(len(p.bulan) - ke + 1)
    ]  # fmt: skip
    tw = (periode_.triwulan(periode_.hari_pertama(bulan)) for bulan in p.bulan)
    return list(dict.fromkeys([satu.kode for satu in (*semua, *tw) if set(satu.bulan) <= set(p.bulan)]))


def _jumlah_jabatan(
    con: sqlite.Connection, p: periode_.Periode, lingkup: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return per kelurahan the posts whose head has an SK in force on a day of the period, and those with a head only
    without one."""
    mana, nilai = di("lingkup", lingkup)
    awal = f"{p.bulan[0]}-01"
    rows = con.execute(
        f"""SELECT lingkup, sum(ber_sk), sum(NOT ber_sk) FROM (
                SELECT lingkup, max(coalesce(sk_nomor, '') <> '' AND coalesce(akhir_sk, '9999') >= ?) AS ber_sk
                FROM rt_masa WHERE tmt <= ? AND coalesce(akhir_nyata, '9999') >= ?{mana}
                GROUP BY lingkup, jabatan_id) GROUP BY lingkup""",
        (awal, f"{p.bulan[-1]}-31", awal, *nilai),
    ).fetchall()
    return {str(row[0]): int(row[1]) for row in rows}, {str(row[0]): int(row[2]) for row in rows}


def _kelurahan(rt: BarisKelurahan, baris: Sequence[_Singkat], *, draf: bool) -> BarisKelurahan:
    """Return a kelurahan with what its lists say; ``rt`` counts its posts and names lists of other periods."""
    tunda = [b for b in baris if b.tunda and b.sisa]
    dibayar = [b for b in baris if b.diterima and not (b.tunda and b.sisa)]
    belum = [b for b in dibayar if b.sisa]
    berketua = rt.jumlah_rt + rt.tanpa_sk
    belum_ada = kurang(ada=bool(baris or draf or rt.luar or not berketua), draf=draf)
    kata = (
        text_siklus.KETERANGAN_TUNDA.format(n=len(tunda)) if tunda else "",
        text_siklus.KETERANGAN_BELUM.format(n=len(belum)) if belum else "",
        belum_ada,
        text_siklus.KETERANGAN_TANPA_SK.format(n=rt.tanpa_sk) if rt.tanpa_sk else "",
        rt.luar,
    )
    return BarisKelurahan(
        rt.lingkup, rt.kelurahan, rt.jumlah_rt, len({b.masa_id for b in dibayar}), len({b.masa_id for b in tunda}),
        len({b.masa_id for b in belum}), sum(b.bruto for b in dibayar), sum(b.pph for b in dibayar),
        sum(b.diterima for b in dibayar), "; ".join(filter(None, kata)), rt.tanpa_sk, sum(b.masuk for b in baris),
        belum_ada, rt.luar,
    )  # fmt: skip
