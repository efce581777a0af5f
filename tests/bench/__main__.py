"""Runs every bench, prints the table and writes it to HASIL.md: ``python -m tests.bench`` (``make bench``); with words,
only those whose names begin so, whose lines replace the former ones."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests import postgres

from . import (
    bench_bimtek,
    bench_buka,
    bench_cetak,
    bench_impor,
    bench_kantor,
    bench_laporan,
    bench_mengundang,
    bench_pintu,
    bench_pusat,
    bench_rekap,
    bench_simpan,
    bench_sinkron,
    bench_tabel,
    bench_undangan,
)
from .ukur import KEPALA_TABEL, Hasil, baris, cetak, diganti

BERKAS = Path(__file__).with_name("HASIL.md")
BENCH: tuple[tuple[str, Callable[[], list[Hasil]]], ...] = (
    ("Membuka jendela", bench_buka.ukur),
    ("Menyimpan", bench_simpan.ukur),
    ("Mencetak", bench_cetak.ukur),
    ("Mencetak undangan", bench_undangan.ukur),
    ("Tabel", bench_tabel.ukur),
    ("Impor", bench_impor.ukur),
    ("Rekap", bench_rekap.ukur),
    ("Laporan", bench_laporan.ukur),
    ("Mengundang", bench_mengundang.ukur),
    ("Bimtek", bench_bimtek.ukur),
    ("Pintu", bench_pintu.ukur),
    ("Sinkron", bench_sinkron.ukur),
    ("Kantor", bench_kantor.ukur),
)
KEPALA = """# Hasil bench

Ditulis oleh `make bench`, bukan diketik. Tiap baris adalah rasio terhadap dasar yang diukur dalam jalan yang sama,
bergantian, median; angka mutlak milik komputer yang menjalankannya.

{tanggal} · Python {python} · PySide6 {pyside} · PostgreSQL {pg} · {mesin}

"""


def kepala() -> str:
    """Return the head: the day and the versions, nothing about whose machine it was."""
    return KEPALA.format(
        tanggal=date.today().isoformat(), python=platform.python_version(), pyside=version("PySide6_Essentials"),
        pg=postgres.programs().parts[-2], mesin=f"{platform.system()} {platform.machine()}",
    )  # fmt: skip


def main(pilihan: Sequence[str]) -> int:
    """Run all benches, or those whose name begins with a given word, and write what they measured."""
    hasil: list[Hasil] = []
    for nama, ukur in BENCH:
        if not pilihan or any(nama.lower().startswith(kata.lower()) for kata in pilihan):
            print(nama, flush=True)
            hasil += (bagian := ukur())
            cetak(bagian)
    if not pilihan or any("pusat".startswith(kata.lower()) for kata in pilihan):
        print("Pusat", flush=True)
        bench_pusat.main()
    if hasil:
        lama, bab, lain = BERKAS.read_text(encoding="utf-8").partition("\n## ")  # other campaigns' chapters stay
        isi = diganti(lama, hasil) if pilihan else "".join(map(baris, hasil))
        BERKAS.write_text(kepala() + KEPALA_TABEL + isi + bab + lain, encoding="utf-8")
        print(f"Ditulis: tests/bench/{BERKAS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
