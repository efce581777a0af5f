"""Which certificates are trusted, and what is wrong with one that is not, in words an IT person can act on."""

from __future__ import annotations

import ssl
from collections import defaultdict, deque
from datetime import datetime
from typing import NamedTuple
from weakref import WeakSet

import certifi
from cryptography import x509
from cryptography.x509.oid import ExtensionOID, NameOID

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan

from . import text
from .network import Network
from .trouble import NetworkTrouble

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=2"
CLOCK_OFF_MS = 10 * 60 * 1000
"""How far a clock may be off before it is worth a word (UTC ms)."""

EXPIRED, NOT_YET, SELF_SIGNED = 10, 9, 18
UNKNOWN_ISSUER = (2, 19, 20, 21)
OTHER_NAME = (62, 64)
TOO_WEAK = (66, 67, 68)
NO_ISSUER = (24, 25, 32, 47, 48, 79, 89, 92)
WRONG_PURPOSE, BAD_SIGNATURE = (26,), (7,)
"""The numbers by which OpenSSL names what is wrong (``X509_V_ERR_…``)."""

LAST_MS = 253_339_228_800_000
"""The end of the year 9997: some certificates last for ever, the calendar does not (UTC ms)."""

INTERCEPTORS = (
    "fortinet", "fortigate", "sophos", "zscaler", "kaspersky", "eset ", "avast", "avg ", "bitdefender", "netskope",
    "squid", "pfsense", "opnsense", "mikrotik", "palo alto", "check point", "checkpoint", "umbrella", "barracuda",
    "watchguard", "sonicwall", "untangle", "blue coat", "forcepoint", "trend micro", "mcafee", "trellix", "dr.web",
    "proxy", "proksi", "firewall", "inspection", "inspeksi", "web filter", "webfilter", "antivirus",
)  # fmt: skip

_spare: defaultdict[str, deque[ssl.SSLContext]] = defaultdict(lambda: deque(maxlen=4))
"""TLS settings that wait to be used again, by the CA they trust (empty: the public ones). One line each at a time: a
line's deadlines hang on them."""
_lent: WeakSet[ssl.SSLContext] = WeakSet()


class Seen(NamedTuple):
    """A certificate that was shown (not verified), and the time its server gave; times in UTC ms, 0 for none."""

    issuer: str
    names: tuple[str, ...]
    begins: int
    ends: int
    own_issuer: bool
    server_ms: int = 0


def context(network: Network, *, verify: bool = True) -> ssl.SSLContext:
    """Return the TLS settings: the city's CA and nothing else where one is set, else the public ones.

    Without ``verify`` whatever is shown is accepted: only to look at a certificate that was refused.
    """
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.hostname_checks_common_name = False
    if not verify:
        made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
        made.set_ciphers("DEFAULT:@SECLEVEL=0")
        return made
    made.set_ciphers(CIPHERS)
    if network.ca:
        made.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
        made.load_verify_locations(cadata=network.ca)
    else:
        made.load_verify_locations(certifi.where())
    return made


def borrowed(network: Network) -> ssl.SSLContext:
    """Return verifying TLS settings that nobody else uses, to be given back; made only where none wait: reading the
    public CAs costs more than a whole sync with nothing to do."""
    try:
        made = _spare[network.ca].pop()
    except IndexError:
        made = context(network)
    _lent.add(made)
    return made


def give_back(made: ssl.SSLContext, network: Network) -> None:
    """Let the next line with the same CAs have what was :func:`borrowed`; anything else is not kept."""
    if made in _lent:
        _lent.discard(made)
        _spare[network.ca].append(made)


def read(der: bytes, server_ms: int = 0) -> Seen | None:
    """Return what a certificate says of itself; None when it cannot be read."""
    try:
        shown = x509.load_der_x509_certificate(der)
        try:
            found = shown.extensions.get_extension_for_oid(ExtensionOID.SUBJECT_ALTERNATIVE_NAME).value
            assert isinstance(found, x509.SubjectAlternativeName)
            names = [*found.get_values_for_type(x509.DNSName), *map(str, found.get_values_for_type(x509.IPAddress))]
        except x509.ExtensionNotFound:
            names = []
        return Seen(
            name_of(shown.issuer), tuple(names), _ms(shown.not_valid_before_utc), _ms(shown.not_valid_after_utc),
            shown.issuer == shown.subject, server_ms,
        )  # fmt: skip
    except ValueError:
        return None


