"""Opens the data of an office with its key; what a version before 0.2 left open to everybody is locked first."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import engine, keys
from sipokat_desktop.storage.store import Store

ASIDE = "terkunci"
OPEN_MARK = "jendela"
"""Begins the names of what an open window keeps in the folder for itself."""
TAK_TERSISIH = "Data yang terkunci di {folder} belum dapat disisihkan. Tidak ada yang dihapus."
TAK_TERSISIH_SARAN = "Tutup program lain yang membuka folder itu, lalu coba lagi."


def store(folder: Path, *, clock: Clock = now_ms) -> Store:
    """Open the store in ``folder``; raise KunciHilang where this computer has lost its key, Gangguan where the disk
    refuses or the file is damaged."""
    found = key(folder)
    path = folder / keys.STORE
    if engine.suspected(path, found):
        keys.prove(folder, found)
        raise engine.damaged(path, ValueError("found before"))
    try:
        if (folder / engine.RESTORING).exists():
            from sipokat_desktop.storage import restore

            restore.complete(folder, MODULES, key=found)
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


def put_aside(folder: Path) -> str:
    """Move locked data, its key file and its photos into a folder of their own, so that one can begin anew.

    Returns that folder's name; raises Gangguan when the disk refuses, nothing lost then.
    """
    number = len(list(folder.glob(f"{ASIDE}-*"))) + 1
    target = folder / f"{ASIDE}-{number:03d}"
    try:
        target.mkdir()
        for one in sorted(folder.iterdir(), key=lambda path: path.name == keys.FILE):  # the key file as the last
            if not one.name.startswith((ASIDE, OPEN_MARK)):
                one.rename(target / one.name)
    except OSError as exc:
        raise Gangguan(TAK_TERSISIH.format(folder=folder), TAK_TERSISIH_SARAN) from exc
    return target.name
