"""What an office above others may write among their rows, and in the city's: as little as its work needs.

keputusan/0030 (a kecamatan in its kelurahan), keputusan/0034 (the city-level office).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sipokat_desktop.kernel.canonical import Value

    from .manifest import Table

DICATAT_KELURAHAN = "Data {label} dicatat oleh kelurahan. Minta {kantor} mengisinya di komputernya."
DICATAT_KECAMATAN = "Data {label} dicatat oleh kecamatan. Minta {kantor} mengisinya di komputernya."
DICATAT_KOTA = "Data {label} se-kota dicatat oleh {kantor}. Minta mereka mengisinya di komputernya."
DICATAT_SERVER = "Data {label} se-kota ditetapkan di server kota. Minta Kominfo mencatatnya di sana."


def limited(own: str, scope: str) -> bool:
    """Tell whether it depends on the table what the office ``own`` may write in ``scope``: in the rows of the offices
    below it, and in those that every office reads. Nothing is said of an office that is not known yet (empty)."""
    return bool(own) and (scope == wilayah.KOTA or (scope != own and wilayah.beberapa(own)))


def may(table: Table | None, kind: str, names: Collection[str], *, own: str, scope: str) -> bool:
    """Tell whether a computer of the office ``own`` may do an op of ``kind`` with these fields in ``scope``.

    Where only some fields of a table are its to write, the row must be there: the caller sees to that.
    """
    if not limited(own, scope):
        return True
    if table is None:
        return False
    if scope == wilayah.KOTA:
        return table.kota and wilayah.adalah_kota(own)
    if isinstance(table.kecamatan, bool):
        return table.kecamatan
    return kind == "set" and table.kecamatan.issuperset(names)


def may_add(table: Table, *, own: str, scope: str) -> bool:
    """Tell whether a computer of the office ``own`` may write a row in ``scope`` that is not there yet."""
    return may(table, "set", [column.name for column in table.columns], own=own, scope=scope)


def may_decide(tables: Mapping[str, Table], conflict: Mapping[str, Value], *, own: str, scope: str) -> bool:
    """Tell whether the office ``own`` may decide a row of *konflik*: where it may write what that is about."""
    table, field = tables.get(str(conflict.get("tabel"))), conflict.get("field")
    if field:
        return may(table, "set", [str(field)], own=own, scope=scope)
    return not limited(own, scope) or (table is not None and may_add(table, own=own, scope=scope))


def refusal(table: Table, scope: str) -> str:
    """Return the sentence that says who writes the rows of ``table`` in ``scope`` and what to do."""
    label = table.label if table.label.isupper() else table.label[:1].lower() + table.label[1:]
    if scope == wilayah.KOTA:
        pattern = DICATAT_KOTA if table.kota else DICATAT_SERVER
    else:
        pattern = DICATAT_KECAMATAN if wilayah.adalah_kecamatan(scope) else DICATAT_KELURAHAN
    return pattern.format(label=label, kantor=wilayah.nama_kantor(scope))
