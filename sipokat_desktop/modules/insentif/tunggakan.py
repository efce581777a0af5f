"""Arrears before a period: months that the rules owe and no list holds, and months listed but not handed out."""

from __future__ import annotations

from collections import defaultdict

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.periode import RAPEL_TERPANJANG
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import terpakai, text_susun
from .baris import per_daftar
from .hak import hak, tarif_berlaku
from .model import Komponen, Rincian, Temuan, Tujuan, baca_rincian

SETELAN_MULAI = "mulai_hitung"
"""The setting that says from which month on (``YYYY-MM``) arrears are counted."""


_BELUM_HABIS = """SELECT DISTINCT d.id, d.nomor FROM insentif_daftar d JOIN insentif_baris b ON b.daftar_id = d.id
WHERE d.lingkup = ? AND d.komponen_id = ? AND d.keadaan = 'dikunci' AND d.id <> ?
      AND (b.diterima > coalesce((SELECT sum(m.jumlah) FROM insentif_mutasi m WHERE m.baris_id = b.id), 0)
           OR EXISTS (SELECT 1 FROM insentif_terkoreksi k WHERE k.baris_id = b.id))
ORDER BY d.periode, d.nomor"""
"""Lists in force with a line that was not handed out in full, or was corrected."""


def tunggakan(con: sqlite.Connection, *, lingkup: str, komponen: Komponen, sebelum: str) -> dict[str, Rincian]:
    """Return per term id the months before ``sebelum`` that are owed by the rules and on no list in force.

    Counted from the first month that the office's lists of this component hold (or the setting ``mulai_hitung``):
    what was paid before the program came is not known here. At most RAPEL_TERPANJANG months back; a month without
    a tariff owes nothing. Of an event it is its own month.
    """
    awal = max(_mulai(con, lingkup, komponen, sebelum), periode_.geser(sebelum, -RAPEL_TERPANJANG))
    if awal >= sebelum:
        return {}
    p = periode_.gabung(awal, periode_.geser(sebelum, -1))
    bulan = [periode_.baca(b) for b in p.bulan if tarif_berlaku(komponen, b)]
    ambil = terpakai.baca(con, komponen_id=komponen.komponen_id)
    angka = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=p.bulan) if komponen.aturan else {}
    hasil: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for m in rt.masa(con, lingkup=lingkup):
        for satu in bulan:
            h = hak(m, komponen, satu, ambil.slot, angka=angka, terambil=ambil.diambil)
            if h and h.bruto:
                hasil[m.masa_id].append((satu.kode, h.bruto))
    return {masa_id: tuple(rincian) for masa_id, rincian in hasil.items()}


def _mulai(con: sqlite.Connection, lingkup: str, komponen: Komponen, sebelum: str) -> str:
    setelan, komponen_id = ketetapan.setelan(con, lingkup=lingkup, kunci=SETELAN_MULAI), komponen.komponen_id
    if komponen.acara:
        return max(setelan, komponen.acara.bulan or sebelum)
    if setelan:
        return setelan
    rows = con.execute(
        """SELECT b.rincian FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           WHERE d.lingkup = ? AND d.komponen_id = ? AND d.keadaan = 'dikunci'""",
        (lingkup, komponen_id),
    )
    dalam_daftar = [bulan for row in rows for bulan, _ in baca_rincian(row[0])]
    dibayar = con.execute(
        "SELECT min(bulan) FROM insentif_mutasi WHERE lingkup = ? AND komponen_id = ?", (lingkup, komponen_id)
    ).fetchone()[0]
    return min([*dalam_daftar, *([dibayar] if dibayar else [])], default=sebelum)


def tertinggal(
    con: sqlite.Connection, *, lingkup: str, komponen: Komponen, sebelum: str, kecuali: str
) -> dict[str, list[Temuan]]:
    """Return per term id what of the time before ``sebelum`` is outstanding; the list ``kecuali`` does not count."""
    hasil: dict[str, list[Temuan]] = defaultdict(list)
    jabatan = {m.masa_id: m.jabatan_id for m in rt.masa(con, lingkup=lingkup)}
    for masa_id, rincian in tunggakan(con, lingkup=lingkup, komponen=komponen, sebelum=sebelum).items():
        pesan = text_susun.BELUM_MASUK.format(bulan=periode_.rentang_tahun(tuple(b for b, _ in rincian)))
        tujuan = Tujuan("insentif", f"lain/kartu:{jabatan[masa_id]}")
        hasil[masa_id].append(Temuan("awas", pesan, tujuan, "belum_masuk"))
    rows = con.execute(_BELUM_HABIS, (lingkup, komponen.komponen_id, kecuali)).fetchall()
    nomor = {str(row[0]): str(row[1]) for row in rows}
    for daftar_id, semua in per_daftar(con, [*nomor]).items():
        for b in semua:
            bulan = tuple(bulan for bulan, _ in b.belum if bulan < sebelum)
            if bulan:
                pesan = text_susun.BELUM_DITERIMA.format(bulan=periode_.rentang_tahun(bulan), nomor=nomor[daftar_id])
                tujuan = Tujuan("insentif", nomor[daftar_id])
                hasil[b.masa_id].append(Temuan("awas", pesan, tujuan, "belum_diterima"))
    return dict(hasil)
