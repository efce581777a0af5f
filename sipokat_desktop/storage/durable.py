"""What a power cut must not undo: the name under which a file lies, once somebody relies on it."""

from __future__ import annotations

import os
from pathlib import Path


def settle(path: Path) -> None:
    """Have the disk remember that the file at ``path`` lies under this name; its content is on the disk already.

    POSIX keeps names in the folder; on Windows a flush of the file takes along what was noted of its name. Raises
    OSError.
    """
    folder = os.name == "posix"
    number = os.open(path.parent if folder else path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
