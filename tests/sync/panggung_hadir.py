"""The stage of the histories of attendance: the seed's event, six door PCs of the city's office, one of a kelurahan."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import ops, queries
from tests.contoh_528 import KELURAHAN
from tests.kota import CityThread
from tests.sync.cerita_seragam import isi_rt
from tests.sync.panggung import Panggung, lupakan_nomor
from tests.unit import bimtek_contoh

PINTU = "abcdef"
"""The door PCs of the city's office."""
SEMUA = PINTU + "mk"
"""And the PCs of the first kecamatan and the first kelurahan."""
DI = KELURAHAN[0]
KANTOR = dict.fromkeys(PINTU, wilayah.KOTA) | {"m": wilayah.kecamatan_dari(DI), "k": DI}
"""Whose PC each of them is."""


class Acara(NamedTuple):
    """The event, its session and the invited posts, in the order of the list."""

    kegiatan_id: str
    sesi_id: str
    jabatan: tuple[str, ...]
    token: tuple[str, ...]


class PanggungHadir(Panggung):
    """A city of 528 heads, all invited; nobody has come yet."""

    acara: Acara

    def _siapkan(self) -> None:
        city = CityThread(f"sqlite:///{self.akar / 'kota.db'}")
        isi_rt(city, tmt="2016-01-01")
        pc = [Office(self.akar / "contoh" / nama) for nama in SEMUA]
        for satu, kode in zip(pc, KANTOR.values(), strict=True):
            satu.enrol(server=city.url, code=city.invite(kode), name="Rina")
        pc[0].sync()
        contoh = bimtek_contoh.kegiatan(pc[0].store)
        ops.undang(pc[0].store, contoh.kegiatan_id)
        for satu in (*pc, *pc):
            satu.sync()
        diundang = queries.peserta(pc[1].store.reader(), contoh.sesi_id)
        self.acara = Acara(*contoh, tuple(u.jabatan_id for u in diundang), tuple(u.token for u in diundang))
        for satu in pc:
            satu.close()
            lupakan_nomor(satu.store.folder)
        city.close()


@cache
def panggung_hadir() -> PanggungHadir:
    """The stage of this process."""
    return PanggungHadir()
