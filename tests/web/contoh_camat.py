"""What a camat has to do with: reports that wait with their photos, terms without SK, uniforms on their way."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam import queries as stok
from sipokat_desktop.modules.seragam.model import Barang, IsianUkuran
from tests import gambar
from tests.unit import kantor
from tests.web import panggung
from tests.web.panggung import KEC_A, KEL_A, Pusat

_FOTO = 5000
"""Pictures of these reports are numbered from here on: unlike those of the stage."""
_KERJA = (
    ("gotong_royong", "Membersihkan siring sepanjang Jalan Kenanga bersama pemuda"),
    ("sampah", "Menimbang dan mencatat isi bank sampah di balai warga"),
    ("psn", "Pemberantasan sarang nyamuk dari rumah ke rumah di Lorong Melati"),
    ("posyandu", "Mendampingi bidan pada posyandu balita di pos kesehatan"),
)


def laporan_menunggu(office: Office, kode: str, banyak: int = 50) -> list[str]:
    """Record so many reports with photos that the lurah approved: of every ten one without a photo, and one with the
    photo of the one before. Returns their ids."""
    store, ids = office.store, list[str]()
    hari = tanggal.wib(now_ms()).date()
    posts = [b.jabatan_id for b in roster.roster(store.reader(), lingkup=kode, hari=hari)]
    foto = [laporan.siapkan_foto(store, gambar.foto(_FOTO + ke, sisi=320)) for ke in range(banyak)]
    for ke in range(banyak):
        jenis, uraian = _KERJA[ke % len(_KERJA)]
        isian = {
            "tanggal": tanggal.pendek(hari - timedelta(days=5 + ke // 2 * 4)), "bidang": "2", "jenis": jenis,
            "uraian": f"{uraian}, kelompok {ke + 1}", "lokasi": "Lorong Melati", "peserta": str(5 + ke),
            "kategori": "kinerja" if ke % 3 else "biasa",
        }  # fmt: skip
        gambar_ = {3: [], 7: [foto[ke - 1]]}.get(ke % 10, [foto[ke]])
        ids += laporan.catat(store, kode, [posts[ke % len(posts)]], isian, foto=gambar_).value.ids
    laporan.verifikasi(store, ids, "ya")
    return ids


def lengkapi(pusat: Pusat, folder: Path, kode: str = KEL_A, *, banyak: int = 50) -> list[str]:
    """Let a PC of ``kode`` send reports that wait, a head without SK and one whose SK runs out; returns the reports."""
    with closing(panggung.pc(folder, pusat, kode)) as satu:
        satu.sync(all_photos=True)
        ids = laporan_menunggu(satu, kode, banyak)
        habis = tanggal.wib(now_ms()).date() + timedelta(days=40)
        rt.tambah(satu.store, kode, kantor.isian(21, sk_nomor="", sk_tanggal="", nama="Tanpa Surat"))
        rt.tambah(satu.store, kode, kantor.isian(22, akhir_sk=habis.isoformat(), nama="Hampir Habis"))
        satu.sync(all_photos=True)
    return ids


def seragam_kecamatan(pusat: Pusat) -> None:
    """Buy uniforms for the city, bring them to the first kecamatan, and hand two out."""
    pusat.command("seragam", "pengadaan", "--nama", "Seragam RT", "--tahun", "2026", "--barang", "baju")
    pusat.command("seragam", "isi", "Seragam RT", "--isi", "L=20, XL=10")
    kantor_web = pusat.offices.of(KEC_A)
    assert kantor_web.siap(60)
    kantor_web.segarkan()
    p = stok.pengadaan(kantor_web.store.reader())[0].pengadaan_id
    hari = tanggal.wib(now_ms()).date()
    isi = {Barang("", "L"): 12, Barang("", "XL"): 4}
    kantor_web.tulis("Yanti", lambda s: seragam.terima(s, p, dari="pengadaan", ke=KEC_A, isi=isi, nomor="SJ/1"))
    posts = [b.jabatan_id for b in roster.roster(kantor_web.store.reader(), lingkup=KEL_A, hari=hari)][:3]
    ukuran = {id: IsianUkuran(ukuran="L") for id in posts}
    kantor_web.tulis("Yanti", lambda s: seragam.catat_ukuran(s, ukuran, pengadaan_id=p))
    kantor_web.tulis("Yanti", lambda s: seragam.serah(s, p, posts[:2], cara="kecamatan"))
