"""Module usulan: proposals of RT and kelurahan, their way to the budget, the Musrenbang list (DOMAIN §6, F7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Document, Module

from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.briefing import Asked, Section
    from sipokat_desktop.storage.command import Command
    from sipokat_desktop.storage.module import Clash
    from sipokat_desktop.storage.public import PublicTable
    from sipokat_desktop.storage.sqlite import Connection


def _migrations() -> Migrations:
    from .schema import MIGRATIONS

    return MIGRATIONS


def _documents() -> tuple[Document, ...]:
    from .prints import DOCUMENTS

    return DOCUMENTS


def _commands() -> tuple[Command, ...]:
    from .commands import COMMANDS

    return COMMANDS


def _acts() -> Mapping[str, str]:
    from .text import TINDAKAN

    return TINDAKAN


def _clashes(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    if not rows.keys() & {table.name for table in TABEL}:
        return []
    from .urung import bentrok

    return bentrok(con, rows)


def _briefing(con: Connection, asked: Asked) -> tuple[Section, ...]:
    from .rakor import bagian

    return bagian(con, asked)


def _public() -> tuple[PublicTable, ...]:
    from .publik import TABEL

    return TABEL


def _public_sections(con: Connection, asked: Asked) -> tuple[Section, ...]:
    from .publik import bagian

    return bagian(con, asked)


MODULE = Module(
    "usulan",
    "Usulan",
    TABEL,
    version=1,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    acts=_acts,
    clashes=_clashes,
    briefing=_briefing,
    public=_public,
    public_sections=_public_sections,
)
