"""A desk at which attendance is recorded, for tests: two kelurahan, sixteen posts, all invited, nobody has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.modules.bimtek import lembar_ops, ops, queries
from sipokat_desktop.modules.bimtek.tanda import Keadaan
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh, kantor

SATU, DUA = KELURAHAN[:2]


class Meja(NamedTuple):
    """A store with the event, and the invited of its first two kelurahan: sixteen posts."""

    store: Store
    kegiatan_id: str
    sesi_id: str
    jabatan: tuple[str, ...]

    def kini(self, ke: int) -> Keadaan:
        """What holds for a post."""
        return queries.keadaan(self.store.reader(), self.sesi_id, self.jabatan[ke])

    def kode(self, lingkup: str) -> str:
        """The code of the printed list of a kelurahan."""
        daftar = queries.daftar(self.store.reader(), self.sesi_id, lingkup=lingkup)
        return lembar_ops.kode_daftar(self.sesi_id, daftar)

    def rows(self) -> int:
        """How many marks stand."""
        return int(self.store.reader().execute("SELECT count(*) FROM bimtek_hadir").fetchone()[0])


@contextmanager
def buka(folder: Path) -> Iterator[Meja]:
    """Open the desk."""
    with kantor.buka(folder, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=(SATU, DUA))
        contoh = bimtek_contoh.kegiatan(store)
        ops.undang(store, contoh.kegiatan_id)
        diundang = queries.peserta(store.reader(), contoh.sesi_id)
        yield Meja(store, *contoh, tuple(u.jabatan_id for u in diundang))
