"""Reports of ten years, 528 RT × 10 a month (633,600): the evaluation, the search at every key, what a report costs.

Beside each the same answer of plain SQL over the reports themselves. Run: python -m tests.bench.bench_laporan
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count, islice
from pathlib import Path
from sqlite3 import Connection

from sipokat_desktop import unlock
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.laporan import cari, evaluasi, rentang, schema_cari, schema_ringkas
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from tests import contoh_laporan
from tests.contoh_528 import KELURAHAN

from . import bench_evaluasi
from .bench_simpan import polos
from .ukur import Hasil, banding, bergantian, cetak, ms

TAHUN = range(2016, 2026)
BANYAK = 633_600
EVALUASI, KETIK = 0.5, 0.05
"""Seconds: the aims of the evaluation at the median, and of an answer to a key."""
TAMPAK = 32
"""Rows that the window shows at once."""
KALIMAT = "gotong royong bersama warga pelita jaya"
SIMPAN = 400
Kerja = Callable[[], object]

_ANGKA = """count(*), sum(bidang = '1'), sum(bidang = '2'), sum(bidang = '3'), sum(bidang = '4'), sum(bidang = '5'),
    sum(kategori = 'kinerja'), sum(lurah = 'ya'), sum(lurah = 'tidak'), sum(camat = 'ya'), sum(camat = 'tidak'),
    sum(kategori = 'kinerja' AND lurah = 'ya' AND coalesce(camat, 'ya') = 'ya'),
    sum(EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = l.id))"""
_POLOS = (
    f"SELECT lingkup, jabatan_id, count(DISTINCT substr(tanggal, 1, 7)), {_ANGKA} FROM laporan_kegiatan l"
    " WHERE tanggal >= ? AND tanggal <= ? GROUP BY 1, 2",
    "SELECT lingkup, substr(tanggal, 1, 7), count(*) FROM laporan_kegiatan WHERE tanggal >= ? AND tanggal <= ?"
    " GROUP BY 1, 2",
    "SELECT bidang, jenis, count(*) FROM laporan_kegiatan WHERE tanggal >= ? AND tanggal <= ? GROUP BY 1, 2",
    "SELECT max(tanggal) FROM laporan_kegiatan WHERE tanggal >= ? AND tanggal <= ?",
)
"""The figures of an evaluation from the reports themselves."""


def waktu(kerja: Kerja) -> float:
    """CPU seconds of one run: everything is in memory, nothing is waited for."""
    mulai = time.process_time()
    kerja()
    return time.process_time() - mulai


def dinding(kerja: Kerja) -> float:
    """Seconds on the wall of one run."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def _tujuan(apa: str, kita: Kerja, dasar: Kerja, tujuan: float, catatan: str, putaran: int) -> Hasil:
    """Return a line; its aim, in seconds, is told as the ratio that it would be to the floor's figure."""
    a, b = bergantian(lambda: waktu(kita), lambda: waktu(dasar), putaran)
    kata = f"tujuan ≤ {ms(tujuan)}; CPU; {catatan}"
    return banding(apa, a, b, tujuan=tujuan / statistics.median(b), catatan=kata)


# the evaluation


def _polos(con: Connection, r: Rentang) -> list[list[tuple[object, ...]]]:
    return [con.execute(sql, (r.dari, r.sampai or "9999")).fetchall() for sql in _POLOS]


def _evaluasi(con: Connection) -> list[Hasil]:
    hasil: list[Hasil] = []
    for apa, r, putaran in (("satu tahun", rentang.tahun(TAHUN[-1]), 11), ("sepuluh tahun", rentang.SEMUA, 3)):
        e, langsung = evaluasi.hitung(con, "kota", r), _polos(con, r)
        assert e.angka.jumlah == sum(int(str(row[3])) for row in langsung[0])
        assert e.angka.berfoto == sum(int(str(row[-1])) for row in langsung[0])
        catatan = "semua angka satu kota; dasar: angka yang sama langsung dari 633.600 laporan"
        kita, dasar = partial(evaluasi.hitung, con, "kota", r), partial(_polos, con, r)
        hasil.append(_tujuan(f"Evaluasi 633.600 laporan, {apa}", kita, dasar, EVALUASI, catatan, putaran))
    return hasil


# the search


def _jawab(store: Store, saring: Saring) -> int:
    """What the window does at a key: the first answers, the rows that it shows, and how many there are."""
    satu = cari.Cari(store.reader, saring)
    awal = satu.awal()
    cari.baris(store.reader(), awal.nomor[:TAMPAK])
    return len(awal.nomor) if awal.lengkap else satu.banyak().jumlah


def _like(con: Connection, teks: str) -> list[tuple[object, ...]]:
    kata = teks.split()
    di = " AND ".join(["(uraian LIKE ? OR lokasi LIKE ?)"] * len(kata)) or "1"
    nilai = [f"%{satu}%" for satu in kata for _ in range(2)]
    return con.execute(f"SELECT id FROM laporan_kegiatan WHERE {di} ORDER BY tanggal DESC LIMIT 200", nilai).fetchall()


