"""The manifest of a module: its public face towards the program, the command lines and the city."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from sqlite_utils.migrations import Migrations

    from .command import CityCommand, Command
    from .manifest import Table


class Document(NamedTuple):
    """A paper that the module can print; ``sample`` renders it on whatever the store holds."""

    name: str
    title: str
    sample: Callable[[Connection], bytes]


class Module(NamedTuple):
    """A module's public face; to the store it is a :class:`~.manifest.Schema`.

    Documents and commands are called for when they are needed, so that the window starts without them.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    version: int
    migrations: Callable[[], Migrations]
    documents: Callable[[], tuple[Document, ...]] = tuple
    commands: Callable[[], tuple[Command, ...]] = tuple
    city_commands: Callable[[], tuple[CityCommand, ...]] = tuple
