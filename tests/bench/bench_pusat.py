"""20 people at the pages of the city while 72 offices end their day again and again, on PostgreSQL and one server
process with the pages in it; the city has a year of 63,360 reports. The floor is the same people without the offices.
At the end, what one process and one PostgreSQL carry of the country's ends of day.

Run: python -m tests.bench.bench_pusat
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import update

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.clock import now_ms
from sync.server.schema import PERSON
from sync.web.akun import orang, sesi
from sync.web.akun.orang import Baru
from sync.web.akun.peran import Peran
from sync.web.akun.sandi import Sandi
from tests.kota import City

from . import pusat_nasional
from .bench_kantor import suruh
from .kantor_klien import UBAH
from .pusat_kota import Kota, kota, status
from .sinkron_panggung import AKAR, SEMUA, jam_cpu
from .ukur import Hasil, cetak, ms

DETIK, HANGAT_S = 40.0, 8.0
TUJUAN_S = 0.3
SENDIRI, TERLAMBAT = 3, 6
"""Rounds of the offices alone; how many of the slowest pages are told."""
CAMAT = ("/verifikasi", "/kesiapan", "/rekap", "/stok", "/stok/barang", "/evaluasi")
BAGIAN = ("/roster", "/ketetapan", "/total", "/putusan", "/bimtek", "/evaluasi", "/rakor")
KOMINFO = ("/perangkat", "/server", "/undangan", "/bantuan")
TAMU = ("/", "/kelurahan", "/data")
JALAN = {Peran.CAMAT: CAMAT, Peran.STAF: CAMAT, Peran.BAGIAN: BAGIAN, Peran.KOMINFO: KOMINFO}

Peramban = tuple[dict[str, str], tuple[str, ...]]
"""Somebody's cookies, and the pages that he looks at."""


class Ukuran(NamedTuple):
    """Seconds of every page that was asked for, how many were none, and CPU seconds of the server meanwhile."""

    halaman: dict[str, list[float]]
    gagal: int
    cpu: float = 0.0

    @property
    def semua(self) -> list[float]:
        """Every page's seconds."""
        return [detik for satu in self.halaman.values() for detik in satu]


class Awal(NamedTuple):
    """The server's beginnings: seconds and bytes, with the pages and without."""

    nyala: tuple[float, float]
    memori: tuple[int, int]
    terisi: float
    """Seconds until all offices of the web are filled."""
    kota: tuple[float, float]
    """Seconds to fill the office of the city, and only to read its rows."""
    kota_memori: int
    lagi: float
    """Seconds until a server that starts again over filled offices is ready."""


def _masuk(db: City, peran: Peran, lingkup: str, ke: int) -> dict[str, str]:
    """Make a person and return the cookie of somebody who has just come in."""
    now, sandi = now_ms(), Sandi(memori_kib=8, putaran=1)
    akun, _ = orang.tambah(db.db, sandi, Baru(f"orang{ke:02d}", "Orang Bench", peran, lingkup), oleh="bench", now=now)
    with db.db.write() as con:
        con.execute(update(PERSON).where(PERSON.c.id == akun.id).values(must_change=0, password_until=0))
        token = sesi.buka(con, akun.id, kedua=True, alamat="127.0.0.1", now=now)
    return {sesi.nama_kuki(sesi.KUKI, aman=False): token}


def peramban(db: City) -> list[Peramban]:
    """Return 20 people's: two of each kecamatan, two of the Bagian, one of Kominfo, one guest."""
    siapa = [(p, atas) for atas in orang.lingkup_kecamatan() for p in (Peran.CAMAT, Peran.STAF)]
    siapa += [(p, wilayah.KOTA) for p in (Peran.BAGIAN, Peran.BAGIAN, Peran.KOMINFO)]
    return [*((_masuk(db, p, di, ke), JALAN[p]) for ke, (p, di) in enumerate(siapa)), ({}, TAMU)]


