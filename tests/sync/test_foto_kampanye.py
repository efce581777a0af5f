"""Photos of 5 MB entered offline, and a line that is cut every few seconds: all arrive once, unchanged, rows first.

The full run, 200 photos: ``SIPOKAT_FOTO=200 .venv/bin/python -m pytest tests/sync/test_foto_kampanye.py -n0 -s``
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.imaging import pictures
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import photoqueue
from sync.client import photos as jalan
from sync.client.session import Session, Summary
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC
from tests.gambar import RAHASIA, dari_kamera
from tests.kota import CityProcess
from tests.sync.album import periksa_album, tempel
from tests.sync.dunia import Buka, daftarkan, isi_rt, tenang
from tests.sync.gunting import Gunting

BANYAK = int(os.environ.get("SIPOKAT_FOTO", "10"))
BIASA_S, GILIRAN_S = 2.0, 8.0
"""So long a saved row may usually take to the city on that line, and at most until it is its turn to be sent."""


@dataclass
class Ukuran:
    """What a campaign measured."""

    asli: int = 0
    kecil: int = 0
    siapkan: list[float] = field(default_factory=list)
    baris: list[float] = field(default_factory=list)
    disimpan: list[float] = field(default_factory=list)
    giliran: list[float] = field(default_factory=list)
    padam: float = 0.0
    putaran: int = 0
    gagal: int = 0


def _masukkan(a: Office, ukuran: Ukuran) -> list[str]:
    """Enter photos as phones write them, without a line."""
    kunci = []
    for ke in range(BANYAK):
        asli = dari_kamera(ke, arah=1 + ke % 8)
        mulai = time.monotonic()
        jadi = pictures.prepare(asli)
        ukuran.siapkan.append(time.monotonic() - mulai)
        assert not [kata for kata in RAHASIA if kata in jadi.jpeg]
        ukuran.asli += len(asli)
        ukuran.kecil += len(jadi.jpeg)
        kunci.append(tempel(a, jadi.jpeg, laporan=f"laporan {ke}"))
    assert ukuran.asli / BANYAK > 4_500_000
    return kunci


def _sampai(city: CityProcess, nama: str) -> bool:
    with city.db.read(ALL_SCOPES) as con:
        return any(nama in doc for doc in con.scalars(select(DOC.c.doc).where(DOC.c.tbl == "rt_orang")))


def _ketik(a: Office, city: CityProcess, ukuran: Ukuran, selesai: threading.Event) -> None:
    """Save a head of RT every few seconds, and measure how long it takes to the city."""
    acak = random.Random(5)
    for ke in range(1, 90):
        if selesai.wait(acak.uniform(0.5, 3)):
            return
        isi_rt(a, ke)
        mulai = time.monotonic()
        ukuran.disimpan.append(mulai)
        while not _sampai(city, f"Ketua {ke:02d}"):
            if selesai.wait(0.05):
                return
        ukuran.baris.append(time.monotonic() - mulai)


def _sinkron_terus(a: Office, ukuran: Ukuran, ganggu: Callable[[], None]) -> None:
    """Sync in the background again and again, as the program does, until no photo waits."""
    akhir = time.monotonic() + 60 + BANYAK * 6
    while a.status().photos:
        assert time.monotonic() < akhir, "the photos never arrive"
        ukuran.putaran += 1
        ganggu()
        try:
            a.sync()
        except Gangguan:
            ukuran.gagal += 1
            time.sleep(0.5)


def _amati(monkeypatch: pytest.MonkeyPatch, ukuran: Ukuran) -> None:
    """Give photos all the time there is, and note when rows have their turn."""
    monkeypatch.setattr(jalan, "BACKGROUND_S", 60.0)
    monkeypatch.setattr(photoqueue, "FIRST_WAIT_MS", 500)
    asli = Session.run

    def run(self: Session, *args: Any, **lain: Any) -> Summary:
        ukuran.giliran.append(time.monotonic())
        return asli(self, *args, **lain)

    monkeypatch.setattr(Session, "run", run)


@pytest.mark.kampanye
def test_every_photo_arrives_once_over_a_line_that_is_cut_every_few_seconds(
    city_process: CityProcess, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    city, ukuran = city_process, Ukuran()
    _amati(monkeypatch, ukuran)
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    a.sync()
    kunci = _masukkan(a, ukuran)
    assert len(set(kunci)) == BANYAK
    selesai, mati = threading.Event(), list[threading.Timer]()
    with Gunting(city.port, tiap=300_000, detik=2.0, laju=400_000).jalan() as garis:
        a.store.save_identity(a.store.identity._replace(server=garis.url))
        ketik = threading.Thread(target=_ketik, args=(a, city, ukuran, selesai))
        ketik.start()

        def matikan() -> None:
            """Every quarter of a minute the server dies in the middle, too."""
            if time.monotonic() - mulai > 15 * (len(mati) + 1):
                mati.append(threading.Timer(0.4, _mati_hidup, args=(city, ukuran)))
                mati[-1].start()

        mulai = time.monotonic()
        _sinkron_terus(a, ukuran, matikan)
        lama = time.monotonic() - mulai
        selesai.set()
        ketik.join(30)
        putus, naik = garis.putus, garis.naik
    for utas in mati:
        utas.join(60)
    a.store.save_identity(a.store.identity._replace(server=city.url))
    for satu in (a, b):
        satu.sync(all_photos=True)
    periksa_album(city, kunci, a, b)
    tenang(city, a, b)
    _cetak(ukuran, putus, naik, lama)
    assert putus >= 2
    assert naik < ukuran.kecil * 2 + 1_000_000
    baris = sorted(ukuran.baris) or [0.0]
    assert baris[len(baris) // 2] < BIASA_S, "rows waited for photos"
    assert _menunggu(ukuran) < GILIRAN_S, "a row waited for photos"


def _menunggu(ukuran: Ukuran) -> float:
    """Return the longest time from the saving of a row until rows had their turn, whether the line then held or not."""
    tunggu = [next((g for g in ukuran.giliran if g >= satu), satu) - satu for satu in ukuran.disimpan]
    return max(tunggu, default=0.0)


def _mati_hidup(city: CityProcess, ukuran: Ukuran) -> None:
    mulai = time.monotonic()
    city.kill()
    try:
        city.start()
    except RuntimeError:  # on a machine that is too busy to start it in time
        city.start()
    ukuran.padam += time.monotonic() - mulai


def _cetak(ukuran: Ukuran, putus: int, naik: int, lama: float) -> None:
    siap, baris, mb = sorted(ukuran.siapkan), sorted(ukuran.baris) or [0.0], 1_000_000
    print(
        f"\n{BANYAK} foto, {ukuran.asli // mb} MB menjadi {ukuran.kecil / mb:.1f} MB, masing-masing siap dalam"
        f" {siap[len(siap) // 2]:.2f} s (terlama {siap[-1]:.2f}); {lama:.0f} s, {ukuran.putaran} sinkron,"
        f" {ukuran.gagal} gagal, {ukuran.padam:.0f} s padam, {putus} potongan, {naik / mb:.1f} MB naik;"
        f" {len(ukuran.baris)} baris, tengah {baris[len(baris) // 2]:.2f} s, terlama {baris[-1]:.2f} s,"
        f" gilirannya selambatnya {_menunggu(ukuran):.2f} s"
    )
