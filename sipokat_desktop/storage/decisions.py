"""What waits for a person: double claims on a ledger slot, differing edits, held and refused changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from .manifest import Table

GANDA = "pembayaran ganda"
DITAHAN = "ditahan kota"
DITOLAK = "ditolak kota"


class Decision(NamedTuple):
    """One thing to decide: its kind, what it is about, a sentence, and the rows behind it."""

    jenis: str
    judul: str
    kalimat: str
    tabel: str
    baris: tuple[str, ...]


def waiting(con: sqlite3.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    """Return everything that waits for a decision, the city's findings and this PC's own alike."""
    return [*_double(con, tables), *_city(con, tables), *_stuck(con, tables)]


def _double(con: sqlite3.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    found: list[Decision] = []
    for table in tables.values():
        if table.ledger is None:
            continue
        slot, reverses = table.ledger.slot, table.ledger.reverses
        rows = con.execute(
            f"""SELECT m.{slot}, json_group_array(m.id) FROM {table.name} m
                WHERE m.{reverses} IS NULL AND NOT EXISTS
                      (SELECT 1 FROM {table.name} b WHERE b.{reverses} = m.id)
                GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"""
        )
        for name, entries in rows:
            ids = tuple(sorted(json.loads(entries)))
            kalimat = f"Dibayar {len(ids)} kali. Semua catatan disimpan; batalkan yang tidak terjadi."
            found.append(Decision(GANDA, table.ledger.describe(con, str(name)), kalimat, table.name, ids))
    return found


def _city(con: sqlite3.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    """Return the open conflicts that the city found, other than double claims: those are seen here too."""
    rows = con.execute(
        "SELECT jenis, tabel, row_id, coalesce(field, ''), isi FROM konflik WHERE keadaan = 'terbuka' AND slot IS NULL"
    )
    found: list[Decision] = []
    for jenis, tabel, row_id, field, isi in rows:
        table = tables.get(str(tabel))
        judul = (
            f"{table.label if table else tabel} · {table.column(field).label if table and field else 'seluruh baris'}"
        )
        nilai = json.loads(isi)
        kalimat = (
            f"Di kota: {nilai.get('kota') or '—'}. Dari {nilai.get('oleh') or 'kantor'}: {nilai.get('kantor') or '—'}."
        )
        found.append(Decision(str(jenis), judul, kalimat, str(tabel), (str(row_id),)))
    return found


def _stuck(con: sqlite3.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    rows = con.execute(
        "SELECT state, tabel, row_id, alasan FROM sync_op WHERE state IN ('held', 'refused') ORDER BY hlc"
    )
    return [
        Decision(
            DITAHAN if state == "held" else DITOLAK,
            tables[tabel].label if tabel in tables else str(tabel),
            str(alasan),
            str(tabel),
            (str(row_id),),
        )
        for state, tabel, row_id, alasan in rows
    ]
