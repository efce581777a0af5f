"""What two PCs recorded twice for one person and one list: shown together, settled in one act where that is meant."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sipokat_desktop.storage import core, deciding
from sipokat_desktop.storage.answers import Meja
from sipokat_desktop.storage.decision import Choice
from sipokat_desktop.storage.manifest import Together, WayOut
from sipokat_desktop.storage.store import Store

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
    grup: dict[tuple[str, ...], list[Hal]] = {}
    for h in semua:
        grup.setdefault(_tanda(meja, h), []).append(h)
    return [sorted(satu, key=partial(_urut, meja)) for satu in grup.values()]


def serumpun(meja: Meja, semua: Sequence[Hal], h: Hal) -> list[Hal]:
    """Return the group that ``h`` is in."""
    return next(grup for grup in kelompok(meja, semua) if h.kunci in {satu.kunci for satu in grup})


def bagian(meja: Meja, grup: Sequence[Hal]) -> list[Bagian]:
    """Return the claims of a group with both entries of each."""
    return [
        Bagian(
            h.kunci, _nama(meja, h),
            tuple(Catatan(str(c.nilai), meja.siapa(c), _isi(meja, h, str(c.nilai))) for c in h.d.pilihan),
        )
        for h in grup
    ]  # fmt: skip


def akibat(meja: Meja, grup: Sequence[Hal], entri: str) -> Akibat | None:
    """Return what goes with ``entri``: in every claim of the group the entry of the same person on the same PC.

    None where nothing of that kind is known of it.
    """
    milik = {_perekam(c) for h in grup for c in h.d.pilihan if c.nilai == entri}
    ikut = [(h, str(c.nilai)) for h in grup for c in h.d.pilihan if _perekam(c) in milik]
    satu = [bersama for h, id in ikut if (bersama := _bersama(meja, h, id))]
    if not satu or len(satu) < len(ikut):
        return None
    ids = tuple(id for _, id in ikut)
    sidik = hashlib.sha256(" ".join(ids).encode()).hexdigest()[:16]
    return Akibat(ids, tuple(b.label for b in satu), sum(b.amount for b in satu), sidik)


def boleh(way: WayOut) -> bool:
    """Tell whether a way out is the same for every claim: one that asks for a month is not."""
    return all(ask.kind != "pilihan" for ask in way.asks)


def tempuh(store: Store, tabel: str, entri: Sequence[str], way: WayOut, isian: Mapping[str, str]) -> None:
    """Take one way out for all the entries; raises InputSalah as a single one does, nothing is kept then."""
    for satu in entri:
        deciding.take_back(store, tabel, satu, way.key, isian)


def _tanda(meja: Meja, h: Hal) -> tuple[str, ...]:
    rekam = sorted(_perekam(c) for c in h.d.pilihan)
    milik = [*_milik(meja, h)]
    if not milik or None in milik or len(set(rekam)) != len(rekam):
        return (h.kunci,)
    marks = sorted("|".join(bersama.marks) for bersama in milik if bersama)
    return (h.d.tabel, *marks, *(f"{oleh}|{perangkat}" for oleh, perangkat in rekam))


def _milik(meja: Meja, h: Hal) -> Iterator[Together | None]:
    return (_bersama(meja, h, str(c.nilai)) for c in h.d.pilihan)


def _bersama(meja: Meja, h: Hal, entri: str) -> Together | None:
    table = meja.tables.get(h.d.tabel)
    if h.d.jenis != core.GANDA or table is None or table.ledger is None:
        return None
    return table.ledger.together(meja.con, entri)


def _perekam(c: Choice) -> tuple[str, str]:
    return c.oleh, c.perangkat


def _urut(meja: Meja, h: Hal) -> str:
    return next((satu.order for satu in _milik(meja, h) if satu), "")


def _nama(meja: Meja, h: Hal) -> str:
    return next((satu.label for satu in _milik(meja, h) if satu), h.d.judul)


def _isi(meja: Meja, h: Hal, entri: str) -> str:
    ledger = meja.tables[h.d.tabel].ledger
    return ledger.entry(meja.con, entri) if ledger else entri
