"""``sipokat-pusat pulihkan``: a backup becomes the city's database again."""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import delete

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage import shelf
from sync.server import depot, migration
from sync.server.notes import Backup
from sync.server.schema import SESSION, WEB_SESSION

from . import archive, backup, engines, text
from .archive import Manifest
from .config import Config

SENDER = "cadangan"
"""Under this name photos of a backup pass through the depot."""


class Restored(NamedTuple):
    """What was restored, where the old content is now, and how many photos came back."""

    manifest: Manifest
    dipindahkan: str
    foto: int


def restore(config: Config, file: Path, *, replace: bool, photos: bool, now: int) -> Restored:
    """Put a backup into the empty database of the settings; with ``replace`` the old one is moved aside first.

    It takes its place only after everything in it was counted anew. Raises InputSalah, Gangguan.
    """
    url = config.cadangan.basis_data or config.basis_data
    engine = engines.of(url)
    stamp = datetime.fromtimestamp(now / 1000, UTC).strftime("%Y%m%dT%H%M%S")
    try:
        with tempfile.TemporaryDirectory(prefix=".sipokat-", dir=_room(file)) as temp:
            content = Path(temp) / archive.CONTENT
            manifest = archive.read(file, content)
            if manifest.mesin != engine.name:
                raise InputSalah("berkas", text.MESIN_LAIN.format(dari=manifest.mesin, ke=engine.name))

            def check(there: str) -> None:
                wrong, own = backup.difference(manifest.isi, there)
                if wrong and not own:
                    raise Gangguan(text.PULIH_GAGAL, text.PULIH_BEDA_SARAN)
                _end_sessions(there, manifest)

            aside = engine.restore(content, check, replace=f"lama-{stamp}" if replace else "")
        backup.note(url, Backup(manifest.waktu, file.name, file.stat().st_size, True), manifest.isi)
        back = _photos(config, file.parent / backup.PHOTOS) if photos else 0
    except OSError as exc:
        raise Gangguan(text.PULIH_GAGAL, text.RUANG) from exc
    return Restored(manifest, aside, back)


def _room(file: Path) -> Path | None:
    """Return where the content is unpacked: beside the backup where that may be written, else the usual place."""
    try:
        with tempfile.TemporaryFile(dir=file.parent):
            return file.parent
    except OSError:
        return None


def _end_sessions(url: str, manifest: Manifest) -> None:
    """Have everybody log in again: a session that was ended since would live once more."""
    with closing(engines.as_it_is(url)) as db, db.write() as con:
        for one in (SESSION, WEB_SESSION):
            if one.name in manifest.isi.tabel:
                con.execute(delete(one))


def _photos(config: Config, folder: Path) -> int:
    """Bring back the photos of a backup that the depot does not have; return how many."""
    with closing(engines.as_it_is(config.basis_data)) as db:
        with db.read() as con:
            if migration.revision(con) == "":
                return 0
        place = depot.of(db, config.foto.s3)
    back = 0
    for file in sorted(folder.glob("??/*.jpg")):
        content = shelf.get(folder, file.stem)
        if content is not None and place.size(file.stem) != len(content):
            place.receive(SENDER, file.stem, 0, content)
            back += place.finish(SENDER, file.stem)
    return back
