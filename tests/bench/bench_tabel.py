"""How fluid the table of Data RT is with 100,000 and 1,000,000 rows, with Qt's own table models beside it.

The aims are milliseconds (and MB) on this kind of computer; the ratio says how many times Qt's models take.
Run: python -m tests.bench.bench_tabel
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from os import environ
from pathlib import Path
from typing import TypedDict

from .tabel_isi import siapkan
from .ukur import Hasil, cetak, ms

JUTA = 1_000_000
QT = "dasar QSqlTableModel dan QSortFilterProxyModel"


Waktu = tuple[float, float]
"""Seconds on the wall, and of CPU."""


class Catatan(TypedDict):
    """What one process measured; MB for ``memori``."""

    buka: Waktu
    memori: float
    baris: int
    ketik: list[Waktu]
    gulir: list[Waktu]
    urut: list[Waktu]


def _jalan(terkompilasi: str, modul: str, *args: str) -> Catatan:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{modul}", *args],
        env={**environ, "PYTHONPYCACHEPREFIX": terkompilasi, "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True, text=True, timeout=1800, check=True,
    )  # fmt: skip
    catatan: Catatan = json.loads(done.stdout.splitlines()[-1])
    return catatan


def _hasil(apa: str, kita: Waktu, dasar: Waktu, tujuan_ms: float, catatan: str = "") -> Hasil:
    """Return a line whose aim is in ms: told as the ratio that the aim would be to Qt's figure."""
    kata = f"tujuan ≤ {tujuan_ms:.0f} ms sampai tergambar; CPU {ms(kita[1])}{catatan}; {QT}"
    return Hasil(apa, ms(kita[0]), ms(dasar[0]), kita[0] / dasar[0], tujuan_ms / 1000 / dasar[0], kata)


def _tengah(catatan: list[Waktu]) -> Waktu:
    return statistics.median(w for w, _ in catatan), statistics.median(c for _, c in catatan)


def _p95(catatan: list[Waktu]) -> Waktu:
    dinding, cpu = (statistics.quantiles([satu[ke] for satu in catatan], n=20)[-1] for ke in (0, 1))
    return dinding, cpu


def _ukur(folder: Path, tombol: int) -> tuple[Catatan, Catatan]:
    """Return what our window and Qt's models measure, each in a process of its own, everything compiled before."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama:
        _jalan(nama, "tabel_kita", str(folder), "hangat")
        return _jalan(nama, "tabel_kita", str(folder)), _jalan(nama, "tabel_dasar", str(folder), str(tombol))


def _tabel(folder: Path, banyak: int, *, tombol: int, per_tombol: float) -> list[Hasil]:
    siapkan(folder, banyak)
    kita, dasar = _ukur(folder, tombol)
    assert kita["baris"] == banyak, kita["baris"]
    n = f"Tabel {banyak:,} baris".replace(",", ".")
    p95 = f"; p95 {ms(_p95(kita['ketik'])[0])}"
    hasil = [_hasil(f"{n}, tiap tombol saring", _tengah(kita["ketik"]), _tengah(dasar["ketik"]), per_tombol, p95)]
    if banyak == JUTA:
        return hasil
    a, b = kita["memori"], dasar["memori"]
    return [
        *hasil,
        _hasil(f"{n}, satu bingkai gulir", _tengah(kita["gulir"]), _tengah(dasar["gulir"]), 4),
        _hasil(f"{n}, satu bingkai gulir, p95", _p95(kita["gulir"]), _p95(dasar["gulir"]), 6),
        _hasil(f"{n}, buka halaman", kita["buka"], dasar["buka"], 110),
        Hasil(f"{n}, memori", f"{a:.0f} MB", f"{b:.0f} MB", a / b, 30 / b, f"tujuan ≤ 30 MB untuk halamannya; {QT}"),
        _hasil(f"{n}, urutkan", _tengah(kita["urut"]), _tengah(dasar["urut"]), 80),
    ]


def ukur(banyak: tuple[int, ...] = (100_000, JUTA)) -> list[Hasil]:
    """Return the lines of the table."""
    hasil: list[Hasil] = []
    for n in banyak:
        with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama:
            tombol, tujuan = (5, 25.0) if n == JUTA else (24, 16.0)
            hasil += _tabel(Path(nama), n, tombol=tombol, per_tombol=tujuan)
    return hasil


if __name__ == "__main__":
    cetak(ukur(tuple(map(int, sys.argv[1:])) or (100_000, JUTA)))
