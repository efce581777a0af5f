"""The lines of lists as they stand: what was listed, what corrections made of it, what the ledger says was paid."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from . import rules
from .model import Rincian, baca_rincian


class Asal(NamedTuple):
    """A line as it was listed, before any correction; rupiah."""

    rincian: Rincian
    bruto: int
    pph: int
    diterima: int


class Baris(NamedTuple):
    """A line of a list. ``rincian`` (gross of each month), ``bruto``, ``pph`` and ``diterima`` are what it says
    after its corrections, ``asal`` what it said before; ``dibayar`` in rupiah is derived from the ledger,
    ``tanda`` is the day it was signed (none once its payment was taken back), ``tunda`` why it is postponed."""

    baris_id: str
    no: int
    jabatan_id: str
    masa_id: str
    nomor_rt: str
    nama: str
    rincian: Rincian
    bruto: int
    pph: int
    diterima: int
    dibayar: int
    tanda: str
    orang_id: str = ""
    netto: Rincian = ()
    asal: Asal = Asal((), 0, 0, 0)
    koreksi: int = 0
    terbayar: Rincian = ()
    tunda: str = ""
    tunda_sejak: str = ""
    penerima: str = ""
    surat_kuasa: str = ""
    dikembalikan: int = 0
    hitungan: str = ""
    khusus: str = ""
    alasan: str = ""
    oleh: str = ""
    skema: str = ""
    sk: str = ""
    bank: str = ""
    rekening: str = ""
    atas_nama: str = ""
    sambung: tuple[str, ...] = ()

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months that the line pays."""
        return tuple(bulan for bulan, _ in self.rincian)

    @property
    def belum(self) -> Rincian:
        """The months that were not paid yet, with the rupiah to hand out."""
        sudah = {bulan for bulan, jumlah in self.terbayar if jumlah}
        return tuple((bulan, jumlah) for bulan, jumlah in self.netto if jumlah and bulan not in sudah)

    @property
    def sisa(self) -> int:
        """Rupiah still to be handed out."""
        return sum(jumlah for _, jumlah in self.belum)

    @property
    def lebih(self) -> int:
        """Rupiah that went out above what the line says: to be refunded, or recorded twice."""
        hak = dict(self.netto)
        return sum(max(0, jumlah - hak.get(bulan, 0)) for bulan, jumlah in self.terbayar)

    @property
    def lunas(self) -> bool:
        """Tell whether everything on the line has been handed out."""
        return not self.sisa and (self.diterima > 0 or bool(self.tanda) or self.dikoreksi)

    @property
    def ditunda(self) -> bool:
        """Tell whether somebody postponed the line."""
        return bool(self.tunda)

    @property
    def dikoreksi(self) -> bool:
        """Tell whether the line was corrected after it was locked."""
        return self.koreksi > 0

    def slot(self, komponen_id: str, bulan: str) -> str:
        """Return the ledger slot of a month of this line."""
        return rules.slot_baris(self.jabatan_id, self.masa_id, komponen_id, bulan, self.sambung)


class Ubahan(NamedTuple):
    """One correction of a line: signed rupiah of each month, gross and taken home."""

    rincian: Rincian
    netto: Rincian


def mentah(rincian: Rincian, diterima: int, ubahan: Sequence[Ubahan]) -> tuple[dict[str, int], dict[str, int]]:
    """Return per month the plain sums of a line and its corrections: (gross, taken home). Two computers that took
    the same month off leave less than nothing here; :func:`efektif` says 0 then."""
    bruto, netto = dict(rincian), dict(_bersih(rincian, diterima))
    for satu in ubahan:
        for tujuan, isi in ((bruto, satu.rincian), (netto, satu.netto)):
            for bulan, jumlah in isi:
                tujuan[bulan] = tujuan.get(bulan, 0) + jumlah
    return bruto, netto


def _bersih(rincian: Rincian, diterima: int) -> Rincian:
    return tuple(rules.per_bulan(rincian, diterima)) if rincian else ()


