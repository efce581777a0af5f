"""A computer as the server sees it: a device of a kelurahan with its key, session token and chain of ops."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import Any

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fastapi import FastAPI

from sipokat_desktop.kernel import canonical, clock, ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.oplog import Chain
from sync.protocol import (
    Answer,
    EnrolAnswer,
    EnrolRequest,
    Exchange,
    Message,
    SessionAnswer,
    SessionRequest,
    WireOp,
    b64,
    signed_chain,
    signed_nonce,
)
from sync.server import auth
from sync.server.app import make_app
from sync.server.database import Database
from sync.server.exchange import Device, exchange
from sync.server.keys import ServerKey
from tests.sync.dunia import KELURAHAN

Ubahan = tuple[str, str, str, Fields]
"""(kind, table, row id, fields)"""


Jawab = tuple[int, dict[str, str], bytes]
"""Status, headers in small letters, body."""


async def minta(app: Any, method: str, path: str, body: bytes, token: str) -> Jawab:
    """Ask an application without a socket."""
    path, _, query = path.partition("?")
    headers = [(b"content-type", b"application/json"), (b"authorization", f"Bearer {token}".encode())]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": headers, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "state": {},
    }  # fmt: skip
    masuk = [{"type": "http.request", "body": body, "more_body": False}]
    status, kepala, isi = 0, dict[str, str](), b""

    async def receive() -> dict[str, Any]:
        return masuk.pop() if masuk else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, kepala, isi
        if message["type"] == "http.response.start":
            status = message["status"]
            kepala = {k.decode().lower(): v.decode() for k, v in message["headers"]}
        else:
            isi += message.get("body", b"")

    await app(scope, receive, send)
    return status, kepala, isi


def skema_api() -> dict[str, Any]:
    """The server's description of itself."""
    with TemporaryDirectory() as folder, closing(Database(f"sqlite:///{folder}/kota.db")) as db:
        return make_app(db).openapi()


def sesi_http() -> requests.Session:
    """A connection to a server of this machine: no look at proxies and passwords for each request."""
    http = requests.Session()
    http.trust_env = False
    return http


def _kirim(app: FastAPI, path: str, message: Message) -> bytes:
    isi = message.model_dump_json().encode()
    status, _, body = asyncio.run(minta(app, "POST", f"/sync/v1/{path}", isi, ""))
    assert status == 200, body
    return body


def rantai() -> Chain:
    """A new incarnation."""
    return Chain(ids.new_id(), 0, canonical.GENESIS, 0)


@dataclass(slots=True)
class Perangkat:
    """``db`` is the city's database, ``key`` the city's; ops go straight into :func:`exchange`."""

    db: Database
    key: ServerKey
    scope: str = KELURAHAN
    device: Device = field(init=False)
    chain: Chain = field(default_factory=rantai)
    acked: tuple[int, str] = (0, canonical.GENESIS)
    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    tanya: Callable[[Exchange], Answer] = field(init=False)
    """How a message reaches the city: straight into :func:`exchange` unless a test puts a line there."""

    def __post_init__(self) -> None:
        self.tanya = lambda pesan: exchange(self.db, self.key, self.device, pesan, clock.now_ms)
        self.device = Device(ids.new_id(), self.scope, "PC", revoked=False, public_key=self.publik)

    @property
    def publik(self) -> str:
        """The public key in base64."""
        return b64(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def daftar(self, nama: str = "Rina") -> str:
        """Enrol with a fresh code as a real PC does and return a session token."""
        code = auth.invite(self.db, self.scope, clock.now_ms())
        request = EnrolRequest(code=code, public_key=self.publik, name=nama, inc=self.chain.inc)
        app = make_app(self.db)
        answer = EnrolAnswer.model_validate_json(_kirim(app, "enrol", request))
        self.device = Device(answer.device_id, self.scope, answer.label, revoked=False, public_key=self.publik)
        return self._masuk(app)

    def masuk(self) -> str:
        """Return a new session token."""
        return self._masuk(make_app(self.db))

    def _masuk(self, app: FastAPI) -> str:
        asked = SessionRequest(device_id=self.device.id)
        nonce = SessionAnswer.model_validate_json(_kirim(app, "session", asked)).nonce
        signed = asked.model_copy(update={"nonce": nonce, "signature": b64(self.private.sign(signed_nonce(nonce)))})
        return SessionAnswer.model_validate_json(_kirim(app, "session", signed)).token

    def op(self, body: dict[str, object]) -> WireOp:
        """Link an op, however odd its content is; its place in the chain is right."""
        text = self.chain.link({"op_id": ids.new_id()} | body, clock.now_ms())
        return WireOp(n=self.chain.n, hash=self.chain.hash, body=text)

    def ops(self, *changes: Ubahan, scope: str = "") -> list[WireOp]:
        """Link changes that saw nothing of the row before."""
        return [
            self.op(
                {"act": "uji", "act_id": "a", "by": "Rina", "kind": kind, "table": table, "row": row,
                 "scope": scope or self.scope, "fields": fields, "seen": dict.fromkeys(fields, "x")}
            )
            for kind, table, row, fields in changes
        ]  # fmt: skip

    def pesan(self, ops: list[WireOp] | None = None, **lain: object) -> Exchange:
        """The exchange that carries ``ops`` from where the chain stands at the city."""
        end = signed_chain(self.chain.inc, ops[-1].n, ops[-1].hash) if ops else b""
        return Exchange(
            inc=self.chain.inc, acked_n=self.acked[0], acked_hash=self.acked[1], ops=ops or [],
            signature=b64(self.private.sign(end)), **lain,  # type: ignore[arg-type]
        )  # fmt: skip

    def terjawab(self, answer: Answer) -> Answer:
        """Note that the city has taken everything so far."""
        assert answer.chain == "ok", answer.chain
        self.acked = (self.chain.n, self.chain.hash)
        return answer

    def kirim(self, *changes: Ubahan) -> Answer:
        """Push changes and hardly look at the pages."""
        return self.terjawab(self.tanya(self.pesan(self.ops(*changes), limit=1)))

    def ambil(self, cursor: str, limit: int = 40) -> Answer:
        """Pull a page of the own scope after ``cursor``."""
        return self.tanya(self.pesan(cursors={self.scope: cursor}, limit=limit))
