"""The recovery code: printed once, it opens the key of a store where this computer's key store has lost it."""

from __future__ import annotations

import os
import secrets

from sipokat_desktop.kernel.errors import InputSalah

ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""31 signs, a prime number of them; none that look alike (0 and O, 1 and I and L, U and V)."""
GROUPS, LETTERS = 6, 4
"""24 letters by chance: 118 bits; a group's fifth letter checks it."""
_NONCE = 12
_USE = b"Sipokat: kunci data"
_LIKE = str.maketrans("0OILU", "QQ11V")
"""What people read for a sign that is not in the alphabet; a nought is nearest to Q."""

KURANG = "Kode pemulihan terdiri dari 6 kelompok berisi 5 huruf atau angka; yang diketik {n}."
ASING = "Tanda “{tanda}” tidak ada di kode pemulihan."
SALAH_KETIK = "Kelompok ke-{ke} ({isi}) salah ketik. Bandingkan lagi dengan lembar kode pemulihan."
BUKAN = "Kode pemulihan ini bukan milik data ini. Pakai lembar yang tanggalnya terbaru."


def new_code() -> str:
    """Return a new code as it is printed."""
    return written("".join(secrets.choice(ALPHABET) for _ in range(GROUPS * LETTERS)))


def written(letters: str) -> str:
    """Return 24 letters as they are printed: in groups of four, each with its check behind it, dashes between."""
    groups = (letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS))
    return "-".join(group + _check(at, group) for at, group in enumerate(groups))


def read(typed: str) -> str:
    """Return a code as it is printed, from what was typed; raise InputSalah that names the group that is wrong."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LIKE)
    for letter in plain:
        if letter not in ALPHABET:
            raise InputSalah("kode", ASING.format(tanda=letter))
    size = LETTERS + 1
    if len(plain) != GROUPS * size:
        raise InputSalah("kode", KURANG.format(n=len(plain)))
    groups = [plain[at : at + size] for at in range(0, len(plain), size)]
    for at, group in enumerate(groups):
        if _check(at, group[:LETTERS]) != group[LETTERS]:
            raise InputSalah("kode", SALAH_KETIK.format(ke=at + 1, isi=group))
    return "-".join(groups)


def _check(at: int, letters: str) -> str:
    """Return a group's last letter: one wrong letter, two exchanged, or two groups exchanged do not fit it."""
    total = sum((place + 1) * ALPHABET.index(letter) for place, letter in enumerate(letters))
    return ALPHABET[(total + 7 * at) % len(ALPHABET)]


def seal(key: bytes, code: str) -> bytes:
    """Return ``key`` locked with a code; it takes the code to open it, and nobody can guess 118 bits."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_stretched(code)).encrypt(nonce, key, _USE)


def unseal(box: bytes, typed: str) -> bytes:
    """Return the key that was locked with a code; raise InputSalah when it is mistyped or another one's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    code = read(typed)
    try:
        return AESGCM(_stretched(code)).decrypt(box[:_NONCE], box[_NONCE:], _USE)
    except (InvalidTag, ValueError) as exc:
        raise InputSalah("kode", BUKAN) from exc


def _stretched(code: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=None, info=_USE).derive(code.encode())
