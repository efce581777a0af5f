"""One working day with a trial city server and two office PCs; leaves PDFs and screenshots in ``demo/``."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import resources
from sipokat_desktop.kernel import rupiah

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "demo"
CATATAN = DEMO / "server-kota.log"
"""What the trial server logs: for whoever runs one, not for the story."""
KELURAHAN = "16.73.01.1003"
LANGKAH = 10
LAYAR = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}


class Cerita:
    """Says what happens, step by step, with the time it took."""

    def __init__(self) -> None:
        self._ke = 0
        self._mulai = time.monotonic()

    def langkah(self, kalimat: str) -> None:
        """Begin the next step."""
        self._ke += 1
        print(f"[{self._ke:2}/{LANGKAH}] {kalimat}", flush=True)

    def hasil(self, kalimat: str) -> None:
        """Say what came out."""
        for baris in kalimat.strip().splitlines():
            print(f"        {baris}", flush=True)

    def selesai(self) -> None:
        """Say how long it all took and where to look."""
        detik = round(time.monotonic() - self._mulai)
        print(f"\nSelesai dalam {detik} detik. Lihat PDF dan gambar layar di folder {DEMO.name}/.", flush=True)


def jalankan(modul: str, *kata: str) -> str:
    """Run a command of the program as a user would; stop the demo when it fails."""
    hasil = subprocess.run(
        [sys.executable, "-m", modul, *kata], capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8"
    )
    if hasil.returncode:
        sys.exit(f"Demo berhenti pada “{' '.join(kata[:4])}”: {hasil.stderr.strip()}")
    return hasil.stdout.strip()


def kantor(pc: str, *kata: str) -> str:
    """Run a command of the office PC whose data is in ``demo/<pc>``."""
    return jalankan("sipokat_desktop", "--data", str(DEMO / pc), *kata)


def pusat(*kata: str) -> str:
    """Run a command of the city's administration."""
    return jalankan("sync.pusat.cli", *kata)


@contextmanager
def server(alamat: str) -> Iterator[None]:
    """Run the trial server until the block ends."""
    perintah = [sys.executable, "-m", "sync.pusat.cli", "jalankan", "--alamat", alamat]
    with CATATAN.open("wb") as catatan:
        proses = subprocess.Popen(perintah, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=catatan)
        try:
            _tunggu(alamat)
            yield
        finally:
            proses.terminate()
            proses.wait(timeout=10)


def _tunggu(alamat: str) -> None:
    host, port = alamat.split(":")
    akhir = time.monotonic() + 60
    while time.monotonic() < akhir:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit(f"Demo berhenti: server kota tidak mau berjalan. Sebabnya tertulis di {CATATAN.relative_to(ROOT)}.")


def alamat_bebas() -> str:
    """Return an address on this machine that nobody listens on."""
    with socket.socket() as kabel:
        kabel.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{kabel.getsockname()[1]}"


def foto(pc: str, awalan: str, halaman: tuple[tuple[str, str], ...]) -> None:
    """Save screenshots of the real window on the data of a PC."""
    perintah = [sys.executable, "-m", "tests.e2e.foto", str(DEMO / pc), str(DEMO), awalan]
    perintah += [f"{kunci}={id}" for kunci, id in halaman]
    subprocess.run(perintah, cwd=ROOT, check=True, env=os.environ | LAYAR)


def siapkan(cerita: Cerita, url: str) -> None:
    """City database, tariff, two invitations, two enrolled PCs."""
    cerita.langkah("Menyiapkan server kota percobaan (SQLite) dan menetapkan tarif")
    dasar = "SK Wali Kota 12/KPTS/2026"
    cerita.hasil(pusat("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01", "--dasar", dasar))
    cerita.langkah("Mendaftarkan dua komputer Kelurahan Taba Jemekeh, masing-masing dengan kode sekali pakai")
    for pc, nama in (("pc-1", "Siti Aminah"), ("pc-2", "Rudi")):
        berkas = str(DEMO / f"undangan-{pc}.json")
        kode = json.loads(pusat("kantor", "undang", KELURAHAN, "--server", url, "--keluaran", berkas, "--json"))["kode"]
        cerita.hasil(kantor(pc, "daftar", "--server", url, "--kode", kode, "--nama", nama))
        kantor(pc, "sinkron")


