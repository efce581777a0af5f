"""What an undo of a correction or of a take-back may not bring back: money and lists that something stands on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.storage.module import Clash

from . import queries, terpakai, text_siklus
from .model import baca_rincian
from .queries import Baris

TERBANYAK = 50
"""How many corrections of one month of a line may have been undone from its end."""


class _Koreksi(NamedTuple):
    """A correction as its history tells it, whether it is there now or not: its line, list and month."""

    koreksi_id: str
    baris_id: str
    daftar_id: str
    bulan: str


class _Balik(NamedTuple):
    """A reversal whose line is paid for its month all the same; the list's state and number."""

    entri: str
    slot: str
    bulan: str
    komponen_id: str
    daftar_id: str
    baris_id: str
    keadaan: str
    nomor: str


_PERNAH = """SELECT DISTINCT row_id, json_extract(isi, '$.baris_id'), json_extract(isi, '$.daftar_id'),
    json_extract(isi, '$.rincian')
FROM (SELECT row_id, coalesce(nullif(sesudah, '{}'), sebelum) AS isi FROM riwayat
      WHERE tabel = 'insentif_koreksi' AND row_id IN (SELECT value FROM json_each(?)))
WHERE json_extract(isi, '$.baris_id') IS NOT NULL AND json_extract(isi, '$.rincian') IS NOT NULL"""
_BALIK = """SELECT r.id, r.slot, r.bulan, r.komponen_id, coalesce(r.daftar_id, ''), coalesce(r.baris_id, ''),
    coalesce(d.keadaan, ''), coalesce(d.nomor, '')
FROM insentif_mutasi r LEFT JOIN insentif_daftar d ON d.id = r.daftar_id
WHERE r.membalik IS NOT NULL AND r.id IN (SELECT value FROM json_each(?))
      AND EXISTS (SELECT 1 FROM insentif_mutasi m WHERE m.slot = r.slot AND m.baris_id IS r.baris_id AND {hidup})"""
_SESUDAH = """SELECT 1 FROM riwayat k, (SELECT max(no) AS no, act_id FROM riwayat WHERE row_id = ?) r
WHERE k.tabel = 'insentif_koreksi' AND k.no > r.no AND k.act_id <> r.act_id
      AND json_extract(coalesce(nullif(k.sesudah, '{}'), k.sebelum), '$.baris_id') = ?
      AND json_extract(coalesce(nullif(k.sesudah, '{}'), k.sebelum), '$.rincian') LIKE ? || '=%' LIMIT 1"""


