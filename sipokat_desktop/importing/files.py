"""Tells what a file is by its content, never by its name, and refuses what no sheet can be read from."""

from __future__ import annotations

import zipfile
from enum import Enum
from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah

from . import text

MAX_BYTES = 64 << 20

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WEB = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"<?xml", b"<meta", b"mime-version")
_VBA = "_VBA_PROJECT".encode("utf-16-le")


class Kind(Enum):
    """What the bytes are: a zip with sheets, an OLE file (.xls), or text."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "teks"


def refuse(sentence: str, path: Path, **more: object) -> InputSalah:
    """Return the refusal of ``path`` in one sentence."""
    return InputSalah("berkas", sentence.format(nama=path.name, **more))


def load(path: Path) -> bytes:
    """Return the bytes of a file; raise InputSalah where it is missing, in use, empty or too large."""
    try:
        if path.is_dir():
            raise refuse(text.FOLDER, path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise refuse(text.BESAR, path)
        raw = path.read_bytes()
    except FileNotFoundError as exc:
        raise refuse(text.TIDAK_ADA, path) from exc
    except PermissionError as exc:
        raise refuse(text.DIPAKAI, path) from exc
    except OSError as exc:
        raise refuse(text.TAK_TERBACA, path) from exc
    if not raw.strip(b"\x00 \t\r\n"):
        raise refuse(text.KOSONG, path)
    return raw


def kind(path: Path, raw: bytes) -> Kind:
    """Return what ``raw`` is; raise InputSalah for what is certainly no sheet."""
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _ole(path, raw)
        return Kind.OLE
    if raw.lstrip()[:5] == b"%PDF-":
        raise refuse(text.PDF, path)
    if raw.startswith(_IMAGES):
        raise refuse(text.GAMBAR, path)
    head = raw[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith(_WEB):
        raise refuse(text.HTML, path)
    return Kind.TEXT


def _ole(path: Path, raw: bytes) -> None:
    if _PACKAGE in raw:
        raise refuse(text.SANDI, path)
    if "WordDocument".encode("utf-16-le") in raw:
        raise refuse(text.WORD, path)


def has_macros(raw: bytes, names: frozenset[str]) -> bool:
    """Tell whether a workbook carries macros; they are never run."""
    return any(name.lower().endswith("vbaproject.bin") for name in names) or _VBA in raw


def members(path: Path, book: zipfile.ZipFile) -> frozenset[str]:
    """Return the names in a zip; raise InputSalah for a zip of something else than sheets, or an encrypted one."""
    names = frozenset(book.namelist())
    if any(name.startswith("word/") for name in names):
        raise refuse(text.WORD, path)
    if any(item.flag_bits & 1 for item in book.infolist()):
        raise refuse(text.SANDI, path)
    if "META-INF/manifest.xml" in names and b"encryption-data" in book.read("META-INF/manifest.xml"):
        raise refuse(text.SANDI, path)
    return names
