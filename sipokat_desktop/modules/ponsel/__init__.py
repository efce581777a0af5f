"""Module ponsel: phones and other registered goods, who holds them, and what became of them (DOMAIN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Document, Module

from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.command import CityCommand, Command
    from sipokat_desktop.storage.module import Belonging, Clash, Handover, TermEnd
    from sipokat_desktop.storage.sqlite import Connection
    from sipokat_desktop.storage.tx import Tx


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
    if "ponsel_serah" not in rows:
        return []
    from .urung import bentrok

    return bentrok(con, rows)


def _belongings(con: Connection, end: TermEnd) -> tuple[Belonging, ...]:
    from .ganti_ketua import milik

    return milik(con, end)


def _hand_over(tx: Tx, handover: Handover) -> None:
    from .ganti_ketua import serahkan

    serahkan(tx, handover)


MODULE = Module(
    "ponsel",
    "HP dan barang",
    TABEL,
    version=1,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    clashes=_clashes,
    belongings=_belongings,
    hand_over=_hand_over,
)
