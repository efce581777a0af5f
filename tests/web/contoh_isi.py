"""What every page of the web needs to show something: uniforms, an event of the city, months that two PCs paid."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam import queries as stok
from sipokat_desktop.modules.seragam.model import Barang, IsianUkuran
from sipokat_desktop.storage import core, deciding, decisions
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.store import Store
from tests.sync import dunia
from tests.web import panggung
from tests.web.panggung import KEC_A, KEC_B, KEL_A, KEL_B, Pusat


def cetak(cetakan: Path, folder: Path) -> Path:
    """Make another mould out of the usual one, with all that on top."""
    with closing(panggung.tuang(cetakan, folder / "penuh")) as pusat:
        _acara(pusat)
        _tarif_nanti(pusat)
        _seragam(pusat)
        for kode in (KEL_A, KEL_B):
            _dibayar_berdua(pusat, folder, kode)
        _putuskan_satu(pusat)
        for lingkup in (KEC_A, KEC_B, "kota"):
            pusat.offices.of(lingkup).segarkan()
    return folder / "penuh"


def _acara(pusat: Pusat) -> None:
    pusat.command("bimtek", "kegiatan", "Bimtek RT", "--tempat", "Gedung Kesenian")
    hari = tanggal.pendek(tanggal.wib(now_ms()).date())
    pusat.command("bimtek", "sesi", "Bimtek", "--judul", "Pagi", "--tanggal", hari)
    pusat.command("bimtek", "undang", "Bimtek")


def _tarif_nanti(pusat: Pusat) -> None:
    """A tariff that has not begun, which can be withdrawn."""
    mulai = periode.geser(f"{tanggal.wib(now_ms()).date():%Y-%m}", 6)
    pusat.command("tarif", "set", "--jumlah", "600000", "--mulai", mulai)


def _seragam(pusat: Pusat) -> None:
    pusat.command("seragam", "pengadaan", "--nama", "Seragam RT", "--tahun", "2026", "--barang", "baju")
    pusat.command("seragam", "isi", "Seragam RT", "--isi", "L=20, XL=10")
    for kecamatan, kelurahan in ((KEC_A, KEL_A), (KEC_B, KEL_B)):
        web = pusat.offices.of(kecamatan)
        assert web.siap(60)
        web.segarkan()
        web.tulis("Yanti", partial(_bagikan, kecamatan, kelurahan))


def _bagikan(kecamatan: str, kelurahan: str, store: Store) -> None:
    """Take uniforms in at a kecamatan, note three sizes, hand two out."""
    con, hari = store.reader(), tanggal.wib(now_ms()).date()
    p = stok.pengadaan(con)[0].pengadaan_id
    posts = [b.jabatan_id for b in roster.roster(con, lingkup=kelurahan, hari=hari)][:3]
    seragam.terima(store, p, dari="pengadaan", ke=kecamatan, isi={Barang("", "L"): 6}, nomor="SJ/1")
    seragam.catat_ukuran(store, {id: IsianUkuran(ukuran="L") for id in posts}, pengadaan_id=p)
    seragam.serah(store, p, posts[:2], cara="kecamatan")


def _dibayar_berdua(pusat: Pusat, folder: Path, kode: str) -> None:
    with (
        closing(panggung.pc(folder / f"{kode}-1", pusat, kode)) as satu,
        closing(panggung.pc(folder / f"{kode}-2", pusat, kode)) as dua,
    ):
        for pc in (satu, dua):
            pc.sync()
        for pc in (satu, dua):
            insentif.terima(pc.store, dunia.satu_daftar(pc), hanya=[3])
        for pc in (satu, dua):
            pc.sync()


def _putuskan_satu(pusat: Pusat) -> None:
    """Settle one month of each kelurahan as the city, so that there is a decision to take back."""
    web = pusat.offices.of("kota")
    web.segarkan()
    con, tables = web.store.reader(), web.store.tables
    ganda = {decisions.scope_of(con, d, tables): d for d in decisions.waiting(con, tables) if d.jenis == core.GANDA}
    for d in ganda.values():
        web.sebagai_kota("Yanti", partial(_salah_catat, d))


def _salah_catat(d: Decision, store: Store) -> None:
    deciding.take_back(store, d.tabel, d.baris[0], "salah catat", {"alasan": "Uang keluar sekali"})
