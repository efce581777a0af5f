"""The commands of module laporan."""

from __future__ import annotations

from sipokat_desktop.storage.command import Command

from . import commands_catat, commands_cetak, commands_evaluasi, commands_putusan, commands_rakor

COMMANDS: tuple[Command, ...] = (
    *commands_catat.COMMANDS,
    *commands_putusan.COMMANDS,
    *commands_cetak.COMMANDS,
    *commands_evaluasi.COMMANDS,
    *commands_rakor.COMMANDS,
)
