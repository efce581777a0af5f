"""What an undo of a correction may not bring back: money and other lists that stand on it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.storage.module import Clash

from . import queries, text_siklus
from .queries import Baris


def bentrok(con: sqlite3.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return what stands against corrections (ids) being undone or brought back: months paid as the correction says,
    or listed elsewhere since."""
    diminta = list(rows.get("insentif_koreksi", ()))
    if not diminta:
        return []
    milik = con.execute(
        """SELECT DISTINCT row_id, json_extract(coalesce(nullif(sesudah, '{}'), sebelum), '$.baris_id'),
                  json_extract(coalesce(nullif(sesudah, '{}'), sebelum), '$.daftar_id')
           FROM riwayat WHERE tabel = 'insentif_koreksi' AND row_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(diminta),),
    ).fetchall()
    per = {daftar_id: queries.baris(con, daftar_id=daftar_id) for daftar_id in {row[2] for row in milik if row[2]}}
    return [
        clash
        for koreksi_id, baris_id, daftar_id in milik
        for b in per.get(daftar_id, ())
        if b.baris_id == baris_id
        for clash in _bentrok_baris(con, koreksi_id, daftar_id, b)
    ]


def _bentrok_baris(con: sqlite3.Connection, koreksi_id: str, daftar_id: str, b: Baris) -> Iterator[Clash]:
    hak = dict(b.netto)
    for bulan, jumlah in b.terbayar:
        if jumlah != hak.get(bulan, 0):
            kata = text_siklus.URUNG_DIBAYAR.format(rt=b.nomor_rt, nama=b.nama, bulan=periode_.nama_bulan(bulan))
            yield Clash(koreksi_id, f"{b.baris_id}|{bulan}", kata)
    row = con.execute("SELECT komponen_id FROM insentif_daftar WHERE id = ?", (daftar_id,)).fetchone()
    terpakai = queries.slot_terpakai(con, komponen_id=row[0], kecuali_daftar=daftar_id) if row else set()
    sudah = {bulan for bulan, _ in b.terbayar}
    for bulan in b.bulan:
        slot = b.slot(row[0], bulan) if row else ""
        if slot in terpakai and bulan not in sudah:
            kata = text_siklus.URUNG_DAFTAR_LAIN.format(rt=b.nomor_rt, nama=b.nama, bulan=periode_.nama_bulan(bulan))
            yield Clash(koreksi_id, slot, kata)
