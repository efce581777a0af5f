"""The stage of the histories of uniforms: two PCs of a kelurahan, one of its neighbour, one of their kecamatan."""

from __future__ import annotations

from functools import cache

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from tests.kota import CityThread
from tests.sync.panggung import NAMA, Panggung, lupakan_nomor
from tests.unit import kantor
from tests.unit.seragam import isi

DI, SEBELAH = kantor.KELURAHAN, "16.73.01.1004"
KECAMATAN = wilayah.kecamatan_dari(DI)
TEMPAT = (DI, DI, SEBELAH, KECAMATAN)
"""Whose PC each of the four is."""
UKURAN = ("L", "XL", "L", "XL", "M")


class PanggungStok(Panggung):
    """A city that bought uniforms; the kecamatan has some, so has the first kelurahan."""

    def _siapkan(self) -> None:
        city = CityThread(f"sqlite:///{self.akar / 'kota.db'}")
        city.command(
            "seragam", "pengadaan", "--nama", "Seragam RT", "--tahun", "2026", "--barang", "Baju",
            "--ukuran", "M,L,XL", "--isi", "M=4, L=6, XL=5",
        )  # fmt: skip
        pc = [Office(self.akar / "contoh" / nama) for nama in NAMA]
        for satu, kode in zip(pc, TEMPAT, strict=True):
            satu.enrol(server=city.url, code=city.invite(kode), name="Rina")
            satu.sync()
        for satu, kode in ((pc[0], DI), (pc[2], SEBELAH)):
            for ke, ukuran in enumerate(UKURAN, 1):
                rt.tambah(satu.store, kode, kantor.isian(ke, ukuran=ukuran, nik=""))
            satu.sync()
        pc[3].sync()
        self._kirim(pc[3])
        for satu in (*pc, *pc):
            satu.sync()
        for satu in pc:
            satu.close()
            lupakan_nomor(satu.store.folder)
        city.close()

    def _kirim(self, kecamatan: Office) -> None:
        store = kecamatan.store
        p = queries.cari_pengadaan(store.reader(), "").pengadaan_id
        ops.kirim(store, p, dari="pengadaan", ke=KECAMATAN, isi=isi(M=3, L=5, XL=4), nomor="A")
        ops.kirim(store, p, dari=KECAMATAN, ke=DI, isi=isi(L=2, XL=2), nomor="B")
        ops.kirim(store, p, dari=KECAMATAN, ke=SEBELAH, isi=isi(L=1), nomor="C")


@cache
def panggung_stok() -> PanggungStok:
    """The stage of this process."""
    return PanggungStok()
