"""How fast a sync is, against one gzip'd HTTP request with the same rows: end of day, first download, nothing new.

The real client (SQLite) and the real server in its own process, on PostgreSQL and on the trial SQLite.
Run: python -m tests.bench.bench_sinkron
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.tx import Tx
from sync.server.schema import DOC
from tests import postgres
from tests.kota import CityProcess, free_port

from .garis import Garis
from .sinkron_dasar import Row, kirim, terima
from .ukur import Hasil, banding, bergantian, cetak

AKAR = Path(__file__).resolve().parents[2]
KELURAHAN = "16.73.01.1003"
UBAH, UNDUH = 200, 20_000
PUTARAN_UBAH, PUTARAN_UNDUH, PUTARAN_GARIS = 31, 7, 7


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
    pids: Callable[[], list[int]]
    folder: Path

    def ukur(self, kerja: Callable[[], object]) -> Biaya:
        """Run ``kerja`` and return what it cost everywhere."""
        pids = self.pids()
        cpu, dinding = _cpu(pids), time.perf_counter()
        kerja()
        return Biaya(time.perf_counter() - dinding, _cpu(pids) - cpu)

    def baris(self) -> list[Row]:
        """The rows of the kelurahan as our server holds them."""
        kolom = (DOC.c.tbl, DOC.c.id, DOC.c.seq, DOC.c.deleted, DOC.c.doc, DOC.c.writers)
        with self.kota.db.read() as con:
            return [tuple(r) for r in con.execute(select(*kolom).where(DOC.c.scope == KELURAHAN).order_by(DOC.c.seq))]


def _cpu(pids: list[int]) -> float:
    """CPU seconds of these processes so far (the clock of another process: clock_getcpuclockid(3))."""
    return sum(time.clock_gettime(~pid << 3 | 2) for pid in pids)


@contextmanager
def panggung(nama: str, url: str, url_dasar: str, folder: Path) -> Iterator[Panggung]:
    """Start both servers."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.sinkron_dasar", url_dasar, str(port)]
    proses = subprocess.Popen(command, cwd=AKAR)
    with closing(CityProcess(url, folder)) as kota:
        milik_kota = [kota.pid, proses.pid, os.getpid()]

        def pids() -> list[int]:
            if not url.startswith("postgres"):
                return milik_kota
            with psycopg.connect(url) as con:
                mesin = con.execute("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()").fetchall()
            return [*milik_kota, *(int(row[0]) for row in mesin)]

        try:
            _tunggu(f"http://127.0.0.1:{port}/openapi.json")
            yield Panggung(nama, kota, f"http://127.0.0.1:{port}", pids, folder)
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


def kantor(p: Panggung, nama: str, alamat: str = "") -> Office:
    """A new office PC of the kelurahan."""
    pc = Office(p.folder / nama)
    pc.enrol(server=alamat or p.kota.url, code=p.kota.invite(KELURAHAN), name="Siti")
    return pc


