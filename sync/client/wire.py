"""Sockets that give up in time: no exchange lasts longer than its limit, whichever way the other side stalls."""

from __future__ import annotations

import base64
import logging
import socket
import ssl
from collections.abc import Mapping, Sequence
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from .network import Network

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

logging.getLogger("urllib3").setLevel(logging.ERROR)  # a broken answer is told to the user, in words of ours

Found = Sequence[tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[Any, ...]]]


class Limits(NamedTuple):
    """Seconds for a connection, for one piece of an answer, for a whole request; bytes of an answer."""

    connect: float = 10
    read: float = 30
    whole: float = 60
    answer: int = 64 << 20


class NotConnected(OSError):
    """No connection came about: the other side has received nothing."""


class Deadline:
    """When the request under way is given up; every call that waits for the network asks how long it may."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.peer = b""
        """The certificate (DER) that the other side showed last; empty without TLS."""
        self._at = monotonic() + limits.whole

    def start(self) -> None:
        """Begin to count for a new request."""
        self._at = monotonic() + self.limits.whole

    def left(self, most: float) -> float:
        """Return the seconds a call may wait, at most ``most``; raise TimeoutError when none is left."""
        left = self._at - monotonic()
        if left <= 0:
            raise TimeoutError("the whole request took too long")
        return min(left, most)


class Bounded(socket.socket):
    """A socket whose every wait ends with the request's deadline."""

    deadline: Deadline

    def recv_into(self, buffer: WriteableBuffer, nbytes: int = 0, flags: int = 0) -> int:
        """Receive, or raise TimeoutError."""
        self.settimeout(self.deadline.left(self.deadline.limits.read))
        return super().recv_into(buffer, nbytes, flags)

    def sendall(self, data: ReadableBuffer, flags: int = 0) -> None:
        """Send all of it, or raise TimeoutError."""
        self.settimeout(self.deadline.left(self.deadline.limits.whole))
        super().sendall(data, flags)


def tls_socket(deadline: Deadline) -> type[ssl.SSLSocket]:
    """Return the class of TLS sockets whose every wait ends with ``deadline``."""

    class BoundedTls(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:
            self.settimeout(deadline.left(deadline.limits.connect))
            super().do_handshake(block)
            deadline.peer = self.getpeercert(binary_form=True) or b""

        def recv_into(self, buffer: WriteableBuffer, nbytes: int | None = None, flags: int = 0) -> int:
            self.settimeout(deadline.left(deadline.limits.read))
            return super().recv_into(buffer, nbytes, flags)

        def send(self, data: ReadableBuffer, flags: int = 0) -> int:
            self.settimeout(deadline.left(deadline.limits.read))
            return super().send(data, flags)

    return BoundedTls


def resolve(host: str, port: int, patience: float) -> Found:
    """Look a name up; raise OSError when it is unknown or the name server is silent for ``patience`` seconds."""
    answer: Queue[Found | OSError] = Queue(1)

    def ask() -> None:
        try:
            answer.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except OSError as exc:
            answer.put(exc)
        except UnicodeError as exc:
            answer.put(OSError(str(exc)))

    Thread(target=ask, daemon=True, name="dns").start()
    try:
        found = answer.get(timeout=patience)
    except Empty as exc:
        raise TimeoutError("the name server is silent") from exc
    if isinstance(found, OSError):
        raise found
    return found


def dial(host: str, port: int, deadline: Deadline) -> Bounded:
    """Connect to the first address of ``host`` that answers; raise NotConnected (its cause says why)."""
    trouble: OSError = TimeoutError("no address")
    try:
        for family, kind, proto, _, address in resolve(host, port, deadline.left(deadline.limits.connect)):
            sock = Bounded(family, kind, proto)
            sock.deadline = deadline
            try:
                sock.settimeout(deadline.left(deadline.limits.connect))
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return sock
            except OSError as exc:
                sock.close()
                trouble = exc
    except OSError as exc:
        trouble = exc
    raise NotConnected(str(trouble)) from trouble


def _pools(deadline: Deadline) -> dict[str, type[HTTPConnectionPool]]:
    """Return the kinds of connections of which every one is bounded by ``deadline``."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return dial(self._dns_host, self.port, deadline)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return dial(self._dns_host, self.port, deadline)

        def connect(self) -> None:
            super().connect()
            self.is_verified = True  # the context decides that, and urllib3 has no say in it

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class Adapter(HTTPAdapter):
    """Connects requests with bounded sockets, one TLS context, and the proxy's password in no address."""

    def __init__(self, network: Network, context: ssl.SSLContext, deadline: Deadline) -> None:
        context.sslsocket_class = tls_socket(deadline)
        self._network, self._context = network, context
        self._classes = _pools(deadline)
        super().__init__()

    def init_poolmanager(self, connections: Any, maxsize: Any, block: Any = False, **kwargs: Any) -> None:
        """Hand the context and the bounded connections on."""
        super().init_poolmanager(connections, maxsize, block, **kwargs, **self._tls())
        self.poolmanager.pool_classes_by_scheme = self._classes

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        """Hand the context and the bounded connections on."""
        manager = super().proxy_manager_for(proxy, **kwargs, **self._tls())
        manager.pool_classes_by_scheme = self._classes
        return manager

    def _tls(self) -> dict[str, Any]:
        none = self._context.verify_mode is ssl.CERT_NONE
        return {"ssl_context": self._context, "cert_reqs": "CERT_NONE" if none else "CERT_REQUIRED"}

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[Any, Any]:
        """Return where a request goes; what is trusted is settled by the context alone."""
        host, _tls = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Leave the context as it is: requests would add the public CAs to a pinned one."""

    def proxy_headers(self, proxy: Any) -> dict[str, str]:
        """Return what the proxy is told about who we are."""
        if self._network.proxy != "sendiri" or not self._network.user:
            return dict(super().proxy_headers(proxy))
        known = f"{self._network.user}:{self._network.password}".encode()
        return {"Proxy-Authorization": f"Basic {base64.b64encode(known).decode()}"}


def proxies(network: Network, server: str) -> Mapping[str, str]:
    """Return the proxies for an address as requests wants them; this very computer is never reached through one."""
    from urllib.parse import urlsplit

    from requests.utils import get_environ_proxies

    from .network import is_here

    if network.proxy == "tanpa" or is_here(urlsplit(server).hostname or ""):
        return {}
    if network.proxy == "sendiri":
        return dict.fromkeys(("http", "https"), f"http://{network.address}")
    return {k: v for k, v in get_environ_proxies(server, no_proxy=None).items() if k in ("http", "https", "all")}
