"""What a module offers on the command line, so that a new module brings its own commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Collection

    from .store import Store

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Context:
    """The open store, the kelurahan that the command works for, and the scope of the office whose store it is."""

    store: Store
    lingkup: str
    own: str = ""

    @property
    def kantor(self) -> str:
        """The scope of this office: its kelurahan, ``kec:…`` or ``kota``."""
        return self.own or self.lingkup

    @property
    def wilayah(self) -> tuple[str, ...]:
        """The kelurahan that this office looks after."""
        return wilayah.kelurahan_dari(self.kantor)


@dataclass(frozen=True, slots=True)
class Output:
    """What a command says: lines for a person, ``data`` for ``--json``."""

    lines: tuple[str, ...]
    data: Json


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the office program: ``words`` as typed, arguments, and what runs."""

    words: tuple[str, ...]
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Context, Namespace], Output]


@dataclass(frozen=True, slots=True)
class CityRow:
    """A row that the city writes, its own (for every office) or one in an office's ``scope``.

    ``append`` adds an entry to a ledger; ``move`` takes a row out of the state ``expected``: ``fields`` hold the
    new state and what is written with it.
    """

    table: str
    row_id: str
    fields: Fields
    scope: str = wilayah.KOTA
    kind: Literal["set", "append", "move", "delete"] = "set"
    expected: str = ""


class CityDoc(NamedTuple):
    """A row as the city holds it: in which scope, who wrote it last, on which computer, and when (UTC ms)."""

    scope: str
    row_id: str
    fields: Fields
    by: str
    origin: str
    at: int


class City(Protocol):
    """The rows of all offices, as a command of the city reads them; ``now`` is the time (UTC ms)."""

    @property
    def now(self) -> int: ...
    def rows(self, table: str, *, scopes: Collection[str] = ()) -> list[CityDoc]:
        """Return the rows of ``table`` that were not deleted, of ``scopes`` (none: all), by scope and id."""

    def row(self, table: str, row_id: str) -> CityDoc:
        """Return one row; raise InputSalah where there is none."""


@dataclass(frozen=True, slots=True)
class CityAnswer:
    """What a command of the city writes, all of it or nothing, and what it says; ``data`` is for ``--json``."""

    rows: tuple[CityRow, ...] = ()
    lines: tuple[str, ...] = ()
    data: Json = None


@dataclass(frozen=True, slots=True)
class CityCommand:
    """One command of the city's administration: it reads what it needs and returns what is to be written."""

    words: tuple[str, ...]
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[City, Namespace], CityAnswer]


def no_arguments(_parser: ArgumentParser) -> None:
    """For commands that take none."""
