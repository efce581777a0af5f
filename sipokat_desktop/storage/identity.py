"""Who this installation is: kept outside the database file, so that a copied store is noticed."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple

from .durable import settle


class Identity(NamedTuple):
    """``inc`` is the incarnation of the device; ``opened`` counts the times the store was opened;
    ``file_no`` is the number that the file system gave the store's file: a copy has another one.

    ``key_name`` is the key's name in the OS key store; where there is none, ``private_key`` holds the key itself.
    Everything after ``file_no`` is empty until the office has been enrolled with the city.
    """

    inc: str = ""
    opened: int = 0
    file_no: int = 0
    device_id: str = ""
    label: str = ""
    server: str = ""
    server_key: str = ""
    server_box: str = ""
    private_key: str = ""
    key_name: str = ""
    scopes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Name the computer, never its key."""
        return f"Identity(device_id={self.device_id!r}, inc={self.inc!r}, opened={self.opened})"

    @property
    def enrolled(self) -> bool:
        """Tell whether the city knows this computer."""
        return bool(self.device_id)

    def renewed(self) -> Identity:
        """Return the same device with a new incarnation."""
        return self._replace(inc=new_id())


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace ``path`` by ``data`` so that a power cut leaves either the old or the new file, afterwards the new one.

    Raises Gangguan when the folder refuses it.
    """
    temp = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        with open(temp, "wb", opener=lambda name, flags: os.open(name, flags, 0o600 if private else 0o666)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temp, path)
        settle(path)
    except OSError as exc:
        with suppress(OSError):
            temp.unlink()
        raise _refusal(path, exc) from exc


def _refusal(path: Path, exc: OSError) -> Gangguan:
    """Return what is said of a file that could not be written: a flash disk that is gone is told from a full one."""
    if not _there(path.parent):
        sebab, saran = f": folder {path.parent} tidak terjangkau", "Pasang lagi flashdisknya atau pilih folder lain"
    elif exc.errno in (errno.ENOSPC, errno.EDQUOT):
        sebab, saran = ": tempatnya penuh", "Kosongkan sebagian isinya atau pilih folder lain"
    elif exc.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        sebab, saran = ": folder itu tidak boleh ditulisi", "Buka kunci tulisnya atau pilih folder lain"
    else:
        sebab, saran = "", "Periksa apakah flashdisknya masih terpasang dan foldernya dapat ditulisi"
    return Gangguan(f"Berkas {path.name} tidak dapat ditulis{sebab}.", f"{saran}, lalu coba lagi.")


def _there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def load(path: Path) -> Identity:
    """Read the identity file; a missing or garbled one is a computer that was never enrolled.

    Raises Gangguan when the file is there but cannot be read: it must not be replaced then.
    """
    try:
        raw = json.loads(path.read_bytes())
        return Identity(**{**raw, "scopes": tuple(raw["scopes"])})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Identity()
    except OSError as exc:
        raise Gangguan(f"Berkas {path.name} tidak dapat dibaca.", "Periksa izin folder, lalu buka lagi.") from exc


def save(path: Path, identity: Identity) -> None:
    """Write the identity file, readable by its owner only; raise Gangguan when that fails."""
    write_atomically(path, json.dumps(identity._asdict()).encode(), private=True)
