"""What an opening balance is compared with: posts, terms, components, what is paid or listed already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sipokat_desktop.kernel import ids
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.impor import cocok
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from .. import komponen as komponen_
from .. import rules
from ..acara import menurut_masa
from ..rules import Komponen
from ..temuan_data import garis_hidup


class Catatan(NamedTuple):
    """A live payment on a slot: rupiah of all entries on it, and the number of its list."""

    jumlah: int
    nomor: str


@dataclass(slots=True)
class Ada:
    """The stored data of a kelurahan, indexed for a comparison."""

    lingkup: str
    jabatan: dict[tuple[int, int], str] = field(default_factory=dict)
    per_nomor: dict[int, list[str]] = field(default_factory=dict)
    nomor: dict[str, str] = field(default_factory=dict)
    masa: dict[str, list[Masa]] = field(default_factory=dict)
    orang_nik: dict[str, str] = field(default_factory=dict)
    komponen: list[Komponen] = field(default_factory=list)
    dibayar: dict[str, Catatan] = field(default_factory=dict)
    terdaftar: dict[str, str] = field(default_factory=dict)
    sidik: int = 0

    def slot(self, jabatan_id: str, komponen_id: str, bulan: str) -> str:
        """Return the ledger slot of a month."""
        return rules.slot(jabatan_id, komponen_id, bulan)

    def menjabat(self, jabatan_id: str, bulan: str) -> list[Masa]:
        """Return who held the post on some day of a month, an expired SK notwithstanding."""
        return [m for m in self.masa.get(jabatan_id, ()) if hadir(m, bulan)]

    def komponen_bernama(self, nama: str) -> Komponen | None:
        """Return the component that a name or a source of money means; None where that is not clear."""
        dicari = polos(nama)
        tepat = [k for k in self.komponen if polos(k.nama) == dicari or k.komponen_id == nama]
        mirip = [
            k
            for k in self.komponen
            if dicari and (dicari in polos(k.nama) or dicari in polos(k.sumber_dana) or _dalam(k, dicari))
        ]
        pilih = tepat or mirip
        return pilih[0] if len(pilih) == 1 else None


def _dalam(k: Komponen, dicari: str) -> bool:
    return any(satu and satu in dicari for satu in (polos(k.nama), polos(k.sumber_dana)))


def polos(teks: str) -> str:
    """Return a text without case, blanks and punctuation."""
    return "".join(ch for ch in teks.casefold() if ch.isalnum())


def hadir(masa: Masa, bulan: str) -> bool:
    """Tell whether a term covers some day of a month, an expired SK notwithstanding."""
    return rules.menjabat(masa._replace(akhir_sk=None), bulan, 0)


def orang_sama(masa: Masa, nama: str, nik: str) -> bool:
    """Tell whether a row's name and NIK mean the holder of a term."""
    if nik and masa.nik:
        return nik == masa.nik or (cocok.mirip(nama, masa.nama) >= 100 and cocok.beda_angka(nik, masa.nik) <= 3)
    return bool(nama) and cocok.mirip(nama, masa.nama) >= cocok.SAMA


def id_orang(lingkup: str, jabatan_id: str, nama: str, nik: str) -> tuple[str, str]:
    """Return (person, term) ids of a former head known only from a sheet, the same on every PC."""
    siapa = nik or cocok.kunci(nama)
    return (
        ids.derived_id("rt_orang", "saldo awal", lingkup, jabatan_id, siapa),
        ids.derived_id("rt_masa", "saldo awal", lingkup, jabatan_id, siapa),
    )


def baca(con: sqlite.Connection, lingkup: str) -> Ada:
    """Read what an import into ``lingkup`` is compared with."""
    hasil = Ada(lingkup)
    masa: dict[str, list[Masa]] = defaultdict(list)
    for satu in rt.masa(con, lingkup=lingkup):
        masa[satu.jabatan_id].append(satu)
    hasil.masa = dict(masa)
    _jabatan(con, hasil)
    hasil.orang_nik = {
        str(row[1]): str(row[0])
        for row in con.execute("SELECT id, nik FROM rt_orang WHERE lingkup = ? AND nik IS NOT NULL", (lingkup,))
    }
    hasil.komponen = menurut_masa(komponen_.komponen(con, lingkup=lingkup))
    for slot, jumlah, nomor in con.execute(_HIDUP, (lingkup,)):
        hasil.dibayar[slot] = Catatan(jumlah, nomor)
    for garis in garis_hidup(con, lingkup):
        for bulan, jumlah in garis.rincian.items():
            if jumlah:
                hasil.terdaftar[rules.slot(garis.jabatan_id, garis.komponen_id, bulan)] = garis.nomor
    hasil.sidik = hash((
        tuple(sorted(hasil.nomor.items())), tuple(tuple(m) for satu in masa.values() for m in satu),
        tuple(sorted(hasil.dibayar.items())), tuple(sorted(hasil.terdaftar.items())), tuple(hasil.komponen),
    ))  # fmt: skip
    return hasil


_HIDUP = """SELECT m.slot, sum(m.jumlah), max(coalesce(d.nomor, '—')) FROM insentif_mutasi m
LEFT JOIN insentif_daftar d ON d.id = m.daftar_id WHERE m.lingkup = ? AND m.membalik IS NULL
AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id) GROUP BY m.slot"""


def _jabatan(con: sqlite.Connection, hasil: Ada) -> None:
    per_nomor: dict[int, list[str]] = defaultdict(list)
    for id_, nomor, rw in con.execute("SELECT id, nomor, rw FROM rt_jabatan WHERE lingkup = ?", (hasil.lingkup,)):
        hasil.jabatan[angka(nomor), angka(rw)] = str(id_)
        per_nomor[angka(nomor)].append(str(id_))
        hasil.nomor[str(id_)] = str(nomor)
    hasil.per_nomor = dict(per_nomor)


def angka(nilai: object) -> int:
    """Return the number in an RT or RW; 0 when there is none."""
    isi = "".join(ch for ch in str(nilai or "") if ch.isdigit())
    return int(isi) if isi else 0


def tarif(k: Komponen, bulan: Sequence[str]) -> list[int] | None:
    """Return the tariff of each month; None where one of them has none."""
    semua = [rules.tarif_berlaku(k, satu) for satu in bulan]
    return [satu.jumlah for satu in semua if satu] if all(semua) else None
