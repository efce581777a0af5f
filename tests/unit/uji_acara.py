"""An event with its attendance for tests, declared by a module of their own: payments by attendance know no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ketetapan_ops
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.module import Module
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN, Jam

SUMBER, ACARA, NAMA = "uji", "acara-1", "Uang transport Bimtek"
NOVEMBER = periode.baca("2026-11")
MIGRASI = Migrations(SUMBER)


@MIGRASI()
def m001_awal(db: Database) -> None:
    """Events and who was there: plain tables, for nothing of them is synced."""
    db.execute("CREATE TABLE uji_acara (id TEXT PRIMARY KEY, judul TEXT, hari TEXT, sampai TEXT, tempat TEXT)")
    db.execute(
        """CREATE TABLE uji_hadir (acara TEXT, lingkup TEXT, jabatan_id TEXT, masa_id TEXT, kali INTEGER, ragu INTEGER,
           PRIMARY KEY (acara, lingkup, jabatan_id, masa_id))"""
    )


MODUL = Module(
    SUMBER, "Uji", (), 1, lambda: MIGRASI,
    entitles="SELECT 'uji', acara, lingkup, jabatan_id, masa_id, sum(kali), max(ragu) FROM uji_hadir "
    "GROUP BY acara, lingkup, jabatan_id, masa_id",
    sources="SELECT 'uji', id, judul, hari, sampai, tempat, 'kota' FROM uji_acara",
)  # fmt: skip


@contextmanager
def buka(folder: Path) -> Iterator[Store]:
    """Open a store whose modules have the test's own among them."""
    with closing(Store(folder, (*MODULES, MODUL), clock=Jam(1_796_000_000_000))) as store:
        yield store


def acara(store: Store, *, hari: str = "2026-11-20", sampai: str = "2026-11-20", asal: str = ACARA) -> None:
    """Record an event, or move it."""
    isi = (asal, "Bimtek Ketua RT 2026", hari, sampai, "Gedung Kesenian")
    store.local(lambda con: con.execute("INSERT OR REPLACE INTO uji_acara VALUES (?, ?, ?, ?, ?)", isi))


def hadir(store: Store, masa_id: str, kali: int = 1, *, ragu: bool = False, asal: str = ACARA) -> None:
    """Say how many sessions a term attended; 0 takes the mark back."""
    (jabatan,) = store.reader().execute("SELECT jabatan_id FROM rt_masa WHERE id = ?", (masa_id,)).fetchone()
    isi = (asal, KELURAHAN, jabatan, masa_id, kali, int(ragu))
    store.local(lambda con: con.execute("INSERT OR REPLACE INTO uji_hadir VALUES (?, ?, ?, ?, ?, ?)", isi))


def komponen(store: Store, *, per: str = "kegiatan", jumlah: int = 150_000, asal: str = ACARA, nama: str = NAMA) -> str:
    """Lay the component of the event down; returns its id."""
    isian = {"nama": nama, "sumber": SUMBER, "asal": asal, "per": per, "jumlah": str(jumlah)}
    return ketetapan_ops.simpan_komponen(store, KELURAHAN, isian).value


def susun(store: Store, kode: str = "2026-11", nama: str = NAMA) -> str:
    """Draw its list up; returns the number."""
    return insentif.susun(store, KELURAHAN, periode.baca(kode), nama).value


def terkunci(store: Store, kode: str = "2026-11", nama: str = NAMA) -> str:
    """Draw its list up and lock it; returns the number."""
    nomor = susun(store, kode, nama)
    insentif.kunci(store, nomor, lurah="Lurah")
    return nomor
