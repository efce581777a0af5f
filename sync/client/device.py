"""This computer's own key: Ed25519, known to the city by its public half, in the OS key store where there is one."""

from __future__ import annotations

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.storage import keystore
from sipokat_desktop.storage.identity import Identity
from sipokat_desktop.storage.store import Store
from sync.protocol import b64, unb64

from . import text
from .trouble import NetworkTrouble


def private_key(identity: Identity) -> str:
    """Return the key in base64; raise NetworkTrouble when the key store has lost it (the folder was moved)."""
    found = identity.private_key or (keystore.get(identity.key_name) if identity.key_name else "")
    if not found:
        raise NetworkTrouble("kunci", text.KUNCI_HILANG, text.DAFTAR_LAGI)
    return found


def ensure_key(store: Store) -> str:
    """Return the key in base64; where there is none, make one and keep it before anything is sent.

    It goes into the OS key store, or into the identity file that only this user can read.
    """
    here = store.identity
    if found := here.private_key or (keystore.get(here.key_name) if here.key_name else ""):
        return found
    key = Ed25519PrivateKey.generate()
    raw = serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
    fresh, name = b64(key.private_bytes(*raw)), new_id()
    kept = keystore.put(name, fresh)
    store.save_identity(here._replace(key_name=name if kept else "", private_key="" if kept else fresh))
    return fresh


def public_key(private: str) -> str:
    """Return the public half of a key, both in base64."""
    key = Ed25519PrivateKey.from_private_bytes(unb64(private)).public_key()
    return b64(key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw))


def sign(identity: Identity, data: bytes) -> str:
    """Return the signature of the device's key over ``data`` in base64; raises as :func:`private_key`."""
    return b64(Ed25519PrivateKey.from_private_bytes(unb64(private_key(identity))).sign(data))
