"""How fast the window opens: Beranda painted, against a bare PySide6 window of the same size.

Two more lines tell what the first paint leaves for the moment after it (the table of tasks), and how much of the
difference is the way in which the program loads PySide6: there the bare window loads it so too.

Run: python -m tests.bench.bench_buka
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sipokat_desktop import unlock
from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import users
from tests.unit import kantor

from .ukur import Hasil, banding, bergantian, cetak

AKAR = Path(__file__).resolve().parents[2]
PUTARAN = 15
RT = 12


@dataclass(frozen=True, slots=True)
class Pembukaan:
    """What one start cost: seconds on the wall and of CPU, peak memory in MB; and what was to be seen."""

    dinding: float
    cpu: float
    memori: float
    ukuran: str
    kata: tuple[str, ...]


def siapkan(folder: Path) -> None:
    """An office with 12 RT and the list of this quarter; its user has no PIN, so the window opens on Beranda."""
    with closing(unlock.store(folder)) as store:
        store.set_setting("lingkup", kantor.KELURAHAN)
        kantor.tarif(store)
        kantor.isi_rt(store, RT)
        users.add(store, name="Siti Aminah")
        insentif.susun(store, kantor.KELURAHAN, periode.triwulan(tanggal.wib(store.clock()).date()))


def buka(modul: str, *isian: str, platform: str, lingkungan: dict[str, str] | None = None) -> Pembukaan:
    """Start ``modul`` as a fresh process and return what it reported after its first paint."""
    luar = {**os.environ, "QT_QPA_PLATFORM": platform, **(lingkungan or {})}
    luar.pop("PYTHONDONTWRITEBYTECODE", None)  # the program is shipped with its .pyc files: the first run writes them
    mulai = time.monotonic()
    jalan = subprocess.run(
        [sys.executable, "-m", modul, *isian], cwd=AKAR, env=luar, capture_output=True, text=True, check=False
    )
    if jalan.returncode:
        raise RuntimeError(jalan.stderr)
    kini, cpu, puncak, ukuran, kata = jalan.stdout.rstrip("\n").split("\t")
    return Pembukaan(float(kini) - mulai, float(cpu), int(puncak) / 1024, ukuran, tuple(kata.split("|")))


def ukur_pada(platform: str, folder: Path, putaran: int) -> list[Hasil]:
    """Measure on one Qt platform; both windows must have the same size and show what they should."""

    def kita() -> Pembukaan:
        return buka("tests.bench.buka_kita", str(folder), platform=platform)

    def dasar() -> Pembukaan:
        return buka("tests.bench.buka_dasar", platform=platform)

    def lengkap() -> Pembukaan:
        return buka("tests.bench.buka_kita", str(folder), "lengkap", platform=platform)

    def dasar_muat() -> Pembukaan:
        return buka("tests.bench.buka_dasar_muat", platform=platform)

    satu, dua = kita(), dasar()
    assert satu.ukuran == dua.ukuran == lengkap().ukuran == dasar_muat().ukuran == "1366x768", (satu, dua)
    assert dua.kata == ("Sipokat",)
    assert {"Siti Aminah", str(RT), "Rp19.800.000"} <= {k.rpartition(", ")[2] for k in satu.kata}, satu.kata
    a, b = bergantian(kita, dasar, putaran)
    c, d = bergantian(lengkap, dasar, putaran)
    e, f = bergantian(kita, dasar_muat, putaran)
    catatan, di = f"Beranda dengan {RT} RT dan satu daftar", f"({platform})"
    return [
        banding(
            f"Buka jendela {di}, waktu", [x.dinding for x in a], [x.dinding for x in b], tujuan=1.2, catatan=catatan
        ),
        banding(f"Buka jendela {di}, CPU", [x.cpu for x in a], [x.cpu for x in b], tujuan=1.2, catatan=catatan),
        banding(
            f"Buka jendela {di}, memori puncak", [x.memori for x in a], [x.memori for x in b], tujuan=1.15,
            catatan=catatan, tulis=lambda mb: f"{mb:.0f} MB",
        ),
        banding(
            f"Beranda dengan tabel tugasnya {di}, waktu", [x.dinding for x in c], [x.dinding for x in d], tujuan=None,
            catatan="tabel dibuat sesudah lukisan pertama",
        ),
        banding(
            f"Buka jendela {di}, CPU, dasar memuat PySide6 serupa", [x.cpu for x in e], [x.cpu for x in f], tujuan=None,
            catatan="ui.kit.pyside pada kedua sisi",
        ),
    ]  # fmt: skip


@contextmanager
def layar() -> Iterator[None]:
    """A real X server without a monitor, if this machine has one to offer."""
    baca, tulis = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tulis), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[tulis], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tulis)
    with os.fdopen(baca) as kabar:
        os.environ["DISPLAY"] = f":{kabar.readline().strip()}"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def ukur(putaran: int = PUTARAN) -> list[Hasil]:
    """Return the lines of the table: offscreen, and on a real X server where Xvfb is installed."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama:
        folder = Path(nama)
        siapkan(folder)
        hasil = ukur_pada("offscreen", folder, putaran)
        if shutil.which("Xvfb"):
            with layar():
                hasil += ukur_pada("xcb", folder, putaran)
    return hasil


if __name__ == "__main__":
    cetak(ukur())
