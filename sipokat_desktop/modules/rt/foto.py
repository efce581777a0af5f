"""Photos of people: small, bare of where they were taken, named by their content; a photo is never required."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import photos

from . import text

if TYPE_CHECKING:
    from pathlib import Path

    from sipokat_desktop.kernel.changes import Changes
    from sipokat_desktop.storage.store import Done, Store
    from sipokat_desktop.storage.tx import Tx

SISI = 480
"""The longest side of a person's photo, in px."""


def pasang(store: Store, orang_id: str, sumber: bytes | Path) -> Done[str]:
    """Keep a photo and give it to a person; returns its key.

    The file is on the disk before the act is recorded. Raises InputSalah for what is no photo, Gangguan when it cannot
    be written.
    """
    from sipokat_desktop.imaging import pictures

    kunci = photos.keep(store, pictures.prepare(sumber, side=SISI).jpeg)

    def work(tx: Tx) -> str:
        _pakai(tx, orang_id, kunci)
        return kunci

    return store.write("rt.foto", work)


def lepas(store: Store, orang_id: str) -> Changes:
    """Take the photo off a person; the file stays for an undo."""
    return store.write("rt.foto", lambda tx: _pakai(tx, orang_id, None)).changes


def _pakai(tx: Tx, orang_id: str, kunci: str | None) -> None:
    try:
        tx.update("rt_orang", orang_id, {"foto": kunci})
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc
