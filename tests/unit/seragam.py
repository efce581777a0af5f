"""A small office with uniforms for tests: heads with sizes, a purchase, pieces in stock."""

from __future__ import annotations

from collections.abc import Mapping
from sqlite3 import Connection

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Barang, HasilSerah, Pemakai
from sipokat_desktop.storage.store import Store
from tests.unit import kantor

KECAMATAN = wilayah.kecamatan_dari(kantor.KELURAHAN)
ISIAN = {"nama": "Seragam RT 2026", "tahun": "2026", "barang": "Baju seragam", "ukuran": "S,M,L,XL,XXL"}


def b(ukuran: str, model: str = "") -> Barang:
    """A piece of a size."""
    return Barang(model, ukuran)


def isi(**ukuran: int) -> dict[Barang, int]:
    """Pieces by size."""
    return {b(nama): n for nama, n in ukuran.items()}


def ketua(store: Store, *ukuran: str, kelurahan: str = kantor.KELURAHAN, awal: int = 1) -> list[str]:
    """Add heads with these sizes (empty: none); returns the ids of their posts."""
    for ke, satu in enumerate(ukuran, awal):
        rt.tambah(store, kelurahan, kantor.isian(ke, ukuran=satu, kelamin="L", nik=""))
    con = store.reader()
    return [r.jabatan_id for r in roster.roster(con, lingkup=kelurahan, hari=rt.hari_ini(store))][awal - 1 :]


def beli(store: Store, isi_: Mapping[Barang, int], lingkup: str = kantor.KELURAHAN, **isian: str) -> str:
    """Record a purchase of the office's own; returns its id."""
    return ops.simpan_pengadaan(store, lingkup, ISIAN | isian, isi_).value


def gudang(store: Store, isi_: Mapping[Barang, int]) -> str:
    """Record a purchase whose pieces all lie in the kelurahan; returns its id."""
    pengadaan_id = beli(store, isi_)
    if any(isi_.values()):
        ops.terima(store, pengadaan_id, dari="pengadaan", ke=kantor.KELURAHAN, isi=isi_, nomor="SJ 1")
    return pengadaan_id


def jadi_kota(store: Store, pengadaan_id: str) -> None:
    """Let a purchase be the city's, as if it had come from there."""

    def ubah(con: Connection) -> None:
        con.execute("UPDATE seragam_pengadaan SET lingkup = 'kota' WHERE id = ?", (pengadaan_id,))
        con.execute("UPDATE seragam_isi SET lingkup = 'kota' WHERE pengadaan_id = ?", (pengadaan_id,))

    store.transact(ubah)


def serah(store: Store, pengadaan_id: str, *jabatan: str) -> HasilSerah:
    """Hand over from the kelurahan."""
    return ops.serah(store, pengadaan_id, jabatan).value


def satu(store: Store, pengadaan_id: str, jabatan_id: str) -> Pemakai:
    """A post in a purchase today."""
    return queries.satu_pemakai(store.reader(), pengadaan_id, jabatan_id, hari=rt.hari_ini(store))


def sisa(store: Store, pengadaan_id: str, tempat: str = kantor.KELURAHAN) -> dict[str, int]:
    """Pieces at a place by size."""
    return {barang.kata: n for barang, n in queries.sisa(store.reader(), pengadaan_id, tempat).items()}


def gerak_terakhir(store: Store, pengadaan_id: str, jabatan_id: str) -> str:
    """The id of the last live entry of a post."""
    return satu(store, pengadaan_id, jabatan_id).pegang[-1].gerak_id
