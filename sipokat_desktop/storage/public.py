"""What of a module everybody may see: tables and sections of sums, never of a person (DOMAIN §7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sipokat_desktop.storage.sqlite import Connection

    from .briefing import Asked, Section


PublicRow = tuple[str | int | None, ...]


class PublicColumn(NamedTuple):
    """A column: its name in files of open data, what people call it, what it counts (for the data dictionary), and
    whether it holds counts."""

    name: str
    label: str
    meaning: str
    number: bool = True


KODE = PublicColumn("kode_kelurahan", "Kode", "Kode wilayah kelurahan menurut Kemendagri.", number=False)
KECAMATAN = PublicColumn("kecamatan", "Kecamatan", "Nama resmi kecamatan.", number=False)
KELURAHAN = PublicColumn("kelurahan", "Kelurahan", "Nama resmi kelurahan.", number=False)
PLACE = (KODE, KECAMATAN, KELURAHAN)
"""What the rows of a table per kelurahan begin with: its code and the official names."""


class PublicTable(NamedTuple):
    """A table that everybody may see: ``key`` names its files, ``said`` tells what is counted and what not.

    A count of which nothing is known is None, never 0: :func:`unsent` makes the row of a kelurahan whose office has
    sent nothing yet.
    """

    key: str
    title: str
    said: str
    columns: tuple[PublicColumn, ...]
    rows: Callable[[Connection, Asked], Sequence[PublicRow]]


def column_name(words: str) -> str:
    """Return words as the name of a column of open data: ``Forum OPD atau kota`` is ``forum_opd_atau_kota``."""
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


def unsent(kode: str, columns: Sequence[PublicColumn]) -> PublicRow:
    """Return the row of a kelurahan of which the city has nothing, in a table with these columns."""
    return (*place(kode), *(None for _ in columns[len(PLACE) :]))


def place(kode: str) -> tuple[str, str, str]:
    """Return code and official names of a kelurahan: what an office calls itself may name a person."""
    from sipokat_desktop.kernel import wilayah

    return kode, wilayah.nama_kecamatan(kode), wilayah.nama(kode)


def tables(modules: Iterable[object]) -> tuple[PublicTable, ...]:
    """Return what every module shows to everybody, in the order of the modules."""
    from .module import Module

    return tuple(table for module in modules if isinstance(module, Module) for table in module.public())


def sections(con: Connection, modules: Iterable[object], asked: Asked) -> tuple[Section, ...]:
    """Return what every module says to everybody, by rank, of equal rank in the order of the modules."""
    from .module import Module

    semua = [one for module in modules if isinstance(module, Module) for one in module.public_sections(con, asked)]
    return tuple(sorted(semua, key=lambda one: one.rank))
