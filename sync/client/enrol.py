"""Makes this computer known to the city: office code or invitation file, once."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Store
from sync.envelope import public_box
from sync.protocol import EnrolAnswer, EnrolRequest, Invitation

from . import network, text
from .device import ensure_key, public_key
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
    """Turn the code into a device and return the scope of its office (a kelurahan code, ``kec:…`` or ``kota``).

    The key is kept before it is sent, so that a lost answer can be asked for again.
    Raises InputSalah for a wrong code, NetworkTrouble when the city cannot be reached.
    """
    plain = check_code(code)
    http = Http(server, network=network.load(store.folder), clock=store.clock)
    request = request_of(store, plain, name)
    try:
        answer = http.post("/sync/v1/enrol", request, EnrolAnswer)
    finally:
        http.close()
    return accept(store, answer, network.server_address(server))


def request_of(store: Store, code: str, name: str) -> EnrolRequest:
    """Return the request to enrol this computer; its key is made and kept first."""
    private = ensure_key(store)
    inc = store.identity.inc
    return EnrolRequest(code=code, public_key=public_key(private), name=name, inc=inc, box_key=public_box(private))


def accept(store: Store, answer: EnrolAnswer, server: str) -> str:
    """Keep what the city answered and return the office's scope; raise InputSalah for another office's code."""
    same_office(store, answer.scopes[0])
    store.save_identity(
        store.identity._replace(
            device_id=answer.device_id,
            label=answer.label,
            server=server,
            server_key=answer.server_key,
            server_box=answer.box_key,
            scopes=tuple(answer.scopes),
        )
    )
    store.token = ""
    store.set_setting("lingkup", answer.scopes[0])
    return answer.scopes[0]


def same_office(store: Store, scope: str) -> None:
    """Raise InputSalah when this computer holds another office's data."""
    here = store.setting("lingkup")
    if here and here != scope:
        pesan = text.KANTOR_LAIN.format(baru=wilayah.nama_kantor(scope), lama=wilayah.nama_kantor(here))
        raise InputSalah("kode", pesan)
