"""What asks for attention on a unit, the most urgent first, in a few words for the table."""

from __future__ import annotations

from datetime import date, timedelta

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.ponsel.model import GANDA, Unit
from sipokat_desktop.modules.ponsel.queries import GARANSI_HARI
from ui.kit.theme import Role

from . import text

Kata = tuple[str, Role | None]
_TIADA: Kata = ("", None)


def perhatian(u: Unit, hari: date) -> Kata:
    """Return the most urgent thing about a unit in words, with its colour; "" when there is none."""
    if u.keadaan == GANDA:
        return text.P_GANDA, Role.SALAH
    if u.terlambat:
        return text.P_TERLAMBAT, Role.SALAH
    if u.kejadian:
        return (text.P_HILANG if u.kondisi == "hilang" else text.P_RUSAK), Role.PERHATIAN
    if u.bantuan:
        return text.P_BANTUAN, Role.PERHATIAN
    return (text.P_RAGU, Role.PERHATIAN) if meragukan(u, hari) else _garansi(u, hari)


def meragukan(u: Unit, hari: date) -> bool:
    """Tell whether there is a doubt about a unit besides the end of its guarantee."""
    return len(u.ragu) > bool(_garansi(u, hari)[0])


def _garansi(u: Unit, hari: date) -> Kata:
    if not u.garansi_sampai:
        return _TIADA
    sampai = date.fromisoformat(u.garansi_sampai)
    if not hari <= sampai <= hari + timedelta(days=GARANSI_HARI):
        return _TIADA
    return text.P_GARANSI.format(hari=sampai.day, bulan=tanggal.bulan(sampai.month)), Role.PERHATIAN


def urgensi(u: Unit) -> tuple[int, int]:
    """Return what the rows are sorted by when the urgent ones shall come first."""
    taraf = (u.keadaan == GANDA, u.terlambat, u.kejadian, u.bantuan, u.ragu)
    return next((ke for ke, ada in enumerate(taraf) if ada), len(taraf)), -u.terlambat
