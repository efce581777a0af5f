"""Reading components, lists, lines and the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import core, decisions, sqlite

from . import acara, periksa, rules, tahan_acara, terpakai, text, text_acara
from .baris import Asal, Baris, Entri, baris, entri, per_daftar
from .daftar import Daftar, Langkah, cari_daftar, nomor_daftar, semua_daftar
from .komponen import komponen, pilih_komponen
from .model import baca_rincian
from .rules import Temuan
from .terkoreksi import Koreksi, id_bulan, koreksi

__all__ = [
    "HIDUP", "Asal", "Baris", "Daftar", "Entri", "Koreksi", "Langkah", "Pembayaran", "baca_rincian", "baris",
    "cara_bayar", "cari_daftar", "catatan", "entri", "id_bulan", "komponen", "koreksi", "koreksi_beda", "menunggu",
    "nomor_daftar", "pembayaran_hidup", "per_daftar", "pilih_komponen", "semua_daftar", "slot_terpakai", "temuan",
]  # fmt: skip

HIDUP = """m.jenis = 'bayar' AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id)"""
"""SQL for a payment that nothing has taken back; the ledger is called ``m``."""


def slot_terpakai(con: sqlite.Connection, *, komponen_id: str, kecuali_daftar: str) -> frozenset[str]:
    """Return the slots that another list in force holds or that were paid (:func:`terpakai.baca`)."""
    return terpakai.baca(con, komponen_id=komponen_id, kecuali_daftar=kecuali_daftar).slot


class Pembayaran(NamedTuple):
    """A live payment: its entry, the line it was recorded on, the day (ISO) and the list's number."""

    entri: str
    baris_id: str
    tanggal: str
    nomor: str


def pembayaran_hidup(con: sqlite.Connection, *, slot: str) -> list[Pembayaran]:
    """Return the live payments on a slot, oldest first; more than one is a *pembayaran ganda*. What the post got for
    the same event under another month or component counts too."""
    rows = con.execute(
        f"""SELECT m.id, coalesce(m.baris_id, ''), m.tanggal, coalesce(d.nomor, '—') FROM insentif_mutasi m
            LEFT JOIN insentif_daftar d ON d.id = m.daftar_id
            WHERE m.slot IN (SELECT value FROM json_each(?)) AND {HIDUP} ORDER BY m.id""",
        (json.dumps([slot, *acara.dibayar_lain(con, slot)]),),
    )
    return [Pembayaran(*row) for row in rows]


def menunggu(con: sqlite.Connection, semua: Iterable[Baris]) -> dict[int, str]:
    """Return per line number why it waits and what to do: two computers recorded its person, post, term, a correction
    of it or (where it is paid for that) the attendance differently, and a person has still to decide (SYNC.md: new
    payments to that RT wait); or what it pays has not been attended after all."""
    baris_ = list(semua)
    orang = dict(
        con.execute(
            "SELECT id, orang_id FROM rt_masa WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([b.masa_id for b in baris_]),),
        ).fetchall()
    )
    terkait = {b.no: {b.jabatan_id, b.masa_id, str(orang.get(b.masa_id, ""))} for b in baris_}
    terbuka = decisions.open_fields(con, {row for rows in terkait.values() for row in rows})
    koreksi_, hadir = koreksi_beda(con, baris_), acara.ragu(con, [b.baris_id for b in baris_])
    tahan = tahan_acara.tertahan(con, baris_)
    label = {(t.name, c.name): c.label for t in (JABATAN, ORANG, MASA) for c in t.columns}
    hal: dict[int, str] = {}
    for b in baris_:
        isian = [label.get(f, f[1]) for row in sorted(terkait[b.no]) for f in terbuka.get(row, ())]
        isian += [*koreksi_.get(b.baris_id, ()), *hadir.get(b.baris_id, ())]
        if isian:
            hal[b.no] = text.MENUNGGU_BARIS.format(no=b.no, rt=b.nomor_rt, nama=b.nama, isian=", ".join(isian))
        elif b.baris_id in tahan:
            hal[b.no] = text_acara.TAHAN_BARIS.format(no=b.no, rt=b.nomor_rt, nama=b.nama, sebab=tahan[b.baris_id])
    return hal


def koreksi_beda(con: sqlite.Connection, semua: Iterable[Baris]) -> dict[str, list[str]]:
    """Return per line id the corrections, in words, that two computers made differently and nobody has decided yet;
    also where one computer has undone what another corrected further."""
    rows = con.execute(
        """SELECT b.id, d.periode FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           WHERE b.id IN (SELECT value FROM json_each(?))""",
        (json.dumps([b.baris_id for b in semua]),),
    )
    bulan_ = {
        id_bulan(baris_id, bulan): (str(baris_id), bulan)
        for baris_id, kode in rows.fetchall()
        for bulan in periode_.baca(kode).bulan
    }
    beda = decisions.open_fields(con, bulan_, (core.KERAS, core.HAPUS))
    hasil: dict[str, list[str]] = {}
    for baris_id, bulan in sorted(bulan_[row] for row in beda):
        hasil.setdefault(baris_id, []).append(text.MENUNGGU_KOREKSI.format(bulan=periode_.nama_bulan(bulan)))
    return hasil


def cara_bayar(con: sqlite.Connection, komponen_id: str) -> str:
    """Return how a component is paid: ``tunai`` or ``transfer``."""
    row = con.execute("SELECT cara FROM insentif_komponen WHERE id = ?", (komponen_id,)).fetchone()
    return str(row[0]) if row and row[0] else "tunai"


def temuan(con: sqlite.Connection, daftar: Daftar) -> tuple[dict[str, list[Temuan]], list[str]]:
    """Return what the checks see: findings per term id, and sentences about posts outside the list."""
    per_masa, lain = periksa.temuan(con, daftar)
    return per_masa, [t.kalimat for t in lain]


def catatan(con: sqlite.Connection, daftar: Daftar) -> dict[str, str]:
    """Return per term id the note on a change within the period (``mulai …`` / ``sampai …``)."""
    p = periode_.baca(daftar.periode)
    return {m.masa_id: rules.catatan_masa(m, p) for m in rt.masa(con, lingkup=daftar.lingkup)}
