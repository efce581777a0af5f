"""How this computer reaches the city: the CA it trusts and the proxy it goes through, in one private file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.identity import write_atomically

from . import text

FILE = "jaringan.json"
LARGEST_CA = 1 << 20
Mode = Literal["sistem", "tanpa", "sendiri"]
_ADDRESS = re.compile(r"(?:http://)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})/?")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Network(NamedTuple):
    """``ca`` (PEM text): when given, nothing but it is trusted. ``proxy``: as the system has it, none, or
    ``address`` (host:port) with ``user`` and ``password`` where it asks for them.
    """

    ca: str = ""
    proxy: Mode = "sistem"
    address: str = ""
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Name everything but the password."""
        return f"Network(ca={len(self.ca)}, proxy={self.proxy!r}, address={self.address!r}, user={self.user!r})"


def load(folder: Path) -> Network:
    """Read the settings in the data folder; raise Gangguan when they are damaged.

    A damaged file is never taken for "nothing set": the city's CA would be forgotten in silence.
    """
    try:
        raw = json.loads((folder / FILE).read_bytes())
        found = Network(**raw)
    except FileNotFoundError:
        return Network()
    except (OSError, ValueError, TypeError) as exc:
        raise Gangguan(text.JARINGAN_RUSAK, text.JARINGAN_RUSAK_SARAN) from exc
    if found.proxy not in ("sistem", "tanpa", "sendiri") or not all(isinstance(v, str) for v in found):
        raise Gangguan(text.JARINGAN_RUSAK, text.JARINGAN_RUSAK_SARAN)
    return found


def save(folder: Path, network: Network) -> None:
    """Write the settings, readable by the owner only (the proxy's password is in them); Gangguan when that fails."""
    write_atomically(folder / FILE, json.dumps(network._asdict(), indent=1).encode(), private=True)


def manual(address: str, user: str = "", password: str = "", *, ca: str = "") -> Network:
    """Return settings with a proxy of one's own; raise InputSalah for an address that is none."""
    match = _ADDRESS.fullmatch(address.strip())
    if not match or not 0 < int(match[2]) < 65536:
        raise InputSalah("alamat", text.PROKSI_SALAH if address.strip() else text.PROKSI_KOSONG)
    return Network(ca, "sendiri", f"{match[1]}:{int(match[2])}", user.strip(), password)


def read_ca(path: Path) -> str:
    """Return the certificates of a PEM (or DER) file as PEM text and nothing else in it (a private key is left out).

    Raises InputSalah when there is none, or when all of them have run out.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        if path.stat().st_size > LARGEST_CA:
            raise InputSalah("ca", text.CA_BUKAN.format(nama=path.name))
        data = path.read_bytes()
        pem = b"-----BEGIN CERTIFICATE-----" in data
        found = x509.load_pem_x509_certificates(data) if pem else [x509.load_der_x509_certificate(data)]
    except FileNotFoundError as exc:
        raise InputSalah("ca", text.CA_TIADA.format(nama=path.name)) from exc
    except (OSError, ValueError) as exc:
        raise InputSalah("ca", text.CA_BUKAN.format(nama=path.name)) from exc
    return "".join(certificate.public_bytes(Encoding.PEM).decode() for certificate in found)


def server_address(server: str) -> str:
    """Return a server's address as it is used; raise InputSalah when it is none, or not ``https``.

    Only the server on this very computer (a trial) may be reached without encryption.
    """
    address = server.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError as exc:
        raise InputSalah("server", text.ALAMAT_SALAH) from exc
    if parts.scheme not in ("http", "https") or not host or parts.username is not None or parts.query or parts.fragment:
        raise InputSalah("server", text.ALAMAT_SALAH)
    if parts.scheme == "http" and not is_here(host):
        raise InputSalah("server", text.ALAMAT_TANPA_TLS)
    return address


def is_here(host: str) -> bool:
    """Tell whether a host name is this computer's own."""
    return host.lower() in LOOPBACK or host.startswith("127.")
