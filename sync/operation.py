"""An operation as both sides read it from its text."""

from __future__ import annotations

from typing import Annotated, NamedTuple, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict  # typing's own is too plain for pydantic on Python 3.11

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import HELD, REST

RESERVED = frozenset((REST, HELD))


class Op(NamedTuple):
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
        try:
            raw = _read(body)
        except ValidationError as exc:
            raise ValueError("not an operation") from exc
        if not raw["fields"].keys().isdisjoint(RESERVED) or (NUL_ESCAPED in body and _holds_nul(raw)):
            raise ValueError("not an operation")
        return cls(
            raw["op_id"], raw["inc"], raw["n"], raw["hlc"], raw["scope"], raw["kind"], raw["table"], raw["row"],
            raw.get("by", ""), raw["fields"], raw.get("seen", {}), raw.get("expected", ""),
        )  # fmt: skip


NUL_ESCAPED = "\\u0000"
"""How JSON writes the one character that PostgreSQL cannot store; it may also be a backslash and five characters."""
Text = Annotated[str, Field(max_length=200)]
Stored = Annotated[
    str | Annotated[int, Field(ge=-(1 << 63), lt=1 << 63)] | None, Field(union_mode="left_to_right")
]  # fmt: skip
"""What an office can store: another value would keep its whole kelurahan from syncing."""


@with_config(ConfigDict(extra="ignore", strict=True))
class _Body(TypedDict):
    """The shape of an operation's JSON; it came over the wire. A dict: an object would cost as much as reading it."""

    op_id: Annotated[str, Field(pattern=r"^[!-~]{1,64}$")]
    inc: Text
    n: int
    hlc: int
    scope: Text
    kind: Text
    table: Text
    row: Text
    by: NotRequired[Text]
    fields: dict[Text, Stored]
    seen: NotRequired[dict[Text, Annotated[str, Field(max_length=20_000)]]]
    expected: NotRequired[Text]


_read = TypeAdapter(_Body).validate_json


def _holds_nul(raw: _Body) -> bool:
    seen = raw.get("seen", {})
    texts = (*raw.values(), *raw["fields"], *raw["fields"].values(), *seen, *seen.values())
    return any(isinstance(text, str) and "\x00" in text for text in texts)
