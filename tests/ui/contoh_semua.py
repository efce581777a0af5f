"""One office with something on every page of the window, at a fixed time; invented data."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.bimtek import ops as bimtek
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.ponsel import ops as ponsel
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from tests.ui import contoh_barang, contoh_kantor, contoh_kegiatan, contoh_seragam, contoh_usulan
from tests.ui.contoh_kantor import KELURAHAN, PEJABAT
from tests.unit import bimtek_contoh


def siapkan(folder: Path) -> None:
    """Make the office: nine heads of RT, and of every module what most of its buttons need."""
    with closing(Office(folder)) as office:
        contoh_barang.jam(office, "2026-01-05")
        contoh_kantor.kantor_kecil(office)
        _insentif(office)
        _seragam(office)
        _ponsel(office)
        contoh_barang.jam(office, contoh_kegiatan.HARI.isoformat())
        for ke in range(4):
            contoh_kegiatan.catat(office, ke, contoh_kegiatan.HARI)
        contoh_usulan.jam(office)
        contoh_usulan.isi_usulan(office)
        contoh_usulan.isi_vaksinasi(office)
        _bimtek(office)
        office.safety.backup()


def _insentif(office: Office) -> None:
    """Two lists: one locked and paid in part, one a draft."""
    store = office.store
    nomor = insentif.susun(store, KELURAHAN, Periode(2025, 4, 10)).value
    insentif.kunci(store, nomor, lurah=PEJABAT["lurah.nama"], alasan="Disetujui Lurah")
    insentif.terima(store, nomor, hanya={3})
    insentif.susun(store, KELURAHAN, Periode(2026, 1, 1))


def _seragam(office: Office) -> None:
    isi = contoh_seragam.pria(M=4, L=5, XL=4) | contoh_seragam.wanita(M=3, L=2)
    id = seragam.simpan_pengadaan(office.store, KELURAHAN, contoh_seragam.ISIAN, isi).value
    seragam.terima(office.store, id, dari=PENGADAAN, ke=KELURAHAN, isi=isi, nomor="027/SJ/1")


def _ponsel(office: Office) -> None:
    """Three phones: one handed out, one broken, one in the office."""
    ids = [contoh_barang.tambah(office, ke) for ke in range(3)]
    for ke, nomor in enumerate(("01", "02")):
        ponsel.serah(office.store, ids[ke], {"masa_id": contoh_barang.masa(office, nomor)})
    ponsel.kejadian(office.store, ids[1], {"jenis": "rusak", "uraian": "Layar pecah", "kondisi": "rusak_berat"})


def _bimtek(office: Office) -> None:
    nama = {"nama": "Bimtek Kelurahan", "tempat": "Aula Kantor Lurah"}
    isi = bimtek_contoh.kegiatan(office.store, KELURAHAN, **nama)
    bimtek.simpan_sesi(office.store, isi.kegiatan_id, {"tanggal": "2026-12-08"}, sesi_id=isi.sesi_id)
    bimtek.undang(office.store, isi.kegiatan_id)
