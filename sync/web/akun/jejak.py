"""Who read or took out personal data, and who was turned away: a log that is only added to."""

from __future__ import annotations

from sync.server.database import Database

from .peran import Orang


def baca(db: Database, orang: Orang, *, jalan: str, apa: str, ekspor: bool, now: int) -> None:
    """Note that a person read personal data, or took data out as a file."""
    raise NotImplementedError  # W1


def tolak(db: Database, orang: Orang, jalan: str, *, now: int) -> None:
    """Note that a person asked for what is not for the role."""
    raise NotImplementedError  # W1
