"""What a list would hold now, and what it holds: read from the store for drawing up and for the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import terpakai
from .hak import HARIAN, berhak, hak, menjabat, tarif_berlaku
from .model import Hak, Khusus, Komponen, Rincian, baca_rincian
from .periksa_aturan import serempak


class Tertulis(NamedTuple):
    """A line as it was listed, without its corrections."""

    masa_id: str
    jabatan_id: str
    no: int
    nomor_rt: str
    nama: str
    rincian: Rincian
    pph: int
    khusus: Khusus | None
    sambung: tuple[str, ...]


def tertulis(con: sqlite.Connection, daftar_id: str) -> dict[str, Tertulis]:
    """Return the lines of a list per term id, in their order."""
    rows = con.execute(
        """SELECT masa_id, jabatan_id, no, nomor_rt, nama, rincian, pph, coalesce(khusus, ''), coalesce(alasan, ''),
                  coalesce(oleh, ''), coalesce(sambung, '') FROM insentif_baris WHERE daftar_id = ? ORDER BY no""",
        (daftar_id,),
    )
    return {row[0]: Tertulis(*(*row[:5], baca_rincian(row[5]), row[6], *_khusus(row))) for row in rows}


def _khusus(row: Sequence[str]) -> tuple[Khusus | None, tuple[str, ...]]:
    return Khusus(baca_rincian(row[7]), row[8], row[9]) if row[7] else None, tuple(row[10].split())


def calon(
    con: sqlite.Connection, lingkup: str, komponen: Komponen, periode: Periode, kecuali_daftar: str = "",
    khusus: Mapping[str, Khusus] | None = None,
) -> list[Hak]:  # fmt: skip
    """Return what a list would hold now: every term's months that no other list in force and no payment holds.

    ``khusus`` is per term id what a person set by hand; None: what the list ``kecuali_daftar`` says of it.
    Raises InputSalah when a tariff is missing.
    """
    if khusus is None:
        khusus = {b.masa_id: b.khusus for b in tertulis(con, kecuali_daftar).values() if b.khusus}
    ambil = terpakai.baca(con, komponen_id=komponen.komponen_id, kecuali_daftar=kecuali_daftar)
    angka = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=periode.bulan) if komponen.aturan else {}
    semua = rt.masa(con, lingkup=lingkup)
    hasil: list[Hak] = []
    for m in semua:
        sendiri = khusus.get(m.masa_id)
        sendiri = sendiri._replace(berbagi=_berbagi(m, sendiri, semua, komponen)) if sendiri else None
        h = hak(m, komponen, periode, ambil.slot, angka=angka, terambil=ambil.diambil, khusus=sendiri)
        if h:
            hasil.append(h)
    return [_tanpa_tumpang(h, hasil) for h in hasil] if komponen.hari_acuan == HARIAN else hasil


def _tanpa_tumpang(h: Hak, semua: Sequence[Hak]) -> Hak:
    """Two heads of a post who are in office on one same day do not share that month: they claim one slot of it."""
    sendiri = {bulan for bulan, _ in h.khusus.rincian} if h.khusus else set()
    lain = [m.masa for m in semua if m.masa.jabatan_id == h.masa.jabatan_id and m.masa.masa_id != h.masa.masa_id]
    tetap = tuple(b for b in h.sambung if b in sendiri or not any(serempak(h.masa, m, (b,)) for m in lain))
    return h if tetap == h.sambung else h._replace(sambung=tetap)


def _berbagi(masa: Masa, khusus: Khusus, semua: Sequence[Masa], komponen: Komponen) -> tuple[str, ...]:
    """Return the months set by hand that by the rule belong to another head of the post."""
    lain = [m for m in semua if m.jabatan_id == masa.jabatan_id and m.masa_id != masa.masa_id]
    return tuple(
        bulan
        for bulan, _ in khusus.rincian
        if not berhak(masa, komponen, bulan) and any(berhak(m, komponen, bulan) for m in lain)
    )


def habis_dibagi(
    con: sqlite.Connection, lingkup: str, komponen: Komponen, periode: Periode, haks: Sequence[Hak], kecuali: str
) -> list[tuple[Masa, tuple[str, ...]]]:
    """Return the terms with months that are theirs by days but whose whole tariff another list pays already."""
    if komponen.hari_acuan != HARIAN:
        return []
    ambil = terpakai.baca(con, komponen_id=komponen.komponen_id, kecuali_daftar=kecuali)
    tarif = {b: t.jumlah for b in periode.bulan if (t := tarif_berlaku(komponen, b))}
    ada = {(h.masa.masa_id, b) for h in haks for b in h.bulan}
    ada |= {(bagian[3], bagian[2]) for bagian in (s.split("|") for s in ambil.slot) if len(bagian) > 3}
    hasil: list[tuple[Masa, tuple[str, ...]]] = []
    for m in rt.masa(con, lingkup=lingkup):
        habis = [b for b in tarif if ambil.diambil.get((m.jabatan_id, b), 0) >= tarif[b]]
        bulan = tuple(b for b in habis if (m.masa_id, b) not in ada and menjabat(m, b, HARIAN))
        if bulan:
            hasil.append((m, bulan))
    return hasil
