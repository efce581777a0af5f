"""What a program of the version before this one (protocol 1) can read of an answer."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from sync.protocol import Answer, Page

RowV1 = tuple[str, str, int, int, str, str]
"""(table, id, seq, deleted, document, writers)"""


class PageV1(Page):
    """A page of protocol 1."""

    rows: list[RowV1]  # type: ignore[assignment]


class AnswerV1(Answer):
    """An answer of protocol 1, for the API's description."""

    pages: list[PageV1] = Field(default_factory=list)  # type: ignore[assignment]


def answer_v1(answer: Answer) -> dict[str, Any]:
    """Return the answer in the shape of protocol 1: rows without authors."""
    plain = answer.model_dump()
    for page in plain["pages"]:
        del page["people"]
        page["rows"] = [row[:6] for row in page["rows"]]
    return plain
