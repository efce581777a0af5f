"""What of a component's budget was put on lists, and what was really handed out, in a budget year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from .baris import per_daftar

Setahun = tuple[int, ...]
"""Twelve amounts of rupiah, January first."""


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A component in a budget year: its budget (None: not entered), gross rupiah on lists of that year in force,
    rupiah really handed out in that year by month of payment, and what of the budget is left."""

    komponen_id: str
    komponen: str
    tahun: int
    pagu: int | None
    terkunci: int
    realisasi: int
    sisa: int | None
    bulan: Setahun


def di(kolom: str, lingkup: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the condition that keeps to these scopes, with its value; nothing for all of them."""
    if not lingkup:
        return "", ()
    return f" AND {kolom} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(lingkup)),)


def nama_komponen(con: sqlite.Connection, komponen_id: str) -> str:
    """Return what a component is called, "" for an unknown one."""
    row = con.execute("SELECT nama FROM insentif_komponen WHERE id = ?", (komponen_id,)).fetchone()
    return str(row[0] or "") if row else ""


def anggaran(con: sqlite.Connection, *, tahun: int, lingkup: Sequence[str] = ()) -> tuple[BarisAnggaran, ...]:
    """Return every component of a budget year against its budget (``lingkup`` empty: all here)."""
    kas = _kas(con, tahun, lingkup)
    terkunci = _terkunci(con, tahun, lingkup)
    pagu = _pagu(con, tahun, lingkup)
    hasil: list[BarisAnggaran] = []
    for komponen_id in kas.keys() | terkunci.keys() | pagu.keys():
        bulan = tuple(kas.get(komponen_id, [0] * 12))
        batas, dikunci = pagu.get(komponen_id), terkunci.get(komponen_id, 0)
        sisa = None if batas is None else batas - dikunci
        nama = nama_komponen(con, komponen_id)
        hasil.append(BarisAnggaran(komponen_id, nama, tahun, batas, dikunci, sum(bulan), sisa, bulan))
    return tuple(sorted(hasil, key=lambda b: (b.komponen, b.komponen_id)))


def _kas(con: sqlite.Connection, tahun: int, lingkup: Sequence[str]) -> dict[str, list[int]]:
    mana, nilai = di("lingkup", lingkup)
    rows = con.execute(
        f"""SELECT komponen_id, kas, sum(dibayar + dibalik + dikembalikan) FROM insentif_ringkas_bulan
            WHERE kas BETWEEN ? AND ?{mana} GROUP BY komponen_id, kas""",
        (f"{tahun}-01", f"{tahun}-12", *nilai),
    )
    hasil: dict[str, list[int]] = {}
    for komponen_id, bulan, jumlah in rows:
        hasil.setdefault(komponen_id, [0] * 12)[int(bulan[5:7]) - 1] += jumlah
    return hasil


def _terkunci(con: sqlite.Connection, tahun: int, lingkup: Sequence[str]) -> dict[str, int]:
    mana, nilai = di("d.lingkup", lingkup)
    antara = (f"{tahun}-", f"{tahun}-~")
    where = f"d.keadaan = 'dikunci' AND d.periode BETWEEN ? AND ?{mana}"
    rows = con.execute(
        f"""SELECT d.komponen_id, sum(b.bruto) FROM insentif_daftar d JOIN insentif_baris b ON b.daftar_id = d.id
            WHERE {where} GROUP BY 1""",
        (*antara, *nilai),
    )
    hasil = {str(komponen_id): int(jumlah) for komponen_id, jumlah in rows}
    dikoreksi = con.execute(
        f"""SELECT DISTINCT d.id, d.komponen_id FROM insentif_daftar d
            JOIN insentif_terkoreksi c ON c.daftar_id = d.id WHERE {where}""",
        (*antara, *nilai),
    )
    komponen = {str(row[0]): str(row[1]) for row in dikoreksi}
    for daftar_id, semua in per_daftar(con, komponen).items():
        hasil[komponen[daftar_id]] += sum(b.bruto - b.asal.bruto for b in semua)
    return hasil


def _pagu(con: sqlite.Connection, tahun: int, lingkup: Sequence[str]) -> dict[str, int]:
    """Return the budget per component: of one office its own row before the city's, of several what they laid."""
    if len(lingkup) == 1:
        semua = {k.komponen_id: k for k in ketetapan.komponen(con, lingkup=lingkup[0])}
        dana = {id: ketetapan.dana(con, lingkup=lingkup[0], komponen=k, tahun=tahun) for id, k in semua.items()}
        return {id: d.pagu for id, d in dana.items() if d.pagu is not None}
    mana, nilai = di("lingkup", (*lingkup, "kota") if lingkup else ())
    rows = con.execute(
        f"""SELECT komponen_id, coalesce(max(CASE WHEN lingkup = 'kota' THEN pagu END), sum(pagu))
            FROM insentif_anggaran WHERE tahun = ? AND pagu IS NOT NULL{mana} GROUP BY komponen_id""",
        (tahun, *nilai),
    )
    return {str(row[0]): int(row[1]) for row in rows}
