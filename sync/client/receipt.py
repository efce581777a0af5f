"""The city's signed receipt: checked, kept, and checked again by anybody who has the city's public key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sipokat_desktop.storage import sqlite
from sync.protocol import Receipt, unb64

from . import digest, text
from .http import NetworkTrouble


class Kept(NamedTuple):
    """What is stored of a sync: the city's word, whether both sides match, and this PC's own counts."""

    city: Receipt
    matching: bool
    sent: int
    received: int
    stuck: int


def genuine(receipt: Receipt, server_key: str) -> bool:
    """Tell whether the receipt was signed with the city's key (Ed25519, base64)."""
    try:
        Ed25519PublicKey.from_public_bytes(unb64(server_key)).verify(unb64(receipt.signature), receipt.text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def check(receipt: Receipt, server_key: str) -> None:
    """Raise NetworkTrouble unless the receipt was signed with the city's key known since the enrolment."""
    if not genuine(receipt, server_key):
        raise NetworkTrouble("bukti", text.BUKTI_PALSU, text.HUBUNGI)


def keep(con: sqlite.Connection, kept: Kept, scopes: Iterable[str], now: int) -> int:
    """Store a receipt with what this PC holds at that moment; returns its number."""
    here = {
        scope: {table: {"count": c, "sum": s} for table, (c, s) in digest.stored(con, scope).items()}
        for scope in scopes
    }
    content = {
        "kota": kept.city.text, "tanda_tangan": kept.city.signature, "kantor": here, "terkirim": kept.sent,
        "diterima": kept.received, "tertahan": kept.stuck,
    }  # fmt: skip
    row = (now, int(kept.matching), json.dumps(content))
    return int(con.execute("INSERT INTO sync_bukti (waktu, cocok, isi) VALUES (?, ?, ?)", row).lastrowid or 0)
