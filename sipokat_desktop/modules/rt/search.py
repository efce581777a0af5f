"""The search over the roster: the numbers of the rows that answer a question, in order, and blocks of rows."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sipokat_desktop.kernel import pencarian
from sipokat_desktop.storage import sqlite

from . import JABATAN, MASA, ORANG, indeks, text
from .queries import BarisRoster

AKAN_HABIS_HARI = 90
PERTAMA = 200
"""So many rows are found at once; the rest may come later."""
_SEDIKIT = 800
"""So many hits are put in order by the database; more are looked for along the order that is known."""
_BANYAK = 8000
"""From so many hits on many a row is one: looking at row after row finds the first sooner."""
_TELUSUR = 4000
_WAKTU_S = 0.006
"""So long is looked at row after row before the rest is left to the complete answer."""

_TAMPAK = """c.lingkup >= :dari AND c.lingkup < :sampai AND c.mulai <= :hari AND c.sampai >= :hari
AND (NOT c.pos OR NOT EXISTS (SELECT 1 FROM rt_cari m WHERE m.jabatan_id = c.jabatan_id AND m.pos = 0
    AND m.mulai <= :hari AND m.sampai >= :hari))"""
_URUTAN: Mapping[str, tuple[str, ...]] = {
    "rt": ("lingkup", "rt", "rw", "mulai", "sampai", "pos", "no"),
    "nama": ("nama", "no"),
    "nik": ("nik", "no"),
    "hp": ("hp", "no"),
    "tmt": ("mulai", "no"),
    "akhir": ("akhir_sk", "no"),
}
DIURUTKAN = frozenset(_URUTAN)
"""What the rows can be sorted by; every one stands on an index."""

SARINGAN: Mapping[str, str] = {
    "semua": "1",
    "menjabat": "NOT c.pos",
    "kosong": "c.pos",
    "habis": "c.akhir_sk < :hari",
    "akan_habis": "c.akhir_sk >= :hari AND c.akhir_sk <= :batas",
    "plt": "c.jenis = 'plt'",
    "tanpa_sk": "NOT c.pos AND EXISTS (SELECT 1 FROM rt_masa s WHERE s.id = c.id AND coalesce(s.sk_nomor, '') = '')",
    "tanpa_nik": "NOT c.pos AND c.nik = '~'",
    "tanpa_rekening": "NOT c.pos AND NOT c.rekening",
}
"""The filters, each as a condition on an entry."""


class Tanya(NamedTuple):
    """What is asked: a kelurahan, kecamatan or kota, the day, the typed line, a filter, the order."""

    lingkup: str
    hari: date
    cari: str = ""
    saring: str = "semua"
    urut: str = "rt"
    turun: bool = False

    @property
    def nilai(self) -> dict[str, str]:
        """The values for the conditions."""
        batas = (self.hari + timedelta(days=AKAN_HABIS_HARI)).isoformat()
        return {"dari": self.lingkup, "sampai": f"{self.lingkup}/", "hari": self.hari.isoformat(), "batas": batas}

    @property
    def tampak(self) -> str:
        """The condition on an entry, whatever is typed."""
        syarat = _TAMPAK if self.urut == "rt" else _TAMPAK.replace("c.lingkup", "+c.lingkup")
        return f"{syarat} AND ({SARINGAN[self.saring]})"

    @property
    def urutan(self) -> str:
        """The ORDER BY."""
        return ", ".join(f"c.{nama} {'DESC' if self.turun else 'ASC'}" for nama in _URUTAN[self.urut])


class Awal(NamedTuple):
    """The first numbers of an answer, and whether these are all."""

    nomor: array[int]
    lengkap: bool


class BarisCari(NamedTuple):
    """A row of the roster with its number in the index and its scope."""

    nomor: int
    lingkup: str
    roster: BarisRoster

    @property
    def id(self) -> str:
        """The id of the term, of the post where it is vacant."""
        return self.roster.masa_id or self.roster.jabatan_id


class Cari:
    """One question; ``dasar`` is the whole answer to the same question with nothing typed, where it is known."""

    def __init__(self, reader: Callable[[], sqlite.Connection], tanya: Tanya, dasar: array[int] | None = None) -> None:
        self._reader, self.tanya, self._dasar = reader, tanya, dasar
        self._kelompok = pencarian.tanya(tanya.cari)
        berguna = [satu for satu in self._kelompok if all(len(potong) > 1 for potong in satu)]
        self._sisa = [satu for satu in self._kelompok if satu not in berguna]
        self._fts = " AND ".join(f"({' OR '.join(map(_potong_fts, satu))})" for satu in berguna)

    @property
    def polos(self) -> bool:
        """Whether nothing is typed."""
        return not self._kelompok

    def awal(self) -> Awal:
        """Return the first numbers of the answer within a few milliseconds."""
        con = self._reader()
        if self.polos:
            return self._potong(_nomor(con.execute(f"{self._pilih()} LIMIT {PERTAMA + 1}", self.tanya.nilai)))
        kena = self._kena(con) if self._fts else None
        if kena is not None and len(kena) < _SEDIKIT:
            return Awal(self._di_antara(con, kena), True)
        if self._dasar is None:
            return self._telusur(con)
        if kena is not None and len(kena) < _BANYAK:
            return self._sepanjang(con, set(kena))
        return self._jalan(con, self._dasar, self._kelompok)

    def beberapa(self, banyak: int = PERTAMA) -> Awal:
        """Return so many numbers of the answer in no order: for who chooses among them or types on."""
        syarat, nilai = self._syarat_sisa()
        dari = "rt_cari_fts f CROSS JOIN rt_cari c ON c.no = f.rowid" if self._fts else "rt_cari c"
        kena = "rt_cari_fts MATCH :fts" if self._fts else "1"
        sql = f"SELECT c.no FROM {dari} WHERE {kena} AND {syarat} AND {self.tanya.tampak} LIMIT {banyak + 1}"
        found = _nomor(self._reader().execute(sql, self.tanya.nilai | nilai | {"fts": self._fts}))
        return Awal(found[:banyak], len(found) <= banyak)

    def semua(self, maju: Callable[[], object] = lambda: None) -> array[int]:
        """Return the numbers of the whole answer; ``maju`` is called now and then and may raise to stop."""
        syarat, nilai = self._syarat_sisa()
        if self._fts:
            syarat = f"c.no IN (SELECT rowid FROM rt_cari_fts WHERE rt_cari_fts MATCH :fts) AND {syarat}"
            nilai["fts"] = self._fts
        rows = self._reader().execute(self._pilih(syarat), self.tanya.nilai | nilai)
        found: array[int] = array("q")
        while part := rows.fetchmany(2000):
            found.extend([row[0] for row in part])
            maju()
        return found

    def _pilih(self, syarat: str = "1", dari: str = "rt_cari") -> str:
        return f"SELECT c.no FROM {dari} c WHERE {syarat} AND {self.tanya.tampak} ORDER BY {self.tanya.urutan}"

    def _potong(self, found: array[int]) -> Awal:
        return Awal(found[:PERTAMA], len(found) <= PERTAMA)

    def _kena(self, con: sqlite.Connection) -> list[int]:
        rows = con.execute(f"SELECT rowid FROM rt_cari_fts WHERE rt_cari_fts MATCH ? LIMIT {_BANYAK}", (self._fts,))
        return [row[0] for row in rows]

    def _syarat_sisa(self) -> tuple[str, dict[str, str]]:
        """Return the condition for the pieces that the word index does not know, and its values."""
        nilai = {f"p{i}_{k}": potong for i, satu in enumerate(self._sisa) for k, potong in enumerate(satu)}
        syarat = [
            "(" + " OR ".join(f"instr(c.kunci, :p{i}_{k})" for k in range(len(satu))) + ")"
            for i, satu in enumerate(self._sisa)
        ]
        return " AND ".join(syarat) or "1", nilai

    def _di_antara(self, con: sqlite.Connection, kena: Sequence[int]) -> array[int]:
        syarat, nilai = self._syarat_sisa()
        di = f"c.no IN ({', '.join(map(str, kena))}) AND {syarat}"
        return _nomor(con.execute(self._pilih(di), self.tanya.nilai | nilai))

    def _sepanjang(self, con: sqlite.Connection, kena: set[int]) -> Awal:
        """Go along the known order and take what is hit."""
        dasar = self._dasar or array("q")
        if self._sisa:
            return self._jalan(con, array("q", (nomor for nomor in dasar if nomor in kena)), self._sisa)
        found: array[int] = array("q")
        for nomor in dasar:
            if nomor in kena:
                found.append(nomor)
                if len(found) > PERTAMA:
                    break
        return self._potong(found)

    def _jalan(self, con: sqlite.Connection, urut: array[int], kelompok: Sequence[pencarian.Pilihan]) -> Awal:
        """Look at row after row of ``urut`` until there are enough, or time is up."""
        sampai, found, ke = time.perf_counter() + _WAKTU_S, array("q"), 0
        while ke < len(urut) and len(found) <= PERTAMA and time.perf_counter() < sampai:
            bagian = urut[ke : ke + 300]
            ke += len(bagian)
            kunci = dict(
                con.execute(f"SELECT no, kunci FROM rt_cari WHERE no IN ({', '.join(map(str, bagian))})").fetchall()
            )
            found.extend([nomor for nomor in bagian if _cocok(kunci.get(nomor, ""), kelompok)])
        return Awal(found[:PERTAMA], ke >= len(urut) and len(found) <= PERTAMA)

    def _telusur(self, con: sqlite.Connection) -> Awal:
        """Look at row after row as the database orders them, while the order is not known here yet."""
        sumber = f"{self._pilih()} LIMIT {_TELUSUR + 1}"
        urut = _nomor(con.execute(sumber, self.tanya.nilai))
        awal = self._jalan(con, urut, self._kelompok)
        return awal if len(urut) <= _TELUSUR else Awal(awal.nomor, False)


_KETIGA = "abcdefghijklmnopqrstuvwxyz0123456789|#"


def _potong_fts(potong: str) -> str:
    """Return what finds a piece in the index of three letters; after two letters any third may stand."""
    return f'"{potong}"' if len(potong) > 2 else " OR ".join(f'"{potong}{ch}"' for ch in _KETIGA)


def _cocok(kunci: str, kelompok: Iterable[pencarian.Pilihan]) -> bool:
    return bool(kunci) and all(any(potong in kunci for potong in satu) for satu in kelompok)


def _nomor(rows: sqlite.Cursor) -> array[int]:
    return array("q", [row[0] for row in rows.fetchall()])


def hitung(con: sqlite.Connection, tanya: Tanya, saringan: Iterable[str] = SARINGAN) -> dict[str, int]:
    """Return for each of these filters how many rows pass it, whatever is typed and filtered now."""
    kunci = [*saringan]
    jumlah = ", ".join(f"coalesce(sum({SARINGAN[satu]}), 0)" for satu in kunci)
    row = con.execute(f"SELECT {jumlah} FROM rt_cari c WHERE {_TAMPAK}", tanya.nilai).fetchone()
    return dict(zip(kunci, map(int, row), strict=True))


def beberapa_kelurahan(con: sqlite.Connection, lingkup: str) -> bool:
    """Tell whether rows of more than one kelurahan are there."""
    lihat = "SELECT lingkup FROM rt_cari WHERE lingkup >= ? AND lingkup < ? ORDER BY lingkup {} LIMIT 1"
    tepi = [con.execute(lihat.format(arah), (lingkup, f"{lingkup}/")).fetchone() for arah in ("ASC", "DESC")]
    return tepi[0] is not None and tepi[0][0] != tepi[1][0]


# rows


def _kolom(field: str) -> str:
    """Return the column that a field of the roster is read from."""
    own = {
        "jabatan_id": "c.jabatan_id", "masa_id": "m.id", "orang_id": "m.orang_id",
        "nomor": "coalesce(j.nomor, '?')", "nama": "CASE WHEN m.id IS NOT NULL THEN coalesce(o.nama, :belum) END",
    }  # fmt: skip
    if field in own:
        return own[field]
    tables = (("j", JABATAN), ("o", ORANG), ("m", MASA))
    return next(f"{alias}.{field}" for alias, table in tables if field in {column.name for column in table.columns})


_BARIS = f"""SELECT c.no, c.lingkup, {", ".join(map(_kolom, BarisRoster._fields))} FROM rt_cari c
LEFT JOIN rt_jabatan j ON j.id = c.jabatan_id LEFT JOIN rt_masa m ON m.id = c.id AND NOT c.pos
LEFT JOIN rt_orang o ON o.id = m.orang_id WHERE c.no IN ({{0}})"""


def baris(con: sqlite.Connection, numbers: Sequence[int]) -> dict[int, BarisCari]:
    """Return the rows with these numbers as they are now; one that has gone is left out."""
    rows = con.execute(_BARIS.format(", ".join(map(str, numbers))), {"belum": text.BELUM_TIBA})
    return {row[0]: BarisCari(row[0], row[1], BarisRoster(*tuple(row)[2:])) for row in rows}


def nomor_dari(con: sqlite.Connection, tanya: Tanya, id: str) -> int:
    """Return the number of the row that shows a post, a term or a person on that day; 0 when there is none."""
    row = con.execute(
        f"""SELECT c.no FROM rt_cari c WHERE c.no IN (SELECT no FROM rt_cari WHERE id = :id
            UNION SELECT no FROM rt_cari WHERE jabatan_id = :id
            UNION SELECT no FROM rt_cari WHERE id IN (SELECT id FROM rt_masa WHERE orang_id = :id))
            AND {_TAMPAK} ORDER BY {tanya.urutan} LIMIT 1""",
        tanya.nilai | {"id": id},
    ).fetchone()
    return int(row[0]) if row else 0


def ids(con: sqlite.Connection, numbers: Sequence[int]) -> list[str]:
    """Return the ids of rows by their numbers, in the same order."""
    names: dict[int, str] = {}
    for ke in range(0, len(numbers), indeks.SEKALIGUS):
        di = ", ".join(map(str, numbers[ke : ke + indeks.SEKALIGUS]))
        names |= {row[0]: str(row[1]) for row in con.execute(f"SELECT no, id FROM rt_cari WHERE no IN ({di})")}
    return [names[nomor] for nomor in numbers if nomor in names]
