"""Writing a finished paper to disk in one piece, with failures told in plain words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from ..kernel.errors import Gangguan
from . import text

T = TypeVar("T")


def tulis_utuh(keluaran: Path, tulis: Callable[[IO[bytes]], T]) -> T:
    """Let ``tulis`` fill a temporary file beside ``keluaran``, then put it in place; return its result.

    The old file stays until the new one is whole. Raises Gangguan when the disk or another program
    stands in the way; nothing is left behind.
    """
    import tempfile

    try:
        nomor, sementara = tempfile.mkstemp(prefix=".sipokat-", suffix=".tmp", dir=keluaran.parent)
    except PermissionError as sebab:
        raise Gangguan(*text.folder_terkunci(str(keluaran.parent))) from sebab
    except OSError as sebab:
        raise _gangguan(sebab, keluaran) from sebab
    try:
        with os.fdopen(nomor, "wb") as berkas:
            hasil = tulis(berkas)
            berkas.flush()
            os.fsync(berkas.fileno())
        os.replace(sementara, keluaran)
    except OSError as sebab:
        raise _gangguan(sebab, keluaran) from sebab
    finally:
        Path(sementara).unlink(missing_ok=True)
    return hasil


def simpan_pdf(keluaran: Path, isi: bytes) -> None:
    """Write a paper that was drawn already; raises Gangguan as :func:`tulis_utuh` does."""
    tulis_utuh(keluaran, lambda berkas: berkas.write(isi))


def _gangguan(sebab: OSError, keluaran: Path) -> Gangguan:
    match sebab.errno:
        case errno.ENOSPC:
            return Gangguan(*text.ruang_penuh())
        case errno.ENOENT | errno.ENOTDIR:
            return Gangguan(*text.folder_hilang(str(keluaran.parent)))
        case errno.EACCES | errno.EPERM | errno.EBUSY | errno.EISDIR:
            return Gangguan(*text.berkas_terbuka(keluaran.name))
        case _:
            return Gangguan(*text.gagal_simpan(keluaran.name))
