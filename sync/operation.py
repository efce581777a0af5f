"""An operation as both sides read it from its text."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import from_json

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import HELD, REST

RESERVED = frozenset((REST, HELD))


@dataclass(frozen=True, slots=True)
class Op:
    """An operation as parsed from its body; ``seen`` names per field the ops whose values were on the screen."""

    op_id: str
    inc: str
    n: int
    hlc: int
    scope: str
    kind: str
    table: str
    row: str
    by: str
    fields: Fields
    seen: dict[str, str]
    expected: str

    @classmethod
    def parse(cls, body: str) -> Op:
        """Read a body; raise ValueError when it is not an operation."""
        raw = from_json(body)
        if not _is_op(raw):
            raise ValueError("not an operation")
        return cls(
            raw["op_id"], raw["inc"], raw["n"], raw["hlc"], raw["scope"], raw["kind"], raw["table"], raw["row"],
            raw.get("by", ""), raw["fields"], raw.get("seen", {}), raw.get("expected", ""),
        )  # fmt: skip


_TEXTS = ("op_id", "inc", "scope", "kind", "table", "row")


def _is_op(raw: object) -> bool:
    """Tell whether parsed JSON has the shape of an operation; it came over the wire."""
    if not isinstance(raw, dict):
        return False
    for text in (*map(raw.get, _TEXTS), raw.get("by", ""), raw.get("expected", "")):
        if type(text) is not str or len(text) > 200 or "\0" in text:
            return False
    if not 0 < len(raw["op_id"]) <= 64 or not raw["op_id"].isprintable() or " " in raw["op_id"]:
        return False
    fields, seen = raw.get("fields"), raw.get("seen", {})
    return (
        type(raw.get("n")) is type(raw.get("hlc")) is int
        and isinstance(fields, dict)
        and fields.keys().isdisjoint(RESERVED)
        and all(map(_storable, fields.values()))
        and isinstance(seen, dict)
        and {*map(type, seen.values())} <= {str}
    )


def _storable(value: object) -> bool:
    """Tell whether an office can store a value: another one would keep its whole kelurahan from syncing."""
    if type(value) is str:
        return "\0" not in value
    return value is None or (type(value) is int and -(1 << 63) <= value < 1 << 63)
