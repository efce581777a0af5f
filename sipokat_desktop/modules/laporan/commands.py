"""The commands of module laporan."""

from __future__ import annotations

from sipokat_desktop.storage.command import Command

COMMANDS: tuple[Command, ...] = ()
