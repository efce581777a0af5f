"""An office with phones in every state that the page HP dan barang can show, at a fixed time; invented data."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.tanggal import WIB
from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.modules.ponsel.model import Unit
from sipokat_desktop.modules.rt import ops as rt
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN, baris

HARI = datetime(2026, 4, 20, 10, tzinfo=WIB)
_MODEL = (("Samsung", "Galaxy A05"), ("Samsung", "J2 Prime"), ("Oppo", "A17k"), ("Xiaomi", "Redmi 12C"))
_LENGKAP = "kotak, pengisi daya, kabel"


def imei(ke: int) -> str:
    """Return the valid IMEI number ``ke``."""
    awal = f"35{209900 + ke // 1000:06}{176100 + ke:06}"
    jumlah = 0
    for tempat, satu in enumerate(reversed(awal)):
        n = int(satu) * (1 if tempat % 2 else 2)
        jumlah += n - 9 if n > 9 else n
    return f"{awal}{-jumlah % 10}"


def jam(office: Office, hari: str = "2026-04-20") -> None:
    """Let it be ten o'clock of a day in the office."""
    ms = round(datetime.fromisoformat(f"{hari}T10:00").replace(tzinfo=WIB).timestamp() * 1000)
    office.store.clock = lambda: ms


def isian(ke: int, **lain: str) -> dict[str, str]:
    """Return what is typed of unit ``ke``."""
    merek, tipe = _MODEL[ke % len(_MODEL)]
    return {
        "barang": "HP", "merek": merek, "tipe": tipe, "imei1": imei(2 * ke), "imei2": imei(2 * ke + 1),
        "seri": f"R9C{ke:05}XT", "kode_barang": "3.10.02.03.003", "nup": str(ke + 1), "kelengkapan": _LENGKAP,
        "kondisi": "baik", "tahun": "2025", "sumber": "Dinas Kominfo", "harga": "1650000",
    } | lain  # fmt: skip


def tambah(office: Office, ke: int, lingkup: str = KELURAHAN, **lain: str) -> str:
    """Record unit ``ke`` and return its id."""
    return ops.simpan_unit(office.store, lingkup, isian(ke, **lain)).value


def unit(office: Office, unit_id: str) -> Unit:
    """Return a unit as the register shows it."""
    satu = queries.unit(office.store.reader(), unit_id, hari=rt.hari_ini(office.store))
    assert satu is not None
    return satu


def masa(office: Office, nomor: str) -> str:
    """Return the term of the head of an RT."""
    return baris(office, nomor).masa_id or ""


def siapkan(folder: Path) -> None:
    """Build the office: nine heads of RT, twelve phones, a laptop."""
    office = Office(folder)
    with closing(office):
        jam(office, "2026-01-05")
        contoh_kantor.kantor_kecil(office)
        ids = [tambah(office, ke) for ke in range(12)]
        tambah(office, 12, barang="Laptop", merek="Acer", tipe="Aspire 3", imei1="", imei2="")
        jam(office, "2026-01-12")
        for ke, nomor in enumerate(("01", "02", "03", "04", "05", "06", "07", "08")):
            ops.serah(office.store, ids[ke], {"masa_id": masa(office, nomor)})
        _kejadian(office, ids)
        _ganti_ketua(office)
        jam(office)


def _kejadian(office: Office, ids: list[str]) -> None:
    """Break one, lose one with and one without a letter, ask for help, let one go out of guarantee, withdraw one."""
    store = office.store
    jam(office, "2026-03-10")
    rusak = {"jenis": "rusak", "uraian": "Layar pecah karena jatuh", "kondisi": "rusak_berat"}
    ops.kejadian(store, ids[1], rusak)
    hilang = {"jenis": "hilang", "uraian": "Hilang di Pasar Inpres"}
    ops.kejadian(store, ids[3], hilang)
    surat = {"polisi_nomor": "SKTLK/102/III/2026/Polsek", "polisi_tanggal": "10/3/2026"}
    ops.kejadian(store, ids[4], hilang | surat)
    ops.minta_bantuan(store, ids[5], {"jenis": "lupa_sandi", "uraian": "Meminta sandi sesudah dimatikan"})
    ops.simpan_unit(store, KELURAHAN, {"garansi_sampai": "30/5/2026"}, unit_id=ids[6])
    ops.tarik(store, ids[11], {"alasan": "Rusak sejak diterima"})


def _ganti_ketua(office: Office) -> None:
    """Let the head of RT 03 stop without giving his phone back."""
    jam(office, "2026-04-01")
    akhir = {"akhir_nyata": "2026-03-31", "alasan_akhir": "pindah"}
    rt.akhiri(office.store, masa_id=masa(office, "03"), isian=akhir)
    baru = {"nomor": "03", "nama": "Herman Efendi", "jenis": "definitif", "tmt": "2026-04-01"}
    rt.tambah(office.store, KELURAHAN, baru | {"sk_nomor": "141/51/KPTS/LS/2026"})


def banyak(folder: Path, n: int) -> None:
    """Build an office with ``n`` phones, most of them handed out."""
    office = Office(folder)
    with closing(office):
        jam(office, "2026-01-05")
        contoh_kantor.kantor_kecil(office)
        garis = "\n".join(f"{imei(2 * ke)} / {imei(2 * ke + 1)} ; R9C{ke:05}XT" for ke in range(n)).splitlines()
        ids = ops.tambah_banyak(office.store, KELURAHAN, isian(0), garis).value
        for ke, nomor in enumerate(("01", "02", "03", "04", "05", "06", "07", "08", "09")):
            ops.serah(office.store, ids[ke::10], {"masa_id": masa(office, nomor)})
        jam(office)


def lembar(folder: Path) -> Path:
    """Write a register as an office keeps it: a wrong IMEI, a head who is not in office, a row twice, a foot."""
    salah = imei(40)[:-1] + str((int(imei(40)[-1]) + 5) % 10)
    rows = [
        "DAFTAR HP KETUA RT KELURAHAN TABA JEMEKEH",
        "No;RT;Nama Pemegang;Nama Barang;Merk;Tipe;IMEI 1;No. Seri;Kondisi;Tanggal Serah;Keterangan",
        f"1;01;Ernawati;HP;Samsung;Galaxy A05;'{imei(50)};R5A00001;Baik;12/1/2026;",
        f"2;02;Sarnubi;HP;Samsung;Galaxy A05;{imei(52)};R5A00002;Baik;12/1/2026;",
        f"3;03;Iskandar Muda;HP;Samsung;Galaxy A05;{salah};R5A00003;Rusak ringan;12/1/2026;layar retak",
        f"4;04;Orang Lain;HP;Samsung;Galaxy A05;{imei(54)};R5A00004;Baik;12/1/2026;",
        f"5;;;HP;Samsung;Galaxy A05;{imei(56)};R5A00005;Baik;;cadangan",
        f"6;;;HP;Samsung;Galaxy A05;{imei(52)};R5A00002;Baik;;tertulis dua kali",
        "Jumlah;6",
    ]
    berkas = folder / "Daftar HP.csv"
    berkas.write_text("\n".join(rows), encoding="utf-8")
    return berkas
