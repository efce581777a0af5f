"""One file between an office and the city: signed by its sender, readable by its receiver only.

X25519 with a fresh key per file, HKDF-SHA256 and ChaCha20-Poly1305; the Ed25519 signature is over all of it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.protocol import b64, unb64

MAGIC = b"SIPOKAT BERKAS 1\n"
LARGEST = 256 << 20
"""Bytes of a file's content when it is unpacked; a larger one is refused before it fills the memory."""
_RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw
_ONCE = bytes(12)
"""Every file has a key of its own, so that its only nonce may be zero."""


class BadFile(Exception):
    """The file is none of ours, damaged, forged, or for somebody else."""


@dataclass(frozen=True, slots=True)
class Head:
    """What may be read without a key: the sender's id (empty: not enrolled yet)."""

    sender: str


def box_key(signing_key: str) -> X25519PrivateKey:
    """Return the private key for files that goes with an Ed25519 private key (base64): one secret to keep, not two."""
    seed = HKDF(hashes.SHA256(), 32, salt=None, info=b"sipokat kotak").derive(unb64(signing_key))
    return X25519PrivateKey.from_private_bytes(seed)


def public_box(signing_key: str) -> str:
    """Return the public half of :func:`box_key` in base64."""
    return b64(box_key(signing_key).public_key().public_bytes(*_RAW))


def seal(content: bytes, *, sender: str, signing_key: str, to: str) -> bytes:
    """Return the file for the holder of the box key ``to`` (base64), signed with ``signing_key`` (base64)."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(unb64(to)))
    head = json.dumps({"dari": sender, "kunci": b64(once.public_key().public_bytes(*_RAW))}).encode() + b"\n"
    body = MAGIC + head + ChaCha20Poly1305(_file_key(shared, head)).encrypt(_ONCE, zlib.compress(content), head)
    signature = Ed25519PrivateKey.from_private_bytes(unb64(signing_key)).sign(_digest(body))
    return body + signature


def head(file: bytes) -> Head:
    """Return who the file says it is from; raise BadFile when it is no such file."""
    return Head(str(_parts(file)[1]["dari"]))


def opened(file: bytes, *, signing_key: str, sender_key: Callable[[bytes], str]) -> bytes:
    """Return the content of a file for the holder of ``signing_key``; raise BadFile.

    ``sender_key`` names the Ed25519 public key (base64) that must have signed it, given the content:
    a computer that enrols by file brings its key along.
    """
    line, raw, sealed, signature = _parts(file)
    try:
        shared = box_key(signing_key).exchange(X25519PublicKey.from_public_bytes(unb64(str(raw["kunci"]))))
        packed = ChaCha20Poly1305(_file_key(shared, line)).decrypt(_ONCE, sealed, line)
        content = _unpacked(packed)
        public = Ed25519PublicKey.from_public_bytes(unb64(sender_key(content)))
        public.verify(signature, _digest(file[: -len(signature)]))
    except (InvalidTag, InvalidSignature, ValueError, zlib.error) as exc:
        raise BadFile from exc
    return content


def _parts(file: bytes) -> tuple[bytes, dict[str, object], bytes, bytes]:
    """Return the head's line, the head, the sealed content and the signature."""
    line, found, rest = file[len(MAGIC) :].partition(b"\n")
    if not file.startswith(MAGIC) or not found or len(line) > 1000 or len(rest) < 64:
        raise BadFile
    try:
        raw = json.loads(line)
    except ValueError as exc:
        raise BadFile from exc
    if not isinstance(raw, dict) or not raw.keys() >= {"dari", "kunci"}:
        raise BadFile
    return line + found, raw, rest[:-64], rest[-64:]


def _unpacked(packed: bytes) -> bytes:
    unpack = zlib.decompressobj()
    content = unpack.decompress(packed, LARGEST)
    if not unpack.eof:
        raise BadFile
    return content


def _file_key(shared: bytes, line: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"sipokat berkas\n" + line).derive(shared)


def _digest(body: bytes) -> bytes:
    whole = hashes.Hash(hashes.BLAKE2b(64))
    whole.update(body)
    return b"sipokat berkas\n" + whole.finalize()
