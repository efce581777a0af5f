"""The receipt list in all its forms against golden pictures and golden words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from sipokat_desktop.printing import columns
from sipokat_desktop.printing.receipt import DaftarTerima, Kertas, Kop, Penanda, gambar
from tests.print import emas
from tests.print.contoh_daftar import JUDUL, baris, daftar, halaman_teks, transport

PEMISAH = "\n\f\n"

KOP = Kop(
    ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH"),
    "Jalan Contoh",
)
SULIT = (
    replace(baris(0), nama="Drs. H. Raden Mas Kusumadiningrat Prawirasentana Djojohadikusumo, S.H., M.Si., Ph.D."),
    replace(baris(1), keterangan="kuasa: Siti Aminah (istri), surat kuasa No. 12"),
    replace(baris(2), keterangan="Januari s.d. Februari"),
    replace(baris(3), jabatan="Ketua RT 03", keterangan="Maret", lanjutan=True),
    replace(baris(4), nama="H. Muhammad Yusuf Rahmansyah Al-Fathoni, S.Pd., M.M."),
)
NAMA_60 = (
    "Hj. Siti Rahmawati Kusumaningtyas Prawiradireja, S.Pd., M.Pd.",
    "H. Muhammad Abdurrahman Wahid Al-Fathoni bin Hasanuddin, S.E.",
    "WAHYU WIJAYAKUSUMA WIRAWAN WARDHANA WICAKSONO WIDJOJONEGORO W",
)
RAPEL = (JUDUL[0], JUDUL[1], "RAPEL BULAN NOVEMBER 2025 s.d. MARET 2026 TAHUN ANGGARAN 2026")
SEMUA_BULAN = "November 2025 s.d. Januari 2026 @ 500.000; Februari dan Maret 2026 @ 750.000"
REVISI = (*JUDUL[:2], f"{JUDUL[2]} \u00b7 REVISI 2")
DIKOREKSI = (
    replace(baris(0), diterima=1_045_000, bruto=1_100_000, pph=55_000, bulan=2,
            keterangan="Juli dan Agustus \u00b7 dikoreksi dari Rp1.567.500: Wafat 1 September"),
    replace(baris(1), keterangan="ditunda: SK pengangkatan belum diserahkan"),
    replace(baris(2), diterima=0, bruto=0, pph=0, bulan=0, besaran=0,
            keterangan="dikoreksi dari Rp1.567.500: Bukan ketua"),
    replace(baris(3), keterangan="diterima kuasa, surat kuasa No. 12/2026"),
    replace(baris(4), besaran=0, bruto=850_000, pph=42_500, diterima=807_500,
            keterangan="ditetapkan Lurah: Cuti sesuai surat \u00b7 Juli: 1 laporan \u2192 50 % × 550.000 = 275.000 "
            "(aturan kinerja versi 1); September: 14 dari 30 hari (tanggal 1\u201314) × 550.000 = 256.666"),
)  # fmt: skip
MILIAR = tuple(
    replace(baris(n), diterima=999_000_000_000 - n, bruto=1_048_950_000_000 - n, pph=49_950_000_000, besaran=0)
    for n in range(4)
)
NOMOR = "INS-2026TW3-A3K-01"
LEMBAR: dict[str, tuple[DaftarTerima, Kertas]] = {
    **{f"pendek_f4_{n}": (daftar(n, nomor=NOMOR), Kertas.F4) for n in (1, 7, 14, 15, 16, 18, 19, 528)},
    "pendek_f4_40_draf": (daftar(40, draf=True, nomor=""), Kertas.F4),
    "pendek_a4_15": (daftar(15), Kertas.A4),
    "pendek_a4_40": (daftar(40), Kertas.A4),
    "pendek_f4_kop_sulit": (
        daftar(5, baris=SULIT, kop=KOP, penanda=(Penanda(("Lurah Taba Jemekeh",)),)),
        Kertas.F4,
    ),
    "pendek_a4_nama": (
        daftar(18, baris=tuple(replace(baris(n), nama=NAMA_60[n % 3]) for n in range(14))), Kertas.A4
    ),
    "pendek_f4_rapel": (
        daftar(6, judul=RAPEL, baris=tuple(replace(baris(n), keterangan=SEMUA_BULAN) for n in range(6))), Kertas.F4
    ),
    "pendek_f4_revisi": (daftar(5, judul=REVISI, revisi=2, baris=DIKOREKSI, nomor=NOMOR), Kertas.F4),
    "pendek_a4_miliar": (daftar(4, baris=MILIAR), Kertas.A4),
    "pendek_f4_batal": (daftar(3, batal=True), Kertas.F4),
    "lengkap_f4_7": (daftar(7, bentuk="lengkap"), Kertas.F4),
    "lengkap_a4_12": (daftar(12, bentuk="lengkap"), Kertas.A4),
    "lengkap_f4_40": (daftar(40, bentuk="lengkap"), Kertas.F4),
    "lengkap_f4_revisi": (
        daftar(5, bentuk="lengkap", judul=REVISI, revisi=2, baris=DIKOREKSI, nomor=NOMOR), Kertas.F4
    ),
    "lengkap_a4_miliar": (daftar(4, bentuk="lengkap", baris=MILIAR), Kertas.A4),
    "transport_a4": (transport(9), Kertas.A4),
    "transport_f4": (transport(23), Kertas.F4),
}  # fmt: skip


@pytest.mark.parametrize("nama", LEMBAR)
def test_page_looks_as_before(nama: str) -> None:
    emas.sama(nama, gambar(*LEMBAR[nama]))


@pytest.mark.parametrize("nama", LEMBAR)
def test_page_says_what_it_said_before(nama: str) -> None:
    kini = PEMISAH.join("\n".join(teks.splitlines()) for teks in halaman_teks(gambar(*LEMBAR[nama])))
    berkas = emas.GOLDEN / f"{nama}.txt"
    if emas.TULIS:
        berkas.write_text(kini, "utf-8", newline="\n")
    assert kini == berkas.read_text("utf-8")


@pytest.mark.parametrize("nama", LEMBAR)
def test_page_is_the_paper_to_a_hundredth_of_a_point(nama: str) -> None:
    daftar_, kertas = LEMBAR[nama]
    mm = {Kertas.F4: (215, 330), Kertas.A4: (210, 297)}[kertas]
    with pypdfium2.PdfDocument(gambar(daftar_, kertas)) as pdf:
        for halaman in pdf:
            ukuran = halaman.get_size()
            assert sorted(ukuran) == pytest.approx([n / 25.4 * 72 for n in mm], abs=0.01)
            assert (ukuran[0] > ukuran[1]) == (daftar_.bentuk == "lengkap")


def test_a_shifted_column_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: one column edge moved by 2 mm must fail the comparison."""
    lebar: dict[Any, tuple[int, ...]] = {**columns._LEBAR, ("pendek", Kertas.F4): (9, 54, 30, 32, 60)}
    monkeypatch.setattr(columns, "_LEBAR", lebar)
    assert emas.berbeda("pendek_f4_7", gambar(*LEMBAR["pendek_f4_7"]))
