"""Vaccination at a glance, for Beranda: the sums of the latest figures by SQL alone, also city-wide."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from .model import Cakupan


def sekilas(con: sqlite.Connection, *, lingkup: Sequence[str], program: str, hari: str) -> Cakupan:
    """Return the sums of the latest figures of each RT of kelurahan on a day (ISO), however the programme is spelled;
    ``rt`` counts only those with figures."""
    dicari = kunci_cari(program)
    semua = con.execute("SELECT DISTINCT program FROM vaksinasi_catatan WHERE program IS NOT NULL").fetchall()
    row = con.execute(
        """SELECT count(*), total(sasaran), total(dosis1), total(dosis2), total(booster), max(tanggal) FROM (
             SELECT sasaran, dosis1, dosis2, booster, tanggal, max(tanggal || id) FROM vaksinasi_catatan
             WHERE lingkup IN (SELECT value FROM json_each(?)) AND program IN (SELECT value FROM json_each(?))
                   AND tanggal <= ? GROUP BY jabatan_id)""",
        (json.dumps([*lingkup]), json.dumps([p for (p,) in semua if kunci_cari(p) == dicari]), hari),
    ).fetchone()
    n, sasaran, dosis1, dosis2, booster = (int(satu or 0) for satu in row[:5])
    return Cakupan("", program, n, n, sasaran, dosis1, dosis2, booster, str(row[5] or ""))
