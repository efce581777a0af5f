"""The summary of the ledger against the ledger itself: compared in *Periksa data*, rebuilt where it differs."""

from __future__ import annotations

import sqlite3

from sipokat_desktop.storage.module import Derived

from . import schema_buku, text_siklus

_TABEL = {
    "insentif_ringkas_rt": (4, schema_buku.BULAN),
    "insentif_ringkas_bulan": (4, schema_buku.UANG),
}
"""Per table of the summary: how many columns are its key, and its sums."""


def periksa_buku(con: sqlite3.Connection) -> int:
    """Return in how many rows the summary differs from what the ledger adds up to; reads only."""
    return sum(_beda(con, tabel, isi) for tabel, isi in zip(_TABEL, schema_buku.ISI, strict=True))


def _beda(con: sqlite3.Connection, tabel: str, isi: str) -> int:
    """Compare both ways; a row that holds nothing but noughts is as good as none."""
    kunci, kolom = _TABEL[tabel]
    kosong = (0,) * len(kolom)
    harap = {tuple(row)[:kunci]: tuple(row)[kunci:] for row in con.execute(isi[isi.index("SELECT") :])}
    ada = {tuple(row)[:kunci]: tuple(row)[kunci:] for row in con.execute(f"SELECT * FROM {tabel}")}
    return sum(harap.get(satu, kosong) != ada.get(satu, kosong) for satu in harap.keys() | ada.keys())


def hitung_ulang(con: sqlite3.Connection) -> None:
    """Write the summary anew from the ledger, inside the caller's transaction."""
    for tabel, isi in zip(_TABEL, schema_buku.ISI, strict=True):
        con.execute(f"DELETE FROM {tabel}")
        con.execute(isi)


TURUNAN = (
    Derived(
        "ringkasan", periksa_buku, hitung_ulang, text_siklus.RINGKASAN_COCOK, text_siklus.RINGKASAN_DIHITUNG
    ),
)  # fmt: skip
"""For *Periksa data*."""
