"""What module insentif says on the Lembar rakor: what was paid in those days."""

from __future__ import annotations

import json

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.storage.briefing import Asked, Section
from sipokat_desktop.storage.sqlite import Connection

from . import text_rakor as text

_URUTAN = 60
_DIBAYAR = """SELECT coalesce(sum(jumlah), 0), coalesce(sum(CASE WHEN membalik IS NULL THEN 1 ELSE -1 END), 0),
    coalesce(max(tanggal), '')
FROM insentif_mutasi WHERE lingkup IN (SELECT value FROM json_each(?)) AND tanggal BETWEEN ? AND ?"""


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module; none where nothing was paid in those days."""
    lingkup = json.dumps(wilayah.kelurahan_dari(asked.scope))
    jumlah, bulan, terbaru = con.execute(_DIBAYAR, (lingkup, asked.first, asked.last)).fetchone()
    if not terbaru:
        return ()
    kata = text.DIBAYAR.format(jumlah=rupiah.uang(jumlah), n=rupiah.titik(bulan))
    return (Section("insentif", text.JUDUL, said=(kata,), definitions=text.DEFINISI, newest=terbaru, rank=_URUTAN),)
