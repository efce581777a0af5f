"""The lines of lists as they stand: what was listed, what corrections made of it, what the ledger says was paid."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sipokat_desktop.storage import sqlite

from . import terkoreksi
from .model import Rincian, baca_rincian, slot_baris
from .terkoreksi import Jumlah


class Asal(NamedTuple):
    """A line as it was listed, before any correction; rupiah."""

    rincian: Rincian
    bruto: int
    pph: int
    diterima: int


class Baris(NamedTuple):
    """A line of a list. ``rincian`` (gross of each month), ``bruto``, ``pph`` and ``diterima`` are what it says
    after its corrections, ``asal`` what it said before; ``dibayar`` in rupiah is derived from the ledger,
    ``tanda`` is the day it was signed (none once its payment was taken back), ``tunda`` why it is postponed,
    ``diubah`` the months that a correction says something of."""

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
    diubah: frozenset[str] = frozenset()

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months that the line pays."""
        return tuple(bulan for bulan, _ in self.rincian)

    @property
    def jumlah(self) -> dict[str, Jumlah]:
        """What each month gives."""
        bersih = dict(self.netto)
        return {bulan: Jumlah(bruto, bersih[bulan]) for bulan, bruto in self.rincian}

    @property
    def belum(self) -> Rincian:
        """The months that were not paid in full, with the rupiah still to hand out: all of the month, or what a
        correction (or its undo) raised it by that the payment had not seen. A month that no correction touches may
        have been paid a rupiah per month less: so the tax was spread elsewhere (an opening balance)."""
        sudah = {bulan: jumlah for bulan, jumlah in self.terbayar if jumlah > 0}
        kurang = ((bulan, jumlah - sudah.get(bulan, 0)) for bulan, jumlah in self.netto)
        bulat = {bulan for bulan in sudah if bulan not in self.diubah}
        banyak = len(self.netto)
        return tuple((bulan, n) for bulan, n in kurang if n >= (banyak if bulan in bulat else 1))

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
        return slot_baris(self.jabatan_id, self.masa_id, komponen_id, bulan, self.sambung)


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
_LANGKAH = """SELECT baris_id, count(*) FROM insentif_koreksi
WHERE daftar_id IN (SELECT value FROM json_each(?)) GROUP BY 1"""


def per_daftar(con: sqlite.Connection, daftar: Collection[str]) -> dict[str, list[Baris]]:
    """Return the lines of several lists (ids) in order of their number."""
    kunci = json.dumps(sorted(daftar))
    koreksi = terkoreksi.per_baris(con, daftar)
    langkah = dict(con.execute(_LANGKAH, (kunci,)).fetchall()) if koreksi else {}
    bayar: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for baris_id, bulan, jumlah, kembali in con.execute(_BAYAR, (kunci,)):
        bayar[baris_id].append((bulan, jumlah, kembali))
    hasil: dict[str, list[Baris]] = {daftar_id: [] for daftar_id in daftar}
    for row in con.execute(_BARIS, (kunci,)):
        jadi = koreksi.get(row[1], {})
        kali = max(langkah.get(row[1], 0), 1) if jadi else 0
        hasil[row[0]].append(_satu(row, jadi, kali, bayar.get(row[1], ())))
    return hasil


def _satu(row: Sequence[Any], jadi: Mapping[str, Jumlah], kali: int, bayar: Sequence[tuple[str, int, int]]) -> Baris:
    _, baris_id, no, jabatan_id, masa_id, nomor_rt, nama, teks, bruto, pph, diterima, tanda, orang_id = row[:13]
    asal = Asal(baca_rincian(teks), bruto, pph, diterima)
    kini = terkoreksi.efektif(asal.rincian, diterima, jadi)
    kembali = -sum(n for _, _, n in bayar)
    if bayar and not kembali and not any(n for _, n, _ in bayar):
        tanda = ""
    if jadi:
        bruto, diterima = (sum(uang) for uang in zip(terkoreksi.NOL, *kini.values(), strict=True))
        pph = bruto - diterima
    rincian = tuple((bulan, jumlah.bruto) for bulan, jumlah in kini.items())
    netto = tuple((bulan, jumlah.diterima) for bulan, jumlah in kini.items())
    return Baris(
        *(
            *(baris_id, no, jabatan_id, masa_id, nomor_rt, nama, rincian, bruto, pph, diterima),
            *(sum(n for _, n, _ in bayar), tanda, orang_id, netto, asal, kali),
            *(tuple((bulan, n) for bulan, n, _ in bayar if n), *row[13:17], kembali),
            *(*row[17:-1], tuple(row[-1].split()), frozenset(jadi)),
        )
    )


def baris(con: sqlite.Connection, *, daftar_id: str) -> list[Baris]:
    """Return the lines of a list in order of their number."""
    return per_daftar(con, [daftar_id])[daftar_id]


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


def entri_per(con: sqlite.Connection, kunci: str, nilai: Collection[str]) -> Mapping[str, list[Entri]]:
    """Return the entries of the ledger by one of its columns (``baris_id``, ``masa_id``), each payment before what
    took it back."""
    hasil: dict[str, list[Entri]] = defaultdict(list)
    for row in con.execute(_ENTRI.format(kunci=kunci), (json.dumps(sorted(nilai)),)):
        hasil[row[11]].append(Entri(*(*row[:9], bool(row[9]), row[10])))
    return hasil


def entri(con: sqlite.Connection, *, baris_id: str) -> list[Entri]:
    """Return the ledger of a line, by month, each payment before what took it back."""
    return entri_per(con, "baris_id", [baris_id]).get(baris_id, [])