def bentrok(con: sqlite3.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return what stands against corrections and reversals (ids by table) being undone or brought back: months paid as
    the correction says or corrected again, lists that are no more in force, other lists that hold the month."""
    koreksi = _pernah(con, rows.get("insentif_koreksi", ()))
    balik = _balik(con, rows.get("insentif_mutasi", ()))
    daftar = {satu.daftar_id for satu in koreksi} | {satu.daftar_id for satu in balik if satu.daftar_id}
    per = queries.per_daftar(con, daftar)
    baris = {b.baris_id: b for semua in per.values() for b in semua}
    hasil = [clash for satu in koreksi if satu.baris_id in baris for clash in _koreksi(con, satu, baris[satu.baris_id])]
    lain = {
        tempat: terpakai.dipegang(con, komponen_id=tempat[0], kecuali_daftar=tempat[1])
        for tempat in {(satu.komponen_id, satu.daftar_id) for satu in balik}
    }
    for satu in balik:
        dipegang = satu.slot in lain[satu.komponen_id, satu.daftar_id]
        hasil.extend(_hidup(con, satu, baris.get(satu.baris_id), dipegang=dipegang))
    return hasil


def _pernah(con: sqlite3.Connection, diminta: Collection[str]) -> Sequence[_Koreksi]:
    rows = con.execute(_PERNAH, (json.dumps(list(diminta)),)).fetchall() if diminta else ()
    semua = {
        _Koreksi(row_id, baris_id, daftar_id, bulan)
        for row_id, baris_id, daftar_id, rincian in rows
        for bulan, _ in baca_rincian(rincian)
    }
    return sorted(semua)


def _balik(con: sqlite3.Connection, diminta: Collection[str]) -> Sequence[_Balik]:
    if not diminta:
        return ()
    return [_Balik(*row) for row in con.execute(_BALIK.format(hidup=queries.HIDUP), (json.dumps(list(diminta)),))]


def _koreksi(con: sqlite3.Connection, satu: _Koreksi, b: Baris) -> Iterator[Clash]:
    yield from _rantai(con, satu, b)
    hak = dict(b.netto)
    for bulan, jumlah in b.terbayar:
        if jumlah != hak.get(bulan, 0):
            kata = _kata(text_siklus.URUNG_DIBAYAR, b, bulan)
            yield Clash(satu.koreksi_id, f"{b.baris_id}|{bulan}", kata)
    row = con.execute("SELECT komponen_id FROM insentif_daftar WHERE id = ?", (satu.daftar_id,)).fetchone()
    if row is None:
        return
    lain = terpakai.dipegang(con, komponen_id=row[0], kecuali_daftar=satu.daftar_id)
    semua = queries.slot_terpakai(con, komponen_id=row[0], kecuali_daftar=satu.daftar_id)
    sudah = {bulan for bulan, _ in b.terbayar}
    for bulan in b.bulan:
        slot = b.slot(row[0], bulan)
        if slot in lain or (slot in semua and bulan not in sudah):
            yield Clash(satu.koreksi_id, slot, _kata(text_siklus.URUNG_DAFTAR_LAIN, b, bulan))


def _rantai(con: sqlite3.Connection, satu: _Koreksi, b: Baris) -> Iterator[Clash]:
    """Each correction of a month is a difference to those before it: they go and come back only from the end.

    Whether the correction is there is part of what it clashes with, so that its coming and its going both count.
    """
    rows = con.execute("SELECT id, rincian FROM insentif_koreksi WHERE baris_id = ?", (satu.baris_id,)).fetchall()
    ada = {row_id for row_id, rincian in rows if satu.bulan in dict(baca_rincian(rincian or ""))}
    urut = [id_koreksi(satu.baris_id, satu.bulan, ke) for ke in range(len(ada) + TERBANYAK)]
    if satu.koreksi_id not in urut:
        return
    ke, kini = urut.index(satu.koreksi_id), satu.koreksi_id in ada
    if ada & {*urut[ke + 1 :]}:
        kata = _kata(text_siklus.URUNG_DIKOREKSI, b, satu.bulan)
        yield Clash(satu.koreksi_id, f"sesudah|{satu.bulan}|{kini}", kata)
    if kini and {*urut[:ke]} - ada:
        yield Clash(satu.koreksi_id, f"sebelum|{satu.bulan}", _kata(text_siklus.URUNG_SEBELUMNYA, b, satu.bulan))


def id_koreksi(baris_id: str, bulan: str, ke: int) -> str:
    """Return the id of the correction number ``ke`` (from 0) of a month on a line, the same on every computer."""
    return ids.derived_id("insentif_koreksi", baris_id, bulan, str(ke))


def _hidup(con: sqlite3.Connection, satu: _Balik, b: Baris | None, *, dipegang: bool) -> Iterator[Clash]:
    """Say why the payment that a reversal took back may not live again; ``dipegang``: another list holds its month."""
    if satu.daftar_id and satu.keadaan != "dikunci":
        kata = _kata(text_siklus.URUNG_TIDAK_DIKUNCI, b, satu.bulan, nomor=satu.nomor)
        yield Clash(satu.entri, f"{satu.daftar_id}|{satu.keadaan}", kata)
    if b and dict(b.terbayar).get(satu.bulan, 0) != dict(b.netto).get(satu.bulan, 0) and _dikoreksi(con, satu):
        yield Clash(satu.entri, f"{satu.baris_id}|{satu.bulan}", _kata(text_siklus.URUNG_BEDA, b, satu.bulan))
    if dipegang:
        yield Clash(satu.entri, satu.slot, _kata(text_siklus.URUNG_DAFTAR_LAIN, b, satu.bulan))


def _dikoreksi(con: sqlite3.Connection, satu: _Balik) -> bool:
    """Tell whether the month was corrected after the payment was taken back; a difference older than that was there
    while the payment lived, and comes back with it."""
    return con.execute(_SESUDAH, (satu.entri, satu.baris_id, satu.bulan)).fetchone() is not None


def _kata(pola: str, b: Baris | None, bulan: str, **lain: str) -> str:
    nama = {"rt": b.nomor_rt, "nama": b.nama} if b else {"rt": "?", "nama": ""}
    return pola.format(bulan=periode_.nama_bulan(bulan), **nama, **lain)
