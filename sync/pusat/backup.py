"""``sipokat-pusat cadangan``: one file of the whole database, tried out by restoring it, and the photos beside it."""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop import __version__
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage import shelf
from sync.server import depot, migration, notes
from sync.server.notes import Backup

from . import archive, engines, text
from .archive import Contents, Manifest
from .config import Config
from .engines import Engine

PREFIX = "sipokat-"
STAMP = "%Y%m%dT%H%M%SZ"
PHOTOS = "foto"
ALWAYS = 2
"""So many backups stay, however old."""


class Made(NamedTuple):
    """What a backup brought."""

    berkas: Path
    manifest: Manifest
    diuji: bool
    foto: int
    dihapus: int


def make(config: Config, folder: Path | None, *, test: bool, photos: bool, now: int) -> Made:
    """Back the city's database up into ``folder`` (else that of the settings).

    Raises InputSalah, Gangguan; a backup that fails its trial is kept under a name that says so.
    """
    engine = engines.of(config.cadangan.basis_data or config.basis_data)
    target = _target(config, folder, now)
    try:
        with tempfile.TemporaryDirectory(prefix=".sipokat-", dir=target.parent) as temp:
            content = Path(temp) / archive.CONTENT
            found = engine.dump(content)
            manifest = Manifest(
                mesin=engine.name, waktu=now, program=__version__, bita=content.stat().st_size,
                sidik=archive.digest(content), isi=found,
            )  # fmt: skip
            archive.write(target, manifest, content)
        if test:
            _try_out(engine, target)
        copied = _photos(config, target.parent / PHOTOS) if photos and found.revisi == migration.HEAD else 0
    except OSError as exc:
        raise Gangguan(text.TAK_TERTULIS.format(folder=target.parent), text.RUANG) from exc
    note(config.basis_data, Backup(now, target.name, target.stat().st_size, test), found)
    return Made(target, manifest, test, copied, _rotate(target.parent, config.cadangan.simpan_hari, now))


def _target(config: Config, folder: Path | None, now: int) -> Path:
    chosen = folder or (Path(config.cadangan.folder) if config.cadangan.folder else None)
    if chosen is None:
        raise InputSalah("keluaran", text.TANPA_FOLDER)
    try:
        chosen.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as exc:
        raise Gangguan(text.TAK_TERTULIS.format(folder=chosen), text.RUANG) from exc
    stamp = datetime.fromtimestamp(now / 1000, UTC).strftime(STAMP)
    return chosen.absolute() / f"{PREFIX}{stamp}{archive.ENDING}"


def _try_out(engine: Engine, file: Path) -> None:
    """Restore the file itself, count everything anew and hold it against what the database was; raises Gangguan."""
    with tempfile.TemporaryDirectory(prefix=".sipokat-", dir=file.parent) as temp:
        content = Path(temp) / archive.CONTENT
        manifest = archive.read(file, content)
        with engine.scratch(content) as url:
            wrong, own = difference(manifest.isi, url)
    if wrong:
        bad = file.with_name(f"{file.name}{text.RUSAK}")
        file.replace(bad)
        sentence, advice = (text.ASLI_BEDA, text.ASLI_BEDA_SARAN) if own else (text.PULIH_BEDA, text.PULIH_BEDA_SARAN)
        raise Gangguan(sentence.format(apa=wrong, berkas=bad.name), advice)


def difference(wanted: Contents, url: str) -> tuple[str, bool]:
    """Return in what the database at ``url`` is not what was backed up, empty for nothing; and whether the fault was
    in the original: the restored rows do not give the sums that came with them."""
    here = engines.contents_at(url)
    for name in sorted(wanted.tabel.keys() | here.tabel.keys()):
        if wanted.tabel.get(name) != here.tabel.get(name):
            return name, False
    if here != wanted:
        return _scope(wanted, here), False
    counted = engines.contents_at(url, recount=True)
    return (_scope(wanted, counted), True) if counted != wanted else ("", False)


def _scope(wanted: Contents, here: Contents) -> str:
    scopes = sorted(wanted.lingkup.keys() | here.lingkup.keys())
    return next((one for one in scopes if wanted.lingkup.get(one) != here.lingkup.get(one)), "alembic_version")


def _photos(config: Config, folder: Path) -> int:
    """Copy the photos that are not there yet; return how many."""
    with closing(engines.as_it_is(config.basis_data)) as db:
        place = depot.of(db, config.foto.s3)
    copied = 0
    for key, size in place.keys():  # noqa: SIM118 — not a dictionary
        kept = shelf.path(folder, key)
        if shelf.is_key(key) and not (kept.exists() and kept.stat().st_size == size):
            content = place.read(key, 0, size)
            if shelf.key_of(content) == key:
                shelf.put(folder, content)
                copied += 1
    return copied


def note(url: str, made: Backup, found: Contents) -> None:
    """Have the database remember its backup, where it is of this program's revision."""
    if found.revisi == migration.HEAD:
        with closing(engines.as_it_is(url)) as db:
            notes.note_backup(db, made)


def backups(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the backups of a folder with their times, the oldest first."""
    found: list[tuple[datetime, Path]] = []
    for file in folder.glob(f"{PREFIX}*{archive.ENDING}"):
        stamp = file.name.removeprefix(PREFIX).removesuffix(archive.ENDING)
        try:
            found.append((datetime.strptime(stamp, STAMP).replace(tzinfo=UTC), file))
        except ValueError:  # a name that somebody else gave
            continue
    return sorted(found)


def _rotate(folder: Path, days: int, now: int) -> int:
    """Remove backups older than ``days``, never the newest ones; return how many."""
    oldest = datetime.fromtimestamp(now / 1000, UTC) - timedelta(days=days)
    old = [file for at, file in backups(folder)[:-ALWAYS] if at < oldest]
    for file in old:
        file.unlink()
    return len(old)
