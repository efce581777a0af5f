"""The search over reports as one types: the numbers of those that answer, latest first, and the reports by number."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.storage.sqlite import Connection

from . import cari_kata, queries
from . import text_evaluasi as text
from .model import Laporan, Saring
from .schema_cari import SEHARI

PERTAMA = 200
"""So many reports are found at once; the rest may come later."""
_SEKALIGUS = 2000
_WAKTU_S = 0.02
"""So long is looked for reports with or without photos before the rest is left to the complete answer."""
_TEPI = 2**62
_FOTO = {"ada": "EXISTS", "tanpa": "NOT EXISTS"}


class Awal(NamedTuple):
    """The first numbers of an answer, and whether these are all."""

    nomor: array[int]
    lengkap: bool


class Banyak(NamedTuple):
    """How many answer; ``lebih``: at least so many, counting was left there."""

    jumlah: int
    lebih: bool

    @property
    def kata(self) -> str:
        """``1.204``, or ``lebih dari 1.000``."""
        return (text.LEBIH_DARI if self.lebih else "{n}").format(n=rupiah.titik(self.jumlah))


class Cari:
    """One question: what ``saring`` holds, with the typed line in ``teks`` (its ``ids`` are not looked at); ``turun``:
    the latest day first. It answers as a long table asks (ui/kit/table_query.py); its words are looked up once."""

    def __init__(self, reader: Callable[[], Connection], saring: Saring, *, turun: bool = True) -> None:
        self._reader, self.saring, self.turun = reader, saring, turun
        self._fts: str | None = None

    def awal(self) -> Awal:
        """Return the first numbers of the answer within a few milliseconds."""
        sampai, found = time.perf_counter() + _WAKTU_S, array("q")
        for bagian in self._bagian(PERTAMA + 1):
            found.extend(bagian)
            if len(found) > PERTAMA or time.perf_counter() > sampai:
                return Awal(found[:PERTAMA], False)
        return Awal(found, True)

    def semua(self, maju: Callable[[], object] = lambda: None) -> array[int]:
        """Return the numbers of the whole answer; ``maju`` is called now and then and may raise to stop."""
        found: array[int] = array("q")
        for bagian in self._bagian(_SEKALIGUS):
            found.extend(bagian)
            maju()
        return found

    def banyak(self, paling: int = 1000) -> Banyak:
        """Count the answer, up to ``paling``."""
        if not self.saring.foto:
            sql, nilai = self._pilih("LIMIT :batas")
            n = self._reader().execute(f"SELECT count(*) FROM ({sql})", nilai | {"batas": paling + 1}).fetchone()[0]
            return Banyak(min(n, paling), n > paling)
        n = 0
        for bagian in self._bagian(_SEKALIGUS):
            n += len(bagian)
            if n > paling:
                return Banyak(paling, True)
        return Banyak(n, False)

    def _bagian(self, sekaligus: int) -> Iterator[list[int]]:
        """Yield the numbers in order, so many at a time, without those that the filter by photos leaves out."""
        con = self._reader()
        rows = con.execute(*self._pilih())
        while part := rows.fetchmany(sekaligus):
            yield self._berfoto(con, [row[0] for row in part])

    def _pilih(self, batas: str = "") -> tuple[str, dict[str, str | int]]:
        """Return the SELECT of the numbers in order, and its values."""
        con, s = self._reader(), self.saring
        if self._fts is None:
            self._fts = cari_kata.tanya(con, s)
        fts = self._fts
        arah = "DESC" if self.turun else "ASC"
        nilai: dict[str, str | int] = {
            "dari": pertama(s.dari) if s.dari else -_TEPI,
            "sampai": pertama(s.sampai) + SEHARI - 1 if s.sampai else _TEPI,
        }
        if not fts:
            sql = f"SELECT no FROM laporan_cari WHERE no >= :dari AND no <= :sampai ORDER BY no {arah} {batas}"
            return sql, nilai
        sql = f"""SELECT rowid FROM laporan_cari_fts WHERE laporan_cari_fts MATCH :fts AND rowid >= :dari
            AND rowid <= :sampai ORDER BY rowid {arah} {batas}"""
        return sql, nilai | {"fts": fts}

    def _berfoto(self, con: Connection, numbers: list[int]) -> list[int]:
        if not self.saring.foto:
            return numbers
        ada = con.execute(
            f"""SELECT no FROM laporan_cari c WHERE no IN ({", ".join(map(str, numbers))}) AND
                {_FOTO[self.saring.foto]} (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = c.id)"""
        )
        cocok = {row[0] for row in ada}
        return [nomor for nomor in numbers if nomor in cocok]


def pertama(hari: str) -> int:
    """Return the first number of a day (ISO)."""
    return (date.fromisoformat(hari) - date(1970, 1, 1)).days * SEHARI + 1


# rows


def baris(con: Connection, numbers: Sequence[int]) -> Mapping[int, Laporan]:
    """Return the reports with these numbers as they are now; one that has gone is left out."""
    nomor = _per_id(con, numbers)
    rows = con.execute(
        f"{queries.BARIS} WHERE l.id IN (SELECT id FROM laporan_cari WHERE no IN ({', '.join(map(str, numbers))}))"
    )
    return {nomor[satu.laporan_id]: satu for satu in queries.lengkap(con, rows.fetchall())}


def ids(con: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the ids of reports by their numbers, in the same order."""
    nama = {nomor: id for id, nomor in _per_id(con, numbers).items()}
    return [nama[nomor] for nomor in numbers if nomor in nama]


def nomor_dari(con: Connection, id: str) -> int:
    """Return the number of a report, 0 when there is none."""
    row = con.execute("SELECT coalesce(tanggal, '') FROM laporan_kegiatan WHERE id = ?", (id,)).fetchone()
    if row is None:
        return 0
    awal = pertama(row[0]) if row[0] else 1
    found = con.execute(
        "SELECT no FROM laporan_cari WHERE no >= ? AND no < ? AND id = ?", (awal, awal + SEHARI, id)
    ).fetchone()
    return int(found[0]) if found else 0


def _per_id(con: Connection, numbers: Sequence[int]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for ke in range(0, len(numbers), _SEKALIGUS):
        di = ", ".join(map(str, numbers[ke : ke + _SEKALIGUS]))
        hasil |= {str(row[0]): row[1] for row in con.execute(f"SELECT id, no FROM laporan_cari WHERE no IN ({di})")}
    return hasil
