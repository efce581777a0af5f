"""The offices and the people of bench_pusat together: 72 offices that whistle at once now and then, or without end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

from .bench_kantor import suruh
from .pusat_halaman import Lihat, Orang, Ukuran
from .pusat_kota import Kota
from .sinkron_panggung import jam_cpu

TENANG_S, JENUH_S, PUTARAN_S = 30.0, 20.0, 30.0
JEDA_S = 2.0
"""Between two bursts the offices write down another day, and wait so long."""
CUKUP, PUTARAN = 300, 5
"""So many pages are to fall into bursts, within so many rounds."""
AKHIR_S = 5.0
"""No burst begins so shortly before the people stop looking."""


class Bersama(NamedTuple):
    """The pages that count, and the seconds of every office's sync (below zero: failed); each burst's seconds."""

    ukuran: Ukuran
    kantor: Sequence[float] = ()
    lama: Sequence[float] = ()


class Hari:
    """The days that the offices of a city end, each another."""

    def __init__(self, k: Kota) -> None:
        self._k, self._nomor = k, count(1)

    def tulis(self) -> None:
        """Let every office change the reports of a day."""
        suruh(self._k.klien, f"ubah {next(self._nomor)}")

    def kirim(self) -> list[float]:
        """Let all end it at once; return the seconds of each."""
        return suruh(self._k.klien, "kirim")


def _cpu(k: Kota, kerja: Callable[[], None]) -> float:
    """Return the CPU seconds of the server while ``kerja`` goes on."""
    pid = k.p.kota.pid
    awal = jam_cpu(pid)
    kerja()
    return jam_cpu(pid) - awal


def tenang(k: Kota, orang: Orang, detik: float = TENANG_S) -> Ukuran:
    """Let the people look at pages while no office syncs."""
    lihat: list[Lihat] = []

    def kerja() -> None:
        orang.mulai(detik)
        lihat.extend(orang.selesai())

    cpu = _cpu(k, kerja)
    return Ukuran(lihat, cpu)


def jenuh(k: Kota, hari: Hari, orang: Orang) -> Bersama:
    """Let the offices end their day again and again, as fast as all cores together allow."""
    lihat, kantor = list[Lihat](), list[float]()

    def kerja() -> None:
        orang.mulai(JENUH_S)
        akhir = time.monotonic() + JENUH_S
        while time.monotonic() < akhir:
            hari.tulis()
            kantor.extend(hari.kirim())
        lihat.extend(orang.selesai())

    cpu = _cpu(k, kerja)
    return Bersama(Ukuran(lihat, cpu), kantor)


def ledakan(k: Kota, hari: Hari, orang: Orang) -> Bersama:
    """Let all offices end their day in the same second, with pauses, until enough pages fell into such bursts; only
    those pages count."""
    lihat, kantor, masa = list[Lihat](), list[float](), list[tuple[float, float]]()

    def kerja() -> None:
        for _ in range(PUTARAN):
            orang.mulai(PUTARAN_S)
            akhir = time.monotonic() + PUTARAN_S - AKHIR_S
            while time.monotonic() < akhir:
                hari.tulis()
                time.sleep(JEDA_S)
                mulai = time.monotonic()
                kantor.extend(hari.kirim())
                masa.append((mulai, time.monotonic()))
            lihat.extend(satu for satu in orang.selesai() if satu.bertemu(masa))
            if len(lihat) >= CUKUP:
                return

    cpu = _cpu(k, kerja)
    return Bersama(Ukuran(lihat, cpu), kantor, [sampai - dari for dari, sampai in masa])
