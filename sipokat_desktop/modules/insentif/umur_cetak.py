"""Who has not been paid, and for how long, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.storage.sqlite import Connection

from . import lembar_tabel
from . import umur as umur_


def umur(con: Connection, *, lingkup: Sequence[str], hari: date, kertas: str, sekarang: int) -> bytes:
    """Return the ageing of kelurahans as a PDF as of ``sekarang`` (UTC ms), signed for the first of them."""
    isi = umur_.hitung(con, lingkup=lingkup, hari=hari)
    return lembar_tabel.pratinjau(con, lingkup[0], umur_.tabel(isi), sekarang=sekarang, kertas=kertas)
