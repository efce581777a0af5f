"""An office with invented proposals in every state that the page Usulan shows, and vaccination figures with gaps."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.usulan import ops as usulan
from sipokat_desktop.modules.vaksinasi import ops as vaksinasi
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN

TAHUN = 2027
BUTIR = (
    ("03", "drainase", "Perbaikan siring Jalan Kenanga", "Jalan Kenanga dekat masjid", "120", "m", "85.000.000", "42"),
    ("05", "drainase", "Perbaikan siring Jl. Kenanga", "Jalan Kenanga dekat masjid", "150", "m", "", "30"),
    ("01", "jalan", "Cor beton jalan lingkungan Gang Melati", "Gang Melati", "200,5", "m", "150.000.000", "60"),
    ("02", "pju", "Lampu jalan di simpang pos ronda", "Simpang RT 02", "6", "titik", "24.000.000", "75"),
    ("04", "talud", "Talud tepi sungai di belakang rumah warga", "Tepi Sungai Kelingi", "80", "m", "210.000.000", "18"),
    ("06", "pos_ronda", "Pembangunan pos ronda", "Depan lapangan", "1", "unit", "18.500.000", "55"),
    ("", "kantor", "Rehab atap kantor kelurahan", "Kantor Lurah", "", "", "65.000.000", ""),
    ("07", "air_bersih", "Sumur bor untuk musala dan warga sekitar", "Musala Al-Ikhlas", "1", "unit", "", "40"),
    ("08", "internet_listrik", "Penambahan jaringan listrik rumah warga", "Ujung Gang Mawar", "", "", "", "12"),
)
STATUS = (
    (0, "lurah", "4/12/2026", "", ""), (2, "lurah", "4/12/2026", "", ""),
    (2, "musrenbang_kel", "6/12/2026", "", "BA 050/07/2026"),
    (3, "lurah", "4/12/2026", "", ""), (4, "ditunda", "7/12/2026", "Menunggu surat dari Balai Sungai", ""),
    (5, "ditolak", "7/12/2026", "Lahan masih milik perorangan", ""),
)  # fmt: skip
VAKSIN = "COVID-19"
ANGKA = {
    "2026-08-03": {"01": (120, 60, 20, 0), "02": (98, 40, 10, 0), "03": (150, 90, 30, 5)},
    "2026-10-05": {"01": (120, 85, 44, 6), "02": (98, 52, 25, 2), "04": (110, 30, 8, 0), "05": (87, 66, 41, 10)},
    "2026-11-30": {"01": (120, 101, 70, 15), "05": (87, 79, 60, 22), "06": (140, 52, 12, 0)},
}
"""Cumulative figures (sasaran, dosis 1, dosis 2, booster) by day and RT; RT 07 to 09 have none, some are stale."""


def kini() -> int:
    """Return the moment (UTC ms) that these offices live in: noon of 8 December 2026."""
    return 1_796_706_000_000


def jam(office: Office) -> None:
    """Let an office live on that day."""
    clock: Clock = kini
    office.store.clock = clock


def jabatan(office: Office) -> dict[str, str]:
    """Return the post of each RT number."""
    hari = tanggal.wib(kini()).date()
    return {b.nomor: b.jabatan_id for b in rt.roster(office.store.reader(), lingkup=office.lingkup, hari=hari)}


def isian(office: Office, satu: tuple[str, ...], *, tahun: int = TAHUN) -> dict[str, str]:
    """Return what is typed of one of `BUTIR`."""
    nomor, kategori, judul, lokasi, volume, satuan, biaya, kk = satu
    return {
        "jabatan_id": jabatan(office).get(nomor, ""), "kategori": kategori, "judul": judul, "lokasi": lokasi,
        "volume": volume, "satuan": satuan, "biaya": biaya, "kk": kk, "tahun": str(tahun), "tanggal": "1/12/2026",
    }  # fmt: skip


def isi_usulan(office: Office) -> list[str]:
    """Record the proposals with their histories, the first four in an order; returns their ids."""
    store = office.store
    ids = [usulan.buat(store, KELURAHAN, isian(office, satu)).value for satu in BUTIR]
    for ke, status, hari, alasan, dokumen in STATUS:
        usulan.set_status(store, [ids[ke]], {"status": status, "tanggal": hari, "alasan": alasan, "dokumen": dokumen})
    usulan.urutkan(store, KELURAHAN, TAHUN, [ids[2], ids[0], ids[3], ids[6]])
    return ids


def isi_vaksinasi(office: Office) -> None:
    """Record figures on three days."""
    posts = jabatan(office)
    for hari, semua in ANGKA.items():
        baris = {
            posts[nomor]: dict(zip(("sasaran", "dosis1", "dosis2", "booster"), map(str, angka), strict=True))
            for nomor, angka in semua.items()
        }
        ketik = tanggal.pendek(date.fromisoformat(hari))
        vaksinasi.catat_banyak(office.store, KELURAHAN, VAKSIN, ketik, baris)


def siapkan(folder: Path) -> None:
    """Fill an office's folder with nine heads of RT, the proposals and the figures."""
    with closing(Office(folder)) as office:
        jam(office)
        contoh_kantor.kantor_kecil(office)
        isi_usulan(office)
        isi_vaksinasi(office)
