"""What a module offers on the command line, so that a new module brings its own commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.canonical import Fields

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from .store import Store

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Context:
    """The open store and the kelurahan that the command works for."""

    store: Store
    lingkup: str


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
    """A row that the city sets for every office."""

    table: str
    row_id: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class CityCommand:
    """One command of the city's administration: it returns the rows to set and a sentence."""

    words: tuple[str, ...]
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], tuple[list[CityRow], str]]


def no_arguments(_parser: ArgumentParser) -> None:
    """For commands that take none."""
