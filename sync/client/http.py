"""HTTPS to the city: every way a network can fail becomes a sentence; nothing else knows requests."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import TypeVar

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError
from requests import exceptions as failures
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from sipokat_desktop import __version__
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.identity import Identity
from sync import protocol
from sync.protocol import Message, Problem, SessionAnswer, SessionRequest, b64, signed_nonce, unb64

from . import text

CONNECT_S, READ_S, WHOLE_S = 10, 30, 60
MAX_ANSWER = 64 << 20

M = TypeVar("M", bound=Message)


class NetworkTrouble(Gangguan):
    """The exchange did not happen or cannot be trusted; nothing was changed by it.

    ``kind`` is for the program; ``retry_after`` in seconds when the city named a time.
    """

    def __init__(self, kind: str, pesan: str, saran: str = text.COBA_SENDIRI, retry_after: int | None = None) -> None:
        super().__init__(pesan, saran)
        self.kind, self.retry_after = kind, retry_after

    @property
    def lengkap(self) -> str:
        """Cause, that the data is safe, and what comes next, as one line."""
        return f"{self.pesan} {text.AMAN} {self.saran}".strip()


class Http:
    """Connections to one server, kept open between requests."""

    def __init__(self, server: str, token: str = "") -> None:
        if not server.startswith(("http://", "https://")):
            raise InputSalah("server", text.ALAMAT_SALAH)
        self._base = server.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Accept-Encoding"] = "gzip"
        self._session.headers["User-Agent"] = f"Sipokat/{__version__}"
        self.token = token

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Send a message and return the city's answer; raise NetworkTrouble or InputSalah (refused)."""
        body = message.model_dump_json().encode()
        headers = {"Content-Type": "application/json"}
        if len(body) > 500:
            body = gzip.compress(body, compresslevel=protocol.GZIP_LEVEL)
            headers["Content-Encoding"] = "gzip"
        return self._call("POST", path, answer, data=body, headers=headers)

    def get(self, path: str, params: dict[str, str], answer: type[M]) -> M:
        """Fetch an answer; raises as :meth:`post`."""
        return self._call("GET", path, answer, params=params)

    def log_in(self, identity: Identity) -> str:
        """Sign the city's nonce with the device key; returns (and keeps) the session token."""
        key = Ed25519PrivateKey.from_private_bytes(unb64(identity.private_key))
        asked = SessionRequest(device_id=identity.device_id)
        nonce = self.post("/sync/v1/session", asked, SessionAnswer).nonce
        signed = SessionRequest(device_id=identity.device_id, nonce=nonce, signature=b64(key.sign(signed_nonce(nonce))))
        self.token = self.post("/sync/v1/session", signed, SessionAnswer).token
        return self.token

    def _call(
        self, method: str, path: str, answer: type[M], *, data: bytes | None = None,
        params: dict[str, str] | None = None, headers: dict[str, str] | None = None,
    ) -> M:  # fmt: skip
        wanted = (headers or {}) | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        try:
            with self._session.request(
                method, self._base + path, data=data, params=params, headers=wanted, stream=True,
                timeout=(CONNECT_S, READ_S), allow_redirects=False,
            ) as response:  # fmt: skip
                content = _read(response)
        except (failures.RequestException, HTTPError, zlib.error) as exc:
            raise _trouble(exc) from exc
        if protocol.HEADER not in response.headers:
            raise _not_ours(response)
        if response.status_code != 200:
            raise _refusal(response, content)
        try:
            return answer.model_validate_json(content)
        except ValidationError as exc:
            raise NetworkTrouble("jawaban", text.JAWABAN_RUSAK) from exc


def _read(response: requests.Response) -> bytes:
    """Read the body as it comes, never longer than a minute in all: a trickle must not hold the program."""
    started, packed = time.monotonic(), bytearray()
    while part := response.raw.read1(1 << 16, decode_content=False):
        packed += part
        if len(packed) > MAX_ANSWER or time.monotonic() - started > WHOLE_S:
            raise failures.ReadTimeout()
    if response.headers.get("Content-Encoding") != "gzip":
        return bytes(packed)
    unpack = zlib.decompressobj(wbits=31)
    content = unpack.decompress(packed, MAX_ANSWER)
    if not unpack.eof:
        raise failures.ContentDecodingError()
    return content


def _trouble(exc: Exception) -> NetworkTrouble:
    match exc:
        case failures.ProxyError():
            return NetworkTrouble("proksi", text.PROKSI, text.MINTA_IT)
        case failures.SSLError():
            return NetworkTrouble("sertifikat", text.SERTIFIKAT, text.PERIKSA_JAM)
        case failures.Timeout() | ReadTimeoutError():
            return NetworkTrouble("lambat", text.LAMBAT)
        case failures.ConnectionError() if "NewConnectionError" in str(exc):
            return NetworkTrouble("mati", text.TIDAK_TERSAMBUNG)
        case failures.ConnectionError() | ProtocolError():
            return NetworkTrouble("putus", text.TIDAK_TERSAMBUNG)
        case failures.InvalidURL() | failures.InvalidSchema():
            return NetworkTrouble("alamat", text.TIDAK_TERSAMBUNG, text.ALAMAT_SALAH)
        case _:
            return NetworkTrouble("jawaban", text.JAWABAN_RUSAK)


def _not_ours(response: requests.Response) -> NetworkTrouble:
    if response.status_code == 407:
        return NetworkTrouble("proksi", text.PROKSI, text.MINTA_IT)
    if response.status_code >= 500:
        return NetworkTrouble("server", text.SERVER_RUSAK, retry_after=_retry_after(response))
    return NetworkTrouble("portal", text.BUKAN_SIPOKAT, text.LOGIN_WIFI)


def _retry_after(response: requests.Response) -> int | None:
    value = response.headers.get("Retry-After", "")
    return min(int(value), 3600) if value.isascii() and value.isdigit() else None


def _refusal(response: requests.Response, content: bytes) -> Exception:
    try:
        problem = Problem.model_validate_json(content)
    except ValidationError:
        return NetworkTrouble("jawaban", text.JAWABAN_RUSAK)
    if problem.kind == "kode":
        return InputSalah("kode", problem.pesan)
    if problem.kind == "sesi":
        return SessionOver()
    return NetworkTrouble(problem.kind, problem.pesan, retry_after=_retry_after(response))


class SessionOver(Exception):
    """The session token has run out: log in and repeat."""
