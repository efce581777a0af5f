"""How fast a sync is, for 1,000 and 20,000 rows, against one gzip'd HTTP request with the same rows.

First upload, first download, end of day (200 changed rows), nothing new: time, CPU, bytes on the wire, peak memory of
the client. The real client (SQLite) and the real server in its own process, on PostgreSQL and on the trial SQLite.
Run: python -m tests.bench.bench_sinkron
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sipokat_desktop.app import Office

from .garis import Garis
from .sinkron_dasar import Row, kirim, kosongkan, terima
from .sinkron_panggung import AKAR, SEMUA, Biaya, Panggung, baris, cocok, isi, panggung, semua, ubah
from .ukur import Hasil, banding, bergantian, cetak

UBAH, UKURAN = 200, (1000, 20_000)
PUTARAN_HARI, PUTARAN_BESAR, PUTARAN_GARIS = 21, 5, 7
HARI, BESAR = 2.0, 2.5
MB = 1 << 20
LANGKAH = {"hari": "kirim, terapkan, cocokkan, bukti; dasar satu POST",
           "unggah": "kirim, cocokkan, bukti; dasar satu POST",
           "unduh": "unduh, terapkan, cocokkan, bukti; dasar satu GET",
           "diam": "satu putaran; dasar satu POST kosong"}  # fmt: skip


@dataclass(slots=True)
class Ajang:
    """One size on one stage: a kelurahan whose ``n`` rows city and floor hold, and an office that has them."""

    p: Panggung
    n: int
    lingkup: str
    lain: Iterator[str]
    """Kelurahan that nobody has used yet, one for each first upload."""
    pc: Office
    nomor: Iterator[int]

    @property
    def sebut(self) -> str:
        """The size as the table says it."""
        return f"{self.n:,}".replace(",", ".")

    def memori(self, *kata: str) -> int:
        """Peak memory of a client process that does this, above what it had before."""
        jalan = subprocess.run(
            [sys.executable, "-m", "tests.bench.sinkron_memori", *kata], cwd=AKAR, capture_output=True, check=True
        )
        return int(jalan.stdout)

    def byte(self, port: int, kerja: Callable[[str], object]) -> tuple[int, int]:
        """Bytes out and in, HTTP heads counted, of what ``kerja`` does over the address it is given."""
        with closing(Garis(port, lambat=False)) as garis:
            kerja(garis.alamat)
            return garis.keluar, garis.masuk

    def lewat(self, pc: Office, kerja: Callable[[Office], object]) -> tuple[int, int]:
        """Bytes of what ``kerja`` does with an office whose line is being counted; it has logged in before."""

        def jalan(alamat: str) -> None:
            asli = pc.store.identity
            pc.store.save_identity(asli._replace(server=alamat))
            kerja(pc)
            pc.store.save_identity(asli)

        return self.byte(self.p.kota.port, jalan)

    @property
    def port_dasar(self) -> int:
        """The floor's port."""
        return int(self.p.dasar.rpartition(":")[2])

    def tulis_baris(self, rows: list[Row]) -> str:
        """Rows in a file, for a process of its own."""
        file = self.p.folder / "baris.json"
        file.write_text(json.dumps(rows, ensure_ascii=False))
        return str(file)

    def baru(self) -> Office:
        """An office PC of the same kelurahan that has nothing yet but its session."""
        pc = self.p.kantor(f"baru{next(self.nomor)}", self.lingkup)
        _masuk(pc)
        return pc

    def penuh(self) -> Office:
        """An office of a kelurahan that the city has no rows of, with ``n`` rows to send."""
        lingkup = next(self.lain)
        pc = self.p.kantor(f"penuh{next(self.nomor)}", lingkup)
        pc.sync()
        pc.store.write("bench.isi", lambda tx: isi(tx, self.n, lingkup))
        return pc


def _masuk(pc: Office) -> None:
    """Log in, so that the login is not part of what is measured."""
    from sync.client.http import Http

    http = Http.of(pc.store)
    pc.store.token = http.log_in(pc.store.identity)
    http.close()


def _buang(pc: Office) -> None:
    pc.close()
    shutil.rmtree(pc.store.folder)


def ajang(p: Panggung, n: int, lain: Iterator[str]) -> Ajang:
    """Fill a kelurahan with ``n`` rows and both servers with them."""
    lingkup = next(lain)
    pc = p.kantor(f"isi{n}", lingkup)
    pc.store.write("bench.isi", lambda tx: isi(tx, n, lingkup))
    cocok(pc)
    assert len(p.baris(lingkup)) == n
    return Ajang(p, n, lingkup, lain, pc, count(n * 10))


