"""Certificates good and bad, made in memory: authorities, servers, and the TLS settings of a server that shows them."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Kunci = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
SERVER, KLIEN = ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH
SHA256_RSA, SHA1_RSA = (bytes.fromhex(f"06092a864886f70d0101{n}") for n in ("0b", "05"))
HARI = timedelta(days=1)


@dataclass(frozen=True)
class Pihak:
    """A certificate with its key."""

    sertifikat: x509.Certificate
    kunci: Kunci

    @property
    def pem(self) -> str:
        """The certificate alone, as PEM text."""
        return self.sertifikat.public_bytes(Encoding.PEM).decode()

    @property
    def pem_kunci(self) -> str:
        """The private key as PEM text."""
        return self.kunci.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _dasar(nama: str, oleh: Pihak | None, kunci: Kunci, *, mulai: int, sampai: int) -> x509.CertificateBuilder:
    """A certificate valid from ``mulai`` to ``sampai`` (days from now)."""
    subjek = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])
    kini = datetime.now(UTC).replace(microsecond=0)
    return (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(oleh.sertifikat.subject if oleh else subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini + mulai * HARI)
        .not_valid_after(kini + sampai * HARI)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci.public_key()), critical=False)
    )


def _guna(*, menerbitkan: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=menerbitkan, crl_sign=menerbitkan, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip


def otoritas(
    nama: str = "CA Kota Uji", *, oleh: Pihak | None = None, mulai: int = -30, sampai: int = 300, sah: bool = True,
    menerbitkan: bool = True, dalam: int | None = None, hanya: str = "", kunci: Kunci | None = None,
) -> Pihak:  # fmt: skip
    """An authority (signed by itself or ``oleh``); ``sah`` False: it is none; ``hanya``: only for names below it."""
    kunci = kunci or ec.generate_private_key(ec.SECP256R1())
    surat = _dasar(nama, oleh, kunci, mulai=mulai, sampai=sampai)
    surat = surat.add_extension(x509.BasicConstraints(ca=sah, path_length=dalam if sah else None), critical=True)
    surat = surat.add_extension(_guna(menerbitkan=menerbitkan), critical=True)
    if hanya:
        batas = x509.NameConstraints(permitted_subtrees=[x509.DNSName(hanya)], excluded_subtrees=None)
        surat = surat.add_extension(batas, critical=True)
    return Pihak(surat.sign(oleh.kunci if oleh else kunci, hashes.SHA256()), kunci)


def server(
    oleh: Pihak | None, *, dns: tuple[str, ...] = ("localhost",), mulai: int = -1, sampai: int = 90,
    guna: x509.ObjectIdentifier = SERVER, kunci: Kunci | None = None, nama: str = "localhost",
) -> Pihak:  # fmt: skip
    """The certificate of a server for the names ``dns`` (none: only a common name); ``oleh`` None: self-signed."""
    kunci = kunci or ec.generate_private_key(ec.SECP256R1())
    surat = _dasar(nama, oleh, kunci, mulai=mulai, sampai=sampai)
    surat = surat.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    surat = surat.add_extension(_guna(menerbitkan=False), critical=True)
    surat = surat.add_extension(x509.ExtendedKeyUsage([guna]), critical=False)
    if dns:
        surat = surat.add_extension(x509.SubjectAlternativeName([_nama(satu) for satu in dns]), critical=False)
    return Pihak(surat.sign(oleh.kunci if oleh else kunci, hashes.SHA256()), kunci)


def _nama(teks: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(teks))
    except ValueError:
        return x509.DNSName(teks)


def kunci_rsa(bit: int) -> Kunci:
    """An RSA key; 1,024 bits were enough twenty years ago."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bit)


def sha1(pihak: Pihak, oleh: Pihak) -> Pihak:
    """The same certificate signed as in 2005; ``oleh`` has an RSA key of 2,048 bits."""
    assert isinstance(oleh.kunci, rsa.RSAPrivateKey)
    der = pihak.sertifikat.public_bytes(Encoding.DER).replace(SHA256_RSA, SHA1_RSA)
    isi = x509.load_der_x509_certificate(der).tbs_certificate_bytes
    der = der[: -oleh.kunci.key_size // 8] + oleh.kunci.sign(isi, padding.PKCS1v15(), hashes.SHA1())
    return Pihak(x509.load_der_x509_certificate(der), pihak.kunci)


def rusak(pihak: Pihak) -> Pihak:
    """The same certificate under another's signature."""
    der = bytearray(pihak.sertifikat.public_bytes(Encoding.DER))
    der[-3] ^= 0x55
    return Pihak(x509.load_der_x509_certificate(bytes(der)), pihak.kunci)


def konteks(folder: Path, *rantai: Pihak) -> ssl.SSLContext:
    """The TLS settings of a server that shows ``rantai``, its own certificate first, however weak it is."""
    berkas = folder / f"rantai-{rantai[0].sertifikat.serial_number}.pem"
    berkas.write_text("".join(satu.pem for satu in rantai) + rantai[0].pem_kunci, encoding="ascii")
    isi = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    isi.set_ciphers("DEFAULT:@SECLEVEL=0")
    isi.load_cert_chain(berkas)
    return isi


class Ganti:
    """TLS settings whose certificate can be changed while the server runs."""

    def __init__(self, awal: ssl.SSLContext) -> None:
        self.kini = self.luar = awal

        def pilih(jalur: ssl.SSLObject | ssl.SSLSocket, _nama: str | None, _konteks: ssl.SSLContext) -> None:
            jalur.context = self.kini

        awal.sni_callback = pilih
