"""The one file of a backup: a manifest with checksums, and the database's content."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tarfile
from pathlib import Path
from typing import IO, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.sums import Sums

from . import text

ENDING = ".cadangan"
MANIFEST, CONTENT = "keterangan.json", "isi"
CHUNK = 1 << 20
Count = Annotated[int, Field(ge=0)]


class Contents(BaseModel):
    """What a database held at one moment: its revision, rows per table, sums per scope and table."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    revisi: str
    tabel: dict[str, Count]
    lingkup: Sums


class Manifest(BaseModel):
    """What a backup says of itself; ``waktu`` in UTC ms, ``sidik`` is the SHA-256 of the content."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    bentuk: int = 1
    mesin: str
    waktu: int
    program: str
    bita: Count
    sidik: str
    isi: Contents


def write(target: Path, manifest: Manifest, content: Path) -> None:
    """Write the file, whole or not at all, readable by its owner only; raises OSError."""
    temp = target.with_name(f".{target.name}")
    try:
        with open(os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                said = manifest.model_dump_json(indent=1).encode()
                tar.addfile(_member(MANIFEST, len(said), manifest.waktu), io.BytesIO(said))
                with content.open("rb") as inner:
                    tar.addfile(_member(CONTENT, content.stat().st_size, manifest.waktu), inner)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temp, target)
    finally:
        temp.unlink(missing_ok=True)


def _member(name: str, size: int, at: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = size, at // 1000, 0o600
    return member


def read(file: Path, content: Path | None = None) -> Manifest:
    """Return what a backup says of itself, its content written to ``content`` and held against its checksum.

    Raises InputSalah for a file that is none or is damaged.
    """
    try:
        with tarfile.open(file, "r:") as tar:
            manifest = Manifest.model_validate(json.loads(_inner(tar, MANIFEST).read()))
            if content is not None:
                with content.open("wb") as out:
                    shutil.copyfileobj(_inner(tar, CONTENT), out, CHUNK)
    except FileNotFoundError as exc:
        raise InputSalah("berkas", text.CADANGAN_TIDAK_ADA.format(berkas=file)) from exc
    except (tarfile.TarError, OSError, ValueError, KeyError, ValidationError) as exc:
        raise InputSalah("berkas", text.CADANGAN_RUSAK.format(berkas=file.name)) from exc
    if content is not None and digest(content) != manifest.sidik:
        raise InputSalah("berkas", text.CADANGAN_RUSAK.format(berkas=file.name))
    return manifest


def _inner(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    found = tar.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