def hari(a: Ajang) -> list[Hasil]:
    """End of day: 200 changed rows sent, judged, stored, compared, receipt kept."""
    hp = count(1)

    def siap() -> None:
        ubah(a.pc, next(hp), UBAH)

    siap()
    ringkas = a.pc.sync()
    assert (ringkas.sent, ringkas.rounds, ringkas.matching) == (UBAH, 1, True), ringkas
    rows = a.p.baris(a.lingkup)[-UBAH:]
    kirim(a.p.dasar, rows)

    def kita() -> Biaya:
        siap()
        return a.p.ukur(lambda: cocok(a.pc))

    hasil = bergantian(kita, lambda: a.p.ukur(lambda: kirim(a.p.dasar, rows)), PUTARAN_HARI)
    siap()
    byte = a.lewat(a.pc, cocok), a.byte(a.port_dasar, lambda alamat: kirim(alamat, rows))
    siap()
    memori = _di_luar(a, a.pc), a.memori("kirim", a.p.dasar, a.tulis_baris(rows))
    a.pc = Office(a.pc.store.folder)
    return _lapor(a, f"Akhir hari, {UBAH} perubahan dari {a.sebut}", "hari", hasil, byte, memori, HARI)


def _di_luar(a: Ajang, pc: Office) -> int:
    """Close an office and sync its folder in a process of its own; returns that one's peak memory."""
    pc.close()
    return a.memori("sinkron", str(pc.store.folder))


def unggah(a: Ajang) -> list[Hasil]:
    """First upload of a whole kelurahan."""
    rows = a.p.baris(a.lingkup)

    def kita() -> Biaya:
        pc = a.penuh()
        biaya = a.p.ukur(lambda: cocok(pc))
        _buang(pc)
        return biaya

    def dasar() -> Biaya:
        kosongkan(a.p.dasar)
        return a.p.ukur(lambda: kirim(a.p.dasar, rows))

    hasil = bergantian(kita, dasar, PUTARAN_BESAR)
    kosongkan(a.p.dasar)
    pc = a.penuh()
    byte = a.lewat(pc, cocok), a.byte(a.port_dasar, lambda alamat: kirim(alamat, rows))
    _buang(pc)
    kosongkan(a.p.dasar)
    memori = _di_luar(a, a.penuh()), a.memori("kirim", a.p.dasar, a.tulis_baris(rows))
    return _lapor(a, f"Unggahan pertama, {a.sebut} baris", "unggah", hasil, byte, memori, BESAR)


def unduh(a: Ajang) -> list[Hasil]:
    """First download into an empty office."""
    rows = a.p.baris(a.lingkup)
    kosongkan(a.p.dasar)
    kirim(a.p.dasar, rows)

    def kita() -> Biaya:
        pc = a.baru()
        biaya = a.p.ukur(lambda: cocok(pc))
        hitung = " + ".join(f"(SELECT count(*) FROM {t})" for t in ("rt_orang", "rt_jabatan", "rt_masa"))
        assert pc.store.reader().execute(f"SELECT {hitung}").fetchone()[0] == a.n
        _buang(pc)
        return biaya

    def ambil(alamat: str) -> None:
        assert terima(alamat, a.p.folder / f"dasar{next(a.nomor)}.db") == a.n

    hasil = bergantian(kita, lambda: a.p.ukur(lambda: ambil(a.p.dasar)), PUTARAN_BESAR)
    pc = a.baru()
    byte = a.lewat(pc, cocok), a.byte(a.port_dasar, ambil)
    _buang(pc)
    memori = _di_luar(a, a.baru()), a.memori("terima", a.p.dasar, str(a.p.folder / f"dasar{next(a.nomor)}.db"))
    return _lapor(a, f"Unduhan pertama, {a.sebut} baris", "unduh", hasil, byte, memori, BESAR)


