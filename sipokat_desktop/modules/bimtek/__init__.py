"""Module bimtek: events with sessions and invitations, attendance at the door, certificates and reports (DOMAIN §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Clash, Document, Module

from .hak import ENTITLES, SOURCES
from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.briefing import Asked, Section
    from sipokat_desktop.storage.command import CityCommand, Command
    from sipokat_desktop.storage.module import PostChange
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


def _city_commands() -> tuple[CityCommand, ...]:
    from .commands_kota import CITY_COMMANDS

    return CITY_COMMANDS


def _acts() -> Mapping[str, str]:
    from . import text, text_hadir, text_sertifikat

    return text.TINDAKAN | text_hadir.TINDAKAN | text_sertifikat.TINDAKAN


def _clashes(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    from .urung import bentrok

    return bentrok(con, rows)


def _on_change(con: Connection, change: PostChange) -> tuple[str, ...]:
    from .ganti_ketua import kata

    return kata(con, change)


def _briefing(con: Connection, asked: Asked) -> tuple[Section, ...]:
    from .rakor import bagian

    return bagian(con, asked)


def _public() -> tuple[PublicTable, ...]:
    from .publik import TABEL

    return TABEL


MODULE = Module(
    "bimtek",
    "Bimtek",
    TABEL,
    version=2,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    on_change=_on_change,
    clashes=_clashes,
    entitles=ENTITLES,
    sources=SOURCES,
    briefing=_briefing,
    public=_public,
    public_sections=_briefing,
)
