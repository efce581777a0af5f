"""The key of a store: made once, kept by the operating system's key store, recoverable with a printed code.

Beside the store lies ``kunci.json``: under which name the key is kept, a mark that tells the right key, and the key
locked with the recovery code. Only where the computer has no key store it holds the key itself (keputusan/0051).
"""

from __future__ import annotations

import json
import os
from binascii import a2b_base64, b2a_base64
from contextlib import suppress
from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple

from . import keystore
from .identity import write_atomically

FILE, BYTES = "kunci.json", 32
STORE = "sipokat.db"
PLAIN = b"SQLite format 3\0"

TERKUNCI = "Data di komputer ini terkunci: kuncinya tidak ada di akun komputer ini. Data tidak rusak dan tidak diubah."
TERKUNCI_SARAN = "Masukkan kode pemulihan dari lembar yang dicetak kantor: sipokat kunci pulihkan KODE."
TAK_TERBACA = "Folder data {folder} tidak dapat dibaca."
TAK_TERBACA_SARAN = "Periksa izin folder, lalu buka lagi."
TANPA_KODE = "Untuk data ini belum pernah dibuat kode pemulihan."


class KunciHilang(Gangguan):
    """The store is there, and its key is not: another user's, another computer's, or Windows was set up anew."""

    def __init__(self, *, recoverable: bool) -> None:
        """``recoverable``: a recovery code was made for it once."""
        super().__init__(TERKUNCI, TERKUNCI_SARAN if recoverable else "")
        self.recoverable = recoverable


class KeyFile(NamedTuple):
    """What is known of a key: ``name`` in the OS key store, else ``key`` in hex; ``box`` is the key locked with the
    recovery code (base64; empty: none was made yet) and ``boxed`` when that was made (UTC ms)."""

    mark: str
    name: str = ""
    key: str = ""
    box: str = ""
    boxed: int = 0

    def __repr__(self) -> str:
        """Name the key, never tell it."""
        return f"KeyFile(mark={self.mark!r})"


def mark(key: bytes) -> str:
    """Return what tells a key from another without telling the key."""
    from hashlib import blake2b

    return blake2b(key, digest_size=8, person=b"sipokat tanda").hexdigest()


def of(folder: Path) -> bytes:
    """Return the key of the store in ``folder``, made where there is none yet.

    Raises KunciHilang where the store is there and its key is not, Gangguan when the disk refuses.
    """
    known = load(folder)
    if known is not None:
        return _fetched(known)
    if is_sealed(folder / STORE):
        raise KunciHilang(recoverable=False)
    key = os.urandom(BYTES)
    keep(folder, key)
    return key


def load(folder: Path) -> KeyFile | None:
    """Return what is known of the key of a store; None where it has none.

    Raises Gangguan when the file is there but cannot be read, KunciHilang when it is garbled: no new key may take the
    place of one that is in use.
    """
    path = folder / FILE
    try:
        return KeyFile(**json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise Gangguan(TAK_TERBACA.format(folder=folder), TAK_TERBACA_SARAN) from exc
    except (ValueError, TypeError) as exc:
        raise KunciHilang(recoverable=False) from exc


def keep(folder: Path, key: bytes, box: bytes = b"", boxed: int = 0) -> None:
    """Keep ``key`` as that of the store in ``folder``: in the OS key store, or in a file of this user alone."""
    name, secret = new_id(), key.hex()
    kept = keystore.put(name, secret)
    _save(folder, KeyFile(mark(key), name if kept else "", "" if kept else secret, _text(box), boxed))


def new_code(folder: Path, key: bytes, now: int) -> str:
    """Return a new recovery code; those of before open backups of before only. ``now`` in UTC ms.

    Raises Gangguan when the disk refuses: the old code is still the right one then.
    """
    from . import recovery

    known = load(folder)
    assert known is not None, "a store that is open has a key"
    code = recovery.new_code()
    _save(folder, known._replace(box=_text(recovery.seal(key, code)), boxed=now))
    return code


def recover(folder: Path, typed: str) -> None:
    """Open the key with the recovery code and keep it on this computer anew.

    Raises InputSalah for a code that is mistyped or another one's, Gangguan when the disk refuses.
    """
    known, key = _with_code(folder, typed)
    keep(folder, key, a2b_base64(known.box), known.boxed)


def check_code(folder: Path, typed: str) -> None:
    """Raise InputSalah unless ``typed`` is the recovery code of the data in ``folder``."""
    _with_code(folder, typed)


def _with_code(folder: Path, typed: str) -> tuple[KeyFile, bytes]:
    from . import recovery

    known = load(folder)
    if known is None or not known.box:
        raise InputSalah("kode", TANPA_KODE)
    key = recovery.unseal(a2b_base64(known.box), typed)
    if mark(key) != known.mark:
        raise InputSalah("kode", recovery.BUKAN)
    return known, key


def is_sealed(path: Path) -> bool:
    """Tell whether there is a store at ``path`` that cannot be read without a key."""
    return path.is_file() and path.stat().st_size > 0 and not is_plain(path)


def is_plain(path: Path) -> bool:
    """Tell whether there is a store at ``path`` that anybody can read."""
    try:
        with open(path, "rb") as file:
            return file.read(len(PLAIN)) == PLAIN
    except OSError:
        return False


def prove(folder: Path, key: bytes) -> None:
    """Raise KunciHilang when ``key`` is not the store's: asked only where it did not open it, for that takes time."""
    known = load(folder)
    if known is not None and mark(key) != known.mark:
        raise KunciHilang(recoverable=bool(known.box))


def _fetched(known: KeyFile) -> bytes:
    with suppress(ValueError):
        key = bytes.fromhex(known.key or keystore.get(known.name))
        if len(key) == BYTES:
            return key
    raise KunciHilang(recoverable=bool(known.box))


def _text(box: bytes) -> str:
    return b2a_base64(box, newline=False).decode()


def _save(folder: Path, known: KeyFile) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise Gangguan(f"Folder data {folder} tidak dapat dibuat.", "Pilih folder lain.") from exc
    write_atomically(folder / FILE, json.dumps(known._asdict()).encode(), private=True)
