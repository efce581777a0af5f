"""What the files of an office without internet hold: the same messages as on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol import (
    MAX_PHOTO,
    Answer,
    EnrolAnswer,
    EnrolRequest,
    Exchange,
    Id,
    Message,
    Number,
    PhotoKey,
    PhotoRef,
)

OFFICE, CITY = ".ke-kota", ".dari-kota"
"""File name endings: what an office hands in, and what the city gives back."""


PHOTOS, PHOTO_BYTES = 1000, 40 << 20
"""How many photos a file carries at most, and how many bytes of them."""


class PhotoFile(PhotoRef):
    """A whole photo (base64) and a row that names it, which may come with the same file."""

    content: Annotated[str, Field(max_length=MAX_PHOTO * 4 // 3 + 4)]


class OfficeFile(Message):
    """Everything the city has not answered, in as many exchanges as that takes; the enrolment where it is new; and
    photos, the oldest of those that wait."""

    exchanges: Annotated[list[Exchange], Field(min_length=1, max_length=1000)]
    enrol: EnrolRequest | None = None
    photos: list[PhotoFile] = Field(default_factory=list, max_length=PHOTOS)


class Part(Message):
    """The answer to one exchange of the office's file: which ops it held, and the cursors it asked from."""

    inc: Id
    first: Number
    last: Number
    cursors: dict[str, str]
    answer: Answer


class CityFile(Message):
    """The city's answers in order; the pages and the receipt come with the last one. ``photos``: those of the office's
    file that the city holds now."""

    parts: list[Part]
    enrol: EnrolAnswer | None = None
    photos: list[PhotoKey] = Field(default_factory=list)
