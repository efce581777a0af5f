"""The messages of ``/sync/v1``: one exchange carries hello, ops and cursors, and answers with everything."""

from __future__ import annotations

import base64
import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sipokat_desktop.storage import shelf

VERSION = 2
OLDEST = 1
"""The server answers this version and the one before it; an older program may still hand in what it has."""
MAX_OPS, MAX_OPS_BYTES, MAX_BODY = 1000, 512 * 1024, 16 << 20
FIRST_PAGE, LARGEST_PUSH, LARGEST_PAGE = MAX_OPS, 2000, 4000
"""A push begins with 1,000 ops and goes up to 2,000, whose rows mostly fit a page; the server takes LARGEST_PAGE."""
GZIP_LEVEL = 3
HEADER = "Sipokat-Protokol"
"""Every answer of a Sipokat server carries this header; a captive portal's does not."""
CITY_HEADER = "Sipokat-Kota"
"""Which city answers (:func:`city_name`): another city's server is told apart before its answer is believed."""

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
TEXT = r"^[^\x00]*$"
"""No NUL: PostgreSQL cannot store one."""
Short = Annotated[str, Field(max_length=200, pattern=TEXT)]
Id = Annotated[str, Field(min_length=1, max_length=64, pattern=TEXT)]
Number = Annotated[int, Field(ge=0, lt=1 << 62)]
Row = tuple[str, str, int, int, str, str, int, int]
"""(table, id, seq, deleted, document, writers, place of the author in ``people``, UTC ms): document and
writers are JSON text, passed on as they are. Version 1 had the first six."""
Author = tuple[str, str]
"""(person, label of the computer)"""

MAX_PHOTO = shelf.MOST_BYTES
MAX_PHOTOS_ASKED, MAX_PHOTO_PART, MIN_PHOTO_PART = 200, 1 << 20, 4 << 10
"""In one request: photos asked about, bytes of a photo; only its last part may be smaller than the least."""
SIZE_HEADER = "Sipokat-Bita"
"""With a part of a photo: how many bytes the whole has."""
PhotoKey = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Message(BaseModel):
    """Unknown keys are ignored, so that a newer side may add some."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class WireOp(Message):
    """An operation as text: the chain is over this very text, so nobody has to write it again alike."""

    n: Number
    hash: Hex32
    body: Annotated[str, Field(max_length=MAX_OPS_BYTES)]


class Exchange(Message):
    """What an office sends: its place in its chain, what is new, and how far it has read each scope.

    ``signature`` is the device's, over the end of the chain that the ops make (:func:`signed_chain`).
    ``disk`` (bytes free at the store) and ``backed_up`` (the last backup, UTC ms): 0 where not known.
    """

    protocol: int = VERSION
    inc: Id
    acked_n: Number
    acked_hash: Hex32
    app: Short = ""
    clock: int = 0
    ops: Annotated[list[WireOp], Field(max_length=LARGEST_PAGE)] = []
    signature: Short = ""
    cursors: Annotated[dict[str, Short], Field(max_length=100)] = {}
    limit: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = FIRST_PAGE
    waiting: Number = 0
    disk: Number = 0
    backed_up: Number = 0


class OpResult(Message):
    """What became of one operation; ``reason`` is a sentence for the clerk, ``field`` where to look."""

    op_id: Id
    outcome: Literal["applied", "merged", "duplicate", "held", "refused"]
    reason: str = ""
    field: str = ""


class Digest(Message):
    """Count and sum of the row hashes (mod 2^128, 32 hex digits) of one table in one scope."""

    count: Number
    sum: Hex32


class Page(Message):
    """Row states of one scope after a cursor. ``resync``: the cursor is of another history, start anew."""

    scope: Id
    rows: list[Row]
    people: list[Author] = []
    cursor: Short
    more: bool
    resync: bool = False
    digest: dict[str, Digest] | None = None


class Receipt(Message):
    """The city's signed word on what it holds: ``text`` is canonical JSON, ``signature`` Ed25519 in base64."""

    text: str
    signature: str


class Answer(Message):
    """What the city answers. ``chain`` other than ok: nothing was taken, see SYNC.md.

    ``revoked``: the ops were taken into *held*, nothing is given out. ``upgrade``: this program is too
    old for more than handing in its ops.
    """

    protocol: int = VERSION
    clock: int
    chain: Literal["ok", "gap", "fork", "rewound"]
    acked_n: Number
    acked_hash: Hex32
    results: list[OpResult] = []
    pages: list[Page] = []
    receipt: Receipt | None = None
    revoked: bool = False
    upgrade: bool = False


