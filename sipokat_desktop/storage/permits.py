"""What an office above others may write among their rows, and in the city's: as little as its work needs; and what of
its own rows an office leaves to those above it.

keputusan/0030 (a kecamatan in its kelurahan), keputusan/0034 (the city-level office), 0038 (the camat's word).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sipokat_desktop.kernel.canonical import Fields, Value

    from .manifest import Table

DICATAT_KELURAHAN = "Data {label} dicatat oleh kelurahan. Minta {kantor} mengisinya di komputernya."
DICATAT_KECAMATAN = "Data {label} dicatat oleh kecamatan. Minta {kantor} mengisinya di komputernya."
DICATAT_KOTA = "Data {label} se-kota dicatat oleh {kantor}. Minta mereka mengisinya di komputernya."
DICATAT_SERVER = "Data {label} se-kota ditetapkan di server kota. Minta Kominfo mencatatnya di sana."
HANYA_ATASAN = (
    "Isian “{isian}” hanya diisi oleh {kantor}, bukan oleh kantor ini. Minta mereka mengisinya di komputernya."
)


def limited(own: str, scope: str) -> bool:
    """Tell whether it depends on the table what the office ``own`` may write in ``scope``: in the rows of the offices
    below it, and in those that every office reads. Nothing is said of an office that is not known yet (empty)."""
    return bool(own) and (scope == wilayah.KOTA or (scope != own and wilayah.beberapa(own)))


def may(table: Table | None, kind: str, names: Collection[str], *, own: str, scope: str) -> bool:
    """Tell whether a computer of the office ``own`` may do an op of ``kind`` with these fields in ``scope``.

    Where only some fields of a table are its to write, the row must be there: the caller sees to that.
    """
    if not limited(own, scope):
        return table is None or own != scope or not own or table.above.isdisjoint(names)
    if table is None:
        return False
    if scope == wilayah.KOTA:
        return table.kota and wilayah.adalah_kota(own)
    if isinstance(table.kecamatan, bool):
        return table.kecamatan
    return kind == "set" and table.kecamatan.issuperset(names)


def may_add(table: Table, *, own: str, scope: str) -> bool:
    """Tell whether a computer of the office ``own`` may write a row in ``scope`` that is not there yet; what only those
    above it fill it leaves empty."""
    names = [column.name for column in table.columns if column.name not in table.above]
    return may(table, "set", names, own=own, scope=scope)


def above_said(table: Table, kind: str, fields: Fields, seen: Mapping[str, str]) -> str:
    """Return the column by which an op of the row's own office would say what only an office above says; empty where
    there is none. To leave empty what was never filled says nothing; a restore brings back what the row held."""
    if kind in ("delete", "restore"):
        return ""
    names = (name for name in table.above if fields.get(name) is not None or (name in fields and seen.get(name)))
    return min(names, default="")


def may_decide(tables: Mapping[str, Table], conflict: Mapping[str, Value], *, own: str, scope: str) -> bool:
    """Tell whether the office ``own`` may decide a row of *konflik*: where it may write what that is about."""
    table, field = tables.get(str(conflict.get("tabel"))), conflict.get("field")
    if field:
        return may(table, "set", [str(field)], own=own, scope=scope)
    return not limited(own, scope) or (table is not None and may_add(table, own=own, scope=scope))


def refusal_above(table: Table, name: str, scope: str) -> str:
    """Return the sentence that says who writes the column ``name`` of a row in ``scope`` and what to do."""
    above = wilayah.KOTA if wilayah.beberapa(scope) else wilayah.kecamatan_dari(scope)
    return HANYA_ATASAN.format(isian=table.column(name).label, kantor=wilayah.nama_kantor(above))


def refusal(table: Table, scope: str) -> str:
    """Return the sentence that says who writes the rows of ``table`` in ``scope`` and what to do."""
    label = table.label if table.label.isupper() else table.label[:1].lower() + table.label[1:]
    if scope == wilayah.KOTA:
        pattern = DICATAT_KOTA if table.kota else DICATAT_SERVER
    else:
        pattern = DICATAT_KECAMATAN if wilayah.adalah_kecamatan(scope) else DICATAT_KELURAHAN
    return pattern.format(label=label, kantor=wilayah.nama_kantor(scope))
