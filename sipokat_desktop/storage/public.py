"""What of a module everybody may see: tables of sums per kelurahan or event, never of a person (DOMAIN §7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from sqlite3 import Connection

    from .briefing import Asked


PublicRow = tuple[str | int | None, ...]


class PublicColumn(NamedTuple):
    """A column: its name in files of open data, what people call it, and whether it holds counts."""

    name: str
    label: str
    number: bool = True


KODE = PublicColumn("kode", "Kode", number=False)
KECAMATAN = PublicColumn("kecamatan", "Kecamatan", number=False)
KELURAHAN = PublicColumn("kelurahan", "Kelurahan", number=False)
PLACE = (KODE, KECAMATAN, KELURAHAN)
"""What the rows of a table per kelurahan begin with: its code and the official names."""


class PublicTable(NamedTuple):
    """A table that everybody may see: ``key`` names its files, ``said`` tells what is counted and what not."""

    key: str
    title: str
    said: str
    columns: tuple[PublicColumn, ...]
    rows: Callable[[Connection, Asked], Sequence[PublicRow]]


def place(kode: str) -> tuple[str, str, str]:
    """Return code and official names of a kelurahan: what an office calls itself may name a person."""
    from sipokat_desktop.kernel import wilayah

    return kode, wilayah.nama_kecamatan(kode), wilayah.nama(kode)


def tables(modules: Iterable[object]) -> tuple[PublicTable, ...]:
    """Return what every module shows to everybody, in the order of the modules."""
    from .module import Module

    return tuple(table for module in modules if isinstance(module, Module) for table in module.public())
