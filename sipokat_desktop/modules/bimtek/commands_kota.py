"""Module bimtek on the command line of the city."""

from __future__ import annotations

from sipokat_desktop.storage.command import CityCommand

CITY_COMMANDS: tuple[CityCommand, ...] = ()
