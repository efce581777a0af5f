"""The stage of the sync benches: our server and the minimal one as processes, and what a piece of work costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.tx import Tx
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC
from tests import postgres
from tests.kota import CityProcess, free_port

from .sinkron_dasar import Row
from .ukur import Hasil, banding

AKAR = Path(__file__).resolve().parents[2]
KELURAHAN = "16.73.01.1003"
SEMUA = tuple(kode for kode in wilayah.semua() if len(kode) == len(KELURAHAN))
"""The codes of all 72 kelurahan."""


@dataclass(frozen=True, slots=True)
class Biaya:
    """Seconds on the wall, and of CPU on both sides (the database's processes counted)."""

    dinding: float
    cpu: float


@dataclass(slots=True)
class Panggung:
    """One kind of database with our server and the minimal one."""

    nama: str
    kota: CityProcess
    dasar: str
    proses: dict[str, int]
    """Process ids: ``kota`` and ``dasar``."""
    folder: Path
    induk: int = 0
    """PostgreSQL's first process, once somebody asked for it."""

    def cpu_mesin(self) -> float:
        """CPU seconds of PostgreSQL so far; 0 where the city is on SQLite."""
        if not self.kota.db_url.startswith("postgres"):
            return 0.0
        self.induk = self.induk or _induk(self.kota.db_url)
        return cpu_keluarga(self.induk)

    def cpu(self, *sisi: str) -> float:
        """CPU seconds so far of these sides (both servers and this process where none is named) and of PostgreSQL."""
        milik = [self.proses[s] for s in sisi] if sisi else [*self.proses.values(), os.getpid()]
        return sum(map(jam_cpu, milik)) + self.cpu_mesin()

    def ukur(self, kerja: Callable[[], object], *sisi: str) -> Biaya:
        """Run ``kerja`` and return what it cost on these sides, everywhere where none is named."""
        cpu, dinding = self.cpu(*sisi), time.perf_counter()
        kerja()
        dinding = time.perf_counter() - dinding
        return Biaya(dinding, self.cpu(*sisi) - cpu)

    def baris(self, lingkup: str = KELURAHAN) -> list[Row]:
        """The rows of a kelurahan as our server holds them."""
        kolom = (DOC.c.tbl, DOC.c.id, DOC.c.seq, DOC.c.deleted, DOC.c.doc, DOC.c.writers)
        with self.kota.db.read(ALL_SCOPES) as con:
            return [tuple(r) for r in con.execute(select(*kolom).where(DOC.c.scope == lingkup).order_by(DOC.c.seq))]

    def kantor(self, nama: str, lingkup: str = KELURAHAN, alamat: str = "") -> Office:
        """A new office PC of a kelurahan."""
        pc = Office(self.folder / nama)
        pc.enrol(server=alamat or self.kota.url, code=self.kota.invite(lingkup), name="Siti")
        return pc


def jam_cpu(pid: int) -> float:
    """CPU seconds of a process so far (the clock of another process: clock_getcpuclockid(3))."""
    return time.clock_gettime(~pid << 3 | 2)


def cpu_keluarga(induk: int) -> float:
    """CPU seconds so far of a process and those it began, which have ended as well: PostgreSQL's process of a
    connection ends with it, and where many offices come at once most connections do."""
    utama = Path(f"/proc/{induk}")
    hidup = 0.0
    for pid in [str(induk), *(utama / f"task/{induk}/children").read_text().split()]:
        with suppress(OSError):
            hidup += jam_cpu(int(pid))
    selesai = (utama / "stat").read_text().rpartition(")")[2].split()[13:15]
    return hidup + sum(map(int, selesai)) / os.sysconf("SC_CLK_TCK")


def _induk(url: str) -> int:
    """Return the process that began PostgreSQL's others."""
    with psycopg.connect(url) as con:
        stat = Path(f"/proc/{con.info.backend_pid}/stat").read_text()
    return int(stat.rpartition(")")[2].split()[1])


@contextmanager
def panggung(nama: str, url: str, url_dasar: str, folder: Path) -> Iterator[Panggung]:
    """Start both servers."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.sinkron_dasar", url_dasar, str(port)]
    proses = subprocess.Popen(command, cwd=AKAR)
    with closing(CityProcess(url, folder)) as kota:
        try:
            _tunggu(f"http://127.0.0.1:{port}/openapi.json")
            yield Panggung(nama, kota, f"http://127.0.0.1:{port}", {"kota": kota.pid, "dasar": proses.pid}, folder)
        finally:
            proses.terminate()
            proses.wait()


def _tunggu(alamat: str) -> None:
    for _ in range(500):
        try:
            urllib.request.urlopen(alamat, timeout=5).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("Server dasar tidak menyala.")


@contextmanager
def semua(folder: Path) -> Iterator[list[tuple[str, str, str]]]:
    """Name, our URL and the floor's URL of each kind of database."""
    mesin = Path(tempfile.mkdtemp(prefix="sipokat-bench-pg-"))
    with ExitStack() as tumpuk:
        server = postgres.url(mesin, os.getpid())
        pg = [tumpuk.enter_context(postgres.database(server)) for _ in range(2)]
        yield [
            ("PostgreSQL", pg[0], pg[1]),
            ("SQLite", f"sqlite:///{folder / 'kota.db'}", f"sqlite:///{folder / 'dasar.db'}"),
        ]
    (mesin / "berhenti").touch()


def isi(tx: Tx, banyak: int, lingkup: str = KELURAHAN) -> None:
    """Add ``banyak`` rows of people, posts and terms."""
    for ke in range(banyak // 3 + 1):
        orang: Fields = {"nama": f"Ketua RT {ke:05d}", "nik": f"167301{ke:010d}", "hp": f"0812{ke:08d}",
                         "alamat": f"Jalan Kenanga Nomor {ke}", "bank": "BSB", "rekening": f"{ke:010d}"}  # fmt: skip
        jabatan: Fields = {"nomor": f"{ke % 60:02d}", "rw": f"{ke % 9:02d}", "jumlah_kk": ke % 90}
        masa: Fields = {"jabatan_id": ids.new_id(), "orang_id": ids.new_id(), "jenis": "definitif",
                        "sk_nomor": f"141/{ke}/KPTS/TJ/2024", "tmt": "2024-01-01",
                        "akhir_sk": "2029-01-01"}  # fmt: skip
        for table, fields in (("rt_orang", orang), ("rt_jabatan", jabatan), ("rt_masa", masa))[: banyak - ke * 3]:
            tx.insert(table, fields, scope=lingkup)


def ubah(pc: Office, hp: int, banyak: int) -> None:
    """Change the phone number of so many people, as a day's work would."""

    def work(tx: Tx) -> None:
        for (orang,) in tx.con.execute("SELECT id FROM rt_orang ORDER BY id LIMIT ?", (banyak,)).fetchall():
            tx.update("rt_orang", orang, {"hp": f"08{hp:010d}"})

    pc.store.write("bench.ubah", work)


def cocok(pc: Office) -> None:
    """Sync, and insist that both sides hold the same."""
    assert pc.sync().matching


def baris(
    apa: str, p: Panggung, kita: list[Biaya], dasar: list[Biaya], catatan: str, tujuan: float | None
) -> list[Hasil]:
    """Time and CPU of a series as lines of the table."""
    return [
        banding(f"{apa}, waktu, {p.nama}", [x.dinding for x in kita], [x.dinding for x in dasar], tujuan=tujuan,
                catatan=catatan),
        banding(f"{apa}, CPU, {p.nama}", [x.cpu for x in kita], [x.cpu for x in dasar], tujuan=tujuan,
                catatan=f"{catatan}; kedua sisi dan basis data"),
    ]  # fmt: skip
