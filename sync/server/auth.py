"""Enrolment by one-time code, and short session tokens for a signed nonce."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, bindparam, delete, func, select, update

from sipokat_desktop.kernel import ids, wilayah
from sync.protocol import EnrolAnswer, EnrolRequest, SessionRequest, signed_nonce, unb64

from .database import Asked, Database, Rows
from .exchange import Device
from .schema import DEVICE, INVITE, META, SESSION

CODE_LENGTH = 10
CODE_DAYS = 14
SESSION_MS = 12 * 3600 * 1000
NONCE_MS = 5 * 60 * 1000
DAY_MS = 24 * 3600 * 1000
DOOR = 5000
"""Tokens that are remembered at most."""

KODE_SALAH = "Kode kantor tidak dikenal atau sudah dipakai. Minta kode baru ke Kominfo."
KODE_LEWAT = "Kode kantor sudah lewat masanya. Minta kode baru ke Kominfo."
KUNCI_SALAH = "Kunci komputer ini tidak cocok dengan yang terdaftar di kota. Daftarkan komputer ini lagi."
TAK_MASUK = "Sesi sudah berakhir."


class CityKeys(Protocol):
    """The public halves of the city's keys, for signatures and for files (base64)."""

    @property
    def public(self) -> str: ...
    @property
    def public_box(self) -> str: ...


