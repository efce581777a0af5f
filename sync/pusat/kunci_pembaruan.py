"""The keys that sign updates: two in the release maker's hands, locked with a password, one on the server."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Signer

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.identity import write_atomically

from . import text_pembaruan as text

AKAR, TERBIT, LAYANAN = "akar.pem", "terbit.pem", "layanan.pem"
"""Root, targets; snapshot and timestamp (on the server)."""
LEAST_PASSWORD = 15


def make(file: Path, password: str = "") -> Signer:
    """Make a new Ed25519 key and keep it, readable by its owner only; raise InputSalah for a short password."""
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    write_atomically(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock), private=True)
    return CryptoSigner(key)


def make_pair(folder: Path, password: str) -> tuple[Signer, Signer]:
    """Make the keys of root and targets in an empty folder; raise InputSalah."""
    if len(password) < LEAST_PASSWORD:
        raise InputSalah("sandi", text.SANDI_PENDEK)
    if any((folder / name).exists() for name in (AKAR, TERBIT)):
        raise InputSalah("kunci", text.KUNCI_ADA.format(folder=folder))
    folder.mkdir(parents=True, exist_ok=True)
    return make(folder / AKAR, password), make(folder / TERBIT, password)


def load(folder: Path, name: str, password: str = "") -> Signer:
    """Return a kept key; raise InputSalah where it is not there or the password is another."""
    try:
        key = load_pem_private_key((folder / name).read_bytes(), password.encode() or None)
        assert isinstance(key, Ed25519PrivateKey)
        return CryptoSigner(key)
    except OSError as exc:
        raise InputSalah("kunci", text.KUNCI_TIADA.format(nama=name, folder=folder)) from exc
    except (ValueError, TypeError, AssertionError) as exc:
        raise InputSalah("sandi", text.KUNCI_SALAH.format(nama=name)) from exc
