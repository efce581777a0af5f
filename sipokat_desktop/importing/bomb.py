"""Measures a workbook before it is opened: a few MB of zip may unpack to many GB, two cells may span a billion."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from . import files, text

MAX_UNPACKED = 256 << 20
MAX_SPAN = 20_000_000
"""Cells between the first and the last one that holds something: the reader keeps a place for each."""
MAX_ROWS = 200_000
MAX_COLUMNS = 500
_CHUNK = 1 << 20
_REF = re.compile(rb"""<(?:\w+:)?c\s[^>]{0,200}?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>/]{0,200}>""")
_WIDE = re.compile(rb'r="([A-Z]{2,3})[0-9]')
_ROW = re.compile(rb'r="([0-9]{1,7})"')
_REPEAT = re.compile(rb"""number-(?:rows|columns)-repeated=["']([0-9]{1,9})["']([^>]*)""")
_NARROW = 26


def check(path: Path, raw: bytes) -> frozenset[str]:
    """Return the names in the zip; raise InputSalah where it is a bomb, encrypted, damaged or no workbook."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as book:
            if sum(item.file_size for item in book.infolist()) > MAX_UNPACKED:
                raise files.refuse(text.BOM, path)
            names = files.members(path, book)
            total = 0
            for item in book.infolist():
                total += _measure(path, raw, item, MAX_UNPACKED - total)
            return names
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError) as exc:
        raise files.refuse(text.RUSAK, path) from exc


def _measure(path: Path, raw: bytes, item: zipfile.ZipInfo, room: int) -> int:
    """Return the true size of a member, whatever it declares, and look at the places of a sheet's cells."""
    sheet = item.filename.startswith("xl/worksheets/") and item.filename.endswith(".xml")
    span, size = _Span(), 0
    for chunk in _unpack(raw, item):
        size += len(chunk)
        if size > room:
            raise files.refuse(text.BOM, path)
        if sheet:
            span.feed(chunk)
        elif item.filename == "content.xml":
            _ods(path, chunk)
    span.judge(path, lambda: _unpack(raw, item))
    return size


def _unpack(raw: bytes, item: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the content of a member in pieces, from its bytes alone."""
    at = item.header_offset
    start = at + 30 + sum(int.from_bytes(raw[at + to : at + to + 2], "little") for to in (26, 28))
    packed = raw[start : start + item.compress_size] if item.compress_type == zipfile.ZIP_STORED else raw[start:]
    if item.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if item.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(item.filename)
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes = packed
    while rest and not engine.eof:
        yield engine.decompress(rest, _CHUNK)
        rest = engine.unconsumed_tail


class _Span:
    """How far the cells of one sheet reach, roughly and quickly."""

    def __init__(self) -> None:
        self._row, self._column = 0, _NARROW
        self._rest = b""

    def feed(self, chunk: bytes) -> None:
        """Look at the next piece of the sheet."""
        piece = self._rest + chunk
        if b"r='" in piece:
            piece = piece.replace(b"'", b'"')
        self._row = max(self._row, max(map(int, _ROW.findall(piece)), default=0))
        wide = set(_WIDE.findall(piece))
        self._column = max(self._column, max(map(_number, wide), default=0))
        self._rest = piece[-64:]

    def judge(self, path: Path, again: Callable[[], Iterator[bytes]]) -> None:
        """Raise InputSalah where the cells that hold something span too much."""
        if self._row * self._column <= MAX_SPAN and self._row <= MAX_ROWS and self._column <= MAX_COLUMNS:
            return
        row, column, rest = 0, 0, b""
        for chunk in again():
            piece = rest + chunk
            for letters, digits in _REF.findall(piece):
                row, column = max(row, int(digits)), max(column, _number(letters))
            rest = piece[-256:]
        if column > MAX_COLUMNS:
            raise files.refuse(text.KOLOM, path)
        if row > MAX_ROWS:
            raise files.refuse(text.BARIS, path)
        if row * column > MAX_SPAN:
            raise files.refuse(text.BOM, path)


def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods(path: Path, chunk: bytes) -> None:
    """Refuse a cell with content that claims to be repeated over the whole sheet."""
    for count, rest in _REPEAT.findall(chunk):
        if int(count) > MAX_ROWS and b"office:value" in rest:
            raise files.refuse(text.BOM, path)
