"""What the store holds of a kelurahan, read once: posts, terms, people, and who is in office."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage import sqlite

_TABEL = ("rt_jabatan", "rt_orang", "rt_masa")

Pos = tuple[int, int]
"""RT and RW as numbers; RW 0 where none is known."""


@dataclass(slots=True)
class Simpanan:
    """Rows by id, and the ways in: posts by number, open terms by post, people by NIK, holders of a NIK anywhere."""

    jabatan: dict[str, Fields] = field(default_factory=dict)
    orang: dict[str, Fields] = field(default_factory=dict)
    masa: dict[str, Fields] = field(default_factory=dict)
    pos: dict[Pos, str] = field(default_factory=dict)
    per_nomor: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    terbuka: dict[str, list[Fields]] = field(default_factory=lambda: defaultdict(list))
    berakhir: dict[str, list[Fields]] = field(default_factory=lambda: defaultdict(list))
    per_nik: dict[str, str] = field(default_factory=dict)
    pemegang: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    sidik: int = 0

    def menjabat(self, jabatan_id: str, saat: date) -> Fields | None:
        """Return the term in force on ``saat``, the latest of several."""
        terbuka = self.terbuka.get(jabatan_id)
        if not terbuka:
            return None
        hari = saat.isoformat()
        berlaku = [masa for masa in terbuka if not masa["tmt"] or str(masa["tmt"]) <= hari]
        return berlaku[-1] if berlaku else None

    def semua_masa(self, jabatan_id: str) -> list[Fields]:
        """Return every term of a post, by its first day."""
        semua = [*self.berakhir.get(jabatan_id, ()), *self.terbuka.get(jabatan_id, ())]
        return semua if len(semua) < 2 else sorted(semua, key=lambda m: str(m["tmt"] or ""))

    def sebelum(self, jabatan_id: str, tmt: object) -> str:
        """Return what a term from ``tmt`` (ISO; None: not known) follows: the last term before it, else the post."""
        dulu = [m for m in self.semua_masa(jabatan_id) if tmt is None or (m["tmt"] and str(m["tmt"]) < str(tmt))]
        return str(dulu[-1]["id"]) if dulu else jabatan_id


@lru_cache(maxsize=4096)
def angka(nilai: object) -> int:
    """Return the number in an RT or RW as stored; 0 when there is none."""
    isi = "".join(ch for ch in str(nilai or "") if ch.isdigit())
    return int(isi) if isi else 0


def baca(con: sqlite.Connection, lingkup: str, hari: date) -> Simpanan:
    """Read what an import of ``lingkup`` on ``hari`` is compared with."""
    hasil = Simpanan()
    jejak: list[object] = []
    for nama, tujuan in zip(_TABEL, (hasil.jabatan, hasil.orang, hasil.masa), strict=True):
        cursor = con.execute(f"SELECT * FROM {nama} WHERE lingkup = ? ORDER BY id", (lingkup,))
        kolom = [satu[0] for satu in cursor.description]
        for row in cursor:
            isi = tuple(row)
            jejak.append(isi)
            tujuan[isi[0]] = dict(zip(kolom, isi, strict=True))
    _indeks(hasil, hari)
    for nik, jabatan_id, rt, nama_orang in con.execute(_PEMEGANG, (hari.isoformat(),)):
        hasil.pemegang[nik].append((jabatan_id, rt, nama_orang))
        jejak.append((nik, jabatan_id))
    hasil.sidik = hash(tuple(jejak))
    return hasil


_PEMEGANG = """SELECT o.nik, m.jabatan_id, coalesce(j.nomor, '?'), o.nama FROM rt_orang o
JOIN rt_masa m ON m.orang_id = o.id LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
WHERE o.nik IS NOT NULL AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= ?) ORDER BY o.id, m.id"""


def _indeks(hasil: Simpanan, hari: date) -> None:
    for id_, satu in hasil.jabatan.items():
        nomor = angka(satu["nomor"])
        hasil.pos[nomor, angka(satu["rw"])] = id_
        hasil.per_nomor[nomor].append(id_)
    for satu in sorted(hasil.masa.values(), key=lambda m: (str(m["tmt"] or ""), str(m["id"]))):
        selesai = satu["akhir_nyata"] and str(satu["akhir_nyata"]) < hari.isoformat()
        (hasil.berakhir if selesai else hasil.terbuka)[str(satu["jabatan_id"])].append(satu)
    for id_, satu in hasil.orang.items():
        if satu["nik"]:
            hasil.per_nik[str(satu["nik"])] = id_
