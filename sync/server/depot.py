"""Where the city keeps photos: whole ones by their content, unfinished ones in parts, each office's apart."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from sqlalchemy import make_url, select

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import shelf

from .database import Database
from .schema import META

SETTING = "foto"
"""Key in META: the folder of the photos."""
UNFINISHED = ".masuk"
IN_S3 = "s3://"
KEEP_S = 7 * 24 * 3600
"""How long an unfinished photo is kept, in seconds; seven times as often is looked for older ones."""
GAGAL = "Folder foto {folder} tidak dapat dibuat."
GAGAL_SARAN = "Pilih folder lain dengan --foto FOLDER."


class Depot(Protocol):
    """What the server needs of a place for photos. Every method may raise OSError; several processes use one place."""

    def size(self, key: str) -> int:
        """Return how many bytes the whole photo has, 0 where it is not there."""

    def read(self, key: str, offset: int, most: int) -> bytes:
        """Return at most ``most`` bytes of a whole photo from ``offset`` on."""

    def received(self, scope: str, key: str) -> int:
        """Return how many bytes of an unfinished photo an office has sent without a gap."""

    def receive(self, scope: str, key: str, offset: int, content: bytes) -> None:
        """Keep a part of a photo."""

    def finish(self, scope: str, key: str) -> bool:
        """Make a whole photo of the parts and drop them; return whether they were that photo."""

    def keys(self) -> Iterator[tuple[str, int]]:
        """Yield key and bytes of every whole photo."""


def in_row(parts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return of parts, named ``offset-bytes`` and given with their real size, those that follow one another from the
    beginning; the longest of two, and none that is half written."""
    found: dict[int, tuple[int, str]] = {}
    for name, size in parts:
        offset, _, told = name.partition("-")
        if offset.isdigit() and told.isdigit() and size == int(told):
            found[int(offset)] = max(found.get(int(offset), (0, name)), (size, name))
    row: list[tuple[str, int]] = []
    at = 0
    while at in found and found[at][0]:
        size, name = found[at]
        row.append((name, size))
        at += size
    return row


def unfinished(scope: str, key: str) -> str:
    """Return the name under which an office's parts of a photo are kept."""
    return sha256(f"{scope} {key}".encode()).hexdigest()


def is_photo(content: bytes, key: str) -> bool:
    """Tell whether a content is the photo with this key."""
    return shelf.key_of(content) == key and content.startswith(shelf.BEGINS)


