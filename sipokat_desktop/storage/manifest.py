"""What a module declares about its data: tables with a merge rule per column."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from sqlite3 import Connection

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.kernel.canonical import Fields


class Merge(Enum):
    """What two edits of one field that did not see each other become (SYNC.md, Merge)."""

    SOFT = "lunak"
    HARD = "keras"


class Kind(Enum):
    """RECORD rows are edited field by field; LEDGER rows are only ever added."""

    RECORD = "catatan"
    LEDGER = "buku"


class Column(NamedTuple):
    """A synced column besides ``id`` and ``lingkup``; ``label`` is what people call it."""

    name: str
    label: str
    type: Literal["TEXT", "INTEGER"] = "TEXT"
    merge: Merge = Merge.SOFT
    required: bool = False


class LockedBy(NamedTuple):
    """Rows are frozen once the row of ``table`` named in ``column`` has left the state ``open_state``."""

    column: str
    table: str
    state_column: str
    open_state: str


class Ledger(NamedTuple):
    """``slot`` names the column whose value two live entries may not share; ``reverses`` the
    column with the id of the entry that this one takes back; ``reverse`` makes that entry's fields;
    ``describe`` names a slot for people."""

    slot: str
    reverses: str
    reverse: Callable[[Fields, str], Fields]
    describe: Callable[[Connection, str], str]


class Table(NamedTuple):
    """A synced table: ``id`` and ``lingkup`` (the scope: a kelurahan code or ``kota``) are implied.

    ``state`` names a column that changes only by a transition with an expected old value.
    ``city_only`` tables are written by the city and read by the offices.
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    kind: Kind = Kind.RECORD
    state: str = ""
    ledger: Ledger | None = None
    locked_by: LockedBy | None = None
    city_only: bool = False

    def column(self, name: str) -> Column:
        """Return the column called ``name``; raise KeyError when this version does not know it."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


class Schema(Protocol):
    """What the store needs to know of a module. ``version`` is the number of its migrations: it is
    compared at start-up, and the migrations are imported only when some are missing."""

    @property
    def name(self) -> str: ...
    @property
    def tables(self) -> tuple[Table, ...]: ...
    @property
    def version(self) -> int: ...
    @property
    def migrations(self) -> Callable[[], Migrations]: ...


def tables_of(modules: Iterable[Schema]) -> dict[str, Table]:
    """Return every synced table by name."""
    return {table.name: table for module in modules for table in module.tables}
