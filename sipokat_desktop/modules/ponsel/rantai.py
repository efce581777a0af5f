"""Who holds a unit: its hand-overs in a chain, each of which names the one before it in its slot.

The state is a function of the entries alone, whatever their order of arrival. Two that follow the same one are a
branch; one that follows an entry which was taken back hangs (*putus*) on the nearest one before that still stands.

Two PCs that settle one claim differently mint the same id for what replaces it, and the city keeps the first to come:
the other PC's later entries may then follow one that is on another unit. They hang too, and a reversal counts for the
unit and slot of the entry that it takes back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sipokat_desktop.storage import sqlite

TABEL = "ponsel_serah"
AWAL = "awal"
"""What the first hand-over of a unit follows."""

PEGANG = frozenset({"serah", "alih"})
"""The kinds of hand-over after which a head holds the unit."""


class Entri(NamedTuple):
    """A hand-over as the chain needs it; ``membalik`` is the entry that it takes back, "" for none.

    ``asing``: what it follows is kept on another unit.
    """

    id: str
    unit_id: str
    jenis: str
    jabatan_id: str
    masa_id: str
    nama: str
    tanggal: str
    nomor: str
    slot: str
    membalik: str
    asing: bool = False

    @property
    def sesudah(self) -> str:
        """The id of the entry that this one follows, or AWAL."""
        return self.slot.rpartition("|")[2]

    @property
    def pemegang(self) -> str:
        """The term of the head who holds the unit after it, "" where the office has it."""
        return self.masa_id if self.jenis in PEGANG else ""


class Posisi(NamedTuple):
    """Where the chain of a unit stands: its last entries (one, unless two claim the same), and those that hang.

    ``menunggu``: an entry follows one that has not come from the city yet.
    """

    ujung: tuple[Entri, ...] = ()
    putus: tuple[Entri, ...] = ()
    menunggu: bool = False

    @property
    def kini(self) -> Entri | None:
        """The entry that says who holds the unit; None where nothing was recorded, or it is not decided."""
        return self.ujung[0] if len(self.ujung) == 1 else None


def slot(unit_id: str, sesudah: str) -> str:
    """Return the slot of the entry that follows ``sesudah`` (an id or AWAL): one live entry may hold it."""
    return f"unit|{unit_id}|{sesudah}"


_BACA = f"""SELECT s.id, coalesce(d.unit_id, s.unit_id), s.jenis, coalesce(s.jabatan_id, ''), coalesce(s.masa_id, ''),
    coalesce(s.nama, ''), s.tanggal, coalesce(s.nomor, ''), coalesce(d.slot, s.slot), coalesce(s.membalik, ''),
    EXISTS (SELECT 1 FROM {TABEL} p WHERE p.id = substr(s.slot, length('unit|' || s.unit_id || '|') + 1)
            AND p.unit_id <> s.unit_id)
FROM {TABEL} s LEFT JOIN {TABEL} d ON d.id = s.membalik"""
_UNIT = f"""WITH u AS (SELECT value FROM json_each(?)) {_BACA} WHERE coalesce(d.unit_id, s.unit_id) IN u
    AND (s.unit_id IN u OR s.membalik IN (SELECT id FROM {TABEL} WHERE unit_id IN u))"""


def entri(con: sqlite.Connection, unit: Collection[str]) -> dict[str, list[Entri]]:
    """Return every entry of units, reversals too, by unit."""
    return _per_unit(con.execute(_UNIT, (json.dumps([*unit]),)))


def entri_tempat(con: sqlite.Connection, lingkup: Sequence[str]) -> dict[str, list[Entri]]:
    """Return every entry of places, reversals too, by unit."""
    rows = con.execute(f"{_BACA} WHERE s.lingkup IN (SELECT value FROM json_each(?))", (json.dumps([*lingkup]),))
    return _per_unit(rows)


def posisi_unit(con: sqlite.Connection, unit_id: str) -> Posisi:
    """Return where the chain of one unit stands."""
    return posisi(entri(con, [unit_id]).get(unit_id, ()))


def posisi(semua: Iterable[Entri]) -> Posisi:
    """Return where the chain of the entries of one unit stands."""
    daftar = {e.id: e for e in semua}
    dibalik = {e.membalik for e in daftar.values() if e.membalik}
    anak = _anak(daftar, dibalik)
    hidup = {e.id: e for saudara in anak.values() for e in saudara}
    yatim = sorted(anak.keys() - {AWAL} - hidup.keys())
    ujung = [e for akar in (AWAL, *yatim) for e in _turunan(akar, anak) if e.id not in anak]
    putus = (e for e in hidup.values() if e.asing or e.sesudah in dibalik)
    return Posisi(tuple(sorted(ujung)), tuple(sorted(putus, key=lambda e: (e.tanggal, e.id))), bool(yatim))


def cabang(semua: Iterable[Entri], dari: str) -> list[Entri]:
    """Return the entry ``dari`` and the live ones that follow it, each after the one that it follows."""
    daftar = {e.id: e for e in semua}
    anak = _anak(daftar, {e.membalik for e in daftar.values() if e.membalik})
    return [daftar[dari], *_turunan(dari, anak)]


def saudara(semua: Iterable[Entri], satu: Entri) -> list[Entri]:
    """Return the live entries that follow what the live entry ``satu`` follows, itself too, also those that hang on
    it."""
    daftar = {e.id: e for e in semua}
    anak = _anak(daftar, {e.membalik for e in daftar.values() if e.membalik})
    return next(sama for sama in anak.values() if satu in sama)


def bercabang(semua: Collection[Entri]) -> bool:
    """Tell whether two of these entries follow the same one."""
    return len({e.slot for e in semua}) < len(semua)


def _anak(daftar: Mapping[str, Entri], dibalik: Collection[str]) -> dict[str, list[Entri]]:
    """Return the live entries by the nearest one before them that still stands."""
    anak: defaultdict[str, list[Entri]] = defaultdict(list)
    for e in daftar.values():
        if not e.membalik and e.id not in dibalik:
            anak[_sesudah_hidup(e, daftar, dibalik)].append(e)
    return dict(anak)


def _sesudah_hidup(e: Entri, daftar: Mapping[str, Entri], dibalik: Collection[str]) -> str:
    """Return the nearest entry before ``e`` that still stands; AWAL where the way back leaves the unit."""
    while not e.asing and e.sesudah in dibalik and e.sesudah in daftar:
        e = daftar[e.sesudah]
    return AWAL if e.asing else e.sesudah


def _turunan(akar: str, anak: Mapping[str, list[Entri]]) -> list[Entri]:
    """Return everything that follows ``akar``, each after the one that it follows."""
    hasil, jalan = list[Entri](), [*anak.get(akar, ())]
    while jalan:
        e = jalan.pop(0)
        hasil.append(e)
        jalan.extend(anak.get(e.id, ()))
    return hasil


def _per_unit(rows: Iterable[Sequence[Any]]) -> dict[str, list[Entri]]:
    hasil: defaultdict[str, list[Entri]] = defaultdict(list)
    for row in rows:
        satu = Entri(*(*row[:-1], bool(row[-1])))
        hasil[satu.unit_id].append(satu)
    return hasil