class Refused(Exception):
    """An authorisation that failed; ``kind`` is for the program, ``pesan`` for the user."""

    def __init__(self, kind: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kind, self.pesan = kind, pesan


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def plain_code(code: str) -> str:
    """Return a typed code without blanks and dashes, in capitals."""
    return "".join(ch for ch in code.upper() if ch.isalnum())


def invite(db: Database, scope: str, now: int) -> str:
    """Make a one-time code for the office of ``scope`` (a kelurahan code, ``kec:…`` or ``kota``), valid for 14 days;
    only its hash is kept."""
    code = ids.random_code(CODE_LENGTH)
    with db.write() as con:
        con.execute(
            INVITE.insert().values(
                code_hash=_hash(code), scope=scope, created=now, expires=now + CODE_DAYS * DAY_MS, used_by=""
            )
        )
    return f"{code[:5]}-{code[5:]}"


def enrol(db: Database, request: EnrolRequest, city: CityKeys, now: int) -> EnrolAnswer:
    """Turn a code into a device; repeating it with the same key gives the same device (a lost answer).

    Raises Refused.
    """
    digest = _hash(plain_code(request.code))
    with db.write() as con:
        con.execute(update(INVITE).where(INVITE.c.code_hash == digest).values(created=INVITE.c.created))
        row = con.execute(select(INVITE).where(INVITE.c.code_hash == digest)).one_or_none()
        if row is None:
            raise Refused("kode", KODE_SALAH)
        if row.used_by:
            return _again(con, row.used_by, row.scope, request.public_key, city)
        if row.expires < now:
            raise Refused("kode", KODE_LEWAT)
        return _new_device(con, digest, row.scope, request, city, now)


def _new_device(
    con: Connection, digest: str, scope: str, request: EnrolRequest, city: CityKeys, now: int
) -> EnrolAnswer:
    _public(request.public_key)
    count = con.scalar(select(func.count()).select_from(DEVICE).where(DEVICE.c.scope == scope)) or 0
    device_id, label = ids.new_id(), f"{_kind(scope)}-{count + 1}"
    con.execute(
        DEVICE.insert().values(
            id=device_id,
            scope=scope,
            label=label,
            name=request.name,
            public_key=request.public_key,
            box_key=request.box_key,
            created=now,
        )
    )
    con.execute(update(INVITE).where(INVITE.c.code_hash == digest).values(used_by=device_id))
    return _known_as(device_id, label, scope, city)


def _kind(scope: str) -> str:
    """Return what the labels of an office's computers begin with."""
    if wilayah.adalah_kota(scope):
        return "Kota"
    return "Kec" if wilayah.adalah_kecamatan(scope) else "PC"


def _again(con: Connection, device_id: str, scope: str, public_key: str, city: CityKeys) -> EnrolAnswer:
    row = con.execute(select(DEVICE).where(DEVICE.c.id == device_id)).one()
    if row.public_key != public_key:
        raise Refused("kode", KODE_SALAH)
    return _known_as(device_id, row.label, scope, city)


def _known_as(device_id: str, label: str, scope: str, city: CityKeys) -> EnrolAnswer:
    return EnrolAnswer(
        device_id=device_id, label=label, scopes=list(wilayah.lingkup_baca(scope)), server_key=city.public,
        box_key=city.public_box,
    )  # fmt: skip


def _public(key: str) -> Ed25519PublicKey:
    try:
        return Ed25519PublicKey.from_public_bytes(unb64(key))
    except ValueError as exc:
        raise Refused("kunci", KUNCI_SALAH) from exc


def _secret(con: Connection, db: Database) -> bytes:
    db.upsert(con, META, [{"key": "rahasia", "value": secrets.token_hex(32)}], keep=True)
    return bytes.fromhex(str(con.scalar(select(META.c.value).where(META.c.key == "rahasia"))))


def nonce(db: Database, device_id: str, now: int) -> str:
    """Return a nonce that needs no row: its time and device are under the server's own seal."""
    with db.write() as con:
        return _sealed(_secret(con, db), device_id, str(now))


def _sealed(secret: bytes, device_id: str, stamp: str) -> str:
    return f"{stamp}.{hmac.new(secret, f'{device_id}.{stamp}'.encode(), 'sha256').hexdigest()}"


def open_session(db: Database, request: SessionRequest, now: int) -> str:
    """Return a session token for a nonce signed with the device's key; raise Refused otherwise."""
    device_id, nonce = request.device_id, request.nonce
    with db.write() as con:
        row = con.execute(select(DEVICE).where(DEVICE.c.id == device_id)).one_or_none()
        stamp = nonce.partition(".")[0]
        sealed = _sealed(_secret(con, db), device_id, stamp)
        fresh = stamp.isascii() and stamp.isdigit() and abs(now - int(stamp)) < NONCE_MS
        if row is None or not fresh or not hmac.compare_digest(sealed.encode(), nonce.encode()):
            raise Refused("kunci", KUNCI_SALAH)
        try:
            _public(row.public_key).verify(unb64(request.signature), signed_nonce(nonce))
        except (InvalidSignature, ValueError) as exc:
            raise Refused("kunci", KUNCI_SALAH) from exc
        if request.box_key and not row.box_key:
            con.execute(update(DEVICE).where(DEVICE.c.id == device_id).values(box_key=request.box_key))
        token = secrets.token_urlsafe(32)
        con.execute(delete(SESSION).where(SESSION.c.expires < now))
        con.execute(SESSION.insert().values(token_hash=_hash(token), device_id=device_id, expires=now + SESSION_MS))
        return token


_DEVICE_OF = (
    select(DEVICE.c.id, DEVICE.c.scope, DEVICE.c.label, DEVICE.c.revoked, DEVICE.c.public_key, DEVICE.c.signs)
    .join(SESSION, SESSION.c.device_id == DEVICE.c.id)
    .where(SESSION.c.token_hash == bindparam("token"), SESSION.c.expires >= bindparam("now"))
)


def device_of(db: Database, token: str, now: int) -> Device:
    """Return the device that a token belongs to; raise Refused when it has run out."""
    return _of_session(db.look(_session(token, now)))


def device_in(db: Database, con: Connection, token: str, now: int) -> Device:
    """The same, asked within a transaction."""
    return _of_session(db.ask(con, _session(token, now))[0])


def _session(token: str, now: int) -> Asked:
    return Asked(_DEVICE_OF, {"token": _hash(token), "now": now})


def _of_session(rows: Rows) -> Device:
    for device_id, scope, label, revoked, public_key, signs in rows:
        return Device(device_id, scope, label, bool(revoked), public_key, bool(signs))
    raise Refused("sesi", TAK_MASUK)


class Door:
    """Lets requests in whose token this process has seen to be good, so that their bodies are read; whoever does the
    work asks for the device again."""

    def __init__(self, device_of: Callable[[str], Device]) -> None:
        self._device_of = device_of
        self._seen: dict[str, Device] = {}

    def last(self, token: str) -> Device | None:
        """Return the device that the token belonged to when it was seen first; it need not be any more."""
        return self._seen.get(_hash(token))

    def device_of(self, token: str) -> Device:
        """Return the device that a token belongs to now; raise Refused when it has run out."""
        device = self._device_of(token)
        if len(self._seen) >= DOOR:
            self._seen.clear()
        self._seen[_hash(token)] = device
        return device
