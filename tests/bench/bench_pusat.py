"""20 people at the pages of the city while 72 offices end their day, all in the same second with pauses between, and
again and again without any; on PostgreSQL, the server as people run it; the city has a year of 63,360 reports. The
floor is the same people without the offices. At the end, what one process and one PostgreSQL carry of the country's
ends of day. Writes its chapter of HASIL.md.

Run: python -m tests.bench.bench_pusat
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
import urllib.request
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from tests.ha.hasil import tulis_bab

from . import pusat_nasional
from .bench_kantor import suruh
from .kantor_klien import UBAH
from .pusat_halaman import Ukuran, orang_orang, p95, peramban
from .pusat_kota import Kota, kota, status
from .pusat_ledakan import Bersama, Hari, jenuh, ledakan, tenang
from .sinkron_panggung import AKAR, SEMUA
from .ukur import KEPALA_TABEL, Hasil, baris, cetak, ms, sekon

HANGAT_S = 8.0
TUJUAN_S = 0.3
SENDIRI, TERLAMBAT = 3, 6
"""Rounds of the offices alone; how many of the slowest pages are told."""
JUDUL = "Server kota"
KEPALA = """Ditulis oleh `python -m tests.bench.bench_pusat`, bukan diketik; kolomnya seperti tabel di atas.

{tanggal}

"""
LAIN = "kantor dan orang = komputer lain; di sini di inti yang sama, kantor mengalah (nice 15)"


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


def ukur() -> list[Hasil]:
    """Return the lines of the table."""
    with kota() as k:
        awal = _awal(k)
        hari, siapa = Hari(k), peramban(k.p.kota)
        suruh(k.klien, "sabar")
        with orang_orang(k.p.kota.url, siapa) as orang:
            hangat = tenang(k, orang, HANGAT_S)
            sepi = tenang(k, orang)
            sendiri = [detik for _ in range(SENDIRI) for detik in _sendiri(hari)]
            ledak, penuh = ledakan(k, hari, orang), jenuh(k, hari, orang)
        memori = status(k.p.kota.pid)
        senegara = pusat_nasional.ukur(k)
    orang_gagal = sum(satu.gagal for satu in (hangat, sepi, ledak.ukuran, penuh.ukuran))
    kantor_gagal = sum(detik < 0 for detik in (*sendiri, *ledak.kantor, *penuh.kantor))
    return [
        *_halaman(sepi, ledak, penuh), *_kantor(sendiri, ledak, penuh), _galat(orang_gagal, kantor_gagal),
        *_baris_awal(awal, memori), *senegara,
    ]  # fmt: skip


def _sendiri(hari: Hari) -> list[float]:
    hari.tulis()
    return hari.kirim()


def _halaman(sepi: Ukuran, ledak: Bersama, penuh: Bersama) -> list[Hasil]:
    dasar, halaman = p95(sepi.semua), ledak.ukuran.halaman
    pakai = f"{sepi.cpu / len(sepi.semua) * 1000:.0f} ms CPU server tiap halaman saat tenang"
    tengah = f"tenang {ms(statistics.median(sepi.semua))}, {len(sepi.semua)} halaman"
    semua = f"20 orang di halaman web, {len(SEMUA)} kantor akhir hari"
    banyak = (
        f"{len(ledak.lama)} ledakan, masing-masing {sekon(statistics.median(ledak.lama))}; hanya halaman di dalamnya"
    )
    lambat = sorted(sepi.halaman.keys() & halaman.keys(), key=lambda j: -p95(halaman[j]))[:TERLAMBAT]
    return [
        _ringkas(f"{semua} sekaligus, p95", ledak.ukuran, dasar, f"{banyak}; {tengah}; {pakai}; {LAIN}", TUJUAN_S),
        _ringkas(f"{semua} terus-menerus tanpa jeda, p95", penuh.ukuran, dasar, f"semua inti penuh; {LAIN}", None),
        *(_satu_halaman(j, sepi.halaman[j], halaman[j]) for j in lambat),
    ]


def _ringkas(apa: str, ukuran: Ukuran, dasar: float, catatan: str, tujuan: float | None) -> Hasil:
    satu = p95(ukuran.semua)
    tengah = f"median {ms(statistics.median(ukuran.semua))}; {len(ukuran.semua)} halaman"
    kata = f"{tengah}; {catatan}; dasar: tanpa kantor"
    if tujuan is None:
        return Hasil(apa, ms(satu), ms(dasar), satu / dasar, None, kata)
    return Hasil(apa, ms(satu), ms(dasar), satu / dasar, tujuan / dasar, f"tujuan ≤ {ms(tujuan)}; {kata}")


def _satu_halaman(jalan: str, tenang: list[float], ramai: list[float]) -> Hasil:
    satu, dua = p95(ramai), p95(tenang)
    catatan = f"{len(ramai)} kali; median {ms(statistics.median(ramai))}, tenang {ms(statistics.median(tenang))}"
    return Hasil(f"Halaman {jalan} dalam ledakan, p95", ms(satu), ms(dua), satu / dua, None, catatan)


def _kantor(sendiri: list[float], ledak: Bersama, penuh: Bersama) -> list[Hasil]:
    apa, dasar = f"{len(SEMUA)} kantor, {UBAH} perubahan, 20 orang di halaman web, p95 tiap kantor", p95(sendiri)
    return [
        _kantor_satu(f"{apa}, sekaligus", ledak, dasar),
        _kantor_satu(f"{apa}, terus-menerus", penuh, dasar),
    ]


def _kantor_satu(apa: str, b: Bersama, dasar: float) -> Hasil:
    satu = p95(b.kantor)
    catatan = f"{len(b.kantor)} sinkron, CPU server {b.ukuran.cpu:.0f} s; dasar: sekaligus, tanpa orang di halaman"
    return Hasil(apa, sekon(satu), sekon(dasar), satu / dasar, None, catatan)


def _galat(halaman: int, sinkron: int) -> Hasil:
    salah = f"{halaman} dari halaman, {sinkron} dari sinkron"
    return Hasil("Galat di halaman dan sinkron", str(halaman + sinkron), "0", float(halaman + sinkron), 0.0, salah)


def _baris_awal(awal: Awal, memori: int) -> list[Hasil]:
    (web, api), (penuh, sepi), (isi, baca) = awal.nyala, awal.memori, awal.kota
    tiap = f"{_mb(round((penuh - sepi) / 9))} tiap kantor web; sesudah dipakai 20 orang {_mb(memori)}; dasar: tanpa web"
    lama = (
        f"semua 9 kantor web {sekon(awal.terisi)}, sekali lagi menyala {sekon(awal.lagi)}; dasar: barisnya dibaca saja"
    )
    return [
        Hasil("Server kota menyala", sekon(web), sekon(api), web / api, None, "dasar: tanpa halaman web"),
        Hasil("Kantor kota di server terisi, 63.360 laporan", sekon(isi), sekon(baca), isi / baca, None,
              f"{lama}; memori {_mb(awal.kota_memori)}"),
        Hasil("Memori server, 9 kantor web siap", _mb(penuh), _mb(sepi), penuh / sepi, None, tiap),
    ]  # fmt: skip


def _mb(byte: int) -> str:
    return f"{byte / 1e6:.0f} MB"


def main() -> None:
    """Measure, print, and put the chapter into HASIL.md."""
    hasil = ukur()
    cetak(hasil)
    tulis_bab(JUDUL, KEPALA.format(tanggal=date.today()) + KEPALA_TABEL + "".join(map(baris, hasil)))


if __name__ == "__main__":
    main()