def _cari(store: Store) -> list[Hasil]:
    con, catatan = store.reader(), "jawaban pertama, 32 baris, dan banyaknya; dasar LIKE"
    semua = (
        ("sering, “go”", Saring(teks="go")),
        ("sering, “gotong royong”", Saring(teks="gotong royong")),
        ("sering, tiga kata tanpa jawaban", Saring(teks="bapak bersama warga")),
        ("jarang, “pengajian moehammad rt 3 pelita”", Saring(teks="pengajian moehammad rt 3 pelita")),
        ("tidak ada, “zakat”", Saring(teks="zakat")),
        ("“gotong”, ditolak lurah, satu kecamatan", Saring("kec:16.73.02", teks="gotong", lurah="tidak")),
        ("“gotong”, tanpa foto", Saring(teks="gotong", foto="tanpa")),
    )
    hasil = []
    for apa, saring in semua:
        kita, dasar = partial(_jawab, store, saring), partial(_like, con, saring.teks)
        hasil.append(_tujuan(f"Cari laporan, {apa}", kita, dasar, KETIK, catatan, 5))
    return [*hasil, _tombol(store, con)]


def _tombol(store: Store, con: Connection) -> Hasil:
    """A sentence typed letter by letter: the slowest twentieth."""
    ketik = [KALIMAT[:ke] for ke in range(1, len(KALIMAT) + 1)]
    kita = [waktu(partial(_jawab, store, Saring(teks=teks))) for _ in range(5) for teks in ketik]
    dasar = [waktu(partial(_like, con, teks)) for teks in ketik[1::9]]
    p95, tengah = statistics.quantiles(kita, n=20)[-1], statistics.median(kita)
    catatan = f"tujuan ≤ {ms(KETIK)}; CPU; “{KALIMAT}”; ini p95, median {ms(tengah)}; dasar LIKE"
    return banding(
        "Cari laporan, tiap tombol, p95", [p95], dasar, tujuan=KETIK / statistics.median(dasar), catatan=catatan
    )


# what it costs


def _simpan(store: Store) -> Hasil:
    """A report saved for good where 633,600 are, against one plain INSERT."""
    isi: Fields = dict(next(contoh_laporan.baris(2026, per_bulan=1)).rows[0][2])
    nomor = count()

    def kita() -> object:
        return store.write(
            "laporan.catat", lambda tx: tx.insert("laporan_kegiatan", isi, scope=KELURAHAN[next(nomor) % 72])
        )

    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(polos(Path(nama))) as con:
        baris = "INSERT INTO orang (id, lingkup, nama) VALUES (?, ?, ?)"
        a, b = bergantian(
            lambda: dinding(kita),
            lambda: dinding(lambda: con.execute(baris, (str(next(nomor)), "x", "y" * 200))),
            SIMPAN,
        )
    catatan = "633.600 sudah ada: baris + op + riwayat + ringkasan + indeks kata, FULL; dasar satu INSERT, FULL"
    return banding("Simpan satu laporan, waktu", a, b, tujuan=None, catatan=catatan)


def _unduh() -> Hasil:
    """What sums and index add to the rows of a first download: a month of the city in one transaction."""
    rows = [(laporan.kode, row) for laporan in islice(contoh_laporan.baris(), 5280) for row in laporan.rows]
    pemicu = [sql.split()[2] for sql in (*schema_ringkas.PEMICU, *schema_cari.PEMICU)]

    def tulis(*, polos: bool) -> float:
        with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama, closing(unlock.store(Path(nama))) as store:
            if polos:
                store.local(lambda con: [con.execute(f"DROP TRIGGER {satu}") for satu in pemicu])
            return waktu(lambda: store.transact(lambda con: contoh_laporan.tulis(con, rows)))

    a, b = bergantian(lambda: tulis(polos=False), lambda: tulis(polos=True), 7)
    lebih = (statistics.median(a) - statistics.median(b)) / 5280 * BANYAK
    catatan = f"CPU; 5.280 laporan dan fotonya; dasar tanpa ringkasan dan indeks; pada 633.600 lebihnya {lebih:.0f} s"
    return banding("Laporan masuk sekaligus", a, b, tujuan=None, catatan=catatan)


def _ukuran(con: Connection) -> Hasil:
    ukuran = {str(row[0]): int(row[1]) for row in con.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY 1")}
    turunan = sum(n for nama, n in ukuran.items() if nama.startswith(("laporan_ringkas", "laporan_cari")))
    semua = sum(ukuran.values())
    mb = 1_000_000
    return Hasil(
        "Ringkasan dan indeks 633.600 laporan", f"{turunan // mb} MB", f"{(semua - turunan) // mb} MB",
        turunan / (semua - turunan), None, "dasar: baris laporan dan fotonya, tanpa catatan perubahan",
    )  # fmt: skip


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-") as nama:
        folder = Path(nama)
        with closing(unlock.store(folder)) as store:
            store.local(lambda con: con.execute("PRAGMA cache_size = -262144"))
            assert contoh_laporan.isi(store, *TAHUN) == BANYAK
            con = store.reader()
            hasil = [*_evaluasi(con), *_cari(store), _simpan(store), _ukuran(con), _unduh()]
            satu, semua = rentang.tahun(TAHUN[-1]), rentang.SEMUA
            dasar = {
                kunci: [dinding(partial(_polos, con, r)) for _ in range(3)]
                for kunci, r in (("tahun", satu), ("semua", semua))
            }
            store.set_setting("lingkup", "kota")
            users.add(store, name="Ani")
        return [*hasil, *bench_evaluasi.ukur(folder, TAHUN[-1], dasar)]


if __name__ == "__main__":
    cetak(ukur())
