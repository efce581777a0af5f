"""The logo in the letterhead of an office: kept with its address, so that all its computers print the same."""

from __future__ import annotations

import base64

from sipokat_desktop.imaging import embedded
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store

from . import text
from .ops import tulis_kantor

BATAS_KB = 60


def logo(con: Connection, lingkup: str) -> bytes:
    """Return the logo (JPEG or PNG) of the office of a scope, else the one that the city gave to all; b"" for none,
    and for one that another program sent damaged: papers are printed without it then."""
    rows = con.execute(
        "SELECT logo FROM rt_kelurahan WHERE lingkup IN (?1, ?2) AND coalesce(logo, '') <> '' ORDER BY lingkup <> ?1",
        (lingkup, wilayah.KOTA),
    )
    return next(filter(None, (_terbaca(str(row[0])) for row in rows)), b"")


def _terbaca(tersimpan: str) -> bytes:
    try:
        isi = base64.b64decode(tersimpan, validate=True)
    except ValueError:
        return b""
    return isi if len(isi) <= BATAS_KB * 1024 and embedded.whole(isi) else b""


def milik(con: Connection, lingkup: str) -> bool:
    """Tell whether the office of a scope has a logo of its own."""
    row = con.execute("SELECT 1 FROM rt_kelurahan WHERE lingkup = ? AND coalesce(logo, '') <> ''", (lingkup,))
    return row.fetchone() is not None


def pasang(store: Store, lingkup: str, isi: bytes | None) -> Changes:
    """Use a picture as the logo of an office from now on; None takes it off.

    Raises InputSalah for what is no whole JPEG or PNG, or larger than 60 KB.
    """
    if isi is not None and len(isi) > BATAS_KB * 1024:
        raise InputSalah("logo", text.LOGO_BESAR.format(kb=-(-len(isi) // 1024), batas=BATAS_KB))
    if isi is not None and not embedded.whole(isi):
        raise InputSalah("logo", text.LOGO_SALAH)
    return tulis_kantor(store, "rt.logo", lingkup, {"logo": base64.b64encode(isi).decode() if isi else None})
