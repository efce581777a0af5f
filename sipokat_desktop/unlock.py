"""Opens the data of an office with its key; what a version before 0.2 left open to everybody is locked first."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import keys
from sipokat_desktop.storage.store import Store


def store(folder: Path, *, clock: Clock = now_ms) -> Store:
    """Open the store in ``folder``; raise KunciHilang where this computer has lost its key, Gangguan where the disk
    refuses or the file is damaged."""
    found = key(folder)
    try:
        return Store(folder, MODULES, key=found, clock=clock)
    except Gangguan:
        keys.prove(folder, found)
        raise


def key(folder: Path) -> bytes:
    """Return the key of the data in ``folder``, all of which is locked with it; raises as :func:`store`."""
    found = keys.of(folder)
    if keys.is_plain(folder / keys.STORE):
        from sipokat_desktop.storage import relock

        relock.everything(folder, found)
    return found
