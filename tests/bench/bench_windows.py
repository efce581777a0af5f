"""The program on Windows as its users get it, under Wine: how large the set-up file is, how long setting up takes, how
soon the window is there. The floors: the same files as a zip, the wheels untrimmed, a plain copy of the files, and a
bare PySide6 window of the same CPython in the same Windows. Writes its chapter of HASIL.md.

Run: make windows && python -m tests.bench.bench_windows
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from resources.packaging.windows import susun
from resources.packaging.windows.alat import ROOT, Wine
from tests.ha.hasil import tulis_bab
from tests.kota import CityThread
from tests.windows.panggung import begin, fresh, program, shown, x_server

from .ukur import KEPALA_TABEL, Hasil, banding, baris, bergantian, cetak, sekon

KELURAHAN = "16.73.01.1003"
HASIL = ROOT / "dist" / "windows"
PUTARAN = 5
JUDUL = "Windows"
KEPALA = """Ditulis oleh `make windows` lalu `python -m tests.bench.bench_windows`, bukan diketik; kolomnya seperti
tabel pertama. Di bawah Wine, jadi hanya rasionya yang berarti.

{tanggal}

"""
DASAR = """import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow(windowTitle="Jendela dasar")
window.setCentralWidget(QLabel("Jendela dasar"))
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
"""


def ukur() -> list[Hasil]:
    """Return the lines of the table; ends with a sentence where the set-up file is not built."""
    berkas = next(HASIL.glob("Sipokat-*-pasang.exe"), None)
    if berkas is None:
        sys.exit("Berkas pemasangan belum dibangun. Jalankan dulu: make windows")
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-", ignore_cleanup_errors=True) as nama, x_server() as layar:
        folder = Path(nama)
        wine = fresh(folder / "windows", layar)
        try:
            memasang = _waktu(lambda: wine.run([berkas, "/S"]))
            terpasang = program(wine)
            menyalin = _waktu(lambda: shutil.copytree(terpasang, folder / "salinan"))
            besar = _besar(berkas, folder / "salinan", folder)
            _daftarkan(wine, folder)
            pertama, lagi = _jendela(wine, folder)
        finally:
            wine.stop()
    pasang = banding(
        "Memasang diam-diam, waktu",
        [memasang],
        [menyalin],
        tujuan=None,
        tulis=sekon,
        catatan="dasar: berkasnya disalin",
    )
    return [*besar, pasang, *_tampak(pertama, lagi)]


def _besar(berkas: Path, terpasang: Path, folder: Path) -> list[Hasil]:
    """Compare the sizes, in bytes on the wire and on the disk."""
    zip_ = Path(shutil.make_archive(str(folder / "isi"), "zip", terpasang)).stat().st_size
    with ZipFile(susun.embedded_python()) as cpython:
        utuh = _isi(susun.wheels()) + sum(satu.file_size for satu in cpython.infolist())
    unduh, pakai = berkas.stat().st_size, _isi(terpasang)
    return [
        Hasil("Berkas pemasangan", _mb(unduh), _mb(zip_), unduh / zip_, 1.0, "dasar: isi yang sama sebagai .zip"),
        Hasil("Terpasang", _mb(pakai), _mb(utuh), pakai / utuh, None, "dasar: roda Windows dan CPython seutuhnya"),
    ]


def _daftarkan(wine: Wine, folder: Path) -> None:
    """Enrol this office, so that its window opens as on any morning: asking who works."""
    with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as kota:
        kota.set_tarif()
        kode = kota.invite(KELURAHAN)
        kata = ["daftar", "--server", kota.url, "--kode", kode, "--nama", "Siti", "--pin", "2468"]
        wine.run([program(wine) / "sipokat.com", *kata])
        wine.run([program(wine) / "sipokat.com", "sinkron"])


def _jendela(wine: Wine, folder: Path) -> tuple[tuple[float, float], tuple[list[float], list[float]]]:
    """Return the seconds until the windows are shown: of each side the first time, then again and again in turns."""
    skrip = folder / "dasar.py"
    skrip.write_text(DASAR)
    python = next(program(wine).glob("versi/*/python/python.exe"))

    def kita() -> float:
        return _sampai(wine, [program(wine) / "Sipokat.exe"], "Sipokat")

    def dasar() -> float:
        return _sampai(wine, [python, f"Z:{skrip}"], "Jendela dasar")

    dingin = kita(), dasar()
    return dingin, bergantian(kita, dasar, PUTARAN)


def _sampai(wine: Wine, perintah: Sequence[str | Path], judul: str) -> float:
    """Return the seconds from the start of a program until its window is on the screen; Windows is awake before."""
    wine.run(["cmd", "/c", "ver"])
    mulai = time.perf_counter()
    proses = begin(wine, perintah)
    shown(wine, judul)
    lama = time.perf_counter() - mulai
    wine.stop()
    proses.wait(timeout=60)
    return lama


def _tampak(pertama: tuple[float, float], lagi: tuple[list[float], list[float]]) -> list[Hasil]:
    catatan = "sampai jendela ada di layar; dasar: jendela PySide6 kosong, CPython yang sama"
    return [
        banding("Jendela pertama kali", [pertama[0]], [pertama[1]], tujuan=None, tulis=sekon, catatan=catatan),
        banding("Jendela, berikutnya", *lagi, tujuan=None, tulis=sekon, catatan=f"median {PUTARAN} kali; {catatan}"),
    ]


def _waktu(kerja: Callable[[], object]) -> float:
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def _isi(folder: Path) -> int:
    return sum(berkas.stat().st_size for berkas in folder.rglob("*") if berkas.is_file())


def _mb(byte: float) -> str:
    return f"{byte / 1e6:.1f} MB".replace(".", ",")


def main() -> None:
    """Measure, print, and put the chapter into HASIL.md."""
    hasil = ukur()
    cetak(hasil)
    tulis_bab(JUDUL, KEPALA.format(tanggal=date.today()) + KEPALA_TABEL + "".join(map(baris, hasil)))


if __name__ == "__main__":
    main()
