"""The page *Evaluasi laporan* of the city with ten years of reports, beside the SQL that its figures need."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from os import environ
from pathlib import Path

from .ukur import Hasil, banding, ms

TUJUAN = 0.5
"""Seconds to the painted figures, at the median."""
_PUTARAN = 9


def ukur(folder: Path, tahun: int, dasar: dict[str, list[float]]) -> list[Hasil]:
    """Return the lines of the table for the reports in ``folder``; ``dasar`` are the seconds of the plain SQL of a year
    and of all years. The store is settled as the city's and closed."""
    jalan = subprocess.run(
        [sys.executable, "-m", "tests.bench.evaluasi_kita", str(folder), str(tahun), str(_PUTARAN)],
        env={**environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    kita: dict[str, list[tuple[float, float]]] = json.loads(jalan.stdout.splitlines()[-1])
    hasil = []
    for kunci, apa in (("tahun", "satu tahun"), ("semua", "sepuluh tahun")):
        awal, semua = (statistics.median(satu[ke] for satu in kita[kunci]) for ke in (0, 1))
        kata = f"tujuan ≤ {ms(TUJUAN)} sampai tergambar, kerangka sesudah {ms(awal)}; dasar angkanya langsung dari SQL"
        tujuan = TUJUAN / statistics.median(dasar[kunci])
        hasil.append(banding(f"Halaman evaluasi, {apa}", [semua], dasar[kunci], tujuan=tujuan, catatan=kata))
    return hasil