def efektif(rincian: Rincian, diterima: int, ubahan: Sequence[Ubahan]) -> tuple[Rincian, Rincian]:
    """Return what a line says after its corrections, month by month: (gross, taken home); a month corrected to
    nothing is gone."""
    if not ubahan:
        return rincian, _bersih(rincian, diterima)
    bruto, netto = mentah(rincian, diterima, ubahan)
    disentuh = {bulan for satu in ubahan for bulan, _ in satu.rincian}
    ada = sorted(bulan for bulan, jumlah in bruto.items() if jumlah > 0 or bulan not in disentuh)
    return (
        tuple((bulan, bruto[bulan]) for bulan in ada),
        tuple((bulan, max(0, min(netto.get(bulan, 0), bruto[bulan]))) for bulan in ada),
    )


_BARIS = """SELECT b.daftar_id, b.id, b.no, b.jabatan_id, b.masa_id, b.nomor_rt, b.nama, b.rincian, b.bruto, b.pph,
    b.diterima, coalesce(t.tanggal, ''), coalesce(b.orang_id, ''), coalesce(u.alasan, ''), coalesce(u.sejak, ''),
    coalesce(t.penerima, ''), coalesce(t.surat_kuasa, ''), coalesce(b.hitungan, ''), coalesce(b.khusus, ''),
    coalesce(b.alasan, ''), coalesce(b.oleh, ''), coalesce(b.skema, ''), coalesce(b.sk, ''), coalesce(b.bank, ''),
    coalesce(b.rekening, ''), coalesce(b.atas_nama, ''), coalesce(b.sambung, '')
FROM insentif_baris b LEFT JOIN insentif_tanda t ON t.id = b.id LEFT JOIN insentif_tunda u ON u.id = b.id
WHERE b.daftar_id IN (SELECT value FROM json_each(?)) ORDER BY b.daftar_id, b.no, b.id"""
_BAYAR = """SELECT m.baris_id, m.bulan, sum(m.jumlah),
    sum(CASE WHEN m.jenis = 'dikembalikan' AND m.sts <> '' THEN m.jumlah ELSE 0 END)
FROM insentif_baris b JOIN insentif_mutasi m ON m.baris_id = b.id
WHERE b.daftar_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY 1, 2"""
_UBAHAN = """SELECT baris_id, coalesce(rincian, ''), coalesce(netto, '') FROM insentif_koreksi
WHERE daftar_id IN (SELECT value FROM json_each(?)) ORDER BY revisi, id"""


def ubahan(con: sqlite3.Connection, daftar: Collection[str]) -> dict[str, list[Ubahan]]:
    """Return the corrections per line id of these lists, in their order."""
    hasil: dict[str, list[Ubahan]] = defaultdict(list)
    for baris_id, rincian, netto in con.execute(_UBAHAN, (json.dumps(sorted(daftar)),)):
        hasil[baris_id].append(Ubahan(baca_rincian(rincian), baca_rincian(netto)))
    return hasil


def per_daftar(con: sqlite3.Connection, daftar: Collection[str]) -> dict[str, list[Baris]]:
    """Return the lines of several lists (ids) in order of their number."""
    kunci = json.dumps(sorted(daftar))
    semua_ubahan = ubahan(con, daftar)
    bayar: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for baris_id, bulan, jumlah, kembali in con.execute(_BAYAR, (kunci,)):
        bayar[baris_id].append((bulan, jumlah, kembali))
    hasil: dict[str, list[Baris]] = {daftar_id: [] for daftar_id in daftar}
    for row in con.execute(_BARIS, (kunci,)):
        hasil[row[0]].append(_satu(row, semua_ubahan.get(row[1], ()), bayar.get(row[1], ())))
    return hasil


