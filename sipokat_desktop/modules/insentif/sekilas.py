"""The lists of a period at a glance: what Beranda says of them at every start, in one statement."""

from __future__ import annotations

from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.storage import sqlite


class Sekilas(NamedTuple):
    """How many lists are in force, the rupiah that their lines say and that went out, whether one is still a draft."""

    daftar: int
    diterima: int
    dibayar: int
    draf: bool


_SEKILAS = """SELECT count(*),
    coalesce(sum((SELECT sum(b.diterima) FROM insentif_baris b WHERE b.daftar_id = d.id)), 0),
    coalesce(sum((SELECT sum(m.jumlah) FROM insentif_mutasi m WHERE m.daftar_id = d.id)), 0),
    coalesce(max(d.keadaan = 'draf'), 0),
    coalesce(max(EXISTS (SELECT 1 FROM insentif_terkoreksi t WHERE t.daftar_id = d.id)), 0)
FROM insentif_daftar d WHERE d.lingkup = ? AND d.periode = ? AND d.keadaan <> 'batal'"""


def sekilas(con: sqlite.Connection, *, lingkup: str, periode: str) -> Sekilas:
    """Return the sums of a kelurahan's lists of a period, the same as :func:`daftar.semua_daftar` gives."""
    banyak, diterima, dibayar, draf, dikoreksi = con.execute(_SEKILAS, (lingkup, periode)).fetchone()
    if dikoreksi:
        diterima = _sesudah_koreksi(con, lingkup, periode)
    return Sekilas(banyak, diterima, dibayar, bool(draf))


def _sesudah_koreksi(con: sqlite.Connection, lingkup: str, periode: str) -> int:
    from .daftar import semua_daftar

    semua = semua_daftar(con, lingkup=lingkup)
    return sum(d.diterima for d in semua if d.periode == periode and d.keadaan != "batal")
