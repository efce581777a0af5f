"""Which backups stay: the newest few, the last one of each of 14 days, and the last one of each of 6 months."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

PATTERN = "sipokat-*.sipokat"
_NAME = re.compile(r"sipokat-(\d{6})(\d{2})-\d{6}\.sipokat")
NEWEST, DAYS, MONTHS = 4, 14, 6
"""Of one day: what was made before a restore or an import stays beside the last one."""


def kept(names: Collection[str]) -> set[str]:
    """Return which of these backups stay; a file whose name is not of ours always does."""
    ours = sorted(name for name in names if _NAME.fullmatch(name))
    last_of_day = {name[:16]: name for name in ours}
    last_of_month = {name[:14]: name for name in ours}
    return {
        *(set(names) - set(ours)),
        *ours[-NEWEST:],
        *[last_of_day[day] for day in sorted(last_of_day)][-DAYS:],
        *[last_of_month[month] for month in sorted(last_of_month)][-MONTHS:],
    }


def rotate(folder: Path, *spare: Path) -> None:
    """Remove the backups in ``folder`` that do not stay; those in ``spare`` do, however old their name says they are.

    One that cannot be removed stays: it is tried again with the next backup.
    """
    files = {file.name: file for file in folder.glob(PATTERN)}
    for name in files.keys() - kept(files):
        if files[name] not in spare:
            with suppress(OSError):
                files[name].unlink()
