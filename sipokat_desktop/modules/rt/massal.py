"""Ubah sekaligus: one field of many terms or heads, as one act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import MASA, ORANG, ops, queries, rules, text

_MASA = ("jenis", "cara", "sk_nomor", "sk_tanggal", "sk_penerbit", "tmt", "akhir_sk")
_ORANG = ("bank", "ukuran", "golongan")
ISIAN = {c.name: c.label for c in (*MASA.columns, *ORANG.columns) if c.name in (*_MASA, *_ORANG)}
"""The fields that many heads may share (one SK for all, one bank): field and label."""


class Massal(NamedTuple):
    """What a bulk edit does: rows changed, rows that have the value already, rows without a head."""

    diubah: int
    sama: int
    dilewati: int


def ubah_semua(store: Store, ids: Sequence[str], field: str, nilai: str) -> Done[Massal]:
    """Give ``field`` of every term in ``ids`` (or its head) one value; vacant posts are passed over.

    One act: nothing is changed when one of them cannot be. Raises InputSalah with the RT that stands in the way.
    """
    hari = ops.hari_ini(store)
    isi = _isi(field, nilai, hari)

    def work(tx: Tx) -> Massal:
        baris = _baris(tx.con, ids, field)
        berubah = [satu for satu in baris if satu.nilai != isi]
        for satu in berubah:
            _periksa(tx.con, satu, {field: isi}, hari)
            tx.update(satu.tabel, satu.row_id, {field: isi})
        return _hitung(ids, baris, len(berubah))

    return store.write("rt.massal", work)


def akan(con: sqlite.Connection, ids: Sequence[str], field: str, nilai: str, hari: date) -> Massal:
    """Return what :func:`ubah_semua` would do; raises InputSalah as it does."""
    isi = _isi(field, nilai, hari)
    baris = _baris(con, ids, field)
    berubah = [satu for satu in baris if satu.nilai != isi]
    for satu in berubah:
        _periksa(con, satu, {field: isi}, hari)
    return _hitung(ids, baris, len(berubah))


class _Baris(NamedTuple):
    tabel: str
    row_id: str
    nilai: Value
    masa_id: str
    jabatan_id: str
    nomor: str


def _isi(field: str, nilai: str, hari: date) -> Value:
    if field not in ISIAN:
        raise InputSalah("isian", text.PILIHAN_SALAH.format(pilihan=", ".join(ISIAN.values())))
    isi = rules.bersihkan({field: nilai}, hari)[field]
    if field == "tmt" and not isi:
        raise InputSalah("nilai", text.MASSAL_TMT)
    return isi


def _baris(con: sqlite.Connection, ids: Iterable[str], field: str) -> list[_Baris]:
    """Return the rows to change in the order of ``ids``: a person who holds two terms once."""
    tabel, alias, id = ("rt_masa", "m", "m.id") if field in _MASA else ("rt_orang", "o", "o.id")
    rows = con.execute(
        f"""SELECT {id}, {alias}.{field}, m.id, m.jabatan_id, coalesce(j.nomor, '?') FROM json_each(?) e
            JOIN rt_masa m ON m.id = e.value JOIN rt_orang o ON o.id = m.orang_id
            LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id GROUP BY {id} ORDER BY min(e.key)""",
        (json.dumps(list(ids)),),
    )
    return [_Baris(tabel, *row) for row in rows]


def _hitung(ids: Sequence[str], baris: list[_Baris], diubah: int) -> Massal:
    return Massal(diubah, len(baris) - diubah, len(set(ids)) - len(baris))


def _periksa(con: sqlite.Connection, satu: _Baris, isi: Fields, hari: date) -> None:
    """Check what a new day does to a term: its own days, and the terms beside it on the post."""
    if not isi.keys() & {"tmt", "akhir_sk"}:
        return
    row = con.execute("SELECT tmt, akhir_sk, akhir_nyata FROM rt_masa WHERE id = ?", (satu.masa_id,)).fetchone()
    masa: Fields = {"tmt": row[0], "akhir_sk": row[1], "akhir_nyata": row[2]} | isi
    try:
        rules.periksa_masa(masa)
        if "tmt" in isi:
            _tanpa_tumpuk(con, satu, masa, hari)
    except InputSalah as exc:
        raise InputSalah("nilai", text.MASSAL_SALAH.format(rt=satu.nomor, pesan=exc.pesan)) from exc


def _tanpa_tumpuk(con: sqlite.Connection, satu: _Baris, masa: Fields, hari: date) -> None:
    akhir = str(masa["akhir_nyata"]) if masa["akhir_nyata"] else None
    mulai = str(masa["tmt"] or hari.isoformat())
    for lain in queries.masa_bertumpuk(
        con, jabatan_id=satu.jabatan_id, mulai=mulai, sampai=akhir, kecuali=satu.masa_id
    ):
        raise InputSalah("tmt", ops.sebut_tumpuk(lain))
