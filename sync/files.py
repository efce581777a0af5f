"""What the files of an office without internet hold: the same messages as on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol import Answer, EnrolAnswer, EnrolRequest, Exchange, Id, Message, Number

OFFICE, CITY = ".ke-kota", ".dari-kota"
"""File name endings: what an office hands in, and what the city gives back."""


class OfficeFile(Message):
    """Everything the city has not answered, in as many exchanges as that takes; the enrolment where it is new."""

    exchanges: Annotated[list[Exchange], Field(min_length=1, max_length=1000)]
    enrol: EnrolRequest | None = None


class Part(Message):
    """The answer to one exchange of the office's file: which ops it held, and the cursors it asked from."""

    inc: Id
    first: Number
    last: Number
    cursors: dict[str, str]
    answer: Answer


class CityFile(Message):
    """The city's answers in order; the pages and the receipt come with the last one."""

    parts: list[Part]
    enrol: EnrolAnswer | None = None
