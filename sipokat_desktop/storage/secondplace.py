"""The second place of backups: a flash disk or a folder elsewhere, into which every backup is copied and read again.

Which folder that is lies beside the store, not in it: a damaged store must not hide where its backups are.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.values import NamedTuple

from . import keys, rotation
from .identity import write_atomically

FILE = "cadangan-kedua.json"
BUKAN_FOLDER = "{folder} bukan folder yang dapat dibuka. Pasang flashdisknya, lalu pilih lagi."
DI_DALAM = "Folder itu ada di dalam folder data. Pilih flashdisk atau folder di tempat lain."
TAK_TERTULIS = "Folder {folder} tidak dapat ditulisi. Pilih flashdisk atau folder lain."
TIDAK_TERPASANG = "Flashdisk cadangan tidak terpasang; cadangan di komputer ini tetap dibuat."
TAK_TERSALIN = "Cadangan tidak dapat disalin ke {folder}; cadangan di komputer ini tetap dibuat."
BELUM = "Tempat cadangan kedua belum dipilih."


class SecondPlace(NamedTuple):
    """``folder`` as it was chosen (empty: none), when a backup last came there (UTC ms; 0: never), and the sentence
    that says why the last one did not."""

    folder: str = ""
    copied: int = 0
    trouble: str = ""


def load(data: Path) -> SecondPlace:
    """Return the second place of the data in a folder; what cannot be read is none."""
    with suppress(OSError, ValueError, TypeError):
        return SecondPlace(**json.loads((data / FILE).read_bytes()))
    return SecondPlace()


def choose(data: Path, folder: Path) -> SecondPlace:
    """Copy backups of the data in ``data`` into ``folder`` from now on.

    Raises InputSalah (field "folder") for a folder that cannot be used, Gangguan when the choice cannot be kept.
    """
    if not folder.is_dir():
        raise InputSalah("folder", BUKAN_FOLDER.format(folder=folder))
    folder = folder.resolve()
    if folder.is_relative_to(data.resolve()):
        raise InputSalah("folder", DI_DALAM)
    try:
        own(data, folder).mkdir(exist_ok=True)
        probe = own(data, folder) / f".uji-{os.getpid()}"
        probe.write_bytes(b"uji")
        probe.unlink()
    except OSError as exc:
        raise InputSalah("folder", TAK_TERTULIS.format(folder=folder)) from exc
    return _save(data, SecondPlace(str(folder)))


def remove(data: Path) -> None:
    """Copy nowhere from now on; what was copied stays there. Raises Gangguan when the disk refuses."""
    _save(data, SecondPlace())


def own(data: Path, folder: Path) -> Path:
    """Return the folder of this computer's backups in a second place: several may share a flash disk, and another
    flash disk under the same letter has none of this name."""
    known = keys.load(data)
    return folder / f"sipokat-{known.mark if known else 'terbuka'}"


def copy(data: Path, backup: Path, now: int, *spare: Path) -> SecondPlace:
    """Copy a backup to the second place, if there is one, and read it again; never raises for what is wrong there.

    ``now`` in UTC ms; ``spare`` is never rotated away. Returns what is known of the place afterwards.
    """
    place = load(data)
    if not place.folder:
        return place
    target = own(data, Path(place.folder))
    try:
        if not target.is_dir():
            return _save(data, place._replace(trouble=TIDAK_TERPASANG))
        content = backup.read_bytes()
        write_atomically(target / backup.name, content)
        if (target / backup.name).read_bytes() != content:
            raise OSError("the copy differs")
        rotation.rotate(target, target / backup.name, *spare)
    except (OSError, Gangguan):
        with suppress(OSError):
            (target / backup.name).unlink()
        return _save(data, place._replace(trouble=TAK_TERSALIN.format(folder=place.folder)))
    return _save(data, place._replace(copied=now, trouble=""))


def backups(data: Path) -> list[Path]:
    """Return the backups in the second place, those of other computers too; none while it is away."""
    place = load(data)
    with suppress(OSError):
        return sorted(Path(place.folder).glob(f"sipokat-*/{rotation.PATTERN}")) if place.folder else []
    return []


def _save(data: Path, place: SecondPlace) -> SecondPlace:
    write_atomically(data / FILE, json.dumps(place._asdict()).encode())
    return place
