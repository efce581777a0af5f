"""What two PCs recorded twice for one person and one list: shown together, settled in one act where that is meant."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.storage import joint
from sipokat_desktop.storage.answers import Meja
from sipokat_desktop.storage.decision import Decision

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
    """What a way out takes back: the entries, their names in words, the sum in rupiah, of how many people, and what
    names them all."""

    entri: tuple[str, ...]
    bagian: tuple[str, ...]
    jumlah: int
    orang: int
    sidik: str


class Cakupan(NamedTuple):
    """For how much one answer may be: the claim alone, the months of one person, all of the list; None where that is
    no more than the one before."""

    satu: Akibat | None = None
    bulan: Akibat | None = None
    daftar: Akibat | None = None

    def cari(self, sidik: str) -> Akibat | None:
        """Return the one of several claims that a form named; None where there is none like it any more."""
        return next((a for a in (self.bulan, self.daftar) if a and a.sidik == sidik), None)


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


def cakupan(meja: Meja, semua: Sequence[Hal], h: Hal, entri: str) -> Cakupan:
    """Return for how much of what waits a way out may be taken with ``entri``."""
    con, tables, tunggu = meja.con, meja.tables, [satu.d for satu in semua]
    satu, bulan, daftar = (
        _akibat(meja, grup, entri)
        for grup in ([h.d], joint.beside(con, tables, tunggu, h.d), joint.whole_book(con, tables, tunggu, h.d))
    )
    lebih = bulan if bulan and satu and len(bulan.entri) > len(satu.entri) else None
    semuanya = daftar if daftar and bulan and len(daftar.entri) > len(bulan.entri) else None
    return Cakupan(satu, lebih, semuanya)


def _akibat(meja: Meja, grup: Sequence[Decision], entri: str) -> Akibat | None:
    """Return what goes with ``entri`` (:func:`joint.joint`), with the name by which a form says that it was seen."""
    ikut = joint.joint(meja.con, meja.tables, grup, entri)
    if ikut is None:
        return None
    sidik = hashlib.sha256(" ".join(ikut.entries).encode()).hexdigest()[:16]
    return Akibat(ikut.entries, ikut.labels, ikut.amount, ikut.people, sidik)


def _isi(meja: Meja, h: Hal, entri: str) -> str:
    ledger = meja.tables[h.d.tabel].ledger
    return ledger.entry(meja.con, entri) if ledger else entri