def _satu(row: Sequence[Any], ubahan_: Sequence[Ubahan], bayar: Sequence[tuple[str, int, int]]) -> Baris:
    _, baris_id, no, jabatan_id, masa_id, nomor_rt, nama, teks, bruto, pph, diterima, tanda, orang_id = row[:13]
    asal = Asal(baca_rincian(teks), bruto, pph, diterima)
    rincian, netto = efektif(asal.rincian, diterima, ubahan_)
    kembali = -sum(n for _, _, n in bayar)
    if bayar and not kembali and not any(n for _, n, _ in bayar):
        tanda = ""
    if ubahan_:
        bruto, diterima = sum(n for _, n in rincian), sum(n for _, n in netto)
        pph = bruto - diterima
    return Baris(
        *(
            *(baris_id, no, jabatan_id, masa_id, nomor_rt, nama, rincian, bruto, pph, diterima),
            *(sum(n for _, n, _ in bayar), tanda, orang_id, netto, asal, len(ubahan_)),
            *(tuple((bulan, n) for bulan, n, _ in bayar if n), *row[13:17], kembali),
            *(*row[17:-1], tuple(row[-1].split())),
        )
    )


def baris(con: sqlite3.Connection, *, daftar_id: str) -> list[Baris]:
    """Return the lines of a list in order of their number."""
    return per_daftar(con, [daftar_id])[daftar_id]


class Koreksi(NamedTuple):
    """A correction of a locked list: signed rupiah, by whom and why; ``revisi`` is the paper it first stood on."""

    koreksi_id: str
    baris_id: str
    no: int
    nomor_rt: str
    nama: str
    revisi: int
    rincian: Rincian
    netto: Rincian
    bruto: int
    pph: int
    diterima: int
    tanggal: str
    alasan: str
    oleh: str


def koreksi(con: sqlite3.Connection, *, daftar_id: str) -> list[Koreksi]:
    """Return the corrections of a list in their order."""
    rows = con.execute(
        """SELECT k.id, k.baris_id, coalesce(b.no, 0), coalesce(b.nomor_rt, '?'), coalesce(b.nama, ''), k.revisi,
                  coalesce(k.rincian, ''), coalesce(k.netto, ''), k.bruto, k.pph, k.diterima, k.tanggal, k.alasan,
                  coalesce(k.oleh, '')
           FROM insentif_koreksi k LEFT JOIN insentif_baris b ON b.id = k.baris_id
           WHERE k.daftar_id = ? ORDER BY k.revisi, k.id""",
        (daftar_id,),
    )
    return [Koreksi(*(*row[:6], baca_rincian(row[6]), baca_rincian(row[7]), *row[8:])) for row in rows]


class Entri(NamedTuple):
    """An entry of the ledger: ``jumlah`` is signed rupiah, ``hidup`` a payment that nothing has taken back."""

    entri: str
    tanggal: str
    bulan: str
    jenis: str
    jumlah: int
    cara: str
    alasan: str
    sts: str
    nomor: str
    hidup: bool
    komponen_id: str = ""


_ENTRI = """SELECT m.id, coalesce(m.tanggal, ''), m.bulan, m.jenis, m.jumlah, coalesce(m.cara, ''),
    coalesce(m.alasan, ''), coalesce(m.sts, ''), coalesce(d.nomor, ''),
    m.jenis = 'bayar' AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id),
    m.komponen_id, m.{kunci}
FROM insentif_mutasi m LEFT JOIN insentif_daftar d ON d.id = m.daftar_id
WHERE m.{kunci} IN (SELECT value FROM json_each(?))
ORDER BY m.bulan, coalesce(m.membalik, m.id), m.membalik IS NOT NULL, m.id"""


def entri_per(con: sqlite3.Connection, kunci: str, nilai: Collection[str]) -> Mapping[str, list[Entri]]:
    """Return the entries of the ledger by one of its columns (``baris_id``, ``masa_id``), each payment before what
    took it back."""
    hasil: dict[str, list[Entri]] = defaultdict(list)
    for row in con.execute(_ENTRI.format(kunci=kunci), (json.dumps(sorted(nilai)),)):
        hasil[row[11]].append(Entri(*(*row[:9], bool(row[9]), row[10])))
    return hasil


def entri(con: sqlite3.Connection, *, baris_id: str) -> list[Entri]:
    """Return the ledger of a line, by month, each payment before what took it back."""
    return entri_per(con, "baris_id", [baris_id]).get(baris_id, [])
