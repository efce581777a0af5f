"""The line of an office that lives in the server's own process: the messages of the sync, without a socket."""

from __future__ import annotations

from typing import TypeVar, cast

from pydantic import BaseModel
from sqlalchemy import select

from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.storage.identity import Identity
from sync.protocol import DigestAnswer, Exchange, Message, RowsRequest
from sync.server import pull
from sync.server.database import Database
from sync.server.exchange import Device, receive
from sync.server.keys import ServerKey
from sync.server.schema import DEVICE

M = TypeVar("M", bound=Message)


class InProcess:
    """A :class:`~sync.client.line.Line` straight into the exchange; ops are signed and judged as any office's."""

    token = "dalam proses"
    clock_warning = ""

    def __init__(self, db: Database, key: ServerKey, device_id: str, clock: Clock) -> None:
        self._db, self._key, self._device_id, self._clock = db, key, device_id, clock
        self.box_key = key.public_box

    def post(self, path: str, message: Message, answer: type[M]) -> M:  # noqa: ARG002
        """Return the city's answer to an exchange or to a question for rows."""
        assert path.startswith("/sync/v1/"), path
        return cast(M, self._answered(message))

    def _answered(self, message: Message) -> BaseModel:
        if isinstance(message, Exchange):
            return receive(self._db, self._key, self._device(), message, self._clock)
        assert isinstance(message, RowsRequest), type(message)
        with self._db.read(self._device().reach) as con:
            return pull.single(self._db, con, message.scope, message.table, message.ids)

    def get(self, path: str, params: dict[str, str], answer: type[M]) -> M:
        """Return the hashes of the rows of one table."""
        assert answer is DigestAnswer, path
        with self._db.read(self._device().reach) as con:
            return cast(M, DigestAnswer(rows=pull.hashes(con, params["scope"], params["table"])))

    def _device(self) -> Device:
        with self._db.read() as con:
            row = con.execute(select(DEVICE).where(DEVICE.c.id == self._device_id)).one()
        return Device(row.id, row.scope, row.label, bool(row.revoked), row.public_key, bool(row.signs))

    def log_in(self, identity: Identity) -> str:
        """Return the token: a process needs none with itself."""
        assert identity.device_id == self._device_id
        return self.token

    def close(self) -> None:
        """Hold nothing open."""
