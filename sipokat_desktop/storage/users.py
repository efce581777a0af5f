"""Who works on this computer: names with PINs, kept here only."""

from __future__ import annotations

import os

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple

from .store import Store

NAMA_KOSONG = "Nama Anda belum diisi."
PIN_PENDEK = "PIN paling sedikit 4 angka."
PIN_MUDAH = "PIN ini terlalu mudah ditebak. Pilih angka lain."
PIN_SALAH = "PIN salah. Coba lagi."


class User(NamedTuple):
    """A person who may work here; ``has_pin`` is false for one made on the command line."""

    id: str
    name: str
    role: str
    has_pin: bool


def _scrypt(pin: str, salt: bytes) -> bytes:
    import hashlib

    return hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)


def add(store: Store, *, name: str, pin: str = "", role: str = "operator") -> User:
    """Add a user and return it; raise InputSalah for an empty name or a PIN that is too weak."""
    clean = " ".join(name.split())
    if not clean:
        raise InputSalah("nama", NAMA_KOSONG)
    if pin and not (pin.isascii() and pin.isdigit() and len(pin) >= 4):
        raise InputSalah("pin", PIN_PENDEK)
    if pin and (len(set(pin)) == 1 or pin in "01234567890" or pin in "9876543210"):
        raise InputSalah("pin", PIN_MUDAH)
    salt = os.urandom(16)
    stored = f"{salt.hex()}${_scrypt(pin, salt).hex()}" if pin else ""
    user = User(new_id(), clean, role, bool(pin))
    store.local(lambda con: con.execute("INSERT INTO pengguna VALUES (?, ?, ?, ?)", (user.id, clean, role, stored)))
    return user


def everyone(store: Store) -> list[User]:
    """Return the users in the order they were added."""
    rows = store.reader().execute("SELECT id, nama, peran, pin <> '' FROM pengguna ORDER BY id")
    return [User(str(i), str(n), str(r), bool(p)) for i, n, r, p in rows]


def check_pin(store: Store, user_id: str, pin: str) -> None:
    """Raise InputSalah unless ``pin`` is the user's."""
    import hmac

    row = store.reader().execute("SELECT pin FROM pengguna WHERE id = ?", (user_id,)).fetchone()
    salt, _, wanted = str(row[0] if row else "").partition("$")
    if row is None or (wanted and not hmac.compare_digest(_scrypt(pin, bytes.fromhex(salt)).hex(), wanted)):
        raise InputSalah("pin", PIN_SALAH)
