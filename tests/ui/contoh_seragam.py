"""Offices with uniforms for the tests and the camera: a kelurahan of eighteen RT, and its kecamatan with a city."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Barang, Pemakai
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from tests.kota import City
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN
from tests.unit import kantor as kantor_uji
from ui.shell.window import MainWindow

KECAMATAN = wilayah.kecamatan_dari(KELURAHAN)
NAMA, TAHUN = "Batik Ketua RT", 2026
ISIAN = {
    "nama": NAMA, "tahun": str(TAHUN), "barang": "Baju batik", "model": "Pria, Wanita",
    "ukuran": "S, M, L, XL, XXL, XXXL, 4XL, khusus",
}  # fmt: skip
UKURAN = ("XL", "XXL", "L", "", "XXL", "khusus", "XL", "XXL", "M")
"""Sizes of RT 10 to 18; the nine of the shipped sheet come before."""


def pria(**ukuran: int) -> dict[Barang, int]:
    """Pieces of the model for men, by size."""
    return {Barang("Pria", nama): n for nama, n in ukuran.items()}


def wanita(**ukuran: int) -> dict[Barang, int]:
    """Pieces of the model for women, by size."""
    return {Barang("Wanita", nama): n for nama, n in ukuran.items()}


def delapan_belas(store: Store, kelurahan: str = KELURAHAN) -> None:
    """Add nine more heads, four of them women, to the nine of the shipped sheet."""
    for ke, ukuran in enumerate(UKURAN, 10):
        isian = kantor_uji.isian(ke, nama=f"Ketua Baru {ke}", nik="", ukuran=ukuran, kelamin="P" if ke % 2 else "L")
        rt.tambah(store, kelurahan, isian)


def kelurahan_sendiri(folder: Path, *, tiba: bool = True) -> str:
    """Make a kelurahan of eighteen RT that bought uniforms itself; with ``tiba`` they lie there. Returns the id."""
    office = Office(folder)
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    contoh_kantor.isi_roster(office)
    delapan_belas(office.store)
    isi = pria(S=2, M=4, L=5, XL=4, XXL=2, khusus=1) | wanita(M=3, L=2, XL=3, XXL=1)
    id = ops.simpan_pengadaan(office.store, KELURAHAN, ISIAN, isi).value
    if tiba:
        ops.terima(office.store, id, dari=PENGADAAN, ke=KELURAHAN, isi=isi, nomor="027/SJ/1")
    office.close()
    return id


def pemakai(w: MainWindow, nomor: str, kelurahan: str = KELURAHAN) -> Pemakai:
    """Return a post as the store has it, in the newest purchase."""
    con, host = w.host.store.reader(), w.host
    p = queries.pengadaan(con)[0]
    semua = queries.pemakai(con, p.pengadaan_id, lingkup=kelurahan, hari=host.today)
    return next(satu for satu in semua if satu.nomor == nomor)


def ada(w: MainWindow, tempat: str = KELURAHAN) -> dict[str, int]:
    """Return what is left at a place, by the words of its kind."""
    con = w.host.store.reader()
    return {b.kata: n for b, n in queries.sisa(con, queries.pengadaan(con)[0].pengadaan_id, tempat).items()}


DUA = next(kode for kode in wilayah.kelurahan_dari(KECAMATAN) if kode != KELURAHAN)
"""Another kelurahan of the same kecamatan; its five heads all wear XXL."""
KOTA = {"S": 40, "M": 90, "L": 140, "XL": 150, "XXL": 74, "XXXL": 20, "4XL": 8, "khusus": 6}
"""What the city bought: 528 pieces."""


def satu_model(**ukuran: int) -> dict[Barang, int]:
    """Pieces of a purchase with one model only, by size."""
    return {Barang("", nama): n for nama, n in ukuran.items()}


def beli_kota(kota: City) -> None:
    """Let the city buy 528 uniforms."""
    isi = ", ".join(f"{ukuran}={n}" for ukuran, n in KOTA.items())
    kota.command(
        "seragam", "pengadaan", "--nama", NAMA, "--tahun", str(TAHUN), "--barang", "Baju batik", "--isi", isi
    )  # fmt: skip


def daftar(folder: Path, kota: City, kode: str, nama: str) -> Office:
    """Enrol a PC without a PIN; it is left open."""
    office = Office(folder)
    office.enrol(server=kota.url, code=kota.invite(kode), name=nama)
    users.add(office.store, name=nama)
    office.store.user = nama
    return office


def kelurahan_kota(folder: Path, kota: City, *nama: str) -> None:
    """Enrol the PCs ``nama`` of the kelurahan of eighteen RT, with the city's purchase on each."""
    for ke, satu in enumerate(nama):
        office = daftar(folder / satu, kota, KELURAHAN, satu)
        if not ke:
            contoh_kantor.isi_roster(office)
            delapan_belas(office.store)
        office.sync()
        office.sync()
        office.close()


def kecamatan_kota(folder: Path, kota: City, *nama: str) -> None:
    """Enrol the PCs ``nama`` of the kecamatan; eighteen heads and five more lie below it."""
    kelurahan_kota(folder, kota, "lurah-1")
    lurah = daftar(folder / "lurah-2", kota, DUA, "lurah-2")
    for ke in range(1, 6):
        rt.tambah(lurah.store, DUA, kantor_uji.isian(ke, nama=f"Ketua Dua {ke}", nik="", ukuran="XXL", kelamin="L"))
    lurah.sync()
    lurah.close()
    for satu in nama:
        camat = daftar(folder / satu, kota, KECAMATAN, satu)
        camat.sync()
        camat.close()