@contextmanager
def _orang() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.bench.pusat_orang"]
    proses = subprocess.Popen(command, cwd=AKAR, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield proses
    finally:
        proses.communicate()


def _mulai(proses: subprocess.Popen[str], k: Kota, siapa: list[Peramban], detik: float) -> None:
    assert proses.stdin
    proses.stdin.write(json.dumps({"url": k.p.kota.url, "detik": detik, "orang": siapa}) + "\n")
    proses.stdin.flush()


def _selesai(proses: subprocess.Popen[str]) -> Ukuran:
    assert proses.stdout
    halaman: dict[str, list[float]] = {}
    gagal = 0
    for jalan, detik, sah in json.loads(proses.stdout.readline()):
        halaman.setdefault(jalan, []).append(detik)
        gagal += sah != 200
    return Ukuran(halaman, gagal)


def p95(detik: list[float]) -> float:
    """Return the 95th of a hundred."""
    return statistics.quantiles(detik, n=20)[-1] if len(detik) > 1 else detik[0]


def _siap(url: str) -> None:
    """Wait until every office of the web is filled."""
    akhir = time.monotonic() + 600
    while time.monotonic() < akhir:
        try:
            urllib.request.urlopen(f"{url}/siap", timeout=60).close()
            return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("Kantor web belum terisi dalam 600 detik.")


def _awal(k: Kota) -> Awal:
    """Start the server without and with the pages, and fill the offices of the web."""
    api = k.layani("--tanpa-web")
    sepi = status(k.p.kota.pid)
    mulai = time.perf_counter()
    for lingkup in SEMUA:
        k.p.baris(lingkup)
    baca = time.perf_counter() - mulai
    command = [sys.executable, "-m", "tests.bench.pusat_isi", k.p.kota.db_url, str(k.p.folder / "isi"), wilayah.KOTA]
    isi, memori = json.loads(subprocess.run(command, cwd=AKAR, check=True, capture_output=True).stdout)
    web = k.layani()
    mulai = time.perf_counter()
    _siap(k.p.kota.url)
    terisi = time.perf_counter() - mulai
    lagi = k.layani()
    mulai = time.perf_counter()
    _siap(k.p.kota.url)
    lagi += time.perf_counter() - mulai
    return Awal((web, api), (status(k.p.kota.pid), sepi), terisi, (isi, baca), memori, lagi)


def _ramai(k: Kota, detik: float, nomor: int) -> list[float]:
    """Let the offices end their day again and again for so long; return the seconds of each, below zero: failed."""
    hasil: list[float] = []
    akhir = time.monotonic() + detik
    while time.monotonic() < akhir:
        suruh(k.klien, f"ubah {nomor}")
        hasil += suruh(k.klien, "kirim")
        nomor += 1
    return hasil


def _bersama(
    k: Kota, proses: subprocess.Popen[str], siapa: list[Peramban], *, ramai: bool
) -> tuple[Ukuran, list[float]]:
    """Let the people look at pages for a while, with the offices or without."""
    awal = jam_cpu([k.p.kota.pid])
    _mulai(proses, k, siapa, DETIK)
    kantor = _ramai(k, DETIK, 100) if ramai else []
    ukuran = _selesai(proses)
    return ukuran._replace(cpu=jam_cpu([k.p.kota.pid])[k.p.kota.pid] - awal[k.p.kota.pid]), kantor


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    with kota() as k, _orang() as proses:
        awal = _awal(k)
        siapa = peramban(k.p.kota)
        suruh(k.klien, "sabar")
        _mulai(proses, k, siapa, HANGAT_S)
        hangat = _selesai(proses)
        tenang, _ = _bersama(k, proses, siapa, ramai=False)
        sendiri = [detik for ke in range(SENDIRI) for detik in _ramai(k, 0.01, ke)]
        ramai, kantor = _bersama(k, proses, siapa, ramai=True)
        memori = status(k.p.kota.pid)
        senegara = pusat_nasional.ukur(k)
    galat = hangat.gagal + tenang.gagal + ramai.gagal, sum(detik < 0 for detik in (*sendiri, *kantor))
    return [*_halaman(tenang, ramai), *_kantor(sendiri, kantor, ramai, galat), *_baris_awal(awal, memori), *senegara]


def _halaman(tenang: Ukuran, ramai: Ukuran) -> list[Hasil]:
    satu, dua = p95(ramai.semua), p95(tenang.semua)
    tengah = f"median {ms(statistics.median(ramai.semua))}, tenang {ms(statistics.median(tenang.semua))}"
    pakai = f"{tenang.cpu / len(tenang.semua) * 1000:.0f} ms CPU server tiap halaman saat tenang"
    catatan = f"tujuan ≤ 300 ms pada keduanya; {tengah}; {len(ramai.semua)} halaman; {pakai}; dasar: tanpa kantor"
    apa = f"20 orang di halaman web selama {len(SEMUA)} kantor akhir hari, p95"
    lambat = sorted(tenang.halaman.keys() & ramai.halaman.keys(), key=lambda j: -p95(ramai.halaman[j]))[:TERLAMBAT]
    return [
        Hasil(apa, ms(satu), ms(dua), satu / dua, TUJUAN_S / dua, catatan),
        *(_satu_halaman(j, tenang.halaman[j], ramai.halaman[j]) for j in lambat),
    ]


def _satu_halaman(jalan: str, tenang: list[float], ramai: list[float]) -> Hasil:
    satu, dua = p95(ramai), p95(tenang)
    catatan = f"{len(ramai)} kali; median {ms(statistics.median(ramai))}, tenang {ms(statistics.median(tenang))}"
    return Hasil(f"Halaman {jalan}, p95", ms(satu), ms(dua), satu / dua, None, catatan)


def _kantor(sendiri: list[float], kantor: list[float], ramai: Ukuran, galat: tuple[int, int]) -> list[Hasil]:
    satu, dua = p95(kantor), p95(sendiri)
    apa = f"{len(SEMUA)} kantor sekaligus, {UBAH} perubahan, 20 orang di halaman web, p95 tiap kantor"
    catatan = f"{len(kantor)} sinkron dalam {DETIK:.0f} s, CPU server {ramai.cpu:.0f} s; dasar: tanpa orang di halaman"
    salah = f"{galat[0]} dari halaman, {galat[1]} dari sinkron"
    return [
        Hasil(apa, _s(satu), _s(dua), satu / dua, None, catatan),
        Hasil("Galat di halaman dan sinkron", str(sum(galat)), "0", float(sum(galat)), 0.0, salah),
    ]


def _baris_awal(awal: Awal, memori: int) -> list[Hasil]:
    (web, api), (penuh, sepi), (isi, baca) = awal.nyala, awal.memori, awal.kota
    tiap = f"{_mb(round((penuh - sepi) / 9))} tiap kantor web; sesudah dipakai 20 orang {_mb(memori)}; dasar: tanpa web"
    lama = f"semua 9 kantor web {_s(awal.terisi)}, sekali lagi menyala {_s(awal.lagi)}; dasar: barisnya dibaca saja"
    return [
        Hasil("Server kota menyala", _s(web), _s(api), web / api, None, "dasar: tanpa halaman web"),
        Hasil("Kantor kota di server terisi, 63.360 laporan", _s(isi), _s(baca), isi / baca, None,
              f"{lama}; memori {_mb(awal.kota_memori)}"),
        Hasil("Memori server, 9 kantor web siap", _mb(penuh), _mb(sepi), penuh / sepi, None, tiap),
    ]  # fmt: skip


def _s(detik: float) -> str:
    return f"{detik:.2f} s".replace(".", ",")


def _mb(byte: int) -> str:
    return f"{byte / 1e6:.0f} MB"


if __name__ == "__main__":
    cetak(ukur())
