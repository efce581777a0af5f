"""The second factor: six figures of a phone's app (TOTP), each good once, and codes on paper for when it is lost."""

from __future__ import annotations

import base64
import secrets
from urllib.parse import quote

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy import Connection, delete, func, select, update

from sync.server.schema import PERSON, RECOVERY

from .rahasia import Rahasia

LANGKAH_S = 30
PENERBIT = "Sipokat Pusat"
BANYAK_PEMULIHAN, SEDIKIT = 10, 3
"""How many codes a paper has, and from how many left on a new one is advised."""
_HURUF = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GUNA = "kode pemulihan"


def baru() -> bytes:
    """Return a new secret: 160 bits, as many as the hash behind the codes has."""
    return secrets.token_bytes(20)


def _totp(rahasia: bytes) -> TOTP:
    """As every authenticator app makes them: SHA-1 inside an HMAC, six figures, half a minute."""
    return TOTP(rahasia, 6, SHA1(), LANGKAH_S)


def langkah(rahasia: bytes, kode: str, now: int, *, sesudah: int = 0) -> int:
    """Return the time step that ``kode`` belongs to: this one, the one before or the one after; 0 where it is wrong or
    not later than ``sesudah``, the step that was used last."""
    kini = now // 1000 // LANGKAH_S
    angka = "".join(kode.split())
    hasil = 0
    for satu in (kini - 1, kini, kini + 1):
        try:
            _totp(rahasia).verify(angka.encode(), satu * LANGKAH_S)
        except InvalidToken:
            continue
        hasil = satu if satu > sesudah else hasil
    return hasil


def pakai(con: Connection, orang_id: str, rahasia: Rahasia, kode: str, now: int) -> bool:
    """Take a code of a person's app; the step is written down, so that the same code does not count again."""
    row = con.execute(select(PERSON.c.totp, PERSON.c.totp_step).where(PERSON.c.id == orang_id)).one()
    if not row.totp:
        return False
    kini = langkah(rahasia.buka(row.totp, milik=orang_id), kode, now, sesudah=row.totp_step)
    if not kini:
        return False
    sama = (PERSON.c.id == orang_id) & (PERSON.c.totp_step == row.totp_step)
    return bool(con.execute(update(PERSON).where(sama).values(totp_step=kini)).rowcount)


def pakai_pemulihan(con: Connection, orang_id: str, rahasia: Rahasia, kode: str, now: int) -> bool:
    """Take a code from the paper, once."""
    sidik = rahasia.sidik(f"{orang_id}:{_polos(kode)}", guna=_GUNA)
    belum = (RECOVERY.c.person_id == orang_id) & (RECOVERY.c.code_hash == sidik) & (RECOVERY.c.used == 0)
    return bool(con.execute(update(RECOVERY).where(belum).values(used=now)).rowcount)


def pemulihan_baru(con: Connection, orang_id: str, rahasia: Rahasia) -> list[str]:
    """Return new codes for the paper; those of before are worth nothing from now on."""
    con.execute(delete(RECOVERY).where(RECOVERY.c.person_id == orang_id))
    kode = ["".join(secrets.choice(_HURUF) for _ in range(10)) for _ in range(BANYAK_PEMULIHAN)]
    con.execute(
        RECOVERY.insert(),
        [{"person_id": orang_id, "code_hash": rahasia.sidik(f"{orang_id}:{k}", guna=_GUNA), "used": 0} for k in kode],
    )
    return [f"{k[:5]}-{k[5:]}" for k in kode]


def sisa_pemulihan(con: Connection, orang_id: str) -> int:
    """Return how many codes of the paper were not used yet."""
    belum = (RECOVERY.c.person_id == orang_id) & (RECOVERY.c.used == 0)
    return int(con.scalar(select(func.count()).select_from(RECOVERY).where(belum)) or 0)


def _polos(kode: str) -> str:
    return "".join(huruf for huruf in kode.upper() if huruf.isalnum())


def teks(rahasia: bytes) -> str:
    """Return a secret as people type it into the app, in groups of four."""
    polos = base64.b32encode(rahasia).decode()
    return " ".join(polos[n : n + 4] for n in range(0, len(polos), 4))


def alamat(rahasia: bytes, login: str) -> str:
    """Return what the QR code says."""
    polos = base64.b32encode(rahasia).decode()
    return f"otpauth://totp/{quote(PENERBIT)}:{quote(login)}?secret={polos}&issuer={quote(PENERBIT)}"


def qr(rahasia: bytes, login: str) -> str:
    """Return the QR code as SVG, drawn with attributes only: the pages' policy forbids styles in them."""
    import segno

    return segno.make(alamat(rahasia, login), error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff")
