"""Makes this computer known to the city: office code or invitation file, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Store
from sync.protocol import EnrolAnswer, EnrolRequest, Invitation, b64, unb64

from . import text
from .http import Http

UNDANGAN_RUSAK = "Berkas undangan tidak terbaca. Minta berkas baru ke Kominfo."
KODE_KOSONG = "Kode kantor belum diisi."
KODE_PENDEK = "Kode kantor berisi 10 huruf dan angka, misalnya K7F3Q-9QXMA. Yang diketik {n}."


def read_invitation(path: Path) -> Invitation:
    """Read an invitation file; raise InputSalah when it is none."""
    try:
        if path.stat().st_size > 1 << 16:
            raise InputSalah("undangan", UNDANGAN_RUSAK)
        return Invitation.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as exc:
        raise InputSalah("undangan", UNDANGAN_RUSAK) from exc


def check_code(code: str) -> str:
    """Return the code without blanks and dashes; raise InputSalah when it cannot be one."""
    plain = "".join(ch for ch in code.upper() if ch.isalnum())
    if not plain:
        raise InputSalah("kode", KODE_KOSONG)
    if len(plain) != 10:
        raise InputSalah("kode", KODE_PENDEK.format(n=len(plain)))
    return plain


def enrol(store: Store, *, server: str, code: str, name: str) -> str:
    """Turn the code into a device and return the kelurahan code.

    The key is kept before it is sent, so that a lost answer can be asked for again.
    Raises InputSalah for a wrong code, NetworkTrouble when the city cannot be reached.
    """
    plain = check_code(code)
    http = Http(server)
    if not store.identity.private_key:
        fresh = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
        )
        store.save_identity(replace(store.identity, private_key=b64(fresh)))
    key = Ed25519PrivateKey.from_private_bytes(unb64(store.identity.private_key))
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    request = EnrolRequest(code=plain, public_key=b64(public), name=name, inc=store.identity.inc)
    try:
        answer = http.post("/sync/v1/enrol", request, EnrolAnswer)
    finally:
        http.close()
    _same_office(store, answer.scopes[0])
    store.save_identity(
        replace(
            store.identity,
            device_id=answer.device_id,
            label=answer.label,
            server=server.rstrip("/"),
            server_key=answer.server_key,
            scopes=tuple(answer.scopes),
        )
    )
    store.set_setting("lingkup", answer.scopes[0])
    return answer.scopes[0]


def _same_office(store: Store, scope: str) -> None:
    here = store.setting("lingkup")
    if here and here != scope:
        pesan = text.KANTOR_LAIN.format(baru=wilayah.nama(scope), lama=wilayah.nama(here))
        raise InputSalah("kode", pesan)