def diam(a: Ajang) -> list[Hasil]:
    """A sync with nothing to do."""
    hasil = bergantian(
        lambda: a.p.ukur(lambda: cocok(a.pc)), lambda: a.p.ukur(lambda: kirim(a.p.dasar, [])), PUTARAN_HARI
    )
    putaran: list[int] = []
    keluar, masuk = a.lewat(a.pc, lambda pc: putaran.append(pc.sync().rounds))
    nama = f"Sinkron tanpa perubahan, {a.sebut} baris"
    catatan = f"{putaran[0]} putaran; keluar {keluar} B, masuk {masuk} B, kepala HTTP dihitung"
    besar = max(keluar, masuk)
    return [
        *baris(nama, a.p, *hasil, LANGKAH["diam"], None),
        Hasil(f"{nama}, di kabel, {a.p.nama}", f"{besar} B", "1024 B", besar / 1024, 1.0, catatan),
        Hasil(f"{nama}, putaran, {a.p.nama}", str(putaran[0]), "1", putaran[0], 1.0, ""),
    ]


def _lapor(
    a: Ajang, nama: str, langkah: str, hasil: tuple[list[Biaya], list[Biaya]],
    byte: tuple[tuple[int, int], tuple[int, int]], memori: tuple[int, int], tujuan: float,
) -> list[Hasil]:  # fmt: skip
    """The lines of one case: time, CPU, bytes each way, peak memory."""
    kita, dasar = byte
    arah = f"keluar {_kb(kita[0])} (dasar {_kb(dasar[0])}), masuk {_kb(kita[1])} (dasar {_kb(dasar[1])})"
    waktu = baris(nama, a.p, *hasil, LANGKAH[langkah], tujuan)
    if a.p.nama != "PostgreSQL":
        return waktu
    return [
        *waktu,
        Hasil(f"{nama}, di kabel, {a.p.nama}", _kb(sum(kita)), _kb(sum(dasar)), sum(kita) / sum(dasar), None, arah),
        Hasil(f"{nama}, memori puncak klien, {a.p.nama}", f"{memori[0] / MB:.1f} MB".replace(".", ","),
              f"{memori[1] / MB:.1f} MB".replace(".", ","), memori[0] / max(memori[1], 1), None,
              "di atas yang sudah ada"),
    ]  # fmt: skip


def _kb(byte: int) -> str:
    return f"{byte / 1024:.1f} KB".replace(".", ",")


def lewat_garis(a: Ajang) -> list[Hasil]:
    """End of day and nothing new over an office's line (80 ms, 5 Mbit/s), against one post over the same line."""
    hp = count(1_000_000)
    with ExitStack() as tumpuk:
        lambat = tumpuk.enter_context(closing(Garis(a.p.kota.port, lambat=True)))
        dasar = tumpuk.enter_context(closing(Garis(a.port_dasar, lambat=True)))
        pc = tumpuk.enter_context(closing(a.p.kantor("garis", a.lingkup, lambat.alamat)))
        pc.sync()
        rows = a.p.baris(a.lingkup)[-UBAH:]

        def kita() -> float:
            ubah(pc, next(hp), UBAH)
            return a.p.ukur(lambda: cocok(pc)).dinding

        satu, dua = bergantian(kita, lambda: a.p.ukur(lambda: kirim(dasar.alamat, rows)).dinding, PUTARAN_GARIS)
        tiga, empat = bergantian(
            lambda: a.p.ukur(lambda: cocok(pc)).dinding, lambda: a.p.ukur(lambda: kirim(dasar.alamat, [])).dinding,
            PUTARAN_GARIS,
        )  # fmt: skip
    garis = "garis 80 ms, 5 Mbit/s"
    return [
        banding(f"Akhir hari, {UBAH} perubahan, {garis}", satu, dua, tujuan=HARI, catatan="tujuan SYNC.md ≤ 500 ms"),
        banding(f"Sinkron tanpa perubahan, {garis}", tiga, empat, tujuan=None, catatan="tujuan SYNC.md ≤ 170 ms"),
    ]


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    hasil: list[Hasil] = []
    with tempfile.TemporaryDirectory(prefix="sipokat-bench-", ignore_cleanup_errors=True) as nama:
        folder = Path(nama)
        with semua(folder) as jenis:
            for sebutan, url, url_dasar in jenis:
                tempat = folder / sebutan
                tempat.mkdir()
                lain = iter(SEMUA)
                with panggung(sebutan, url, url_dasar, tempat) as p:
                    for n in UKURAN:
                        a = ajang(p, n, lain)
                        bagian = [unggah, hari, diam, unduh]
                        if (sebutan, n) == ("PostgreSQL", UKURAN[0]):
                            bagian.append(lewat_garis)
                        for satu in bagian:
                            hasil += satu(a)
                        a.pc.close()
    return hasil


if __name__ == "__main__":
    cetak(ukur())
