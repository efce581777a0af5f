"""The seed's event for tests: 528 heads in 72 kelurahan, Monday 20 November 2017, Gedung Kesenian, all invited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

import pytest

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import bulk
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.contoh_528 import Isi, isi_kelurahan
from tests.unit import kantor

HARI = "2017-11-20"
PERSIAPAN = date(2017, 11, 1)
"""A day of the weeks before."""
PAGI = 1_511_137_800_000
"""2017-11-20 07:30 WIB in UTC milliseconds: the doors open."""
KEGIATAN = {
    "nama": "Bimbingan Teknis Ketua RT", "tema": "Peran ketua RT dalam pelayanan warga",
    "dasar_hukum": "Peraturan Daerah Nomor 3 Tahun 2017", "penyelenggara": "Bagian Tata Pemerintahan",
    "tempat": "Gedung Kesenian", "narasumber": "Bagian Tata Pemerintahan", "surat_nomor": "005/417/Tapem/2017",
    "surat_tanggal": "2017-11-13",
}  # fmt: skip
SESI = {"judul": "Bimbingan teknis ketua RT", "tanggal": HARI, "mulai": "08:00", "selesai": "12:00"}


class Contoh(NamedTuple):
    """The event and its session."""

    kegiatan_id: str
    sesi_id: str


def jam() -> kantor.Jam:
    """A clock that begins when the doors open."""
    return kantor.Jam(PAGI)


def isi_rt(store: Store, *, hanya: Iterable[str] = ()) -> None:
    """Write the 528 posts with their heads (of the kelurahan ``hanya`` only, where it names some)."""
    mau = set(hanya)

    def work(tx: Tx) -> None:
        tx.own = ""  # as the kelurahan sent them, whichever office this store is of
        for kode, rows in isi_kelurahan(tmt="2016-01-01"):
            if not mau or kode in mau:
                _tulis(tx, kode, rows)

    store.write("uji.rt", work)


def _tulis(tx: Tx, kode: str, rows: list[Isi]) -> None:
    for tabel in ("rt_jabatan", "rt_orang", "rt_masa"):
        baru = [(id, isi) for di, id, isi in rows if di == tabel]
        bulk.insert_many(tx, tabel, baru, scope=kode, told=lambda _n: None, gone=frozenset())


def kegiatan(store: Store, lingkup: str = wilayah.KOTA, **isian: str) -> Contoh:
    """Record the event with its session; nobody is invited yet."""
    kegiatan_id = ops.simpan_kegiatan(store, lingkup, KEGIATAN | isian).value
    return Contoh(kegiatan_id, ops.simpan_sesi(store, kegiatan_id, SESI).value)


def contoh(store: Store, lingkup: str = wilayah.KOTA) -> Contoh:
    """Write the 528 posts, the event and its session, and invite everybody."""
    isi_rt(store)
    hasil = kegiatan(store, lingkup)
    ops.undang(store, hasil.kegiatan_id)
    return hasil


def tolak(pesan: str, kerja: Callable[[], object]) -> None:
    """Assert that something is refused with a sentence."""
    with pytest.raises(InputSalah, match=pesan):
        kerja()


def undangan(store: Store, c: Contoh, **lain: str) -> list[Undangan]:
    """The invitations to the event."""
    return queries.undangan(store.reader(), c.kegiatan_id, hari=PERSIAPAN, **lain)


def posts(store: Store, kelurahan: str) -> list[str]:
    """The posts of a kelurahan by number."""
    return [b.jabatan_id for b in roster.roster(store.reader(), lingkup=kelurahan, hari=PERSIAPAN)]


def hadir(store: Store, c: Contoh, jabatan_id: str) -> str:
    """Write a mark as any door would; returns its id."""
    isi: Fields = {"kegiatan_id": c.kegiatan_id, "sesi_id": c.sesi_id, "jabatan_id": jabatan_id, "tanda": "hadir"}
    return store.write("uji.hadir", lambda tx: tx.insert("bimtek_hadir", isi, scope=jabatan_id.partition("-")[0])).value
