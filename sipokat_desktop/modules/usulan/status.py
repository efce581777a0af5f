"""The statuses of a proposal: their order, which one holds, and what is odd about a history. Nothing here reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Status

DRAF, DITOLAK, DITUNDA = "draf", "ditolak", "ditunda"
JALAN = (DRAF, "lurah", "musrenbang_kel", "kecamatan", "kota", "rkpd", "terlaksana")
"""The way of a proposal, step by step."""
PERLU_ALASAN = (DITOLAK, DITUNDA)
SELESAI = ("terlaksana", DITOLAK)
"""A proposal with one of these waits for nothing any more."""
BERJALAN, LAGI = "berjalan", "lagi"
STATES = (BERJALAN, DITUNDA, *SELESAI, LAGI)
"""Every proposal is in just one of these; ``lagi`` was made again in a later year."""
TERBUKA = (BERJALAN, DITUNDA)
"""In one of these a proposal waits for something."""
TIDAK_DIBAWA = ("rkpd", *SELESAI)
"""A proposal with one of these is not proposed again by itself."""


def urut(riwayat: Iterable[Status]) -> list[Status]:
    """Return a history from the first to the last step: the proposing first, whatever its day (a paper of February is
    often entered in April), then by day, on one day by when it was recorded, else by id, so that every computer reads
    the same whatever way its rows came."""
    return sorted(riwayat, key=_kunci)


def berlaku(riwayat: Iterable[Status]) -> Status | None:
    """Return the step that holds: the last one; None where nothing was recorded (a draft)."""
    return max(riwayat, key=_kunci, default=None)


def _kunci(satu: Status) -> tuple[bool, str, int, str]:
    return satu.status != DRAF, satu.tanggal, satu.dicatat, satu.status_id


def janggal(riwayat: Sequence[Status]) -> list[tuple[Status, Status]]:
    """Return the steps that stand after one which they cannot follow, each with that one: a step back on the way, or
    anything after the proposal was carried out. ``riwayat`` is in order."""
    hasil: list[tuple[Status, Status]] = []
    terjauh: Status | None = None
    for satu in riwayat:
        if terjauh and (terjauh.status == JALAN[-1] or _mundur(terjauh.status, satu.status)):
            hasil.append((satu, terjauh))
        if satu.status in JALAN and (terjauh is None or not _mundur(terjauh.status, satu.status)):
            terjauh = satu
    return hasil


def _mundur(dari: str, ke: str) -> bool:
    return dari in JALAN and ke in JALAN and JALAN.index(ke) < JALAN.index(dari)
