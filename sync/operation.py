"""An operation as both sides read it from its text."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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
            raw = _Body.model_validate_json(body)
        except ValidationError as exc:
            raise ValueError("not an operation") from exc
        if not raw.fields.keys().isdisjoint(RESERVED):
            raise ValueError("not an operation")
        return cls(
            raw.op_id, raw.inc, raw.n, raw.hlc, raw.scope, raw.kind, raw.table, raw.row, raw.by, raw.fields, raw.seen,
            raw.expected,
        )  # fmt: skip


NO_NUL = r"^[^\x00]*$"
Text = Annotated[str, Field(max_length=200, pattern=NO_NUL)]
Stored = Annotated[
    Annotated[str, Field(pattern=NO_NUL)] | Annotated[int, Field(ge=-(1 << 63), lt=1 << 63)] | None,
    Field(union_mode="left_to_right"),
]
"""What an office can store: another value would keep its whole kelurahan from syncing."""


class _Body(BaseModel):
    """The shape of an operation's JSON; it came over the wire."""

    model_config = ConfigDict(extra="ignore", strict=True)

    op_id: Annotated[str, Field(pattern=r"^[!-~]{1,64}$")]
    inc: Text
    n: int
    hlc: int
    scope: Text
    kind: Text
    table: Text
    row: Text
    by: Text = ""
    fields: dict[Text, Stored]
    seen: dict[Text, Annotated[str, Field(max_length=20_000, pattern=NO_NUL)]] = {}
    expected: Text = ""
