"""Payments for having attended an event: who attended comes from what other modules declare (storage.entitled)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.storage import entitled, sqlite
from sipokat_desktop.storage.views import SOURCES

from . import text_acara
from .model import PER, Acara, Komponen, Peserta, slot


def pasang(con: sqlite.Connection, lingkup: str, isi: Sequence[str], k: Komponen) -> Komponen:
    """Return a component with the event that it pays (source, id, per), as far as it is known here; one that pays
    months in office as it is. Nothing of the reference day and the performance rule holds for an event."""
    sumber, asal, per = isi
    if not sumber or not asal:
        return k
    ada = entitled.source(con, sumber, asal)
    siapa = _peserta(con, entitled.entitled(con, sumber, asal, lingkup))
    tentang = (ada.title or asal, ada.day, ada.last, ada.place) if ada else ("", "", "", "")
    return k._replace(
        hari_acuan=1, aturan=(), acara=Acara(sumber, asal, per if per in PER else PER[0], *tentang, siapa)
    )


def _peserta(con: sqlite.Connection, semua: Sequence[entitled.Entitled]) -> tuple[Peserta, ...]:
    """Return who attended; of several heads of a post the first in office is told from the others."""
    per: dict[str, set[str]] = defaultdict(set)
    for p in semua:
        if p.times > 0:
            per[p.post].add(p.term)
    ganda = [term for terms in per.values() if len(terms) > 1 for term in terms]
    rows = con.execute(
        "SELECT id, coalesce(tmt, '') FROM rt_masa WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ganda),)
    )
    mulai = {str(id): str(tmt) for id, tmt in rows} if ganda else {}
    pertama = {min(terms, key=lambda t: (t not in mulai, mulai.get(t, ""), t)) for terms in per.values()}
    return tuple(Peserta(p.term, p.post, p.times, p.doubtful, p.term in pertama) for p in semua)


def hari_acara(acara: Acara) -> str:
    """Return the day of an event (``Jumat, 20 November 2026``) or its first and last; "" while it has none."""
    if not acara.hari:
        return ""
    awal, akhir = date.fromisoformat(acara.hari), date.fromisoformat(acara.sampai or acara.hari)
    return tanggal.lengkap(awal) if awal == akhir else f"{tanggal.lengkap(awal)} s.d. {tanggal.lengkap(akhir)}"


def menurut_masa(semua: Iterable[Komponen]) -> list[Komponen]:
    """Return the components that pay months in office."""
    return [k for k in semua if k.acara is None]


def seacara(con: sqlite.Connection, komponen_id: str) -> tuple[str, ...]:
    """Return the components that pay the same event as this one, itself first; none where it pays months in office."""
    rows = con.execute(
        """SELECT lain.id FROM insentif_komponen k JOIN insentif_komponen lain USING (sumber, asal)
           WHERE k.id = ? AND k.sumber <> '' AND k.asal <> '' ORDER BY lain.id <> k.id, lain.id""",
        (komponen_id,),
    )
    return tuple(str(row[0]) for row in rows)


def perluas(con: sqlite.Connection, komponen_id: str, milik: Collection[str], diambil: Collection[str]) -> set[str]:
    """Return the slots of this component that are taken because its event was paid to the post already: in any month
    (the event may have been moved since), through any component (``milik``) of the same event."""
    bagian = [satu.split("|") for satu in diambil]
    bulan = {satu[2] for satu in bagian} | _bulan(con, milik)
    return {slot(satu[0], komponen_id, b, *satu[3:]) for satu in bagian for b in bulan}


def _bulan(con: sqlite.Connection, milik: Collection[str]) -> set[str]:
    """Return the months that lists of these components are of, and the month of the event."""
    pilih = json.dumps([*milik])
    rows = con.execute(
        "SELECT DISTINCT periode FROM insentif_daftar WHERE komponen_id IN (SELECT value FROM json_each(?))", (pilih,)
    )
    bulan = {b for row in rows.fetchall() for b in periode.baca(str(row[0])).bulan}
    rows = con.execute(
        f"""SELECT DISTINCT substr(s.hari, 1, 7) FROM insentif_komponen k JOIN {SOURCES} s
            ON s.sumber = k.sumber AND s.asal = k.asal
            WHERE k.id IN (SELECT value FROM json_each(?)) AND s.hari <> ''""",
        (pilih,),
    )
    return bulan | {str(row[0]) for row in rows}


def dibayar_lain(con: sqlite.Connection, slot_: str) -> list[str]:
    """Return the slots with a live payment of the same post for the same event under another slot than this one: of
    the post as a whole, or of one head (``slot_`` names his term) whatever he was paid by."""
    jabatan_id, komponen_id, _, *masa_id = slot_.split("|")
    milik = seacara(con, komponen_id)
    if not milik:
        return []
    rows = con.execute(
        """SELECT DISTINCT m.slot, m.masa_id FROM insentif_mutasi m
           WHERE m.jabatan_id = ? AND m.slot <> ? AND m.jenis = 'bayar'
           AND m.komponen_id IN (SELECT value FROM json_each(?))
           AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id)""",
        (jabatan_id, slot_, json.dumps([*milik])),
    )
    return [str(slot) for slot, masa in rows if slot.split("|")[3:] == masa_id or [masa] == masa_id]


def ragu(con: sqlite.Connection, baris: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return per line (of these ids) what of the attendance that it pays is contradictory, in words."""
    rows = con.execute(
        """SELECT b.id, b.lingkup, b.masa_id, k.sumber, k.asal FROM insentif_baris b
           JOIN insentif_daftar d ON d.id = b.daftar_id JOIN insentif_komponen k ON k.id = d.komponen_id
           WHERE b.id IN (SELECT value FROM json_each(?)) AND k.sumber <> '' AND k.asal <> ''""",
        (json.dumps([*baris]),),
    ).fetchall()
    acara_ = {(sumber, asal, lingkup) for _, lingkup, _, sumber, asal in rows}
    beda = {(*satu, p.term) for satu in acara_ for p in entitled.entitled(con, *satu) if p.doubtful}
    return {
        str(id): (text_acara.TANDA_HADIR,)
        for id, lingkup, masa_id, sumber, asal in rows
        if (sumber, asal, lingkup, masa_id) in beda
    }
