"""72 offices that end their day in the same second, 60 changed rows each, against one server process and PostgreSQL.

Beside it the floor: the same rows as one gzip'd post each into the same kind of database, from the same processes.
Run: python -m tests.bench.bench_kantor
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from .kantor_klien import UBAH
from .sinkron_panggung import AKAR, SEMUA, Panggung, cocok, isi, panggung, semua
from .ukur import Hasil, banding, bergantian, cetak

PROSES, PUTARAN = 4, 5
KANTOR = len(SEMUA)


@dataclass(frozen=True, slots=True)
class Ramai:
    """One rush: seconds until 95 of 100 offices are done and until the last is, and CPU seconds of the server."""

    p95: float
    semua: float
    cpu: float


@contextmanager
def klien(p: Panggung, folders: list[Path]) -> Iterator[list[subprocess.Popen[str]]]:
    """The client processes, each with its share of the offices."""
    proses = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.kantor_klien", p.dasar, *map(str, folders[ke::PROSES])],
            cwd=AKAR, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for ke in range(PROSES)
    ]  # fmt: skip
    try:
        yield proses
    finally:
        for satu in proses:
            satu.communicate()


def suruh(proses: list[subprocess.Popen[str]], perintah: str) -> list[float]:
    """Give all a command and return what all answered."""
    for satu in proses:
        assert satu.stdin
        satu.stdin.write(f"{perintah}\n")
        satu.stdin.flush()
    jawab: list[float] = []
    for satu in proses:
        assert satu.stdout
        jawab += json.loads(satu.stdout.readline()) or []
    return jawab


def siapkan(p: Panggung) -> list[Path]:
    """72 offices of 72 kelurahan, each with its people, all in step with the city."""
    folders = []
    for kode in SEMUA:
        with closing(p.kantor(f"kantor {kode}", kode)) as pc:
            pc.store.write("bench.isi", lambda tx, kode=kode: isi(tx, UBAH * 3, kode))  # type: ignore[misc]
            cocok(pc)
            folders.append(pc.store.folder)
    return folders


def _ramai(p: Panggung, proses: list[subprocess.Popen[str]], sisi: str, nomor: int) -> Ramai:
    if sisi == "kota":
        suruh(proses, f"ubah {nomor}")
    detik: list[float] = []
    biaya = p.ukur(lambda: detik.extend(suruh(proses, "kita" if sisi == "kota" else "dasar")), sisi)
    assert len(detik) == KANTOR
    return Ramai(statistics.quantiles(detik, n=20)[-1], max(detik), biaya.cpu)


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-", ignore_cleanup_errors=True) as nama:
        folder, nomor = Path(nama), count(1)
        with semua(folder) as jenis, panggung(*jenis[0], folder) as p:
            folders = siapkan(p)
            with klien(p, folders) as proses:
                _ramai(p, proses, "kota", next(nomor))
                for satu in folders:
                    kode = satu.name.removeprefix("kantor ")
                    (satu / "baris.json").write_text(json.dumps(p.baris(kode)[-UBAH:], ensure_ascii=False))
                _ramai(p, proses, "dasar", 0)
                kita, dasar = bergantian(
                    lambda: _ramai(p, proses, "kota", next(nomor)), lambda: _ramai(p, proses, "dasar", 0), PUTARAN
                )
    return _baris(kita, dasar)


def _baris(kita: list[Ramai], dasar: list[Ramai]) -> list[Hasil]:
    apa, tulis = f"{KANTOR} kantor sekaligus, {UBAH} perubahan masing-masing", _detik
    satu_server = "satu proses server dan PostgreSQL; dasar satu POST tiap kantor"
    return [
        banding(f"{apa}, CPU server", [r.cpu for r in kita], [r.cpu for r in dasar], tujuan=3.0, catatan=satu_server,
                tulis=tulis),
        banding(f"{apa}, p95 tiap kantor", [r.p95 for r in kita], [r.p95 for r in dasar], tujuan=None,
                catatan="dari bunyi peluit sampai bukti tersimpan; klien di komputer yang sama", tulis=tulis),
        banding(f"{apa}, sampai yang terakhir", [r.semua for r in kita], [r.semua for r in dasar], tujuan=None,
                catatan="semua selesai dan cocok", tulis=tulis),
    ]  # fmt: skip


def _detik(detik: float) -> str:
    return f"{detik:.2f} s".replace(".", ",")


if __name__ == "__main__":
    cetak(ukur())
