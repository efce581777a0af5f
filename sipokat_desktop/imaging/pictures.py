"""A photo as the office keeps it: small, upright, bare of where and by whom it was taken. What is none is refused."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel.errors import InputSalah

from . import text

if TYPE_CHECKING:
    from PIL import Image

SIDE = 1600
"""The longest side of a kept photo, in px."""
MOST_BYTES = 40 << 20
"""A larger file is not read."""
MOST_PIXELS, MOST_JPEG_PIXELS = 50_000_000, 120_000_000
"""A JPEG is decoded at a part of its size, so that more of it does no harm."""
ENOUGH = 350_000
"""Bytes beyond which a photo is packed more tightly."""
QUALITIES = (80, 70, 60)

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")
_HEIF = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
_BROKEN = (
    OSError, SyntaxError, ValueError, TypeError, ArithmeticError, LookupError, EOFError, AttributeError, RuntimeError,
    MemoryError, AssertionError, struct.error, zlib.error,
)  # fmt: skip
"""What decoders raise on bytes that are no picture."""
_ORIENTATION, _CHANGED, _DETAILS, _TAKEN = 0x0112, 0x0132, 0x8769, 0x9003
"""The EXIF tags that are read; none is kept."""


class Picture(NamedTuple):
    """A photo ready to be kept: the bytes of the JPEG, its size in px, what it looks like (``sidik``, 16 hex digits),
    and the day it was taken (ISO; empty where the file does not tell): only to suggest it, it is in no file."""

    jpeg: bytes
    width: int
    height: int
    sidik: str
    day: str


def prepare(source: bytes | Path, *, side: int = SIDE) -> Picture:
    """Return a photo of at most ``side`` px; raise InputSalah (field ``foto``) for anything that is none."""
    content = _content(source)
    with _quiet():
        try:
            return _prepared(content, side)
        except _BROKEN as exc:
            raise InputSalah("foto", text.TERPOTONG if "truncated" in str(exc) else text.BUKAN) from exc


def distance(one: str, other: str) -> int:
    """Return in how many of 64 bits two ``sidik`` differ; up to about 6 the pictures look alike."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _content(source: bytes | Path) -> bytes:
    content = source if isinstance(source, bytes) else _read(source)
    _bounded(len(content))
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF:
        raise InputSalah("foto", text.HEIC)
    return content


def _read(file: Path) -> bytes:
    try:
        _bounded(file.stat().st_size)
        return file.read_bytes()
    except OSError as exc:
        raise InputSalah("foto", text.TAK_TERBUKA.format(nama=file.name)) from exc


def _bounded(size: int) -> None:
    if not size:
        raise InputSalah("foto", text.KOSONG)
    if size > MOST_BYTES:
        raise InputSalah("foto", text.TERLALU_BESAR.format(mb=-(-size >> 20), batas=MOST_BYTES >> 20))


@contextmanager
def _quiet() -> Iterator[None]:
    """Nobody reads what a decoder remarks on a picture."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _prepared(content: bytes, side: int) -> Picture:
    from PIL import Image

    try:
        picture = Image.open(BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError as exc:
        raise InputSalah("foto", text.BUKAN) from exc
    with picture:
        jpeg = picture.format in ("JPEG", "MPO")
        if picture.width * picture.height > (MOST_JPEG_PIXELS if jpeg else MOST_PIXELS):
            raise InputSalah("foto", text.TERLALU_LUAS.format(lebar=picture.width, tinggi=picture.height))
        turned, day = _told(picture)
        if jpeg:
            picture.draft("RGB", (side, side))
        small = _bare(picture)
    small.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if turned is not None:
        small = small.transpose(Image.Transpose(turned))
    return Picture(_packed(small), small.width, small.height, _sidik(small), day)


def _told(picture: Image.Image) -> tuple[int | None, str]:
    """Return how the picture is to be turned (None: it stands upright) and the day it was taken, as far as told."""
    from PIL import Image

    turns = Image.Transpose
    try:
        exif = picture.getexif()
        way = exif.get(_ORIENTATION)
        taken = exif.get_ifd(_DETAILS).get(_TAKEN) or exif.get(_CHANGED)
    except _BROKEN:
        return None, ""
    turned = {
        2: turns.FLIP_LEFT_RIGHT, 3: turns.ROTATE_180, 4: turns.FLIP_TOP_BOTTOM, 5: turns.TRANSPOSE,
        6: turns.ROTATE_270, 7: turns.TRANSVERSE, 8: turns.ROTATE_90,
    }  # fmt: skip
    return turned.get(way) if isinstance(way, int) else None, _day(taken)


def _day(taken: object) -> str:
    try:
        return date.fromisoformat(str(taken)[:10].replace(":", "-")).isoformat()
    except ValueError:
        return ""


def _bare(picture: Image.Image) -> Image.Image:
    """Return nothing but the picture, on white where it is see-through."""
    from PIL import Image

    if not picture.has_transparency_data:
        return _stripped(picture.convert("RGB"))
    top = picture.convert("RGBA")
    white = Image.new("RGB", top.size, "white")
    white.paste(top, mask=top.getchannel("A"))
    return white


def _stripped(picture: Image.Image) -> Image.Image:
    picture.info = {}
    return picture


def _packed(picture: Image.Image) -> bytes:
    for quality in QUALITIES:
        packed = BytesIO()
        picture.save(packed, "JPEG", quality=quality, optimize=True)
        if packed.tell() <= ENOUGH:
            break
    return packed.getvalue()


def _sidik(picture: Image.Image) -> str:
    """Return 64 bits that tell, of 8 rows of 9 patches, which is lighter than its left neighbour (dHash)."""
    from PIL import Image

    patches = picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            left = patches[row * 9 + column]
            bits = bits << 1 | (left < patches[row * 9 + column + 1])
    return f"{bits:016x}"
