"""Module bimtek on the command line of the office."""

from __future__ import annotations

from sipokat_desktop.storage.command import Command

COMMANDS: tuple[Command, ...] = ()
