"""What a kecamatan may write among the rows of its kelurahan: as little as its work needs (keputusan/0030)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sipokat_desktop.kernel.canonical import Value

    from .manifest import Table

DICATAT_KELURAHAN = "Data {label} dicatat oleh kelurahan. Minta {kantor} mengisinya di komputernya."


def may(table: Table | None, kind: str, names: Collection[str]) -> bool:
    """Tell whether a kecamatan's computer may do an op of ``kind`` with these fields to its kelurahan's rows.

    Where only some fields of a table are its to write, the row must be there: the caller sees to that.
    """
    if table is None:
        return False
    if isinstance(table.kecamatan, bool):
        return table.kecamatan
    return kind == "set" and table.kecamatan.issuperset(names)


def may_decide(tables: Mapping[str, Table], conflict: Mapping[str, Value]) -> bool:
    """Tell whether a kecamatan's computer may decide a row of *konflik*: where it may write what that is about."""
    table, field = tables.get(str(conflict.get("tabel"))), conflict.get("field")
    return may(table, "set", [str(field)]) if field else table is not None and table.kecamatan is True


def elsewhere(own: str, scope: str) -> bool:
    """Tell whether an office that writes in ``scope`` is a kecamatan in the rows of another office."""
    return scope != own and wilayah.adalah_kecamatan(own)


def refusal(table: Table, scope: str) -> str:
    """Return the sentence that says who writes the rows of ``table`` and what to do."""
    label = table.label if table.label.isupper() else table.label[:1].lower() + table.label[1:]
    return DICATAT_KELURAHAN.format(label=label, kantor=wilayah.nama_kantor(scope))
