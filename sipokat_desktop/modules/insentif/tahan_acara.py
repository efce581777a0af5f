"""Lines that pay an event and wait: before money goes out, the attendance is asked again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.storage import sqlite

from . import acara, text_acara
from . import komponen as ketetapan
from .baris import Baris
from .hak import tarif_berlaku
from .model import SESI, Acara, Komponen

_BARIS = """SELECT b.id, b.lingkup, d.komponen_id,
    EXISTS (SELECT 1 FROM insentif_koreksi o WHERE o.baris_id = b.id AND coalesce(o.oleh, '') <> '')
FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id JOIN insentif_komponen k ON k.id = d.komponen_id
WHERE b.id IN (SELECT value FROM json_each(?)) AND k.sumber <> '' AND k.asal <> ''"""
_LAIN = """SELECT m.jabatan_id, m.masa_id, coalesce(b.nama, ''), sum(m.jumlah) FROM insentif_mutasi m
LEFT JOIN insentif_baris b ON b.id = m.baris_id
WHERE m.komponen_id IN (SELECT value FROM json_each(?)) AND m.jabatan_id IN (SELECT value FROM json_each(?))
    AND m.jenis = 'bayar' AND NOT EXISTS (SELECT 1 FROM insentif_mutasi x WHERE x.membalik = m.id)
    AND coalesce(b.khusus, '') = '' GROUP BY 1, 2, 3"""


class _Lunas(NamedTuple):
    """What a term received for an event in rupiah, by the rules and by nobody's own decision."""

    masa_id: str
    nama: str
    jumlah: int


def tertahan(con: sqlite.Connection, semua: Sequence[Baris]) -> dict[str, str]:
    """Return per line id why it is not paid now, and the way out: its event is cancelled or gone, its term is not
    recorded as present (any more) or at fewer sessions, or its sessions were paid to another head.

    What a person set by hand, or corrected and signed for, needs no attendance, but still the event.
    """
    rows = con.execute(_BARIS, (json.dumps([b.baris_id for b in semua]),)).fetchall()
    komponen = {
        k.komponen_id: k for lingkup in {str(row[1]) for row in rows} for k in ketetapan.komponen(con, lingkup=lingkup)
    }
    milik = {str(row[0]): (str(row[2]), bool(row[3])) for row in rows}
    lain = _lain(con, {id for id, _ in milik.values()}, [b.jabatan_id for b in semua if b.baris_id in milik])
    hasil: dict[str, str] = {}
    for b in semua:
        komponen_id, oleh = milik.get(b.baris_id, ("", False))
        k = komponen.get(komponen_id)
        if k and k.acara and b.bruto:
            sebab = _sebab(b, k, k.acara, oleh=oleh or bool(b.khusus), lain=lain[komponen_id, b.jabatan_id])
            hasil |= {b.baris_id: sebab} if sebab else {}
    return hasil


def _lain(
    con: sqlite.Connection, komponen: set[str], jabatan: Sequence[str]
) -> defaultdict[tuple[str, str], list[_Lunas]]:
    """Return per component and post who received money for its event through any component."""
    hasil: defaultdict[tuple[str, str], list[_Lunas]] = defaultdict(list)
    for id in komponen:
        isi = (json.dumps(acara.seacara(con, id)), json.dumps([*jabatan]))
        for jabatan_id, masa_id, nama, jumlah in con.execute(_LAIN, isi):
            hasil[id, jabatan_id].append(_Lunas(masa_id, nama, jumlah))
    return hasil


def _sebab(b: Baris, k: Komponen, acara_: Acara, *, oleh: bool, lain: Sequence[_Lunas]) -> str:
    if not acara_.judul:
        return text_acara.TAHAN_ACARA
    if oleh:
        return ""
    if acara_.hadir(b.masa_id) is None:
        return text_acara.TAHAN_HADIR.format(judul=acara_.judul)
    boleh = sum(_sebanyak(k, acara_, b.masa_id, bulan) for bulan in b.bulan)
    if acara_.per == SESI and b.bruto > boleh:
        return text_acara.TAHAN_LEBIH.format(ada=rupiah.uang(b.bruto), kini=rupiah.uang(boleh))
    bulan = b.bulan[0]
    salah = [p for p in lain if p.masa_id != b.masa_id and p.jumlah > _sebanyak(k, acara_, p.masa_id, bulan)]
    return text_acara.TAHAN_LAIN.format(nama=salah[0].nama or text_acara.KETUA_LAIN) if salah else ""


def _sebanyak(k: Komponen, acara_: Acara, masa_id: str, bulan: str) -> int:
    """Return the rupiah that the attendance of a term gives by the tariff of a month."""
    tarif = tarif_berlaku(k, bulan)
    return acara_.kali(masa_id) * (tarif.jumlah if tarif else 0)
