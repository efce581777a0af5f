"""The summary of the ledger against the ledger itself: compared in *Periksa data*, rebuilt where it differs."""

from __future__ import annotations

from sipokat_desktop.storage import sqlite, sums
from sipokat_desktop.storage.module import Derived

from . import schema_buku, text_siklus

_TABEL = ("insentif_ringkas_rt", "insentif_ringkas_bulan")
_KUNCI = 4
"""So many columns of either table are its key, the others its sums."""


def periksa_buku(con: sqlite.Connection) -> int:
    """Return in how many rows the summary differs from what the ledger adds up to; reads only."""
    return sum(
        sums.differing(con, tabel, isi[isi.index("SELECT") :], _KUNCI)
        for tabel, isi in zip(_TABEL, schema_buku.ISI, strict=True)
    )


def hitung_ulang(con: sqlite.Connection) -> None:
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
