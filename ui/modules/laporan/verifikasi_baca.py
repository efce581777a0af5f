"""What the verification reads: the reports that wait, exceptions first, and those of this sitting that wait no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.modules.laporan import periksa, queries
from sipokat_desktop.modules.laporan.model import Laporan, Saring
from sipokat_desktop.modules.laporan.periksa import Diperiksa
from ui.kit.host import Host

PALING = 300
"""So many reports with something odd, and so many without, stand in the list; the next ones come as these are done."""


class Bacaan(NamedTuple):
    """What waits now (the first ones of a long list), how many more wait, and the reports of this sitting that wait no
    more."""

    menunggu: Sequence[Diperiksa]
    lagi: int
    selesai: Mapping[str, Laporan]


def baca(host: Host, siapa: str, kenal: Sequence[str]) -> Bacaan:
    """Read what waits for the word of ``siapa``, and of the reports ``kenal`` those that do not; on any thread."""
    con, lingkup = host.store.reader(), host.kantor if host.beberapa else host.lingkup
    menunggu = periksa.periksa(con, lingkup, hari=host.today, siapa=siapa)
    ada = {satu.laporan.laporan_id for satu in menunggu}
    lewat = tuple(id for id in kenal if id not in ada)
    rows = queries.daftar(con, Saring(ids=lewat), batas=len(lewat)) if lewat else []
    depan = _depan(menunggu, frozenset(kenal))
    return Bacaan(depan, len(menunggu) - len(depan), {b.laporan_id: b for b in rows})


def _depan(menunggu: Sequence[Diperiksa], kenal: frozenset[str]) -> list[Diperiksa]:
    """Return those that are shown already, and the first ones of either kind."""
    dipilih, banyak = [], {True: 0, False: 0}
    for satu in menunggu:
        tetap = satu.laporan.laporan_id in kenal
        if tetap or banyak[satu.bersih] < PALING:
            dipilih.append(satu)
            banyak[satu.bersih] += 1
    return dipilih
