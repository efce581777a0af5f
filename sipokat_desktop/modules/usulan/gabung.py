"""Which proposal stands for which, from what several computers merged: chains and circles end in one survivor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple


class Gabungan(NamedTuple):
    """``induk`` is the survivor of every merged id (a survivor is not in it), ``anggota`` what was merged into each
    survivor, ``lingkar`` the circles (each from its survivor on), ``putus`` who was merged into what is not here
    or in another list."""

    induk: Mapping[str, str]
    anggota: Mapping[str, tuple[str, ...]]
    lingkar: tuple[tuple[str, ...], ...]
    putus: frozenset[str]

    def tetap(self, usulan_id: str) -> str:
        """Return the survivor of a proposal: itself where it was not merged."""
        return self.induk.get(usulan_id, usulan_id)

    def kelompok(self, usulan_id: str) -> tuple[str, ...]:
        """Return the survivor of a proposal and everything merged into it."""
        tetap = self.tetap(usulan_id)
        return (tetap, *self.anggota.get(tetap, ()))


def susun(ke: Mapping[str, str], ada: Collection[str]) -> Gabungan:
    """Follow who was merged into whom (``ke``, by id) among the proposals ``ada``.

    A proposal merged into one that is not here stands on its own; of those merged in a circle the oldest id survives.
    The answer depends on the merges alone, not on their order.
    """
    panah = {id: tujuan for id, tujuan in ke.items() if id in ada and tujuan in ada and tujuan != id}
    putus = frozenset(id for id, tujuan in ke.items() if id in ada and tujuan not in ada)
    lingkar = _lingkar(panah)
    tetap = {satu: min(semua) for semua in lingkar for satu in semua}
    induk = {id: akhir for id in panah if (akhir := _akhir(panah, tetap, id)) != id}
    anggota: dict[str, list[str]] = {}
    for id in sorted(induk):
        anggota.setdefault(induk[id], []).append(id)
    return Gabungan(induk, {id: tuple(semua) for id, semua in anggota.items()}, lingkar, putus)


def _akhir(panah: Mapping[str, str], tetap: Mapping[str, str], id: str) -> str:
    while id in panah and id not in tetap:
        id = panah[id]
    return tetap.get(id, id)


def _lingkar(panah: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the circles among arrows, each from its smallest id on."""
    selesai: set[str] = set()
    hasil: list[tuple[str, ...]] = []
    for awal in sorted(panah):
        jalan: dict[str, int] = {}
        kini = awal
        while kini in panah and kini not in selesai and kini not in jalan:
            jalan[kini] = len(jalan)
            kini = panah[kini]
        if kini in jalan:
            hasil.append(_dari_terkecil([*jalan][jalan[kini] :]))
        selesai.update(jalan)
    return tuple(sorted(hasil))


def _dari_terkecil(semua: list[str]) -> tuple[str, ...]:
    ke = semua.index(min(semua))
    return (*semua[ke:], *semua[:ke])


def kk(semua: Iterable[tuple[str, int | None]]) -> int | None:
    """Return the households that profit, from (RT number, households) of all who propose the same: of one RT the
    largest number counts, different RT have different households; what the kelurahan says itself (no RT) counts the
    RT too. None where nobody said."""
    per: dict[str, int] = {}
    for rt, n in semua:
        if n is not None:
            per[rt] = max(per.get(rt, 0), n)
    if not per:
        return None
    kelurahan = per.pop("", 0)
    return max(kelurahan, sum(per.values()))