def name_of(name: x509.Name) -> str:
    """Return how an issuer is called: organisation and common name, without control characters, cut to a line."""
    words: list[str] = []
    for oid in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for attribute in name.get_attributes_for_oid(oid):
            word = "".join(ch for ch in str(attribute.value) if ch.isprintable()).strip()[:60]
            words += [word] if word and word not in words else []
    return " · ".join(words) or text.TANPA_NAMA


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def explain(code: int, seen: Seen | None, *, host: str, network: Network, now: int, proxied: bool) -> NetworkTrouble:
    """Return what to tell about a certificate that OpenSSL refused with ``code``; ``now`` in UTC ms."""
    if code in (EXPIRED, NOT_YET):
        return _out_of_time(code, seen, now)
    if code in OTHER_NAME:
        return _other_name(seen, host)
    if code in UNKNOWN_ISSUER:
        return _unknown_issuer(seen, host, network, proxied)
    if code == SELF_SIGNED:
        return _of(text.SERTIFIKAT_SENDIRI, text.PASANG_CA, "tanda tangan sendiri")
    pesan, rinci = next((said for codes, *said in _BUILT_WRONG if code in codes), (text.SERTIFIKAT, "lain"))
    return _of(pesan, text.GANTI_SERTIFIKAT, rinci)


_BUILT_WRONG = (
    (TOO_WEAK, text.SERTIFIKAT_LEMAH, "lemah"),
    (BAD_SIGNATURE, text.SERTIFIKAT_RUSAK, "tanda tangan rusak"),
    (WRONG_PURPOSE, text.SERTIFIKAT_GUNA, "kegunaan"),
    (NO_ISSUER, text.SERTIFIKAT_PENERBIT, "penerbit"),
)


def _of(pesan: str, saran: str, rinci: str) -> NetworkTrouble:
    return NetworkTrouble("sertifikat", pesan, saran, rinci=rinci)


def _out_of_time(code: int, seen: Seen | None, now: int) -> NetworkTrouble:
    """The server's own clock tells whether the certificate is old or ours is wrong."""
    if seen is None:
        return _of(text.SERTIFIKAT, text.PERIKSA_JAM, "masa")
    off = seen.server_ms and abs(seen.server_ms - now) > CLOCK_OFF_MS
    if off and seen.begins <= seen.server_ms <= seen.ends:
        pesan = text.JAM_SALAH.format(sini=moment(now), kota=moment(seen.server_ms))
        return _of(pesan, text.BETULKAN_JAM, "jam")
    if code == EXPIRED and seen.ends < now:
        return _of(text.SERTIFIKAT_LEWAT.format(sampai=moment(seen.ends)), text.GANTI_SERTIFIKAT, "kedaluwarsa")
    if code == NOT_YET and seen.begins > now:
        pesan = text.SERTIFIKAT_BELUM.format(mulai=moment(seen.begins), kini=moment(now))
        return _of(pesan, text.PERIKSA_JAM, "belum berlaku")
    return _of(text.SERTIFIKAT_PENERBIT_MASA, text.GANTI_SERTIFIKAT, "masa penerbit")


def moment(ms: int) -> str:
    """Return a time (UTC ms, at most the year 9998) as "10 April 2026 pukul 16.05 WIB"."""
    ms = min(ms, LAST_MS)
    return f"{tanggal.panjang(tanggal.wib(ms).date())} pukul {tanggal.jam_wib(ms)} WIB"


def _other_name(seen: Seen | None, host: str) -> NetworkTrouble:
    if seen is None or not seen.names:
        return _of(text.SERTIFIKAT_TANPA_NAMA.format(host=host), text.GANTI_SERTIFIKAT, "tanpa nama")
    names = ", ".join(name[:80] for name in seen.names[:3])
    return _of(text.SERTIFIKAT_NAMA.format(host=host, nama=names), text.PERIKSA_ALAMAT, "nama")


def _unknown_issuer(seen: Seen | None, host: str, network: Network, proxied: bool) -> NetworkTrouble:
    """Someone in between who speaks in the city's name is told apart from a CA that was not set."""
    if seen is None:
        return _of(text.SERTIFIKAT, text.MINTA_IT, "penerbit asing")
    speaks_for_us = any(_covers(name, host) for name in seen.names)
    known = any(word in f"{seen.issuer.lower()} " for word in INTERCEPTORS)
    if speaks_for_us and (known or proxied):
        return _of(text.DIBUKA.format(host=host, penerbit=seen.issuer), text.KECUALIKAN.format(host=host), "dibuka")
    if network.ca:
        return _of(text.BUKAN_CA_KOTA.format(penerbit=seen.issuer), text.BUKAN_CA_KOTA_SARAN, "bukan ca kota")
    return _of(text.PENERBIT_ASING.format(penerbit=seen.issuer), text.PASANG_CA, "penerbit asing")


def _covers(name: str, host: str) -> bool:
    name, host = name.lower(), host.lower()
    return name == host or (name.startswith("*.") and host.partition(".")[2] == name[2:])


def check_ca(pem: str) -> tuple[str, int]:
    """Return whose the CA is and until when it is valid (UTC ms), of the certificate that lasts longest.

    Raises Gangguan when the text is no certificate.
    """
    try:
        found = x509.load_pem_x509_certificates(pem.encode())
    except ValueError as exc:
        raise Gangguan(text.JARINGAN_RUSAK, text.JARINGAN_RUSAK_SARAN) from exc
    last = max(found, key=lambda one: one.not_valid_after_utc)
    return name_of(last.subject), _ms(last.not_valid_after_utc)
