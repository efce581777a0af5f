"""A ledger entry that was taken back, recorded anew: under an id that follows from it, whoever does so and wherever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.ids import derived_id

if TYPE_CHECKING:
    from .tx import Tx


def again_id(table: str, entry: str) -> str:
    """Return the id of the one entry that stands for ``entry`` after that was taken back."""
    return derived_id(table, "lagi", entry)


def record(tx: Tx, table: str, entry: str) -> str:
    """Record ``entry`` anew, with all it says, and return the new id.

    Two PCs that do so record it once; where that one was taken back too, the next follows from it.
    """
    old = tx.row(table, entry)
    fields = {name: value for name, value in old.items() if name not in ("id", "lingkup")}
    new = again_id(table, entry)
    while tx.has(table, new):
        new = again_id(table, new)
    return tx.append(table, fields, scope=str(old["lingkup"]), row_id=new)


def firsts(table: str, entries: Iterable[str], known: Iterable[str]) -> list[tuple[str, str]]:
    """Return each of ``entries`` with the first of its kind among the ``known`` ones: the one that somebody paid."""
    before = {again_id(table, entry): entry for entry in known}
    found = []
    for entry in entries:
        first = entry
        while first in before:
            first = before[first]
        found.append((entry, first))
    return found
