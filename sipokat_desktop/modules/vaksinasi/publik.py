"""What of vaccination everybody may see: the sums of each kelurahan."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, place

from . import queries, text


def _cakupan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    """Return the latest figures up to the last day asked for, of the programme that was recorded last."""
    program = queries.program(con, wilayah.kelurahan_dari(asked.scope))
    if not program:
        return []
    semua = queries.per_kelurahan(con, kantor=asked.scope, program=program[0], hari=asked.last)
    return [
        (*place(c.kode), program[0], c.rt, c.rt_tercatat, c.sasaran, c.dosis1, c.dosis2, c.booster, c.terbaru)
        for c in semua
    ]


TABEL = (
    PublicTable(
        "vaksinasi",
        "Vaksinasi per kelurahan",
        "Jumlah terakhir yang dicatat RT sampai akhir masa itu, untuk program yang terakhir dicatat.",
        (
            *PLACE, PublicColumn("program", "Program", number=False), PublicColumn("rt", "RT"),
            PublicColumn("rt_tercatat", "RT tercatat"),
            *(PublicColumn(nama, text.ISIAN[nama]) for nama in ("sasaran", "dosis1", "dosis2", "booster")),
            PublicColumn("data_sampai", "Data sampai", number=False),
        ),
        _cakupan,
    ),
)  # fmt: skip
