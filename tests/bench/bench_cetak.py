"""How fast the receipt list is drawn: our engine against a hand-written canvas of the same picture.

Run: python -m tests.bench.bench_cetak
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable

from PIL import ImageChops
from pypdfium2 import PdfDocument

from resources import path
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.printing.receipt import BarisTerima, DaftarTerima, Kertas, Penanda, gambar

from . import kanvas_tangan

NAMA = [
    "Ahmad Fauzi",
    "Siti Aminah",
    "H. Muhammad Yusuf, S.Pd.",
    "Yulia Ningsih",
    "M. Rozali",
    "Rina Marlina",
]
JUDUL = [
    "DAFTAR TANDA TERIMA INSENTIF KETUA RT",
    "KELURAHAN TABA JEMEKEH KECAMATAN LUBUK LINGGAU TIMUR I",
    "TRIWULAN III (JULI s.d. SEPTEMBER) TAHUN ANGGARAN 2026",
]
KEPALA = [
    ("Program", "Penyelenggaraan Pemerintahan dan Pelayanan Publik"),
    ("Kegiatan / Sub Kegiatan", "Pemberdayaan Masyarakat Kelurahan"),
    ("Kode Rekening", "5.1.02.02.01.0029"),
    ("Dasar Pembayaran", "SK Lurah Nomor 141/12/KPTS/TJ/2026"),
]
PENANDA = (
    Penanda(("Mengetahui,", "Lurah Taba Jemekeh"), "SYAMSUL BAHRI, M.Si.", "Pembina", "19700101 199503 1 001"),
    Penanda(("Menyetujui,", "PPTK"), "RINA MARLINA, S.E.", "Penata", "19800202 200501 2 002"),
    Penanda(("Bendahara Pengeluaran Pembantu",), "M. ROZALI", "Pengatur", "19900303 201501 1 003"),
)
TEMPAT = "Lubuk Linggau, 20 November 2026"
CETAK = "20 November 2026 15.58 WIB"


def daftar(banyak: int) -> DaftarTerima:
    """A list of ``banyak`` people whose names all differ."""
    baris = [BarisTerima(f"{NAMA[n % len(NAMA)]} {n}", f"Ketua RT {n % 30 + 1:02}", 1_650_000) for n in range(banyak)]
    return DaftarTerima(
        judul=tuple(JUDUL), kepala=tuple(KEPALA), baris=baris, penanda=PENANDA, tempat_tanggal=TEMPAT,
        nomor="045/INS/TJ/2026", revisi=0, dicetak=CETAK, checksum="a1b2-c3d4", draf=False, bentuk="pendek",
    )  # fmt: skip


def mesin(banyak: int) -> bytes:
    """Draw with the engine."""
    return gambar(daftar(banyak), Kertas.F4)


def tangan(banyak: int) -> bytes:
    """Draw by hand."""
    orang = [(b.nama, b.jabatan, b.diterima) for b in daftar(banyak).baris]
    kiri, tengah, kanan = ([*p.sebutan, p.nama, p.pangkat, f"NIP. {p.nip}"] for p in PENANDA)
    teks = {
        "judul": JUDUL,
        "label": [k for k, _ in KEPALA],
        "isi": [v for _, v in KEPALA],
        "lanjutan": [
            f"{JUDUL[0]} {JUDUL[1]} TRIWULAN III (JULI",
            "s.d. SEPTEMBER) TAHUN ANGGARAN 2026 (lanjutan)",
        ],
        "kiri": kiri,
        "tengah": tengah,
        "kanan": [TEMPAT, *kanan],
        "kaki": ["Daftar No. 045/INS/TJ/2026 \u00b7 Revisi 0", f"Dicetak {CETAK} \u00b7 a1b2-c3d4"],
    }
    return kanvas_tangan.gambar(orang, teks, terbilang(sum(jumlah for _, _, jumlah in orang)))


def waktu(fungsi: Callable[[int], bytes], banyak: int) -> float:
    """CPU seconds of one run, garbage collected before."""
    gc.collect()
    mulai = time.process_time()
    fungsi(banyak)
    return time.process_time() - mulai


def bandingkan(banyak: int, putaran: int) -> tuple[float, float]:
    """Median seconds (engine, by hand) of runs that take turns."""
    catatan: dict[bool, list[float]] = {True: [], False: []}
    for ke in range(putaran * 2):
        depan = ke % 2 == 0
        catatan[depan].append(waktu(mesin if depan else tangan, banyak))
    return statistics.median(catatan[True]), statistics.median(catatan[False])


def puncak(fungsi: Callable[[int], bytes], banyak: int) -> float:
    """Peak memory in MB that Python allocated beyond what was there before."""
    gc.collect()
    tracemalloc.start()
    fungsi(banyak)
    _, tertinggi = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return tertinggi / 2**20


def sama(banyak: int) -> bool:
    """Tell whether both draw the same picture; crossings of rules may differ by a shade."""
    kita, mereka = PdfDocument(mesin(banyak)), PdfDocument(tangan(banyak))
    for satu, dua in zip(kita, mereka, strict=True):
        beda = ImageChops.difference(*(hal.render(scale=2).to_pil().convert("L") for hal in (satu, dua)))
        if max(i for i, n in enumerate(beda.histogram()) if n) > 80:
            return False
    return True


def main() -> None:
    """Print the table."""
    kanvas_tangan.daftarkan(str(path("fonts")))
    print(f"gambar sama: {'ya' if sama(40) else 'TIDAK'}")
    hasil = {n: bandingkan(n, putaran) for n, putaran in ((18, 41), (528, 21), (10_000, 5))}
    print("baris     mesin ms  tangan ms  rasio")
    for banyak, (kita, mereka) in hasil.items():
        print(f"{banyak:>6}  {kita * 1000:>10.1f} {mereka * 1000:>10.1f}  {kita / mereka:>5.2f}")
    print(f"10.000 baris = {hasil[10_000][0] / hasil[528][0]:.1f} x 528 baris")
    kita, mereka = puncak(mesin, 10_000), puncak(tangan, 10_000)
    print(f"memori puncak 10.000 baris: mesin {kita:.1f} MB, tangan {mereka:.1f} MB")
    print(f"besar berkas 10.000 baris: {len(mesin(10_000)) / 2**20:.2f} MB; Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
