"""Module seragam: uniforms bought, sizes collected, and the stock ledger from the purchase to the RT (DOMAIN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Clash, Document, Module

from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.command import CityCommand, Command
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
    from .text import TINDAKAN

    return TINDAKAN


def _clashes(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    from .urung import bentrok

    return bentrok(con, rows)


def _remarks(con: Connection, post: str) -> tuple[str, ...]:
    from .pengingat import pengingat

    return pengingat(con, post)


MODULE = Module(
    "seragam",
    "Seragam",
    TABEL,
    version=1,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    clashes=_clashes,
    remarks=_remarks,
)
