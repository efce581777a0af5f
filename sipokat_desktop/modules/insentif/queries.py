"""Reading components, lists, lines and the ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import decisions

from . import rules, text
from .rules import Komponen, Tarif, Temuan

HIDUP = """m.jenis = 'bayar' AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id)"""
"""SQL for a payment that nothing has taken back; the ledger is called ``m``."""


class Daftar(NamedTuple):
    """A payment list with its sums in rupiah; ``dibayar`` is what really went out under it."""

    daftar_id: str
    lingkup: str
    nomor: str
    komponen_id: str
    komponen: str
    periode: str
    keadaan: str
    dikunci_oleh: str
    dikunci_pada: str
    dasar: str
    cetak_ke: int
    jumlah_penerima: int
    total: int
    diterima: int
    dibayar: int

    @property
    def nama_periode(self) -> str:
        """``Triwulan I 2026``."""
        return periode_.baca(self.periode).nama


class Baris(NamedTuple):
    """A line of a list; ``dibayar`` in rupiah is derived from the ledger, ``tanda`` is the day it was signed."""

    baris_id: str
    no: int
    jabatan_id: str
    masa_id: str
    nomor_rt: str
    nama: str
    rincian: tuple[tuple[str, int], ...]
    bruto: int
    pph: int
    diterima: int
    dibayar: int
    tanda: str

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months that the line pays."""
        return tuple(bulan for bulan, _ in self.rincian)

    @property
    def lunas(self) -> bool:
        """Tell whether everything on the line has been handed out."""
        return self.dibayar >= self.diterima and (self.diterima > 0 or bool(self.tanda))


def komponen(con: sqlite3.Connection, *, lingkup: str) -> list[Komponen]:
    """Return the components that a kelurahan may use: the city's and its own."""
    rows = con.execute(
        """SELECT id, lingkup, nama, coalesce(sumber_dana, ''), coalesce(program, ''), coalesce(kegiatan, ''),
                  coalesce(kode_rekening, ''), pajak, coalesce(cara, 'tunai'), hari_acuan
           FROM insentif_komponen WHERE lingkup IN (?, 'kota') ORDER BY nama, id""",
        (lingkup,),
    ).fetchall()
    tarif = {row[0]: tuple(_tarif(con, row[0])) for row in rows}
    return [Komponen(*(*row, tarif[row[0]])) for row in rows]


def _tarif(con: sqlite3.Connection, komponen_id: str) -> Iterable[Tarif]:
    rows = con.execute(
        """SELECT mulai, sampai, jumlah, coalesce(dasar_hukum, '') FROM insentif_tarif
           WHERE komponen_id = ? ORDER BY mulai""",
        (komponen_id,),
    )
    return (Tarif(*row) for row in rows)


def pilih_komponen(con: sqlite3.Connection, *, lingkup: str, nama: str | None) -> Komponen:
    """Return the component called ``nama``, or the only one; raise InputSalah otherwise."""
    ada = komponen(con, lingkup=lingkup)
    if not ada:
        raise InputSalah("komponen", text.KOMPONEN_BELUM)
    cocok = [k for k in ada if nama is None or k.nama.casefold() == nama.strip().casefold()]
    semua = ", ".join(k.nama for k in ada)
    if not cocok:
        raise InputSalah("komponen", text.KOMPONEN_TIDAK_ADA.format(nama=nama, ada=semua))
    if len(cocok) > 1:
        raise InputSalah("komponen", text.KOMPONEN_PILIH.format(nama=semua))
    return cocok[0]


_DAFTAR = """
SELECT d.id, d.lingkup, d.nomor, d.komponen_id, coalesce(k.nama, '—'), d.periode, d.keadaan,
       coalesce(d.dikunci_oleh, ''), coalesce(d.dikunci_pada, ''), coalesce(d.dasar, ''), coalesce(d.cetak_ke, 0),
       (SELECT count(*) FROM insentif_baris b WHERE b.daftar_id = d.id),
       (SELECT coalesce(sum(bruto), 0) FROM insentif_baris b WHERE b.daftar_id = d.id),
       (SELECT coalesce(sum(diterima), 0) FROM insentif_baris b WHERE b.daftar_id = d.id),
       (SELECT coalesce(sum(m.jumlah), 0) FROM insentif_mutasi m WHERE m.daftar_id = d.id)
FROM insentif_daftar d LEFT JOIN insentif_komponen k ON k.id = d.komponen_id
"""


def semua_daftar(con: sqlite3.Connection, *, lingkup: str) -> list[Daftar]:
    """Return the lists of a kelurahan, newest period first."""
    rows = con.execute(f"{_DAFTAR} WHERE d.lingkup = ? ORDER BY d.periode DESC, d.nomor", (lingkup,))
    return [Daftar(*row) for row in rows]


def cari_daftar(con: sqlite3.Connection, nomor: str) -> Daftar:
    """Return the list with a number; raise InputSalah when there is none here."""
    row = con.execute(f"{_DAFTAR} WHERE d.nomor = ?", (nomor.strip().upper(),)).fetchone()
    if row is None:
        raise InputSalah("nomor", text.DAFTAR_TIDAK_ADA.format(nomor=nomor))
    return Daftar(*row)


def nomor_daftar(con: sqlite3.Connection, id: str) -> str:
    """Return the number of the list with this number or id, or of the one that holds this line or payment."""
    row = con.execute(
        """SELECT nomor FROM insentif_daftar WHERE nomor = :id OR id = :id
               OR id IN (SELECT daftar_id FROM insentif_baris WHERE id = :id)
               OR id IN (SELECT daftar_id FROM insentif_mutasi WHERE id = :id)""",
        {"id": id},
    ).fetchone()
    return str(row[0]) if row else ""


