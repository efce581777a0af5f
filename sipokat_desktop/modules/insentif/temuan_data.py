"""What the red flags are looked for in: lines in force with what was really paid, terms, posts, components."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import komponen as komponen_
from . import terkoreksi
from .rules import Komponen

AWALAN_SALDO = "SA-"
"""The numbers of lists that carry an opening balance begin so."""


class Bayar(NamedTuple):
    """A payment that nothing has taken back; ``jumlah`` in rupiah, ``tanggal`` ISO."""

    entri: str
    daftar_id: str
    baris_id: str
    jabatan_id: str
    masa_id: str
    komponen_id: str
    bulan: str
    slot: str
    jumlah: int
    tanggal: str


class Balik(NamedTuple):
    """An entry that takes a payment back."""

    entri: str
    jabatan_id: str
    masa_id: str
    bulan: str
    jenis: str
    jumlah: int
    sts: str
    daftar_id: str


@dataclass(frozen=True, slots=True)
class Garis:
    """A line of a list in force with its corrections added: ``rincian`` and sums are what really holds now."""

    baris_id: str
    daftar_id: str
    nomor: str
    komponen_id: str
    no: int
    jabatan_id: str
    masa_id: str
    orang_id: str
    nomor_rt: str
    nama: str
    rincian: dict[str, int]
    bruto: int
    pph: int
    diterima: int
    khusus: str
    alasan: str
    tunda: str
    dibayar: int
    bulan_dibayar: frozenset[str]

    @property
    def saldo_awal(self) -> bool:
        """Tell whether the line carries an opening balance."""
        return self.nomor.startswith(AWALAN_SALDO)


class DaftarKunci(NamedTuple):
    """A list in force, and why it was locked in spite of a finding ("" when it was not)."""

    daftar_id: str
    nomor: str
    alasan: str
    dikunci_oleh: str


@dataclass(frozen=True, slots=True)
class Data:
    """Everything of a kelurahan that has to do with some months."""

    bulan: frozenset[str]
    bayar: list[Bayar]
    balik: list[Balik]
    garis: list[Garis]
    daftar: dict[str, DaftarKunci]
    masa: dict[str, Masa]
    per_jabatan: dict[str, list[Masa]]
    komponen: dict[str, Komponen]
    nomor_daftar: dict[str, str]
    batal: frozenset[str] = frozenset()
    nomor_rt: dict[str, str] = field(default_factory=dict)

    def rt(self, jabatan_id: str) -> str:
        """Name a post: ``RT 03``."""
        return f"RT {self.nomor_rt.get(jabatan_id, '?')}"

    def menurut_masa(self) -> list[Bayar]:
        """Return the payments for months in office; what an event paid is measured by the attendance."""
        return [b for b in self.bayar if b.komponen_id not in self.komponen or not self.komponen[b.komponen_id].acara]

    def nama(self, masa_id: str) -> str:
        """Name the holder of a term."""
        return self.masa[masa_id].nama if masa_id in self.masa else ""


def baca_rincian(teks: str) -> dict[str, int]:
    """Read ``2026-01=550000 2026-02=-550000``."""
    return {bulan: int(jumlah) for bulan, _, jumlah in (satu.partition("=") for satu in teks.split())}


def baca(con: sqlite.Connection, *, lingkup: str, bulan: Collection[str]) -> Data:
    """Read what the flags of some months (``YYYY-MM``) of a kelurahan are looked for in."""
    masa = rt.masa(con, lingkup=lingkup)
    per_jabatan: dict[str, list[Masa]] = defaultdict(list)
    for satu in masa:
        per_jabatan[satu.jabatan_id].append(satu)
    garis = [satu for satu in garis_hidup(con, lingkup, bulan) if not satu.rincian.keys().isdisjoint(bulan)]
    dikunci = con.execute(
        """SELECT id, nomor, coalesce(alasan, ''), coalesce(dikunci_oleh, '') FROM insentif_daftar
           WHERE lingkup = ? AND keadaan = 'dikunci'""",
        (lingkup,),
    )
    semua = con.execute("SELECT id, nomor, keadaan FROM insentif_daftar WHERE lingkup = ?", (lingkup,)).fetchall()
    jabatan = con.execute("SELECT id, nomor FROM rt_jabatan WHERE lingkup = ?", (lingkup,))
    return Data(
        frozenset(bulan), list(_bayar(con, lingkup, bulan)), list(_balik(con, lingkup, bulan)), garis,
        {str(row[0]): DaftarKunci(*row) for row in dikunci}, {m.masa_id: m for m in masa}, dict(per_jabatan),
        {k.komponen_id: k for k in komponen_.komponen(con, lingkup=lingkup)},
        {str(row[0]): str(row[1]) for row in semua},
        frozenset(str(row[0]) for row in semua if row[2] == "batal"), {str(row[0]): str(row[1]) for row in jabatan},
    )  # fmt: skip


_BULAN = "m.lingkup = ? AND m.bulan IN (SELECT value FROM json_each(?))"


def _bayar(con: sqlite.Connection, lingkup: str, bulan: Collection[str]) -> Iterable[Bayar]:
    rows = con.execute(
        f"""SELECT m.id, coalesce(m.daftar_id, ''), coalesce(m.baris_id, ''), m.jabatan_id, m.masa_id, m.komponen_id,
                   m.bulan, m.slot, m.jumlah, m.tanggal FROM insentif_mutasi m
            WHERE {_BULAN} AND m.membalik IS NULL
              AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id) ORDER BY m.bulan, m.id""",
        (lingkup, json.dumps(sorted(bulan))),
    )
    return (Bayar(*row) for row in rows)


def _balik(con: sqlite.Connection, lingkup: str, bulan: Collection[str]) -> Iterable[Balik]:
    rows = con.execute(
        f"""SELECT m.id, m.jabatan_id, m.masa_id, m.bulan, m.jenis, m.jumlah, coalesce(m.sts, ''),
                   coalesce(m.daftar_id, '')
            FROM insentif_mutasi m WHERE {_BULAN} AND m.membalik IS NOT NULL ORDER BY m.bulan, m.id""",
        (lingkup, json.dumps(sorted(bulan))),
    )
    return (Balik(*row) for row in rows)


def garis_hidup(con: sqlite.Connection, lingkup: str, bulan: Collection[str] = ()) -> Iterable[Garis]:
    """Return the lines of the lists in force of a kelurahan, with their corrections; with ``bulan`` only of lists whose
    period shares a month with them."""
    daftar = _daftar_hidup(con, lingkup, frozenset(bulan))
    koreksi, dibayar = terkoreksi.per_baris(con, daftar), _dibayar(con, json.dumps(daftar))
    rows = con.execute(
        """SELECT b.id, b.daftar_id, d.nomor, d.komponen_id, b.no, b.jabatan_id, b.masa_id, b.orang_id, b.nomor_rt,
                  b.nama, b.rincian, b.bruto, b.pph, b.diterima, coalesce(b.khusus, ''), coalesce(b.alasan, ''),
                  coalesce(t.alasan, '')
           FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           LEFT JOIN insentif_tunda t ON t.id = b.id
           WHERE b.daftar_id IN (SELECT value FROM json_each(?)) ORDER BY d.periode, d.nomor, b.no""",
        (json.dumps(daftar),),
    )
    for row in rows:
        rincian, (bruto, pph, diterima) = baca_rincian(row[10]), row[11:14]
        per_bulan = dibayar.get(row[0], {})
        lunas = frozenset(b for b, uang in per_bulan.items() if uang > 0)
        if row[0] in koreksi:
            kini = terkoreksi.efektif(tuple(rincian.items()), diterima, koreksi[row[0]])
            rincian = {bulan: jumlah.bruto for bulan, jumlah in kini.items()}
            bruto, diterima = sum(rincian.values()), sum(jumlah.diterima for jumlah in kini.values())
            pph = bruto - diterima
            lunas -= {b for b in koreksi[row[0]].keys() & kini.keys() if per_bulan.get(b, 0) < kini[b].diterima}
        isi = (*row[:10], rincian, bruto, pph, diterima, *row[14:17], sum(per_bulan.values()), lunas)
        yield Garis(*isi)


def _daftar_hidup(con: sqlite.Connection, lingkup: str, bulan: frozenset[str]) -> list[str]:
    rows = con.execute("SELECT id, periode FROM insentif_daftar WHERE lingkup = ? AND keadaan = 'dikunci'", (lingkup,))
    return [str(id_) for id_, kode in rows if not bulan or not bulan.isdisjoint(periode_.baca(kode).bulan)]


def _dibayar(con: sqlite.Connection, daftar: str) -> dict[str, dict[str, int]]:
    hasil: dict[str, dict[str, int]] = defaultdict(dict)
    rows = con.execute(
        """SELECT baris_id, bulan, sum(jumlah) FROM insentif_mutasi
           WHERE daftar_id IN (SELECT value FROM json_each(?)) AND baris_id IS NOT NULL GROUP BY baris_id, bulan""",
        (daftar,),
    )
    for baris_id, bulan, jumlah in rows:
        hasil[baris_id][bulan] = jumlah
    return hasil
