"""An office in 2020 (DOMAIN §1): two purses, 350,000 via the kecamatan and 200,000 via Disdukcapil, out of step."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import ketetapan_ops, ops
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.ui.contoh_kantor import KELURAHAN, PEJABAT, baris

KECAMATAN, DISDUKCAPIL = "RT lewat Kecamatan", "RT lewat Disdukcapil"
NAMA = ("Ahmad Suharto", "Rusdi", "Mulyadi", "Nurhayati", "Sopian Hadi, S.Pd")
LURAH = "Dra. Hj. Yunita"
KINI = 1_597_028_400_000
"""Monday 10 August 2020, 10.00 WIB, in UTC ms: the day on which the year is looked at."""
JULI = "2020-07"
BARU = "Herman Efendi"
"""The head of RT 03 from 1 June 2020 on."""


def kini() -> int:
    """Return the day of the story, as a clock."""
    return KINI


def roster(office: Office) -> None:
    """Record five heads in office since 2018, and the signers."""
    rt_ops.set_semua_pejabat(office.store, KELURAHAN, PEJABAT)
    for ke, nama in enumerate(NAMA, 1):
        isian = {
            "nomor": f"{ke:02d}", "nama": nama, "jenis": "definitif", "tmt": "2018-01-01", "akhir_sk": "2022-12-31",
            "sk_nomor": f"141/{ke}/KPTS/LB/2018", "sk_tanggal": "2017-12-20",
        }  # fmt: skip
        rt_ops.tambah(office.store, KELURAHAN, isian)


def komponen(office: Office, nama: str, jumlah: str) -> str:
    """Lay down a purse with its tariff of 2020; return its id."""
    isian = {"nama": nama, "cara": "tunai", "hari_acuan": "1", "skema": "tidak"}
    id = ketetapan_ops.simpan_komponen(office.store, KELURAHAN, isian).value
    tarif = {"jumlah": jumlah, "mulai": "2020-01", "sampai": "2020-12", "dasar_hukum": "Perwal 7/2020"}
    ketetapan_ops.tetapkan_tarif(office.store, KELURAHAN, id, tarif)
    return id


def ganti_ketua(office: Office) -> None:
    """Replace the head of RT 03 at the end of May 2020."""
    isian = {
        "akhir_nyata": "2020-05-31", "alasan_akhir": "mengundurkan_diri", "nama": BARU, "tmt": "2020-06-01",
        "akhir_sk": "2022-12-31", "jenis": "definitif", "sk_nomor": "141/12/KPTS/LB/2020",
    }  # fmt: skip
    ganti.ganti(office.store, baris(office, "03").jabatan_id, isian)


def siapkan(folder: Path) -> None:
    """Build the office after the year: TW1 of the first purse paid, the second owing January to July."""
    with closing(Office(folder)) as office:
        office.store.clock = kini
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
        office.store.user = "Siti Aminah"
        roster(office)
        kecamatan = komponen(office, KECAMATAN, "350.000")
        komponen(office, DISDUKCAPIL, "200.000")
        ketetapan_ops.simpan_anggaran(office.store, KELURAHAN, kecamatan, 2020, {"pagu": "21.000.000"})
        nomor = ops.susun(office.store, KELURAHAN, periode.baca("2020-TW1"), KECAMATAN).value
        ops.kunci(office.store, nomor, lurah=LURAH, alasan="Disetujui Lurah")
        ops.terima(office.store, nomor)
        ganti_ketua(office)


def laporan_juli(store: Store) -> None:
    """Record the performance reports of July past their module's rules: three of RT 01, one of RT 02 with two that
    wait, four of RT 03, two of RT 04 whose figure was typed, none of RT 05."""
    masa = {m.nomor: m for m in rt.masa(store.reader(), lingkup=KELURAHAN)}

    def isi(tx: Tx) -> None:
        for nomor, banyak, menunggu in (("01", 3, 0), ("02", 1, 2), ("03", 4, 0), ("04", 2, 0)):
            for hari in range(1, banyak + menunggu + 1):
                satu: Fields = {
                    "jabatan_id": masa[nomor].jabatan_id, "tanggal": f"{JULI}-{hari:02d}", "bidang": 1, "jenis": "x",
                    "uraian": "Kerja bakti", "kategori": "kinerja", "lurah": "ya" if hari <= banyak else None,
                }  # fmt: skip
                tx.insert("laporan_kegiatan", satu, scope=KELURAHAN)

    store.write("uji", isi)
    ketik = [ketetapan_ops.IsianKinerja(masa["04"].masa_id, JULI, "9")]
    ketetapan_ops.catat_kinerja(store, KELURAHAN, ketik, sumber="Diketik di kantor")


def lembar_lama(folder: Path) -> Path:
    """Write a sheet of payments of 2019 as an office keeps it: one row is of an RT that there is not."""
    berkas = folder / "insentif 2019.csv"
    kepala = "No;RT;Nama Ketua RT;Bulan;Tahun;Jumlah Diterima;Tanggal Terima;Sumber"
    rows = [kepala]
    for ke, nama in enumerate((*NAMA, "Orang Lain"), 1):
        rt = ke if ke <= len(NAMA) else 99
        ekor = f"2019;350.000;31/3/2019;{KECAMATAN}"
        rows += [f"{ke};{rt:02d};{nama};{bulan};{ekor}" for bulan in ("Januari", "Februari")]
    berkas.write_text("\n".join(rows), encoding="utf-8")
    return berkas