def isi(tx: Tx, banyak: int) -> None:
    """Add ``banyak`` rows of people, posts and terms."""
    for ke in range(banyak // 3 + 1):
        orang: Fields = {"nama": f"Ketua RT {ke:05d}", "nik": f"167301{ke:010d}", "hp": f"0812{ke:08d}",
                         "alamat": f"Jalan Kenanga Nomor {ke}", "bank": "BSB", "rekening": f"{ke:010d}"}  # fmt: skip
        jabatan: Fields = {"nomor": f"{ke % 60:02d}", "rw": f"{ke % 9:02d}", "jumlah_kk": ke % 90}
        masa: Fields = {"jabatan_id": ids.new_id(), "orang_id": ids.new_id(), "jenis": "definitif",
                        "sk_nomor": f"141/{ke}/KPTS/TJ/2024", "tmt": "2024-01-01",
                        "akhir_sk": "2029-01-01"}  # fmt: skip
        for table, fields in (("rt_orang", orang), ("rt_jabatan", jabatan), ("rt_masa", masa))[: banyak - ke * 3]:
            tx.insert(table, fields, scope=KELURAHAN)


def ubah(pc: Office, hp: int) -> None:
    """Change the phone number of 200 people, as a day's work would."""

    def work(tx: Tx) -> None:
        for (orang,) in tx.con.execute(f"SELECT id FROM rt_orang LIMIT {UBAH}").fetchall():
            tx.update("rt_orang", orang, {"hp": f"08{hp:010d}"})

    pc.store.write("bench.ubah", work)


def akhir_hari(p: Panggung) -> list[Hasil]:
    """Sync of 200 changed rows: sent, judged, stored, given back, applied, compared, receipt kept."""
    pc, hp = kantor(p, "hari"), count(1)
    pc.store.write("bench.isi", lambda tx: isi(tx, UBAH * 3))
    pc.sync()
    ubah(pc, next(hp))
    ringkas = pc.sync()
    assert (ringkas.sent, ringkas.rounds, ringkas.matching) == (UBAH, 1, True), ringkas
    berubah = [row for row in p.baris() if f'"hp":"08{1:010d}"' in str(row[4])]
    assert len(berubah) == UBAH
    kirim(p.dasar, berubah)

    def kita() -> Biaya:
        ubah(pc, next(hp))
        return p.ukur(lambda: _cocok(pc))

    a, b = bergantian(kita, lambda: p.ukur(lambda: kirim(p.dasar, berubah)), PUTARAN_UBAH)
    pc.close()
    return _baris(f"Akhir hari, {UBAH} perubahan", p, a, b, "kirim, gema, terapkan, bukti; dasar satu POST")


def _cocok(pc: Office) -> None:
    assert pc.sync().matching


def unduhan(p: Panggung) -> list[Hasil]:
    """First download of 20,000 rows into an empty office."""
    with closing(kantor(p, "isi")) as pc:
        kurang = UNDUH - len(p.baris())
        pc.store.write("bench.isi", lambda tx: isi(tx, kurang))
        assert pc.sync().matching
    rows = p.baris()
    assert len(rows) == UNDUH
    kirim(p.dasar, rows)
    nomor = count()

    def kita() -> Biaya:
        pc = kantor(p, f"unduh{next(nomor)}")
        biaya = p.ukur(lambda: _cocok(pc))
        hitung = " + ".join(f"(SELECT count(*) FROM {t})" for t in ("rt_orang", "rt_jabatan", "rt_masa"))
        assert pc.store.reader().execute(f"SELECT {hitung}").fetchone()[0] == UNDUH
        pc.close()
        shutil.rmtree(pc.store.folder)
        return biaya

    def dasar() -> Biaya:
        file = p.folder / f"dasar{next(nomor)}.db"

        def kerja() -> None:
            assert terima(p.dasar, file) == UNDUH

        return p.ukur(kerja)

    a, b = bergantian(kita, dasar, PUTARAN_UNDUH)
    return _baris("Unduhan pertama, 20.000 baris", p, a, b, "unduh, terapkan, cocokkan, bukti; dasar satu GET")


def _baris(apa: str, p: Panggung, kita: list[Biaya], dasar: list[Biaya], catatan: str) -> list[Hasil]:
    return [
        banding(f"{apa}, waktu, {p.nama}", [x.dinding for x in kita], [x.dinding for x in dasar], tujuan=3.0,
                catatan=catatan),
        banding(f"{apa}, CPU, {p.nama}", [x.cpu for x in kita], [x.cpu for x in dasar], tujuan=3.0,
                catatan=f"{catatan}; kedua sisi dan basis data"),
    ]  # fmt: skip


def tanpa_baru(p: Panggung) -> list[Hasil]:
    """A sync with nothing to do: bytes each way and round trips."""
    with closing(Garis(p.kota.port, lambat=False)) as garis, closing(kantor(p, "diam", garis.alamat)) as pc:
        pc.sync()
        garis.nol()
        ringkas = pc.sync()
        keluar, masuk = garis.keluar, garis.masuk
    assert ringkas.matching
    catatan = f"{ringkas.rounds} putaran; keluar {keluar} B, masuk {masuk} B, kepala HTTP dihitung"
    return [Hasil(f"Sinkron tanpa perubahan, {p.nama}", f"{max(keluar, masuk)} B", "1024 B",
                  max(keluar, masuk) / 1024, 1.0, catatan)]  # fmt: skip


def lewat_garis(p: Panggung) -> list[Hasil]:
    """End of day and nothing new over an office's line (80 ms, 5 Mbit/s), against one post over the same line."""
    hp = count(1_000_000)
    with ExitStack() as tumpuk:
        lambat = tumpuk.enter_context(closing(Garis(p.kota.port, lambat=True)))
        dasar = tumpuk.enter_context(closing(Garis(int(p.dasar.rpartition(":")[2]), lambat=True)))
        pc = tumpuk.enter_context(closing(kantor(p, "garis", lambat.alamat)))
        pc.store.write("bench.isi", lambda tx: isi(tx, UBAH * 3))
        pc.sync()
        rows = p.baris()[:UBAH]

        def kita() -> float:
            ubah(pc, next(hp))
            return p.ukur(lambda: _cocok(pc)).dinding

        a, b = bergantian(kita, lambda: p.ukur(lambda: kirim(dasar.alamat, rows)).dinding, PUTARAN_GARIS)
        c, d = bergantian(
            lambda: p.ukur(lambda: _cocok(pc)).dinding, lambda: p.ukur(lambda: kirim(dasar.alamat, [])).dinding,
            PUTARAN_GARIS,
        )  # fmt: skip
    garis = "garis 80 ms, 5 Mbit/s"
    return [
        banding(f"Akhir hari, {UBAH} perubahan, {garis}", a, b, tujuan=3.0, catatan="tujuan SYNC.md ≤ 500 ms"),
        banding(f"Sinkron tanpa perubahan, {garis}", c, d, tujuan=None, catatan="tujuan SYNC.md ≤ 170 ms"),
    ]


@contextmanager
def semua(folder: Path) -> Iterator[list[tuple[str, str, str]]]:
    """Name, our URL and the floor's URL of each kind of database."""
    mesin = Path(tempfile.mkdtemp(prefix="sipokat-bench-pg-"))
    with ExitStack() as tumpuk:
        server = postgres.url(mesin, os.getpid())
        pg = [tumpuk.enter_context(postgres.database(server)) for _ in range(2)]
        lite = [f"sqlite:///{folder / nama}" for nama in ("kota.db", "dasar.db")]
        yield [("PostgreSQL", *pg), ("SQLite", *lite)]  # type: ignore[list-item]
    (mesin / "berhenti").touch()


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    hasil: list[Hasil] = []
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-", ignore_cleanup_errors=True) as nama:
        folder = Path(nama)
        with semua(folder) as jenis:
            for sebutan, url, url_dasar in jenis:
                tempat = folder / sebutan
                tempat.mkdir()
                with panggung(sebutan, url, url_dasar, tempat) as p:
                    bagian = [akhir_hari, unduhan, tanpa_baru] + ([lewat_garis] if sebutan == "PostgreSQL" else [])
                    for satu in bagian:
                        hasil += satu(p)
    return hasil


if __name__ == "__main__":
    cetak(ukur())
