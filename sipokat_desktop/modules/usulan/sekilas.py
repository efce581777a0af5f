"""Proposals at a glance, for Beranda and the search of everything: counted and named by SQL alone, also city-wide."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.storage import sqlite

from . import text
from .ringkas import KINI, LAGI
from .status import SELESAI

_TETAP = "NOT EXISTS (SELECT 1 FROM usulan_butir t WHERE t.id = b.gabung_id AND t.id <> b.id)"
_DI = "b.lingkup IN (SELECT value FROM json_each(?))"


class Sekilas(NamedTuple):
    """How many proposals of a year stand on their own, and how many of these still wait for something. Those merged
    in a circle are left out until a person has decided which stays."""

    semua: int
    terbuka: int


class Nama(NamedTuple):
    """A proposal by its name: ``siapa`` is the RT that proposes it, or the kelurahan."""

    usulan_id: str
    tahun: int
    siapa: str
    judul: str


def sekilas(con: sqlite.Connection, *, lingkup: Sequence[str], tahun: int) -> Sekilas:
    """Return the counts of a year of kelurahan."""
    kini = KINI.format(kolom="s.status")
    row = con.execute(
        f"""SELECT count(*), count(*) FILTER (WHERE NOT lagi AND coalesce(kini, '') NOT IN (?, ?)) FROM
            (SELECT {LAGI} AS lagi, {kini} AS kini FROM usulan_butir b WHERE {_DI} AND b.tahun = ? AND {_TETAP})""",
        (*SELESAI, json.dumps([*lingkup]), tahun),
    ).fetchone()
    return Sekilas(int(row[0]), int(row[1]))


def nama(con: sqlite.Connection, *, lingkup: Sequence[str], tahun: Sequence[int]) -> list[Nama]:
    """Return the names of the proposals of years, merged ones too, the latest year first."""
    rows = con.execute(
        f"""SELECT b.id, b.tahun, b.jabatan_id, j.nomor, coalesce(b.judul, '') FROM usulan_butir b
            LEFT JOIN rt_jabatan j ON j.id = b.jabatan_id
            WHERE {_DI} AND b.tahun IN (SELECT value FROM json_each(?)) ORDER BY b.tahun DESC, b.judul""",
        (json.dumps([*lingkup]), json.dumps([*tahun])),
    )
    return [
        Nama(str(id), int(tahun_), text.RT.format(rt=nomor or text.RT_ASING) if pos else text.KELURAHAN, str(judul))
        for id, tahun_, pos, nomor, judul in rows
    ]
