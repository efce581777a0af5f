"""The messages of ``/sync/v1``: one exchange carries hello, ops and cursors, and answers with everything."""

from __future__ import annotations

import base64
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1
MAX_OPS = 200
MAX_OPS_BYTES = 512 * 1024
MAX_BODY = 16 << 20
FIRST_PAGE = 500
LARGEST_PAGE = 4000
GZIP_LEVEL = 3
HEADER = "Sipokat-Protokol"
"""Every answer of a Sipokat server carries this header; a captive portal's does not."""

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Short = Annotated[str, Field(max_length=200)]
Id = Annotated[str, Field(min_length=1, max_length=64)]
Number = Annotated[int, Field(ge=0, lt=1 << 62)]
Row = tuple[str, str, int, int, str, str]
"""(table, id, seq, deleted, document, writers): the last two are JSON text, passed on as they are."""


class Message(BaseModel):
    """Unknown keys are ignored, so that a newer side may add some."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class WireOp(Message):
    """An operation as text: the chain is over this very text, so nobody has to write it again alike."""

    n: Number
    hash: Hex32
    body: Annotated[str, Field(max_length=MAX_OPS_BYTES)]


class Exchange(Message):
    """What an office sends: its place in its chain, what is new, and how far it has read each scope."""

    protocol: int = VERSION
    inc: Id
    acked_n: Number
    acked_hash: Hex32
    app: Short = ""
    clock: int = 0
    ops: Annotated[list[WireOp], Field(max_length=MAX_OPS)] = []
    cursors: Annotated[dict[str, Short], Field(max_length=100)] = {}
    limit: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = FIRST_PAGE
    waiting: Number = 0


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

    ``revoked``: the ops were taken into *held*, nothing is given out.
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


class DigestAnswer(Message):
    """The hash of every row of one table in one scope, for the drill-down after a mismatch."""

    rows: dict[str, Hex32]


class EnrolRequest(Message):
    """A one-time code turned into a device: the public Ed25519 key in base64."""

    code: Short
    public_key: Short
    name: Short
    inc: Id


class EnrolAnswer(Message):
    """The device as the city knows it from now on."""

    device_id: Id
    label: str
    scopes: list[str]
    server_key: str


class SessionRequest(Message):
    """The city's nonce signed with the device key."""

    device_id: Id
    nonce: Short = ""
    signature: Short = ""


class SessionAnswer(Message):
    """A nonce to sign, or the session token once it was signed."""

    nonce: str = ""
    token: str = ""


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


def signed_nonce(nonce: str) -> bytes:
    """Return the bytes that a device signs to prove who it is."""
    return b"sipokat masuk\n" + nonce.encode()


def b64(data: bytes) -> str:
    """Return base64 text."""
    return base64.b64encode(data).decode()


def unb64(text: str) -> bytes:
    """Return the bytes of base64 text; raise ValueError when it is none."""
    return base64.b64decode(text, validate=True)
