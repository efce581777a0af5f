"""A folder for each worker process, held by a lock that the operating system lets go when the process ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from sipokat_desktop.kernel.errors import Gangguan

from . import text

MOST = 256


class Slot:
    """The first folder ``1``, ``2``, … under ``root`` that no other process holds."""

    def __init__(self, root: Path) -> None:
        """Take it; raise Gangguan when the disk refuses."""
        for number in range(1, MOST):
            self.folder = root / str(number)
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._lock: IO[bytes] = (self.folder / "kunci").open("ab")
            except OSError as exc:
                raise _refused(root) from exc
            if _taken(self._lock):
                return
            self._lock.close()
        raise _refused(root)

    def close(self) -> None:
        """Leave the folder to another process."""
        self._lock.close()


def _refused(root: Path) -> Gangguan:
    return Gangguan(text.SLOT_HABIS.format(folder=root), text.SLOT_HABIS_SARAN)


def _taken(file: IO[bytes]) -> bool:
    """Lock a file for this process alone; tell whether it could be."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            from fcntl import LOCK_EX, LOCK_NB, flock

            flock(file, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
