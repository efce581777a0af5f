"""The first start of a version: it says that it runs; one that did not has been left, and this tells so."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, suppress
from pathlib import Path

import sipokat_desktop
from sipokat_desktop import unlock
from sipokat_desktop.kernel.errors import Gangguan, SipokatError
from sipokat_desktop.kernel.versi import lebih_baru
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import engine, keys, sqlite
from sipokat_desktop.storage.manifest import tables_of
from sipokat_desktop.storage.oplog import WAITING

from . import state, text
from .install import columns_of
from .state import State

KEPT = (state.IN_USE, state.BEFORE)


def started(data: Path) -> None:
    """This version runs: its window is shown and its store is open. The launcher tries no more, and folders of
    versions older than the one before go."""
    program = state.program()
    if program is None:
        return
    with suppress(OSError):
        (program / state.TRIAL).unlink(missing_ok=True)
    _prune(program)
    known = state.load(data)
    if known.versi and not lebih_baru(known.versi, sipokat_desktop.__version__):
        with suppress(OSError):
            (state.folder(data) / known.berkas).unlink(missing_ok=True)
        state.save(data, known.without_offer())


def _prune(program: Path) -> None:
    keep = {state.version_in(program / name) for name in KEPT} | {sipokat_desktop.__version__}
    for folder in (program / "versi").iterdir():
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


def news(data: Path) -> str:
    """Return what is to be told once: that a new version was left because it did not start, or why none was put in;
    empty for nothing."""
    program = state.program()
    known = state.load(data)
    failed = state.version_in(program / state.FAILED) if program else ""
    if program and failed:
        with suppress(OSError):
            (program / state.FAILED).unlink()
    if failed not in ("", sipokat_desktop.__version__):
        state.save(data, known.without_offer()._replace(ditolak=tuple(sorted({*known.ditolak, failed})), kabar=""))
        return text.KEMBALI.format(gagal=failed, versi=sipokat_desktop.__version__)
    if known.kabar:
        state.save(data, known._replace(kabar=""))
    return known.kabar


def go_back(data: Path) -> str:
    """Put the backup made before an update in the place of a store that the new version has brought to its own shape,
    with what was typed since; return what to say.

    Raises Gangguan, nothing changed, where there is no such backup or something typed since is of a kind that this
    version does not know.
    """
    from sipokat_desktop.storage.restore import restore

    known, here = state.load(data), sipokat_desktop.__version__
    stuck = Gangguan(text.TAK_PULIH.format(baru=known.ke), text.TAK_PULIH_SARAN.format(baru=known.ke))
    if known.dari != here or not Path(known.cadangan).is_file() or not _understood(data, known):
        raise stuck
    try:
        carried = restore(data, MODULES, Path(known.cadangan), key=unlock.key(data))
    except SipokatError as exc:
        raise stuck from exc
    state.save(data, known._replace(dari="", ke="", cadangan=""))
    return text.DIPULIHKAN.format(gagal=known.ke, versi=here, n=carried)


def _understood(data: Path, known: State) -> bool:
    """Tell whether this version knows every table and column of the changes that wait in the newer store."""
    columns = {name: {column.name for column in table.columns} for name, table in tables_of(MODULES).items()}
    try:
        with closing(sqlite.connect(data / keys.STORE)) as con:
            engine.unlock(con, unlock.key(data))
            if columns_of(con) != known.kolom:
                return False
            waiting = [json.loads(row[0]) for row in con.execute(f"SELECT body FROM sync_op WHERE state IN {WAITING}")]
    except (sqlite.Error, ValueError):
        return False
    return all(set(op["fields"]) <= columns.get(op["table"], set()) for op in waiting)
