"""The card of one RT, a term or a person on paper: month by month what was due, received and is still due."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.storage.sqlite import Connection

from . import kartu as kartu_
from . import lembar_tabel


def kartu(con: Connection, id: str, *, hari: date, kertas: str, sekarang: int) -> bytes:
    """Return the card of a post, a term or a person (``id``) as a PDF as of ``sekarang`` (UTC ms)."""
    isi = kartu_.susun(con, id, hari=hari)
    return lembar_tabel.pratinjau(con, isi.lingkup, kartu_.tabel(isi), sekarang=sekarang, kertas=kertas)
