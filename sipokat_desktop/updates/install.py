"""Puts the version in that was agreed to: after the window has closed, and after a backup."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing, suppress
from hashlib import file_digest
from pathlib import Path

import sipokat_desktop
from sipokat_desktop import unlock
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.versi import lebih_baru
from sipokat_desktop.storage import backup, sqlite
from sipokat_desktop.storage.store import Store

from . import state, text

MOST_TRIES = 3
"""So often a set-up is begun that never brings its version; then it is said, and left."""
WAITS = "/TUNGGU"
"""Set-up waits until this program has ended."""


def at_close(data: Path) -> bool:
    """Begin the set-up that was agreed to; return whether it was. What stands in the way is told at the next start.

    Nothing of what runs is changed by this program itself: set-up puts the new version beside it.
    """
    known = state.load(data)
    if not known.setuju or state.program() is None or not lebih_baru(known.versi, sipokat_desktop.__version__):
        return False
    try:
        with closing(unlock.store(data)) as store:
            begin(store)
    except Gangguan as exc:
        with suppress(Gangguan):
            state.save(data, state.load(data)._replace(kabar=exc.lengkap))
        return False
    return True


def begin(store: Store) -> None:
    """Check the file again, make a backup, and begin the set-up; raise Gangguan, nothing begun then."""
    data = store.folder
    known = state.load(data)
    setup = state.folder(data) / known.berkas
    if known.percobaan >= MOST_TRIES:
        state.save(data, known.without_offer()._replace(ditolak=(*known.ditolak, known.versi)))
        raise Gangguan(text.GAGAL_PASANG.format(versi=known.versi, kali=MOST_TRIES))
    if not known.berkas or _digest(setup) != known.sha256:
        state.save(data, known.without_offer()._replace(dilihat=0))
        with suppress(OSError):
            setup.unlink()
        raise Gangguan(text.RUSAK.format(versi=known.versi), text.RUSAK_SARAN)
    path, columns = backup.make(store), columns_of(store.reader())
    state.save(
        data,
        state.load(data)._replace(
            percobaan=known.percobaan + 1, dari=sipokat_desktop.__version__, ke=known.versi, cadangan=str(path),
            kolom=columns,
        ),
    )  # fmt: skip
    try:
        start([str(setup), "/S", WAITS])
    except OSError as exc:
        raise Gangguan(text.TAK_JALAN.format(versi=known.versi), text.TAK_JALAN_SARAN) from exc


def start(words: list[str]) -> None:
    """Start a program that outlives this one; raises OSError."""
    apart = 0x00000008 | 0x00000200 if sys.platform == "win32" else 0  # no console of ours, no group of ours
    none = subprocess.DEVNULL
    subprocess.Popen(words, stdin=none, stdout=none, stderr=none, close_fds=True, creationflags=apart)


def columns_of(con: sqlite.Connection) -> tuple[str, ...]:
    """Return the columns of the op log of an open store."""
    return tuple(str(row[1]) for row in con.execute("PRAGMA table_info(sync_op)"))


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
