"""HTTPS to the city: every way a network can fail becomes a sentence; nothing else knows requests."""

from __future__ import annotations

import gzip
import ssl
import zlib
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Self, TypeVar
from urllib.parse import urlsplit

import requests
from pydantic import ValidationError
from requests import exceptions as failures
from urllib3.exceptions import HTTPError

from sipokat_desktop import __version__
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.identity import Identity
from sipokat_desktop.storage.store import Store
from sync import protocol
from sync.envelope import public_box
from sync.protocol import Message, Problem, SessionAnswer, SessionRequest, signed_nonce

from . import text, tls, trouble
from .device import private_key, sign
from .network import Network, load, server_address
from .trouble import NetworkTrouble
from .wire import Adapter, Deadline, Limits, proxies

__all__ = ["Http", "NetworkTrouble", "SessionOver"]

M = TypeVar("M", bound=Message)
NORMAL = Limits()
ANSWERS = (200, 426)
"""426: this program is too old for more than handing in its changes; the answer says what became of them."""


class _Unled(requests.Session):
    """Looks at no redirect: requests would read its whole body and take its address apart before we may refuse it."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False

    def get_redirect_target(self, _resp: requests.Response) -> None:
        """Return that there is nowhere to go."""


class Http:
    """Connections to one server, kept open between requests; ``skew`` is how far the city's clock is ahead of ours
    (ms), as its last answer told, None before; ``box_key`` is the city's key for files, known after a login.
    """

    def __init__(
        self, server: str, token: str = "", *, network: Network | None = None, limits: Limits = NORMAL,
        clock: Clock = now_ms, city: str = "",
    ) -> None:  # fmt: skip
        """``city`` is the public key of the city this computer is enrolled with, empty before.

        Raises InputSalah for an address that is none, Gangguan when the CA in the settings cannot be read.
        """
        self._base = server_address(server)
        self._network, self._clock, self._city = network or Network(), clock, city
        self._deadline = Deadline(limits)
        self._proxies = dict(proxies(self._network, self._base))
        self._session = _Unled()
        self._session.headers["Accept-Encoding"] = "gzip"
        self._session.headers["User-Agent"] = f"Sipokat/{__version__}"
        self._trust = self._context(verify=True)
        self._mount(self._session, self._trust)
        self.token, self.box_key = token, ""
        self.skew: int | None = None

    @classmethod
    def of(cls, store: Store, token: str = "", *, limits: Limits = NORMAL) -> Self:
        """Return the line of an enrolled computer, with its own network settings and its own city."""
        here, network = store.identity, load(store.folder)
        return cls(here.server, token, network=network, limits=limits, clock=store.clock, city=here.server_key)

    def _context(self, *, verify: bool) -> ssl.SSLContext:
        try:
            if verify and self._base.startswith("https:"):
                return tls.borrowed(self._network)
            return tls.context(self._network, verify=False)
        except ssl.SSLError as exc:
            raise Gangguan(text.JARINGAN_RUSAK, text.JARINGAN_RUSAK_SARAN) from exc

    def _mount(self, session: requests.Session, context: ssl.SSLContext) -> None:
        adapter = Adapter(self._network, context, self._deadline)
        session.mount("https://", adapter)
        session.mount("http://", adapter)

    @property
    def peer(self) -> tls.Seen | None:
        """The certificate that the server showed last; None without TLS."""
        return tls.read(self._deadline.peer) if self._deadline.peer else None

    @property
    def proxied(self) -> bool:
        """Tell whether a proxy stands between."""
        return bool(self._proxies)

    @property
    def clock_warning(self) -> str:
        """What to tell about a clock here that is far from the city's; empty while it is near enough."""
        if not self.skew or abs(self.skew) <= tls.CLOCK_OFF_MS:
            return ""
        now = self._clock()
        said = text.JAM_SALAH.format(sini=tls.moment(now), kota=tls.moment(now + self.skew))
        return f"{said} {text.BETULKAN_JAM_SAJA}"

    def close(self) -> None:
        """Close the connections; the line is not used again."""
        self._session.close()
        tls.give_back(self._trust, self._network)

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

    def post_bytes(self, path: str, params: Mapping[str, str | int], content: bytes, answer: type[M]) -> M:
        """Send bytes as they are; raises as :meth:`post`."""
        headers = {"Content-Type": "application/octet-stream"}
        return self._call("POST", path, answer, data=content, params=params, headers=headers)

    def get_bytes(self, path: str, params: Mapping[str, str | int]) -> tuple[bytes, int]:
        """Fetch bytes as they are; returns them and how many the whole has; raises as :meth:`post`."""
        response, content = self._ask("GET", path, params=params)
        size = response.headers.get(protocol.SIZE_HEADER, "")
        if not (size.isascii() and size.isdigit()):
            raise NetworkTrouble("jawaban", text.JAWABAN_RUSAK)
        return content, int(size)

    def log_in(self, identity: Identity) -> str:
        """Sign the city's nonce with the device key; returns (and keeps) the session token."""
        asked = SessionRequest(device_id=identity.device_id)
        nonce = self.post("/sync/v1/session", asked, SessionAnswer).nonce
        signed = SessionRequest(
            device_id=identity.device_id, nonce=nonce, signature=sign(identity, signed_nonce(nonce)),
            box_key=public_box(private_key(identity)),
        )  # fmt: skip
        answer = self.post("/sync/v1/session", signed, SessionAnswer)
        self.token, self.box_key = answer.token, answer.box_key
        return self.token

    def _call(
        self, method: str, path: str, answer: type[M], *, data: bytes | None = None,
        params: Mapping[str, str | int] | None = None, headers: dict[str, str] | None = None,
    ) -> M:  # fmt: skip
        _, content = self._ask(method, path, data=data, params=params, headers=headers)
        try:
            return answer.model_validate_json(content)
        except ValidationError as exc:
            raise NetworkTrouble("jawaban", text.JAWABAN_RUSAK) from exc

    def _ask(
        self, method: str, path: str, *, data: bytes | None = None, params: Mapping[str, str | int] | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[requests.Response, bytes]:  # fmt: skip
        wanted = (headers or {}) | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        self._deadline.start()
        try:
            with self._session.request(
                method, self._base + path, data=data, params=params, headers=wanted, stream=True,
                timeout=self._deadline.limits[:2], allow_redirects=False, proxies=self._proxies,
            ) as response:  # fmt: skip
                content = _read(response, self._deadline)
        except (failures.RequestException, HTTPError, OSError, zlib.error) as exc:
            raise self._trouble(exc) from exc
        self._check(response, content)
        if response.status_code not in ANSWERS:
            raise _refusal(response, content)
        return response, content

    def _check(self, response: requests.Response, content: bytes) -> None:
        """Raise NetworkTrouble unless this is an answer of the city that this computer knows; note its clock."""
        if protocol.HEADER not in response.headers:
            raise _not_ours(response, content, self._network)
        shown = response.headers.get(protocol.CITY_HEADER, "")
        if self._city and shown and shown != protocol.city_name(self._city):
            raise NetworkTrouble("kota lain", text.KOTA_LAIN, text.KOTA_LAIN_SARAN)
        server_ms = _date(response)
        self.skew = server_ms - self._clock() if server_ms else None

    def _trouble(self, exc: Exception) -> NetworkTrouble:
        refused = next((c for c in trouble.causes(exc) if isinstance(c, ssl.SSLCertVerificationError)), None)
        if refused is None:
            return trouble.of(exc, self._network)
        host = urlsplit(self._base).hostname or ""
        return tls.explain(
            refused.verify_code, self._look(), host=host, network=self._network, now=self._clock(),
            proxied=self.proxied,
        )  # fmt: skip

    def _look(self) -> tls.Seen | None:
        """Look, without trust and without any secret, at a certificate that was refused and at its server's clock."""
        self._deadline.peer = b""
        with _Unled() as session:
            self._mount(session, self._context(verify=False))
            try:
                with session.get(
                    f"{self._base}/sehat", stream=True, timeout=self._deadline.limits[:2], allow_redirects=False,
                    proxies=self._proxies,
                ) as response:  # fmt: skip
                    return tls.read(self._deadline.peer, _date(response))
            except (failures.RequestException, HTTPError, OSError):
                return tls.read(self._deadline.peer)


def _read(response: requests.Response, deadline: Deadline) -> bytes:
    """Read the body as it comes; its size is bounded, packed and unpacked, and the deadline bounds its time."""
    packed, most = bytearray(), deadline.limits.answer
    while part := response.raw.read1(1 << 16, decode_content=False):
        packed += part
        if len(packed) > most:
            raise failures.ContentDecodingError()
        deadline.left(most)
    if response.headers.get("Content-Encoding") != "gzip":
        return bytes(packed)
    unpack = zlib.decompressobj(wbits=31)
    content = unpack.decompress(packed, most)
    if not unpack.eof:
        raise failures.ContentDecodingError()
    return content


def _date(response: requests.Response) -> int:
    """Return the server's clock (UTC ms) as its Date header tells, 0 where it does not."""
    try:
        return int(parsedate_to_datetime(response.headers.get("Date", "")).timestamp() * 1000)
    except (ValueError, TypeError, OverflowError):
        return 0


def _not_ours(response: requests.Response, content: bytes, network: Network) -> NetworkTrouble:
    match response.status_code:
        case 200 if not content:
            return NetworkTrouble("putus", text.TIDAK_TERSAMBUNG)
        case 407:
            return trouble.proxy_login(network)
        case 429 | 503:
            return NetworkTrouble("server", text.SERVER_SIBUK, retry_after=_retry_after(response))
        case 511:
            return NetworkTrouble("portal", text.BUKAN_SIPOKAT, text.LOGIN_WIFI)
        case status if status >= 500:
            return NetworkTrouble("server", text.SERVER_RUSAK, retry_after=_retry_after(response))
        case status if 300 <= status < 400:
            return _redirected(response)
        case _:
            return NetworkTrouble("portal", text.BUKAN_SIPOKAT, text.LOGIN_WIFI)


def _redirected(response: requests.Response) -> NetworkTrouble:
    """A redirect is named, and never followed: the token would go with it."""
    try:
        host = urlsplit(response.headers.get("Location", "")).hostname or ""
    except ValueError:
        host = ""
    if not host.isprintable() or not host:
        return NetworkTrouble("portal", text.BUKAN_SIPOKAT, text.LOGIN_WIFI)
    return NetworkTrouble("portal", text.DIALIHKAN.format(host=host[:80]), text.LOGIN_WIFI, rinci="dialihkan")


def _retry_after(response: requests.Response) -> int | None:
    value = response.headers.get("Retry-After", "")
    return min(int(value), 3600) if value.isascii() and value.isdigit() else None


def _refusal(response: requests.Response, content: bytes) -> Exception:
    try:
        problem = Problem.model_validate_json(content)
    except ValidationError:
        return _redirected(response) if 300 <= response.status_code < 400 else _broken(response)
    if problem.kind == "kode":
        return InputSalah("kode", problem.pesan)
    if problem.kind == "sesi":
        return SessionOver()
    return NetworkTrouble(problem.kind, problem.pesan, retry_after=_retry_after(response))


def _broken(response: requests.Response) -> NetworkTrouble:
    if response.status_code >= 500:
        return NetworkTrouble("server", text.SERVER_RUSAK, retry_after=_retry_after(response))
    return NetworkTrouble("jawaban", text.JAWABAN_RUSAK)


class SessionOver(Exception):
    """The session token has run out: log in and repeat."""
