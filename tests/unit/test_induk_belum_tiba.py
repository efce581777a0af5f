"""Rows come from the city in any order: a term whose post or person has not arrived is shown, never lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries as daftar
from sipokat_desktop.modules.rt import ops, queries, text
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


@pytest.mark.parametrize(
    ("tabel", "nomor", "nama"), [("rt_orang", "01", text.BELUM_TIBA), ("rt_jabatan", "?", "Ketua 01")]
)
def test_a_term_without_its_parent_is_shown_and_paid(tmp_path: Path, tabel: str, nomor: str, nama: str) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)

        def hilang(con: sqlite3.Connection) -> None:
            con.execute(f"DELETE FROM {tabel} WHERE id = (SELECT {tabel[3:]}_id FROM rt_masa ORDER BY rowid LIMIT 1)")

        store.transact(hilang)
        con = store.reader()
        roster = queries.roster(con, lingkup=KELURAHAN, hari=ops.hari_ini(store))
        assert {(b.nomor, b.nama) for b in roster} == {(nomor, nama), ("02", "Ketua 02")}
        assert {(m.nomor, m.nama) for m in queries.masa(con, lingkup=KELURAHAN)} == {(nomor, nama), ("02", "Ketua 02")}
        susunan = daftar.cari_daftar(con, insentif.susun(store, KELURAHAN, periode.baca("2026-01")).value)
        assert susunan.jumlah_penerima == 2
