"""The stage of bench_pusat: a city on PostgreSQL, its 72 offices, its server as people run it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sipokat_desktop.kernel import wilayah
from tests.kota import CityProcess

from .bench_kantor import PROSES, suruh
from .sinkron_panggung import AKAR, SEMUA, Panggung, semua

SETELAN = """kantor_web = "{folder}/kantor-web"
batas_tunggu = 120
[batas]
masuk_per_menit = 100000
daftar_per_menit = 100000
sesi_per_menit = 100000
sinkron_per_menit = 100000
"""
"""All offices of the bench ask from one address, which the usual limits forbid."""


@dataclass(frozen=True, slots=True)
class Kota:
    """The city and its offices' folders; ``klien``: the processes in which the offices work."""

    p: Panggung
    setelan: Path
    folders: list[Path]
    klien: list[subprocess.Popen[str]]

    @property
    def kantor_web(self) -> Path:
        """Where the offices of the web live."""
        return self.p.folder / "kantor-web"

    def layani(self, *pilihan: str) -> float:
        """Start the server anew with these options, on its port; return the seconds until it answers."""
        self.p.kota.stop()
        mulai = time.perf_counter()
        self.p.kota.start(options=("--konfigurasi", str(self.setelan), *pilihan))
        self.p.proses["kota"] = self.p.kota.pid
        return time.perf_counter() - mulai


@contextmanager
def kota(kode: tuple[str, ...] = SEMUA, *, camat: bool = True) -> Iterator[Kota]:
    """A city whose kelurahan have each a PC with a year of reports, all in step, and whose
    camat have judged them (``camat``); its server answers offices alone."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-", ignore_cleanup_errors=True) as nama:
        folder = Path(nama)
        setelan = folder / "pusat.toml"
        setelan.write_text(SETELAN.format(folder=folder.as_posix()))
        with semua(folder) as jenis:
            server = CityProcess(jenis[0][1], folder, options=("--tanpa-web", "--konfigurasi", str(setelan)))
            with closing(server):
                p = Panggung("PostgreSQL", server, "", {"kota": server.pid}, folder)
                atas = {wilayah.kecamatan_dari(satu) for satu in kode} if camat else ()
                folders = [_kantor(p, satu) for satu in kode]
                with _klien(folders) as klien:
                    suruh(klien, "isi")
                    with _klien([_kantor(p, satu) for satu in sorted(atas)]) as kecamatan:
                        suruh(kecamatan, "putus")
                    yield Kota(p, setelan, folders, klien)


def _kantor(p: Panggung, kode: str) -> Path:
    with closing(p.kantor(kode, kode)) as pc:
        return pc.store.folder


@contextmanager
def _klien(folders: list[Path]) -> Iterator[list[subprocess.Popen[str]]]:
    """The client processes, each with its share of the offices."""
    bagian = [bagi for ke in range(PROSES) if (bagi := folders[ke::PROSES])]
    proses = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.pusat_klien", *map(str, bagi)], cwd=AKAR, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for bagi in bagian
    ]  # fmt: skip
    try:
        yield proses
    finally:
        for satu in proses:
            satu.communicate()


def status(pid: int, kata: str = "VmRSS") -> int:
    """Return a line of ``/proc/PID/status`` in bytes."""
    baris = next(b for b in Path(f"/proc/{pid}/status").read_text().splitlines() if b.startswith(kata))
    return int(baris.split()[1]) * 1024
