"""Receipt lists out of a small office: the list as values, as text of its pages, and whether its sums agree."""

from __future__ import annotations

from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.modules.insentif import ops, prints
from sipokat_desktop.printing.model import DaftarTerima
from sipokat_desktop.storage.store import Store
from tests.print.contoh_daftar import halaman_teks
from tests.unit import kantor
from tests.unit.kantor import SEKARANG
from tests.unit.susun_kantor import buat


def dokumen(store: Store, nomor: str, *, lengkap: bool = False, sekarang: int = SEKARANG) -> DaftarTerima:
    """The list as values."""
    return prints.susun(store.reader(), nomor, sekarang=sekarang, lengkap=lengkap)


def kertas(store: Store, nomor: str, *, lengkap: bool = False) -> list[str]:
    """The text of the pages."""
    pdf = prints.pratinjau(store.reader(), nomor, sekarang=SEKARANG, kertas="F4", lengkap=lengkap)
    return [" ".join(teks.split()) for teks in halaman_teks(pdf)]


def catatan(store: Store, nomor: str, *, lengkap: bool = False) -> list[str]:
    """The notes of the lines."""
    return [b.keterangan for b in dokumen(store, nomor, lengkap=lengkap).baris]


def cocok(store: Store, nomor: str) -> None:
    """Σ lines = JUMLAH = terbilang = what the database says, in both forms."""
    d = kantor.daftar(store, nomor)
    for lengkap in (False, True):
        isi = dokumen(store, nomor, lengkap=lengkap)
        assert sum(b.diterima for b in isi.baris) == d.diterima
        assert all(b.bruto - b.pph == b.diterima for b in isi.baris)
        akhir = kertas(store, nomor, lengkap=lengkap)[-1]
        jumlah = (d.total, d.pph, d.diterima) if lengkap else (d.diterima,)
        assert f"JUMLAH {' '.join(map(titik, jumlah))} " in akhir
        assert f"Terbilang: {terbilang(d.diterima)}" in akhir


def terkunci(store: Store, jumlah: int = 3, *, pajak: int = 0) -> str:
    """A locked list of the first triwulan."""
    kantor.tarif(store, pajak=pajak)
    kantor.isi_rt(store, jumlah)
    nomor = buat(store)
    ops.kunci(store, nomor, lurah="Lurah")
    return nomor
