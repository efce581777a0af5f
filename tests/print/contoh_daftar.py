"""Receipt lists for the print tests: invented people, the usual head of four pairs and three signers."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from sipokat_desktop.printing.receipt import BarisTerima, DaftarTerima, Kolom, Penanda

NAMA = ("Ahmad Fauzi", "Siti Aminah", "H. Muhammad Yusuf, S.Pd.", "Yulia Ningsih", "M. Rozali")
JUDUL = (
    "DAFTAR TANDA TERIMA INSENTIF KETUA RT",
    "KELURAHAN TABA JEMEKEH KECAMATAN LUBUK LINGGAU TIMUR I",
    "TRIWULAN III (JULI s.d. SEPTEMBER) TAHUN ANGGARAN 2026",
)
KEPALA = (
    ("Program", "Penyelenggaraan Pemerintahan dan Pelayanan Publik"),
    ("Kegiatan / Sub Kegiatan", "Pemberdayaan Masyarakat Kelurahan"),
    ("Kode Rekening", "5.1.02.02.01.0029"),
    ("Dasar Pembayaran", "SK Lurah Nomor 141/12/KPTS/TJ/2026; SK Wali Kota Nomor 45/KPTS/I/2026"),
)
PENANDA = (
    Penanda(("Mengetahui,", "Lurah Taba Jemekeh"), "SYAMSUL BAHRI", "Pembina (IV/a)", "19700101 199503 1 001"),
    Penanda(("PPTK",), "RINA MARLINA", "Penata (III/c)", "19800202 200501 2 002"),
    Penanda(("Bendahara Pengeluaran Pembantu",), "M. ROZALI", "Pengatur (II/c)", "19900303 201501 1 003"),
)

Kotak = tuple[float, float, float, float, str]
"""Left, bottom, right, top in points from the lower left corner, and the text inside."""


def baris(ke: int) -> BarisTerima:
    """Line number ``ke`` from 0."""
    return BarisTerima(
        NAMA[ke % len(NAMA)],
        f"Ketua RT {ke + 1:02}",
        1_567_500,
        identitas="1673••••••••0001",
        besaran=550_000,
        bulan=3,
        bruto=1_650_000,
        pph=82_500,
    )


def daftar(banyak: int, **ubah: object) -> DaftarTerima:
    """A short list of ``banyak`` lines; ``ubah`` replaces fields."""
    dasar = DaftarTerima(
        judul=JUDUL,
        kepala=KEPALA,
        baris=tuple(baris(n) for n in range(banyak)),
        penanda=PENANDA,
        tempat_tanggal="Lubuk Linggau, 20 November 2026",
        nomor="045/INS/TJ/2026",
        revisi=1,
        dicetak="20 November 2026 15.58 WIB",
        checksum="a1b2-c3d4",
        draf=False,
        bentuk="pendek",
    )
    return replace(dasar, **ubah)  # type: ignore[arg-type]


KOLOM_TRANSPORT = (
    Kolom("No", 8, "nomor"),
    Kolom("Nama Peserta", 0, "nama", isi=lambda b: b.nama),
    Kolom("RT / Kelurahan", 36, "teks", isi=lambda b: b.jabatan),
    Kolom("Hari", 12, "kode", isi=lambda b: str(b.bulan)),
    Kolom("Transpor (Rp)", 27, "uang", nilai=lambda b: b.diterima, dijumlah=True),
    Kolom("Tanda Tangan", 56, "tanda_tangan"),
)


def transport(banyak: int) -> DaftarTerima:
    """A list of transport money (F11): own title, columns, heads and signers on the same engine."""
    return DaftarTerima(
        judul=("DAFTAR PENERIMAAN UANG TRANSPOR PESERTA", "BIMBINGAN TEKNIS KETUA RT TAHUN 2026"),
        kepala=(("Kegiatan", "Bimbingan teknis aplikasi"), ("Hari / Tanggal", "Selasa, 24 November 2026")),
        baris=tuple(
            BarisTerima(NAMA[n % len(NAMA)], f"RT {n + 1:02} Taba Jemekeh", 150_000, bulan=1) for n in range(banyak)
        ),
        penanda=(
            Penanda(("Mengetahui,", "Camat"), "SYAMSUL BAHRI"),
            Penanda(("Panitia",), "RINA MARLINA", ber_nip=False),
        ),
        tempat_tanggal="Lubuk Linggau, 24 November 2026",
        nomor="BTK-2026-07",
        revisi=0,
        dicetak="24/11/2026 09.00",
        checksum="0000AAAA",
        draf=False,
        bentuk="pendek",
        kolom=KOLOM_TRANSPORT,
    )


def halaman_teks(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return [halaman.get_textpage().get_text_range() for halaman in dokumen]


def kotak_teks(pdf: bytes) -> list[list[Kotak]]:
    """The text runs of each page with their boxes."""
    semua: list[list[Kotak]] = []
    with pypdfium2.PdfDocument(pdf) as dokumen:
        for halaman in dokumen:
            teks = halaman.get_textpage()
            batas = [teks.get_rect(n) for n in range(teks.count_rects())]
            semua.append([(*b, teks.get_text_bounded(*b)) for b in batas])
    return semua


def huruf(pdf: bytes, halaman: int = 0) -> list[Kotak]:
    """Every visible letter of a page with its tight box."""
    with pypdfium2.PdfDocument(pdf) as dokumen:
        teks = dokumen[halaman].get_textpage()
        isi = [(*teks.get_charbox(n), teks.get_text_range(n, 1)) for n in range(teks.count_chars())]
    return [k for k in isi if k[4].strip()]