def baris(con: sqlite3.Connection, *, daftar_id: str) -> list[Baris]:
    """Return the lines of a list in order of their number."""
    rows = con.execute(
        """SELECT b.id, b.no, b.jabatan_id, b.masa_id, b.nomor_rt, b.nama, b.rincian, b.bruto, b.pph, b.diterima,
                  (SELECT coalesce(sum(m.jumlah), 0) FROM insentif_mutasi m WHERE m.baris_id = b.id),
                  coalesce(t.tanggal, '')
           FROM insentif_baris b LEFT JOIN insentif_tanda t ON t.id = b.id
           WHERE b.daftar_id = ? ORDER BY b.no""",
        (daftar_id,),
    )
    return [Baris(*(*row[:6], baca_rincian(row[6]), *row[7:])) for row in rows]


def baca_rincian(teks: str) -> tuple[tuple[str, int], ...]:
    """Read ``2026-01=550000 2026-02=550000``: the rupiah of each month on a line."""
    return tuple((bagian[:7], int(bagian[8:])) for bagian in teks.split())


def slot_terpakai(con: sqlite3.Connection, *, komponen_id: str, kecuali_daftar: str) -> set[str]:
    """Return the slots that another list in force holds or that were paid."""
    rows = con.execute(
        """SELECT b.jabatan_id, b.rincian FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           WHERE d.komponen_id = ? AND d.id <> ? AND d.keadaan = 'dikunci'""",
        (komponen_id, kecuali_daftar),
    )
    dalam_daftar = {rules.slot(j, komponen_id, bulan) for j, rincian in rows for bulan, _ in baca_rincian(rincian)}
    dibayar = con.execute(f"SELECT m.slot FROM insentif_mutasi m WHERE m.komponen_id = ? AND {HIDUP}", (komponen_id,))
    return dalam_daftar | {str(row[0]) for row in dibayar}


class Pembayaran(NamedTuple):
    """A live payment: its entry, the line it was recorded on, the day (ISO) and the list's number."""

    entri: str
    baris_id: str
    tanggal: str
    nomor: str


def pembayaran_hidup(con: sqlite3.Connection, *, slot: str) -> list[Pembayaran]:
    """Return the live payments on a slot, oldest first; more than one is a *pembayaran ganda*."""
    rows = con.execute(
        f"""SELECT m.id, coalesce(m.baris_id, ''), m.tanggal, coalesce(d.nomor, '—') FROM insentif_mutasi m
            LEFT JOIN insentif_daftar d ON d.id = m.daftar_id WHERE m.slot = ? AND {HIDUP} ORDER BY m.id""",
        (slot,),
    )
    return [Pembayaran(*row) for row in rows]


def menunggu(con: sqlite3.Connection, semua: Iterable[Baris]) -> dict[int, str]:
    """Return per line number why it waits: two computers recorded its person, post or term differently, and a
    person has still to decide (SYNC.md: new payments to that RT wait)."""
    baris_ = list(semua)
    orang = dict(
        con.execute(
            "SELECT id, orang_id FROM rt_masa WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([b.masa_id for b in baris_]),),
        ).fetchall()
    )
    terkait = {b.no: {b.jabatan_id, b.masa_id, str(orang.get(b.masa_id, ""))} for b in baris_}
    terbuka = decisions.open_fields(con, {row for rows in terkait.values() for row in rows})
    label = {(t.name, c.name): c.label for t in (JABATAN, ORANG, MASA) for c in t.columns}
    hal: dict[int, str] = {}
    for b in baris_:
        isian = [label.get(f, f[1]) for row in sorted(terkait[b.no]) for f in terbuka.get(row, ())]
        if isian:
            hal[b.no] = text.MENUNGGU_BARIS.format(no=b.no, rt=b.nomor_rt, nama=b.nama, isian=", ".join(isian))
    return hal


def cara_bayar(con: sqlite3.Connection, komponen_id: str) -> str:
    """Return how a component is paid: ``tunai`` or ``transfer``."""
    row = con.execute("SELECT cara FROM insentif_komponen WHERE id = ?", (komponen_id,)).fetchone()
    return str(row[0]) if row and row[0] else "tunai"


def temuan(con: sqlite3.Connection, daftar: Daftar) -> tuple[dict[str, list[Temuan]], list[str]]:
    """Return what the checks see: findings per term id, and sentences about posts outside the list."""
    p = periode_.baca(daftar.periode)
    masa = rt.masa(con, lingkup=daftar.lingkup)
    k = next((k for k in komponen(con, lingkup=daftar.lingkup) if k.komponen_id == daftar.komponen_id), None)
    if k is None:
        return {}, []
    per_masa = {m.masa_id: m for m in masa}
    hak = [
        rules.Hak(per_masa[b.masa_id], b.rincian, b.pph)
        for b in baris(con, daftar_id=daftar.daftar_id)
        if b.masa_id in per_masa
    ]
    nomor = dict(
        con.execute("SELECT id, nomor FROM rt_jabatan WHERE lingkup = ? ORDER BY nomor", (daftar.lingkup,)).fetchall()
    )
    return rules.temuan(hak, k, p), rules.lowong(masa, nomor, k, p)


def catatan(con: sqlite3.Connection, daftar: Daftar) -> dict[str, str]:
    """Return per term id the note on a change within the period (``mulai …`` / ``sampai …``)."""
    p = periode_.baca(daftar.periode)
    return {m.masa_id: rules.catatan_masa(m, p) for m in rt.masa(con, lingkup=daftar.lingkup)}