class DigestAnswer(Message):
    """The hash of every row of one table in one scope, for the drill-down after a mismatch."""

    rows: dict[str, Hex32]


class RowsRequest(Message):
    """Asks for single rows, where the digests differ."""

    scope: Id
    table: Id
    ids: Annotated[list[Id], Field(max_length=LARGEST_PAGE)]


class RowsAnswer(Message):
    """The rows asked for, as far as they are there."""

    rows: list[Row]
    people: list[Author] = []


class LeaseRequest(Message):
    """This PC works on ``key`` (such as a payment list) now."""

    key: Id
    by: Short = ""


class Holder(Message):
    """Another PC that works on the same: its label, who sits there, since when (UTC ms)."""

    label: str
    by: str
    since: Number


class LeaseAnswer(Message):
    """The other PCs of the office; a warning only."""

    others: list[Holder]


class PhotoRef(Message):
    """A row that names a photo: a key alone gives nothing."""

    key: PhotoKey
    scope: Id
    table: Id
    row: Id


class PhotosRequest(Message):
    """Asks what the city has of these."""

    photos: Annotated[list[PhotoRef], Field(max_length=MAX_PHOTOS_ASKED)]


class PhotoState(Message):
    """Whether a photo is ``named`` by a row there that this computer may read, whether all of it is ``held``, and how
    many ``bytes`` of an unfinished one have come."""

    named: bool = False
    held: bool = False
    bytes: Number = 0


class PhotosAnswer(Message):
    """A state for each photo asked for, in the same order."""

    photos: list[PhotoState]


class PhotoPart(PhotoRef):
    """Where the bytes in the body of a request belong in a photo of ``total`` bytes."""

    offset: Annotated[int, Field(ge=0, le=MAX_PHOTO)]
    total: Annotated[int, Field(ge=1, le=MAX_PHOTO)]


class PhotoPiece(PhotoRef):
    """Asks for at most ``limit`` bytes of a photo from ``offset`` on."""

    offset: Annotated[int, Field(ge=0, le=MAX_PHOTO)] = 0
    limit: Annotated[int, Field(ge=1, le=MAX_PHOTO_PART)] = MAX_PHOTO_PART


class EnrolRequest(Message):
    """A one-time code turned into a device: the public Ed25519 key in base64, and the X25519 key for files."""

    code: Short
    public_key: Short
    name: Short
    inc: Id
    box_key: Short = ""


class EnrolAnswer(Message):
    """The device as the city knows it from now on."""

    device_id: Id
    label: str
    scopes: list[str]
    server_key: str
    box_key: str = ""


class SessionRequest(Message):
    """The city's nonce signed with the device key."""

    device_id: Id
    nonce: Short = ""
    signature: Short = ""
    box_key: Short = ""


class SessionAnswer(Message):
    """A nonce to sign, or the session token once it was signed."""

    nonce: str = ""
    token: str = ""
    box_key: str = ""


class Problem(Message):
    """Every refusal: a sentence for the user, and what kind it is for the program."""

    kind: str
    pesan: str


class Invitation(Message):
    """The content of an invitation file (``.undangan``): everything the wizard needs but a name and a PIN."""

    server: str
    code: str
    kelurahan: str
    nama: str
    server_key: str = ""
    box_key: str = ""
    ca: str = ""
    """The city's own CA (PEM), where it has one: the office trusts nothing else."""


def signed_nonce(nonce: str) -> bytes:
    """Return the bytes that a device signs to prove who it is."""
    return b"sipokat masuk\n" + nonce.encode()


def city_name(public_key: str) -> str:
    """Return the short name of a city's public key (base64): 16 hex digits."""
    return hashlib.sha256(public_key.encode()).hexdigest()[:16]


def signed_chain(inc: str, n: int, digest: str) -> bytes:
    """Return the bytes that a device signs with its ops: the hash at ``n`` stands for every op before it."""
    return f"sipokat kirim\n{inc}\n{n}\n{digest}".encode()


def b64(data: bytes) -> str:
    """Return base64 text."""
    return base64.b64encode(data).decode()


def unb64(text: str) -> bytes:
    """Return the bytes of base64 text; raise ValueError when it is none."""
    return base64.b64decode(text, validate=True)