class FolderDepot:
    """A folder on a disk of the server."""

    def __init__(self, folder: Path) -> None:
        """The folder is made with the first photo."""
        self._folder = folder
        self._swept = 0.0

    def size(self, key: str) -> int:
        """Return how many bytes the whole photo has, 0 where it is not there."""
        try:
            return shelf.path(self._folder, key).stat().st_size
        except FileNotFoundError:
            return 0

    def read(self, key: str, offset: int, most: int) -> bytes:
        """Return at most ``most`` bytes of a whole photo from ``offset`` on."""
        with open(shelf.path(self._folder, key), "rb") as file:
            file.seek(offset)
            return file.read(most)

    def received(self, scope: str, key: str) -> int:
        """Return how many bytes of an unfinished photo an office has sent without a gap."""
        return sum(size for _, size in self._row(self._unfinished(scope, key)))

    def receive(self, scope: str, key: str, offset: int, content: bytes) -> None:
        """Keep a part of a photo under its place: the same part may come twice, and from two processes at a time."""
        self._sweep()
        folder = self._unfinished(scope, key)
        for last in (False, False, True):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                temp = folder / f".{ids.new_id()}"
                temp.write_bytes(content)
                os.replace(temp, folder / f"{offset}-{len(content)}")
            except (FileNotFoundError, FileExistsError):  # another one has just finished the photo and drops the folder
                if last:
                    raise
            else:
                return

    def finish(self, scope: str, key: str) -> bool:
        """Make a whole photo of the parts and drop them; return whether they were that photo.

        Where another process was quicker the answer is no: only what this office has sent itself counts.
        """
        folder = self._unfinished(scope, key)
        try:
            content = b"".join(part.read_bytes() for part, _ in self._row(folder))
        except FileNotFoundError:
            return False
        good = is_photo(content, key)
        if good:
            shelf.put(self._folder, content)
        shutil.rmtree(folder, ignore_errors=True)
        return good

    def keys(self) -> Iterator[tuple[str, int]]:
        """Yield key and bytes of every whole photo."""
        for file in self._folder.glob("??/*.jpg"):
            yield file.stem, file.stat().st_size

    def _unfinished(self, scope: str, key: str) -> Path:
        return self._folder / UNFINISHED / unfinished(scope, key)

    def _row(self, folder: Path) -> list[tuple[Path, int]]:
        """Return the parts, with their sizes, that follow one another from the beginning; the longest of two."""
        there: list[tuple[str, int]] = []
        with suppress(FileNotFoundError):  # nothing there, or another process has just finished it
            for part in folder.iterdir():
                if not part.name.startswith("."):  # one that is being written now
                    there.append((part.name, part.stat().st_size))
        return [(folder / name, size) for name, size in in_row(there)]

    def _sweep(self) -> None:
        """Now and then drop photos that nobody went on sending, and what a power cut left half written."""
        now = time.time()
        if now - self._swept < KEEP_S / 7:
            return
        self._swept = now
        old = now - KEEP_S
        for folder in (self._folder / UNFINISHED).glob("*"):
            with suppress(FileNotFoundError):  # another process has just finished it
                if folder.stat().st_mtime < old:
                    shutil.rmtree(folder, ignore_errors=True)
        shelf.sweep(self._folder, old)


class S3(NamedTuple):
    """How a place ``s3://EMBER/AWALAN`` is reached; what is empty, boto3 looks up in its usual places."""

    alamat: str = ""
    wilayah: str = ""
    kunci: str = ""
    rahasia: str = ""


def of(db: Database, s3: S3 = S3()) -> Depot:  # noqa: B008
    """Return the place that was chosen for this city, else the usual one."""
    chosen = _chosen(db)
    if not chosen.startswith(IN_S3):
        return FolderDepot(Path(chosen) if chosen else usual(db))
    from .depot_s3 import S3Depot

    return S3Depot(chosen, s3)


def _chosen(db: Database) -> str:
    with db.read() as con:
        return con.scalar(select(META.c.value).where(META.c.key == SETTING)) or ""


def place(db: Database, name: str) -> str:
    """Keep the place for photos, a folder or ``s3://…``: the one named, else the one chosen before, else the usual
    one; return its name. Raises Gangguan when the folder cannot be made."""
    chosen = name or _chosen(db)
    if not chosen.startswith(IN_S3):
        return str(choose(db, Path(chosen) if chosen else None))
    with db.write() as con:
        db.upsert(con, META, [{"key": SETTING, "value": chosen}])
    return chosen


def usual(db: Database) -> Path:
    """Return the folder for photos where none was chosen: beside the SQLite file, else among the user's data."""
    url = make_url(db.url)
    if db.is_sqlite:
        file = Path(url.database or "kota.db").absolute()
        return file.with_name(f"{file.stem}-foto")
    data = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share")))
    return data / "sipokat-pusat" / (url.database or "kota") / "foto"


def choose(db: Database, folder: Path | None) -> Path:
    """Keep the folder for photos: the one named, else the one chosen before, else the usual one; make it.

    Raises Gangguan when it cannot be made.
    """
    with db.write() as con:
        known = con.scalar(select(META.c.value).where(META.c.key == SETTING))
        chosen = folder.absolute() if folder else Path(known) if known else usual(db)
        db.upsert(con, META, [{"key": SETTING, "value": str(chosen)}])
    try:
        chosen.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise Gangguan(GAGAL.format(folder=chosen), GAGAL_SARAN) from exc
    return chosen
