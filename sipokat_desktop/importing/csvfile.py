"""Reads text with separators as offices save it: ; , tab or |, UTF-8, UTF-16 or cp1252."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from . import files, text

_DELIMITERS = ";\t,|"
_RUNAWAY = 6
"""Line breaks in one cell from which on a quotation mark was never closed."""


def rows(path: Path, raw: bytes) -> list[list[object]]:
    """Return the rows; raise InputSalah for what is no text, or no whole CSV."""
    content = decode(path, raw)
    first, _, rest = content.partition("\n")
    delimiter = ""
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, content = first.strip()[4], "\n" + rest
    found: list[list[object]] = []
    try:
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter or sniff(content)):
            if any(cell.count("\n") >= _RUNAWAY for cell in row if len(cell) > 50):
                raise files.refuse(text.KUTIP, path, baris=len(found) + 1)
            found.append([*row])
    except csv.Error as exc:
        raise files.refuse(text.RUSAK, path) from exc
    return found


def decode(path: Path, raw: bytes) -> str:
    """Return the text of a file in any of the encodings that Excel and notepads write."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(path, raw, "utf-16")
    if raw[1:40:2].count(0) > 8:
        return _as(path, raw, "utf-16-le")
    if raw[0:40:2].count(0) > 8:
        return _as(path, raw, "utf-16-be")
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        content = raw.decode("cp1252", errors="replace")
    strange = sum(1 for ch in content[:20_000] if ch == "\ufffd" or (ch < " " and ch not in "\t\r\n"))
    if "\x00" in content or strange * 50 > min(len(content), 20_000):
        raise files.refuse(text.BUKAN, path)
    return content


def _as(path: Path, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as exc:
        raise files.refuse(text.BUKAN, path) from exc


def sniff(content: str) -> str:
    """Return the separator that cuts most of the first lines into equally many parts."""
    head = content[:20_000].splitlines()[:60]

    def score(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(head, delimiter=delimiter) if len(row) > 1)
        if not widths:
            return 0, 0
        width, lines = widths.most_common(1)[0]
        return lines * min(width, 4), width

    return max(_DELIMITERS, key=score)
