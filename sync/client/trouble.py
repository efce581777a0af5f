"""What can go wrong between this computer and the city, each with its own sentence."""

from __future__ import annotations

import re
import socket
import ssl
import zlib
from collections.abc import Iterator

from requests import exceptions as failures
from urllib3.exceptions import ProxyError

from sipokat_desktop.kernel.errors import Gangguan

from . import text
from .network import Network
from .wire import NotConnected

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")


class NetworkTrouble(Gangguan):
    """The exchange did not happen or cannot be trusted; nothing was changed by it.

    ``kind`` is for the program, ``rinci`` tells its shades apart; ``retry_after`` in seconds when the city named a
    time.
    """

    def __init__(
        self, kind: str, pesan: str, saran: str = text.COBA_SENDIRI, retry_after: int | None = None, *, rinci: str = ""
    ) -> None:
        super().__init__(pesan, saran)
        self.kind, self.retry_after, self.rinci = kind, retry_after, rinci or kind

    @property
    def lengkap(self) -> str:
        """Cause, that the data is safe, and what comes next, as one line."""
        return f"{self.pesan} {text.AMAN} {self.saran}".strip()


def causes(exc: BaseException | None) -> Iterator[BaseException]:
    """Give an exception and everything it wraps, however requests and urllib3 have wrapped it."""
    seen: list[BaseException] = []
    waiting = [exc]
    while waiting:
        one = waiting.pop(0)
        if one is None or one in seen:
            continue
        seen.append(one)
        yield one
        inner = [a for a in one.args if isinstance(a, BaseException)]
        reason = getattr(one, "reason", None)
        waiting += [one.__cause__, one.__context__, *inner, *([reason] if isinstance(reason, BaseException) else [])]


def of(exc: Exception, network: Network) -> NetworkTrouble:
    """Return what to tell about a request that failed; certificates are explained by ``tls``."""
    chain = list(causes(exc))
    if any(isinstance(one, ProxyError) for one in chain):
        return _proxy(exc, network)
    for kinds, kind, pesan, saran, rinci in _SAID:
        if any(isinstance(one, kinds) for one in chain):
            return NetworkTrouble(kind, pesan, saran, rinci=rinci)
    handshake = next((one for one in chain if isinstance(one, ssl.SSLError)), None)
    if handshake is not None:
        return _handshake(handshake.reason or "")
    if any(isinstance(one, (TimeoutError, failures.Timeout)) for one in chain):
        return NetworkTrouble("lambat", text.LAMBAT)
    return NetworkTrouble("putus", text.TIDAK_TERSAMBUNG)


_SAID: tuple[tuple[tuple[type[BaseException], ...], str, str, str, str], ...] = (
    ((failures.InvalidURL, failures.InvalidSchema), "alamat", text.TIDAK_TERSAMBUNG, text.ALAMAT_SALAH, ""),
    ((socket.gaierror,), "mati", text.NAMA_TAK_DIKENAL, text.PERIKSA_SAMBUNGAN, "nama"),
    ((NotConnected,), "mati", text.TIDAK_TERSAMBUNG, text.COBA_SENDIRI, ""),
    ((zlib.error, failures.ContentDecodingError), "jawaban", text.JAWABAN_RUSAK, text.COBA_SENDIRI, ""),
)
"""What is told by the kind of failure alone, the surest sign first: kinds, kind, sentence, advice, shade."""


def _handshake(reason: str) -> NetworkTrouble:
    """Tell a server without TLS from one whose TLS is too old, and both from a line that broke."""
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"):
        return NetworkTrouble("portal", text.BUKAN_SIPOKAT, text.LOGIN_WIFI, rinci="bukan tls")
    if "ALERT" in reason or "PROTOCOL" in reason:
        return NetworkTrouble("sertifikat", text.TLS_GAGAL, text.MINTA_IT, rinci="tls")
    return NetworkTrouble("putus", text.TIDAK_TERSAMBUNG)


def _proxy(exc: Exception, network: Network) -> NetworkTrouble:
    """Tell a proxy that wants a login from one that refuses and one that is not there."""
    status = next((m[1] for one in causes(exc) if (m := _TUNNEL.search(str(one)))), "")
    if status == "407":
        return proxy_login(network)
    if status:
        return NetworkTrouble("proksi", text.PROKSI_BATAS, text.MINTA_IT, rinci="proksi menolak")
    return NetworkTrouble("proksi", text.PROKSI_MATI, text.PROKSI_PERIKSA, rinci="proksi mati")


def proxy_login(network: Network) -> NetworkTrouble:
    """Return what to tell when the proxy asks who we are."""
    if network.proxy == "sendiri" and network.user:
        return NetworkTrouble("proksi", text.PROKSI_TOLAK, text.PROKSI_ISI, rinci="proksi login salah")
    return NetworkTrouble("proksi", text.PROKSI, text.PROKSI_ISI, rinci="proksi login")
