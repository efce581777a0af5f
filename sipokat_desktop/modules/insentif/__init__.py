"""Module insentif: components with dated tariffs, payment lists, and the ledger of what was paid (DOMAIN §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Document, Module

from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.command import CityCommand, Command
    from sipokat_desktop.storage.module import PostChange


def _migrations() -> Migrations:
    from .schema import MIGRATIONS

    return MIGRATIONS


def _documents() -> tuple[Document, ...]:
    from .prints import DOCUMENTS

    return DOCUMENTS


def _commands() -> tuple[Command, ...]:
    from .commands import COMMANDS

    return COMMANDS


def _city_commands() -> tuple[CityCommand, ...]:
    from .commands import CITY_COMMANDS

    return CITY_COMMANDS


def _acts() -> Mapping[str, str]:
    from .text import TINDAKAN

    return TINDAKAN


def _on_change(con: Connection, change: PostChange) -> tuple[str, ...]:
    from .pergantian import kata

    return kata(con, change)


MODULE = Module(
    "insentif",
    "Insentif",
    TABEL,
    version=2,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    on_change=_on_change,
)
