"""What of vaccination everybody may see: the sums of each kelurahan."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, place, unsent
from sipokat_desktop.storage.sqlite import Connection

from . import queries, text
from .model import Cakupan


def _cakupan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    """Return the latest figures up to the last day asked for, of the programme that was recorded last."""
    program = queries.program(con, wilayah.kelurahan_dari(asked.scope))
    if not program:
        return []
    ada = {*rt.kelurahan(con)}
    semua = queries.per_kelurahan(con, kantor=asked.scope, program=program[0], hari=asked.last)
    return [_baris(c, program[0]) if c.kode in ada else unsent(c.kode, _KOLOM) for c in semua]


def _baris(c: Cakupan, program: str) -> PublicRow:
    """Return the row of a kelurahan; where no RT has been recorded, its counts of people are not known."""
    orang = (c.sasaran, c.dosis1, c.dosis2, c.booster) if c.rt_tercatat else (None,) * 4
    return (*place(c.kode), program, c.rt, c.rt_tercatat, *orang, c.terbaru)


_KOLOM = (
    *PLACE,
    PublicColumn("program", "Program", "Nama program vaksinasi.", number=False),
    PublicColumn("rt", "RT", "Banyaknya RT di kelurahan."),
    PublicColumn("rt_tercatat", "RT tercatat", "RT yang angkanya sudah dicatat."),
    PublicColumn("sasaran", text.ISIAN["sasaran"], "Warga yang menjadi sasaran program, di RT yang tercatat."),
    PublicColumn("dosis_1", text.ISIAN["dosis1"], "Warga yang sudah menerima dosis pertama sejak program dimulai."),
    PublicColumn("dosis_2", text.ISIAN["dosis2"], "Warga yang sudah menerima dosis kedua sejak program dimulai."),
    PublicColumn("booster", text.ISIAN["booster"], "Warga yang sudah menerima booster sejak program dimulai."),
    PublicColumn("tanggal_catatan_terbaru", "Catatan terbaru", "Tanggal angka yang terbaru.", number=False),
)
TABEL = (
    PublicTable(
        "vaksinasi",
        "Vaksinasi per kelurahan",
        "Jumlah terakhir yang dicatat RT sampai akhir masa itu, untuk program yang terakhir dicatat.",
        _KOLOM,
        _cakupan,
    ),
)
