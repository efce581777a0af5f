"""How fast the receipt list is drawn: our engine against a hand-written canvas of the same picture.

Run: python -m tests.bench.bench_cetak
"""

from __future__ import annotations

import gc
import sqlite3
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PIL import ImageChops
from pypdfium2 import PdfDocument

from resources import path
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.printing.receipt import BarisTerima, DaftarTerima, Kertas, Penanda, gambar

from . import kanvas_tangan, susun_isi
from .ukur import Hasil, banding, bergantian, cetak, ms

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
        "nomor": ["045/INS/TJ/2026"],
        "kaki": ["Daftar No. 045/INS/TJ/2026 \u00b7 Revisi 0", f"Dicetak {CETAK} \u00b7 a1b2-c3d4"],
    }
    return kanvas_tangan.gambar(orang, teks, terbilang(sum(jumlah for _, _, jumlah in orang)))


def waktu(fungsi: Callable[[int], bytes], banyak: int) -> float:
    """CPU seconds of one run, garbage collected before."""
    gc.collect()
    mulai = time.process_time()
    fungsi(banyak)
    return time.process_time() - mulai


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


def susun_dan_pdf() -> Hasil:
    """Draw up, lock and print a list of 528 RT from the roster, four quarters after one another; the floor is the same
    picture by hand and as many rows written bare."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(susun_isi.buat(Path(nama))) as store:
        waktu_kita = [susun_isi.kita(store, f"{tahun}-TW{tw}") for tahun in (2026, 2027) for tw in (1, 2, 3, 4)][1:]
        dasar: list[float] = []
        with closing(sqlite3.connect(Path(nama) / "dasar.db")) as con:
            con.execute("CREATE TABLE baris (no INTEGER, nama TEXT, rincian TEXT, bruto INTEGER)")
            for _ in waktu_kita:
                mulai = time.perf_counter()
                con.executemany(
                    "INSERT INTO baris VALUES (?, ?, '2026-01', 1650000)", [(n, NAMA[0]) for n in range(528)]
                )
                con.commit()
                tangan(528)
                dasar.append(time.perf_counter() - mulai)
    catatan = "tujuan < 1 s; dari Data RT sampai PDF, dikunci; dasar: gambar yang sama dengan tangan dan 528 INSERT"
    batas = 1 / statistics.median(dasar)
    return banding("Susun, kunci, dan PDF daftar 528 RT", waktu_kita, dasar, tujuan=batas, catatan=catatan)


def ukur() -> list[Hasil]:
    """Return the lines of the table; both sides must draw the same picture."""
    kanvas_tangan.daftarkan(str(path("fonts")))
    assert sama(40), "kanvas tangan menggambar hal lain"
    hasil: list[Hasil] = []
    waktu_kita: dict[int, float] = {}
    for banyak, putaran in ((18, 41), (528, 21), (10_000, 5)):
        a, b = bergantian(partial(waktu, mesin, banyak), partial(waktu, tangan, banyak), putaran)
        waktu_kita[banyak] = statistics.median(a)
        apa = f"Daftar tanda terima {banyak:,} baris, CPU".replace(",", ".", 1 if banyak > 999 else 0)
        hasil.append(banding(apa, a, b, tujuan=1.2, catatan="dasar: gambar yang sama ditulis tangan di kanvas"))
    besar, kecil = waktu_kita[10_000], waktu_kita[528]
    hasil.append(
        Hasil("10.000 baris terhadap 528 baris", ms(besar), ms(kecil), besar / kecil, 20.0, "tumbuh sebanding")
    )
    hasil.append(susun_dan_pdf())
    memori = puncak(mesin, 10_000)
    hasil.append(
        Hasil("10.000 baris, memori puncak", f"{memori:.0f} MB", "45 MB", memori / 45, 1.0, "di atas yang sudah ada")
    )
    return hasil


if __name__ == "__main__":
    cetak(ukur())
