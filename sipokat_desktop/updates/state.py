"""What this computer knows of updates, in one small file beside the data; and where the program itself is."""

from __future__ import annotations

import json
from pathlib import Path

import sipokat_desktop
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.storage.identity import write_atomically

FOLDER, FILE = "pembaruan", "keadaan.json"
TRIAL, FAILED, IN_USE, BEFORE = "coba.txt", "mundur.txt", "aktif.txt", "aktif.lama"
"""Beside the launcher: a version on trial, the one that failed, the one in use, the one before."""


class State(NamedTuple):
    """``versi`` … ``sha256`` describe the set-up file that is kept aside; ``setuju``: it is put in at the next close,
    after ``percobaan`` vain tries. ``dilihat``: the last look at the city (UTC ms). ``ditolak``: versions that did not
    start here. ``dari`` … ``kolom``: the update that was begun last, and the backup made before it.
    ``kabar`` is told at the next start."""

    versi: str = ""
    berkas: str = ""
    catatan: str = ""
    sha256: str = ""
    setuju: bool = False
    percobaan: int = 0
    dilihat: int = 0
    ditolak: tuple[str, ...] = ()
    dari: str = ""
    ke: str = ""
    cadangan: str = ""
    kolom: tuple[str, ...] = ()
    kabar: str = ""

    def without_offer(self) -> State:
        """Return the same with nothing kept aside."""
        return self._replace(versi="", berkas="", catatan="", sha256="", setuju=False, percobaan=0)


def folder(data: Path) -> Path:
    """Return where updates are kept aside."""
    return data / FOLDER


def load(data: Path) -> State:
    """Return what is known; nothing where the file is missing or garbled: then the city is asked again."""
    try:
        raw = json.loads((folder(data) / FILE).read_bytes())
        return State(**{**raw, "ditolak": tuple(raw["ditolak"]), "kolom": tuple(raw["kolom"])})
    except (OSError, ValueError, TypeError, KeyError):
        return State()


def save(data: Path, state: State) -> None:
    """Keep what is known; raise Gangguan when the disk refuses."""
    from sipokat_desktop.kernel.errors import Gangguan

    try:
        folder(data).mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise Gangguan(f"Folder {FOLDER} tidak dapat dibuat.", "Periksa ruang disk dan izin folder data.") from exc
    write_atomically(folder(data) / FILE, json.dumps(state._asdict()).encode())


def program() -> Path | None:
    """Return the folder that set-up made (``versi/0.1.0/app/sipokat_desktop`` is ours); None for a checkout."""
    above = Path(sipokat_desktop.__file__).parents
    if len(above) > 4 and above[3].name == "versi" and (above[4] / IN_USE).is_file():
        return above[4]
    return None


def version_in(file: Path) -> str:
    """Return the version that a file of the launcher's names; empty where there is none."""
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
