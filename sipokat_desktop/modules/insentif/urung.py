"""What an undo of a correction or of a take-back may not bring back: money and lists that something stands on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Clash

from . import queries, terkoreksi, terpakai, text_siklus
from .queries import Baris


class _Koreksi(NamedTuple):
    """A corrected month as its history tells it, whether it is there now or not: its line, list and month."""

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
    json_extract(isi, '$.bulan')
FROM (SELECT row_id, coalesce(nullif(sesudah, '{}'), sebelum) AS isi FROM riwayat
      WHERE tabel = 'insentif_terkoreksi' AND row_id IN (SELECT value FROM json_each(?)))
WHERE json_extract(isi, '$.baris_id') IS NOT NULL ORDER BY 1"""
_BALIK = """SELECT r.id, r.slot, r.bulan, r.komponen_id, coalesce(r.daftar_id, ''), coalesce(r.baris_id, ''),
    coalesce(d.keadaan, ''), coalesce(d.nomor, '')
FROM insentif_mutasi r LEFT JOIN insentif_daftar d ON d.id = r.daftar_id
WHERE r.membalik IS NOT NULL AND r.id IN (SELECT value FROM json_each(?))
      AND EXISTS (SELECT 1 FROM insentif_mutasi m WHERE m.slot = r.slot AND m.baris_id IS r.baris_id AND {hidup})"""
_SESUDAH = """SELECT 1 FROM riwayat k, (SELECT max(no) AS no, act_id FROM riwayat WHERE row_id = ?) r
WHERE k.row_id = ? AND k.tabel = 'insentif_terkoreksi' AND k.no > r.no AND k.act_id <> r.act_id LIMIT 1"""


def bentrok(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return what stands against corrections and reversals (ids by table) being undone or brought back: months paid as
    the correction says or corrected again, lists that are no more in force, other lists that hold the month."""
    koreksi = _pernah(con, rows.get(terkoreksi.BULAN, ()))
    balik = _balik(con, rows.get("insentif_mutasi", ()))
    daftar = {satu.daftar_id for satu in koreksi} | {satu.daftar_id for satu in balik if satu.daftar_id}
    per = queries.per_daftar(con, daftar)
    baris = {b.baris_id: b for semua in per.values() for b in semua}
    hasil = [clash for satu in koreksi if satu.baris_id in baris for clash in _koreksi(con, satu, baris[satu.baris_id])]
    hasil += _tanpa_akibat(con, rows.get(terkoreksi.LANGKAH, ()))
    lain = {
        tempat: terpakai.dipegang(con, komponen_id=tempat[0], kecuali_daftar=tempat[1])
        for tempat in {(satu.komponen_id, satu.daftar_id) for satu in balik}
    }
    for satu in balik:
        dipegang = satu.slot in lain[satu.komponen_id, satu.daftar_id]
        hasil.extend(_hidup(con, satu, baris.get(satu.baris_id), dipegang=dipegang))
    return hasil


def _pernah(con: sqlite.Connection, diminta: Collection[str]) -> Sequence[_Koreksi]:
    return [_Koreksi(*row) for row in con.execute(_PERNAH, (json.dumps(list(diminta)),))] if diminta else ()


def _balik(con: sqlite.Connection, diminta: Collection[str]) -> Sequence[_Balik]:
    if not diminta:
        return ()
    return [_Balik(*row) for row in con.execute(_BALIK.format(hidup=queries.HIDUP), (json.dumps(list(diminta)),))]


def _tanpa_akibat(con: sqlite.Connection, diminta: Collection[str]) -> Iterator[Clash]:
    """Say which steps of corrections stand although the amount of their month is not what they led to: one is not
    brought back from the trash without what it did."""
    rows = con.execute(
        f"SELECT DISTINCT daftar_id, baris_id FROM {terkoreksi.LANGKAH} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(diminta)),),
    )
    for daftar_id, baris_id in rows.fetchall():
        b = next((b for b in queries.baris(con, daftar_id=daftar_id) if b.baris_id == baris_id), None)
        langkah = [k for k in terkoreksi.koreksi(con, daftar_id=daftar_id) if k.baris_id == baris_id]
        berlaku = {k.koreksi_id for k in terkoreksi.berlaku(langkah, b.jumlah if b else {})}
        for k in langkah:
            if k.koreksi_id in diminta and k.koreksi_id not in berlaku:
                yield Clash(k.koreksi_id, "langkah", _kata(text_siklus.URUNG_LANGKAH, b, k.bulan))


def _koreksi(con: sqlite.Connection, satu: _Koreksi, b: Baris) -> Iterator[Clash]:
    koreksi = terkoreksi.koreksi(con, daftar_id=satu.daftar_id)
    langkah = {k.menjadi for k in koreksi if (k.baris_id, k.bulan) == (b.baris_id, satu.bulan)}
    if langkah and b.jumlah.get(satu.bulan, terkoreksi.NOL) not in langkah:
        yield Clash(satu.koreksi_id, f"langkah|{satu.bulan}", _kata(text_siklus.URUNG_DIKOREKSI, b, satu.bulan))
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


def _hidup(con: sqlite.Connection, satu: _Balik, b: Baris | None, *, dipegang: bool) -> Iterator[Clash]:
    """Say why the payment that a reversal took back may not live again; ``dipegang``: another list holds its month."""
    if satu.daftar_id and satu.keadaan != "dikunci":
        kata = _kata(text_siklus.URUNG_TIDAK_DIKUNCI, b, satu.bulan, nomor=satu.nomor)
        yield Clash(satu.entri, f"{satu.daftar_id}|{satu.keadaan}", kata)
    if b and dict(b.terbayar).get(satu.bulan, 0) != dict(b.netto).get(satu.bulan, 0) and _dikoreksi(con, satu):
        yield Clash(satu.entri, f"{satu.baris_id}|{satu.bulan}", _kata(text_siklus.URUNG_BEDA, b, satu.bulan))
    if dipegang and not _ganda(con, satu.slot):
        yield Clash(satu.entri, satu.slot, _kata(text_siklus.URUNG_DAFTAR_LAIN, b, satu.bulan))


def _ganda(con: sqlite.Connection, slot: str) -> bool:
    """Tell whether two payments of a slot live: the *pembayaran ganda* asks which, on whatever lists they stand."""
    rows = con.execute(f"SELECT count(*) FROM insentif_mutasi m WHERE m.slot = ? AND {queries.HIDUP}", (slot,))
    return int(rows.fetchone()[0]) > 1


def _dikoreksi(con: sqlite.Connection, satu: _Balik) -> bool:
    """Tell whether the month was corrected after the payment was taken back; a difference older than that was there
    while the payment lived, and comes back with it."""
    return con.execute(_SESUDAH, (satu.entri, terkoreksi.id_bulan(satu.baris_id, satu.bulan))).fetchone() is not None


def _kata(pola: str, b: Baris | None, bulan: str, **lain: str) -> str:
    nama = {"rt": b.nomor_rt, "nama": b.nama} if b else {"rt": "?", "nama": ""}
    return pola.format(bulan=periode_.nama_bulan(bulan), **nama, **lain)
