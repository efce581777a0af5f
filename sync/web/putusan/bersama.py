"""What two PCs recorded twice for one person and one list: shown together, settled in one act where that is meant."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.storage import joint
from sipokat_desktop.storage.answers import Meja

from .hal import Hal


class Catatan(NamedTuple):
    """One of the entries of a claim: its id, who recorded it where and when, and what it says in words."""

    entri: str
    siapa: str
    isi: str


class Bagian(NamedTuple):
    """One of the claims: its thing to decide, its name (a month), and the entries beside each other."""

    kunci: str
    nama: str
    catatan: tuple[Catatan, ...]


class Akibat(NamedTuple):
    """What a way out takes back: the entries, their names in words, the sum in rupiah, and what names them all."""

    entri: tuple[str, ...]
    bagian: tuple[str, ...]
    jumlah: int
    sidik: str


def kelompok(meja: Meja, semua: Sequence[Hal]) -> list[list[Hal]]:
    """Return what waits in groups, in its order: the claims of one person, list and pair of PCs stand together."""
    con, tables = meja.con, meja.tables
    grup: dict[tuple[str, ...], list[Hal]] = {}
    for h in semua:
        grup.setdefault(joint.mark(con, tables, h.d), []).append(h)
    return [sorted(satu, key=lambda h: joint.order(con, tables, h.d)) for satu in grup.values()]


def serumpun(meja: Meja, semua: Sequence[Hal], h: Hal) -> list[Hal]:
    """Return the group that ``h`` is in."""
    return next(grup for grup in kelompok(meja, semua) if h.kunci in {satu.kunci for satu in grup})


def bagian(meja: Meja, grup: Sequence[Hal]) -> list[Bagian]:
    """Return the claims of a group with both entries of each."""
    return [
        Bagian(
            h.kunci, joint.label(meja.con, meja.tables, h.d),
            tuple(Catatan(str(c.nilai), meja.siapa(c), _isi(meja, h, str(c.nilai))) for c in h.d.pilihan),
        )
        for h in grup
    ]  # fmt: skip


def akibat(meja: Meja, grup: Sequence[Hal], entri: str) -> Akibat | None:
    """Return what goes with ``entri`` (:func:`joint.joint`), with the name by which a form says that it was seen."""
    ikut = joint.joint(meja.con, meja.tables, [h.d for h in grup], entri)
    if ikut is None:
        return None
    sidik = hashlib.sha256(" ".join(ikut.entries).encode()).hexdigest()[:16]
    return Akibat(ikut.entries, ikut.labels, ikut.amount, sidik)


def _isi(meja: Meja, h: Hal, entri: str) -> str:
    ledger = meja.tables[h.d.tabel].ledger
    return ledger.entry(meja.con, entri) if ledger else entri