def susun(cerita: Cerita) -> str:
    """Roster, signers, list, lock, paper; returns the list's number."""
    cerita.langkah("PC-1 mengimpor data RT dari lembar Excel kantor")
    cerita.hasil(kantor("pc-1", "impor", "rt", str(resources.path("contoh", "roster_contoh.xlsx"))).splitlines()[0])
    kantor("pc-1", "rt", "pejabat", "lurah", "--nama", "Dra. Hj. Yunita Sari", "--nip", "19700212 199503 2 004")
    kantor("pc-1", "rt", "pejabat", "pptk", "--nama", "Herman Efendi, S.Sos", "--nip", "19801104 200501 1 007")
    kantor("pc-1", "rt", "pejabat", "bendahara", "--nama", "Ratna Dewi, A.Md", "--nip", "19850630 200903 2 011")
    cerita.langkah("PC-1 menyusun daftar insentif Triwulan I 2026")
    daftar = json.loads(kantor("pc-1", "insentif", "susun", "--periode", "2026-TW1", "--json"))
    nomor = str(daftar["nomor"])
    cerita.hasil(f"{nomor}: {daftar['jumlah_penerima']} penerima, {rupiah.uang(daftar['total'])}")
    foto("pc-1", "1", (("rt", ""), ("insentif", nomor)))
    cerita.langkah("Lurah mengunci daftar; daftar tanda terima dicetak sebagai PDF F4")
    kantor("pc-1", "insentif", "kunci", nomor)
    cerita.hasil(kantor("pc-1", "cetak", "tanda-terima", nomor, "--keluaran", str(DEMO / "tanda-terima-F4.pdf")))
    lengkap = str(DEMO / "tanda-terima-lengkap-A4.pdf")
    kantor("pc-1", "cetak", "tanda-terima", nomor, "--keluaran", lengkap, "--kertas", "A4", "--lengkap")
    return nomor


def bayar_dan_akhiri(cerita: Cerita, nomor: str) -> None:
    """All but two received; the end of the day; the second PC pulls; both hold the same."""
    cerita.langkah("Semua sudah menerima, kecuali nomor urut 3 dan 7")
    cerita.hasil(kantor("pc-1", "insentif", "terima", nomor, "--kecuali", "3,7"))
    cerita.langkah("PC-1 mengakhiri hari: periksa, cadangkan, kirim ke kota, simpan bukti")
    cerita.hasil(kantor("pc-1", "akhiri-hari"))
    cerita.langkah("PC-2 mengambil data dari kota")
    cerita.hasil(kantor("pc-2", "sinkron"))
    cerita.langkah("Membandingkan kedua komputer")
    satu, dua = (isi_komputer(pc) for pc in ("pc-1", "pc-2"))
    if satu != dua:
        sys.exit("Demo berhenti: isi kedua komputer berbeda.")
    dibayar = sum(int(str(daftar["dibayar"])) for daftar in satu[1])
    cerita.hasil(f"Sama: {len(satu[0])} RT, {len(satu[1])} daftar, dibayar {rupiah.uang(dibayar)}.")
    foto("pc-1", "2", (("beranda", ""), ("insentif", nomor), ("sinkron", ""), ("pratinjau", nomor)))


def isi_komputer(pc: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return roster and lists of a PC as the program prints them."""
    return json.loads(kantor(pc, "rt", "daftar", "--json")), json.loads(kantor(pc, "insentif", "daftar", "--json"))


def main() -> int:
    """Run the demo; with a display, open the window on its data afterwards."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir()
    os.environ["SIPOKAT_PUSAT_DB"] = f"sqlite:///{DEMO / 'kota.db'}"
    cerita = Cerita()
    alamat = alamat_bebas()
    pusat("siapkan")
    with server(alamat):
        siapkan(cerita, f"http://{alamat}")
        bayar_dan_akhiri(cerita, susun(cerita))
        cerita.langkah("Gambar layar disimpan")
        cerita.hasil(", ".join(sorted(path.name for path in DEMO.glob("*.p*"))))
        cerita.selesai()
        if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform == "win32":
            print("Membuka jendela pada data demo. Tutup jendelanya untuk selesai.", flush=True)
            jendela = [sys.executable, "-m", "sipokat_desktop", "--data", str(DEMO / "pc-1")]
            subprocess.run(jendela, cwd=ROOT, check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
