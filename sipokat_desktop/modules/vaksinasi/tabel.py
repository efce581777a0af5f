"""The synced table of module vaksinasi, with a merge rule per column (DOMAIN §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Merge, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def _sebut(tabel: str) -> Callable[[Connection, str], str]:
    """Return what names a row of ``tabel`` for people."""

    def nama(con: Connection, id: str) -> str:
        from .sebutan import SEBUTAN

        return SEBUTAN[tabel](con, id)

    return nama


CATATAN = Table(
    "vaksinasi_catatan",
    "Vaksinasi",
    (
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("program", "Program", merge=HARD, required=True),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("sasaran", "Sasaran (orang)", type="INTEGER", merge=HARD),
        Column("dosis1", "Dosis 1 (orang)", type="INTEGER", merge=HARD),
        Column("dosis2", "Dosis 2 (orang)", type="INTEGER", merge=HARD),
        Column("booster", "Booster (orang)", type="INTEGER", merge=HARD),
        Column("alasan", "Alasan angka turun"),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut("vaksinasi_catatan"),
)
"""How many people of an RT had been vaccinated by a day, all together since the programme began: sums only, never who
(UU 27/2022). The id follows from RT, programme and day."""

TABEL = (CATATAN,)
