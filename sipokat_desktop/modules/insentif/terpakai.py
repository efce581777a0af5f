"""Which months are taken already: by a list in force or by a payment, and how much of a shared month."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sipokat_desktop.kernel import periode
from sipokat_desktop.storage import sqlite

from . import acara, terkoreksi
from .model import baca_rincian, slot, slot_baris


class Terpakai(NamedTuple):
    """``slot`` that another list in force holds or that were paid (each also under its term's own name), and per
    (post, month) the gross rupiah that they hold."""

    slot: frozenset[str]
    diambil: dict[tuple[str, str], int]


_BARIS = """SELECT b.id, b.jabatan_id, b.masa_id, b.rincian, coalesce(b.sambung, '') FROM insentif_baris b
JOIN insentif_daftar d ON d.id = b.daftar_id
WHERE d.komponen_id = ? AND d.id <> ? AND d.keadaan = 'dikunci' AND d.lingkup = coalesce(?, d.lingkup)"""
_KOREKSI = """SELECT DISTINCT k.daftar_id FROM insentif_terkoreksi k JOIN insentif_daftar d ON d.id = k.daftar_id
WHERE d.komponen_id = ? AND d.keadaan = 'dikunci' AND d.lingkup = coalesce(?, d.lingkup)"""
_BAYAR = """SELECT m.slot, m.jabatan_id, m.masa_id, m.bulan, m.jumlah FROM insentif_mutasi m
WHERE m.komponen_id = ? AND m.jenis = 'bayar' AND m.lingkup = coalesce(?, m.lingkup)
      AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id)"""


def periode_terkunci(con: sqlite.Connection, komponen_id: str) -> list[periode.Periode]:
    """Return the period of each locked list of a component, of every office that is read here."""
    rows = con.execute(
        "SELECT periode FROM insentif_daftar WHERE keadaan = 'dikunci' AND komponen_id = ?", (komponen_id,)
    )
    return [periode.baca(str(row[0])) for row in rows]


def baca(con: sqlite.Connection, *, komponen_id: str, kecuali_daftar: str = "", lingkup: str | None = None) -> Terpakai:
    """Return what is taken of a component (in one kelurahan), apart from what the list ``kecuali_daftar`` holds.

    A month that was corrected to 0 on a locked list is free again; one that was 0 from the beginning (by the
    performance rule or by a person) stays decided. A live payment takes its month in any case. What an event pays is
    taken once for the post, whatever month and component it was paid by.
    """
    slots, diambil = _satu(con, komponen_id, kecuali_daftar, lingkup)
    milik = acara.seacara(con, komponen_id)
    if milik:
        lain = (s for id in milik[1:] for s in _satu(con, id, kecuali_daftar, lingkup)[0])
        slots |= acara.perluas(con, komponen_id, milik, {*slots, *lain})
    return Terpakai(frozenset(slots), dict(diambil))


def _satu(
    con: sqlite.Connection, komponen_id: str, kecuali_daftar: str, lingkup: str | None
) -> tuple[set[str], dict[tuple[str, str], int]]:
    slots, diambil = _daftar(con, komponen_id, kecuali_daftar, lingkup)
    dibayar: dict[tuple[str, str], int] = defaultdict(int)
    for nama, jabatan_id, masa_id, bulan, jumlah in con.execute(_BAYAR, (komponen_id, lingkup)):
        slots |= {str(nama), slot(jabatan_id, komponen_id, bulan, masa_id)}
        dibayar[jabatan_id, bulan] += jumlah
    for kunci, jumlah in dibayar.items():
        diambil[kunci] = max(diambil[kunci], jumlah)
    return slots, diambil


def dipegang(con: sqlite.Connection, *, komponen_id: str, kecuali_daftar: str) -> frozenset[str]:
    """Return the slots that another list in force holds, paid or not; payments alone hold nothing here."""
    slots, _ = _daftar(con, komponen_id, kecuali_daftar, None)
    milik = acara.seacara(con, komponen_id)
    if milik:
        lain = (s for id in milik[1:] for s in _daftar(con, id, kecuali_daftar, None)[0])
        slots |= acara.perluas(con, komponen_id, milik, {*slots, *lain})
    return frozenset(slots)


def _daftar(
    con: sqlite.Connection, komponen_id: str, kecuali_daftar: str, lingkup: str | None
) -> tuple[set[str], dict[tuple[str, str], int]]:
    koreksi = terkoreksi.per_baris(con, [str(row[0]) for row in con.execute(_KOREKSI, (komponen_id, lingkup))])
    slots: set[str] = set()
    diambil: dict[tuple[str, str], int] = defaultdict(int)
    for baris_id, jabatan_id, masa_id, rincian, sambung in con.execute(_BARIS, (komponen_id, kecuali_daftar, lingkup)):
        for bulan, jumlah in terkoreksi.bruto(baca_rincian(rincian), koreksi.get(baris_id, {})):
            slots |= {
                slot_baris(jabatan_id, masa_id, komponen_id, bulan, tuple(sambung.split())),
                slot(jabatan_id, komponen_id, bulan, masa_id),
            }
            diambil[jabatan_id, bulan] += jumlah
    return slots, diambil
