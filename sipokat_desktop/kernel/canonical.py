"""The one text form of a row or an operation, and the hashes over it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from json import JSONDecoder
from json.encoder import c_make_encoder, encode_basestring  # type: ignore[attr-defined]
from json.scanner import c_make_scanner  # type: ignore[attr-defined]
from typing import Any

Value = str | int | None
"""What a synced field may hold: money is whole rupiah, dates and lists are text."""

Fields = dict[str, Value]

GENESIS = "0" * 32
MODULUS = 1 << 128

_PLAIN = frozenset((str, int, bool, type(None)))


def _refuse(value: object) -> object:
    raise TypeError(f"{type(value).__name__} has no canonical form")


# What json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode makes anew
# for every call, made once: a save writes four texts.
_encoded = c_make_encoder(None, _refuse, encode_basestring, None, ":", ",", True, False, False)


def encode(value: object) -> str:
    """Return JSON with sorted keys and no spaces, as :func:`dumps` does, of what is known to be plain and NFC."""
    return "".join(_encoded(value, 0))


_decoded = c_make_scanner(JSONDecoder())


def decode(text: str) -> Any:
    """Return what :func:`encode` wrote as ``text``: no blanks around it to look for. Raises ValueError for none."""
    try:
        return _decoded(text, 0)[0]
    except StopIteration as exc:
        raise ValueError("no canonical text") from exc


def _only_plain(values: Iterable[object]) -> None:
    for value in values:
        if type(value) in _PLAIN:
            continue
        if isinstance(value, dict):
            _only_plain(value.values())
        elif isinstance(value, list | tuple):
            _only_plain(value)
        elif not isinstance(value, str | int):
            _refuse(value)


def dumps(value: Mapping[str, object]) -> str:
    """Return canonical JSON: sorted keys, no spaces, NFC, integers only.

    Raises TypeError for floats and anything else without an exact form.
    """
    _only_plain(value.values())
    text = encode(value)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def chain(previous: str, body: str) -> str:
    """Return h_n = BLAKE2b-128(h_{n-1} ‖ body) as 32 hex digits."""
    return blake2b(bytes.fromhex(previous) + body.encode(), digest_size=16).hexdigest()


def row_hash(table: str, row_id: str, deleted: bool, doc: str) -> str:
    """Return the 128-bit hash of a row state as 32 hex digits; ``doc`` is canonical JSON."""
    return _row(table, row_id, deleted, doc).hex()


def row_number(table: str, row_id: str, deleted: bool, doc: str) -> int:
    """Return the same hash as a number, as digests add it up."""
    return int.from_bytes(_row(table, row_id, deleted, doc), "big")


def _row(table: str, row_id: str, deleted: bool, doc: str) -> bytes:
    return blake2b(f"{table}\x1f{row_id}\x1f{deleted:d}\x1f{doc}".encode(), digest_size=16).digest()
