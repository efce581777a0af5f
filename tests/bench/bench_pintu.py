"""How long the door takes from the last key of a scan to the painted answer, with 528 and 100,000 invited.

The floor is a bare field and a label in a window of the same size. Run: python -m tests.bench.bench_pintu
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from . import bimtek_isi
from .ukur import Hasil, cetak, ms

TUJUAN = 0.050
"""Seconds: the aim of any answer, at the 95th percentile."""
BANYAK = (528, 100_000)
Waktu = tuple[float, float]
"""Seconds on the wall, and of CPU."""
APA = {"kode": "kode dipindai", "rt": "nomor RT diketik", "nama": "nama diketik"}


def ukur() -> list[Hasil]:
    """Measure both sizes, each in a process of its own."""
    hasil: list[Hasil] = []
    for banyak in BANYAK:
        with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as folder:
            acara = bimtek_isi.siapkan(Path(folder), banyak)
            catatan = _jalan(folder, *acara)
            polos = statistics.median(dinding for dinding, _ in catatan["dasar"])
            hasil += [_satu(catatan[apa], polos, f"{kata}, {banyak:,}".replace(",", ".")) for apa, kata in APA.items()]
    return hasil


def _jalan(*args: str) -> dict[str, list[Waktu]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.pintu_kita", *args], capture_output=True, text=True, timeout=900, check=True
    )
    catatan: dict[str, list[Waktu]] = json.loads(done.stdout.splitlines()[-1])
    return catatan


def _satu(kita: list[Waktu], polos: float, apa: str) -> Hasil:
    dinding, cpu = ([satu[ke] for satu in kita] for ke in (0, 1))
    akhir, kerja = (statistics.quantiles(satu, n=20)[-1] for satu in (dinding, cpu))
    kata = f"sampai terlukis, p95 {ms(akhir)}, CPU p95 {ms(kerja)}; tujuan p95 ≤ 50 ms; dasar kotak isian dan label"
    tengah = statistics.median(dinding)
    return Hasil(f"Jendela pintu, {apa} diundang", ms(tengah), ms(polos), akhir / polos, TUJUAN / polos, kata)


if __name__ == "__main__":
    cetak(ukur())
