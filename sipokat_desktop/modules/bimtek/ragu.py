"""What is amiss between attendance marks that each stand rightly: two doors that say different things of a person."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.manifest import Ask, Doubt, Doubtful, WayOut

from . import text_hadir
from .tanda import LAIN, PASTI, PUTUSAN, SISA

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

    from .tanda import Catatan

TABEL, PILIH = "bimtek_hadir", "tanda benar"
BEDA = f"""SELECT DISTINCT sesi_id, jabatan_id FROM bimtek_hadir AS h INDEXED BY bimtek_hadir_lain
WHERE {LAIN} AND tanda <> '' AND EXISTS (SELECT 1 FROM bimtek_hadir b
    WHERE b.sesi_id = h.sesi_id AND b.jabatan_id = h.jabatan_id AND b.tanda <> h.tanda AND {PASTI.format("b")})
ORDER BY sesi_id, jabatan_id"""
"""Whose marks contradict each other: one of them is another mark than plain presence, and those are few."""


def cari(con: sqlite3.Connection) -> Sequence[Doubtful]:
    """Return the people whose marks in a session contradict each other."""
    per: dict[str, list[str]] = defaultdict(list)
    for sesi_id, jabatan_id in con.execute(BEDA).fetchall():
        per[str(sesi_id)].append(str(jabatan_id))
    return [satu for sesi_id, jabatan in per.items() for satu in _semua(con, sesi_id, jabatan)]


def _semua(con: sqlite3.Connection, sesi_id: str, jabatan: Sequence[str]) -> list[Doubtful]:
    from . import hadir_queries

    marks = hadir_queries.catatan(con, sesi_id, jabatan)
    pasti = {id: [m for m in marks.get(id, ()) if m.cara != SISA] for id in jabatan}
    return [_satu(con, sesi_id, id, semua) for id, semua in pasti.items() if semua]


def _satu(con: sqlite3.Connection, sesi_id: str, jabatan_id: str, marks: Sequence[Catatan]) -> Doubtful:
    from . import hadir_kata
    from .tanda import berlaku

    siapa, sesi = hadir_kata.siapa(con, sesi_id, jabatan_id), hadir_kata.sesi(con, sesi_id)
    kata = text_hadir.BEDA_KATA.format(siapa=siapa, macam=hadir_kata.tercatat(berlaku(marks)), sesi=sesi)
    ids = [m.hadir_id for m in marks]
    rinci = tuple(hadir_kata.sebut_catatan(m) for m in sorted(marks, key=lambda m: (m.pukul, m.hadir_id)))
    return Doubtful(min(ids), siapa, kata, rinci, _sejak(con, ids))


def _sejak(con: sqlite3.Connection, ids: Sequence[str]) -> int:
    row = con.execute(
        f"SELECT coalesce(max(waktu), 0) FROM riwayat WHERE row_id IN ({', '.join('?' * len(ids))})", list(ids)
    ).fetchone()
    return int(row[0])


def pilihan(con: sqlite3.Connection, hadir_id: str) -> Sequence[tuple[str, str]]:
    """Return the marks that were given to the person of a mark, in words."""
    from . import hadir_queries
    from .tanda import berlaku

    row = con.execute("SELECT sesi_id, jabatan_id FROM bimtek_hadir WHERE id = ?", (hadir_id,)).fetchone()
    kini = hadir_queries.keadaan(con, *map(str, row)) if row else berlaku(())
    return [(satu, text_hadir.BEDA_PILIHAN.get(satu, satu)) for satu in kini.macam]


def putuskan(tx: Tx, hadir_id: str, isian: Mapping[str, str]) -> None:
    """One mark is right: the others go, and the right one is said once more, so that somebody who decides otherwise at
    the same time does not leave the person without any. Raises InputSalah for a mark that nobody gave."""
    from sipokat_desktop.storage import many

    from . import hadir_queries

    row = tx.row(TABEL, hadir_id)
    marks = hadir_queries.catatan(tx.con, str(row["sesi_id"]), [str(row["jabatan_id"])])
    semua = [m for m in marks[str(row["jabatan_id"])] if m.cara != SISA]
    benar = sorted((m for m in semua if m.tanda == isian["tanda"]), key=lambda m: (not m.pukul, m.pukul, m.hadir_id))
    if not benar:
        raise InputSalah("tanda", text_hadir.BEDA_BUKAN)
    lagi = tx.row(TABEL, benar[0].hadir_id) | {"cara": PUTUSAN}
    many.delete(tx, TABEL, [m.hadir_id for m in semua if m.tanda != isian["tanda"]])
    tx.insert(TABEL, {k: v for k, v in lagi.items() if k not in ("id", "lingkup")}, scope=str(lagi["lingkup"]))


def _jalan() -> tuple[WayOut, ...]:
    tanya = Ask("tanda", text_hadir.BEDA_TANYA, "pilihan", choices=pilihan)
    return (WayOut(PILIH, text_hadir.BEDA_JALAN, text_hadir.BEDA_JALAN_ISI, (tanya,), putuskan),)


KERAGUAN: tuple[Doubt, ...] = (Doubt(text_hadir.BEDA_JENIS, text_hadir.BEDA_ATURAN, cari, _jalan),)
"""For *Perlu keputusan*."""
