"""The backups that are found: those beside the store, and those in the second place."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.values import NamedTuple

from . import rotation, secondplace

_NAME = re.compile(r"sipokat-(\d{8}-\d{6})\.sipokat")


class Found(NamedTuple):
    """A backup: its file, when it was made (UTC ms), its size in bytes, and whether it lies in the second place."""

    file: Path
    made: int
    size: int
    away: bool


def found(data: Path) -> list[Found]:
    """Return every backup of the data in a folder and of its second place, newest first; the same one once."""
    here = sorted((data / "cadangan").glob(rotation.PATTERN))
    mine = {file.name for file in here}
    own = secondplace.own(data, Path(secondplace.load(data).folder))
    away = [file for file in secondplace.backups(data) if not (file.parent == own and file.name in mine)]
    every = [one for file in here if (one := _one(file, away=False))]
    every += [one for file in away if (one := _one(file, away=True))]
    return sorted(every, key=lambda one: one.made, reverse=True)


def chosen(file: Path) -> Found | None:
    """Return what is known of a file that somebody chose; None where it cannot be read."""
    return _one(file, away=True)


def _one(file: Path, *, away: bool) -> Found | None:
    with suppress(OSError):
        state = file.stat()
        return Found(file, _made(file.name) or int(state.st_mtime * 1000), state.st_size, away)
    return None


def _made(name: str) -> int:
    """Return the time that the name of a backup tells (UTC ms), 0 where it tells none."""
    told = _NAME.fullmatch(name)
    if told is None:
        return 0
    with suppress(ValueError, OverflowError):
        local = datetime.strptime(told[1], "%Y%m%d-%H%M%S").replace(tzinfo=tanggal.WIB)
        return int((local - datetime.fromtimestamp(0, tanggal.WIB)) / timedelta(milliseconds=1))
    return 0
