"""Photos of people: JPEG files beside the store, named by their content; a photo is never required."""

from __future__ import annotations

import os
import tempfile
from hashlib import blake2b
from pathlib import Path

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import text

PALING_BESAR = 2 << 20
SISI_TERPANJANG = 4096
"""Bytes and pixels that a photo may have; the window makes them smaller before."""

_AWAL = b"\xff\xd8\xff"
_AKHIR = b"\xff\xd9"
_UKURAN = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_KUNCI = frozenset("0123456789abcdef")


def pasang(store: Store, orang_id: str, isi: bytes) -> Done[str]:
    """Keep a photo and give it to a person; returns its key.

    The file is on the disk before the act is recorded. Raises InputSalah for what is no JPEG or too large,
    Gangguan when it cannot be written.
    """
    kunci = simpan(store.folder, isi)

    def work(tx: Tx) -> str:
        _pakai(tx, orang_id, kunci)
        return kunci

    return store.write("rt.foto", work)


def lepas(store: Store, orang_id: str) -> Changes:
    """Take the photo off a person; the file stays for an undo."""
    return store.write("rt.foto", lambda tx: _pakai(tx, orang_id, None)).changes


def simpan(folder: Path, isi: bytes) -> str:
    """Keep a JPEG under the store's ``folder`` and return its key, BLAKE2b-128 in hex; the same photo once."""
    periksa(isi)
    kunci = blake2b(isi, digest_size=16).hexdigest()
    jalur = _jalur(folder, kunci)
    if baca(folder, kunci) is not None:
        return kunci
    try:
        jalur.parent.mkdir(exist_ok=True)
        nomor, sementara = tempfile.mkstemp(prefix=".sipokat-", dir=jalur.parent)
        try:
            with os.fdopen(nomor, "wb") as berkas:
                berkas.write(isi)
                berkas.flush()
                os.fsync(berkas.fileno())
            os.replace(sementara, jalur)
        finally:
            Path(sementara).unlink(missing_ok=True)
    except OSError as exc:
        raise Gangguan(*text.FOTO_GAGAL) from exc
    return kunci


def baca(folder: Path, kunci: str) -> bytes | None:
    """Return the photo with this key, None where it is not on this computer, is damaged, or the key is none."""
    if len(kunci) != 32 or not _KUNCI.issuperset(kunci):
        return None
    try:
        isi = _jalur(folder, kunci).read_bytes()
    except OSError:
        return None
    return isi if blake2b(isi, digest_size=16).hexdigest() == kunci else None


def periksa(isi: bytes) -> tuple[int, int]:
    """Return width and height of a JPEG; raise InputSalah for anything else, or for one that is too large."""
    if len(isi) > PALING_BESAR:
        raise InputSalah("foto", text.FOTO_BESAR)
    ukuran = _ukuran(isi) if isi.startswith(_AWAL) and _AKHIR in isi[-64:] else None
    if ukuran is None or not all(ukuran):
        raise InputSalah("foto", text.FOTO_SALAH)
    if max(ukuran) > SISI_TERPANJANG:
        raise InputSalah("foto", text.FOTO_BESAR)
    return ukuran


def _ukuran(isi: bytes) -> tuple[int, int] | None:
    """Read the size from the frame header; None where there is none."""
    di = 2
    while di + 9 <= len(isi) and isi[di] == 0xFF:
        tanda = isi[di + 1]
        if tanda in _UKURAN:
            return int.from_bytes(isi[di + 7 : di + 9], "big"), int.from_bytes(isi[di + 5 : di + 7], "big")
        di += 1 if tanda == 0xFF else 2 + int.from_bytes(isi[di + 2 : di + 4], "big")
    return None


def _jalur(folder: Path, kunci: str) -> Path:
    return folder / "foto" / f"{kunci}.jpg"


def _pakai(tx: Tx, orang_id: str, kunci: str | None) -> None:
    try:
        tx.update("rt_orang", orang_id, {"foto": kunci})
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc
