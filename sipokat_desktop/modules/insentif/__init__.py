"""Module insentif: components with dated tariffs, payment lists, and the ledger of what was paid (DOMAIN §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.module import Document, Module

from .tabel import TABEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.briefing import Asked, Section
    from sipokat_desktop.storage.command import CityCommand, Command
    from sipokat_desktop.storage.module import Clash, Derived, PostChange
    from sipokat_desktop.storage.sqlite import Connection


def _migrations() -> Migrations:
    from .schema import MIGRATIONS

    return MIGRATIONS


def _documents() -> tuple[Document, ...]:
    from .contoh import DOCUMENTS as LAIN
    from .prints import DOCUMENTS

    return (*DOCUMENTS, *LAIN)


def _commands() -> tuple[Command, ...]:
    from .commands import COMMANDS

    return COMMANDS


def _city_commands() -> tuple[CityCommand, ...]:
    from .commands import CITY_COMMANDS

    return CITY_COMMANDS


def _acts() -> Mapping[str, str]:
    from .text import TINDAKAN
    from .text_acara import TINDAKAN as ACARA
    from .text_batal import TINDAKAN as BATAL
    from .text_kinerja import TINDAKAN as KINERJA
    from .text_siklus import TINDAKAN as SIKLUS
    from .text_susun import TINDAKAN as SUSUN

    return {**TINDAKAN, **SUSUN, **SIKLUS, **BATAL, **ACARA, **KINERJA}


def _clashes(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    from .acara_hilang import bentrok as hilang

    if not rows.keys() & {"insentif_terkoreksi", "insentif_koreksi", "insentif_mutasi"}:
        return hilang(con, rows)
    from .urung import bentrok

    return [*bentrok(con, rows), *hilang(con, rows)]


def _derived() -> tuple[Derived, ...]:
    from .buku import TURUNAN

    return TURUNAN


def _on_change(con: Connection, change: PostChange) -> tuple[str, ...]:
    from .pergantian import kata

    return kata(con, change)


def _briefing(con: Connection, asked: Asked) -> tuple[Section, ...]:
    from .rakor import bagian

    return bagian(con, asked)


MODULE = Module(
    "insentif",
    "Insentif",
    TABEL,
    version=3,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    on_change=_on_change,
    clashes=_clashes,
    derived=_derived,
    briefing=_briefing,
)
