"""The 20 people of bench_pusat: who they are, which pages they look at, and what they saw."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import update

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.clock import now_ms
from sync.server.reach import ALL_SCOPES
from sync.server.schema import PERSON
from sync.web.akun import orang, sesi
from sync.web.akun.orang import Baru
from sync.web.akun.peran import Peran
from sync.web.akun.sandi import Sandi
from tests.kota import City

from .sinkron_panggung import AKAR

CAMAT = ("/verifikasi", "/kesiapan", "/rekap", "/stok", "/stok/barang", "/evaluasi")
BAGIAN = ("/roster", "/ketetapan", "/total", "/putusan", "/bimtek", "/evaluasi", "/rakor")
KOMINFO = ("/perangkat", "/server", "/undangan", "/bantuan")
TAMU = ("/", "/kelurahan", "/data")
JALAN = {Peran.CAMAT: CAMAT, Peran.STAF: CAMAT, Peran.BAGIAN: BAGIAN, Peran.KOMINFO: KOMINFO}

Peramban = tuple[dict[str, str], tuple[str, ...]]
"""Somebody's cookies, and the pages that he looks at."""


class Lihat(NamedTuple):
    """One page that was asked for: when (s of the monotonic clock), for how many seconds, with which status."""

    jalan: str
    mulai: float
    detik: float
    status: int

    def bertemu(self, masa: Iterable[tuple[float, float]]) -> bool:
        """Tell whether any part of it fell into one of these spans of time."""
        return any(self.mulai < sampai and self.mulai + self.detik > dari for dari, sampai in masa)


class Ukuran(NamedTuple):
    """Pages that were asked for, and CPU seconds of the server meanwhile."""

    lihat: Sequence[Lihat]
    cpu: float = 0.0

    @property
    def semua(self) -> list[float]:
        """Every page's seconds."""
        return [satu.detik for satu in self.lihat]

    @property
    def gagal(self) -> int:
        """How many were none."""
        return sum(satu.status != 200 for satu in self.lihat)

    @property
    def halaman(self) -> dict[str, list[float]]:
        """Seconds per path."""
        per: dict[str, list[float]] = {}
        for satu in self.lihat:
            per.setdefault(satu.jalan, []).append(satu.detik)
        return per


def p95(detik: Sequence[float]) -> float:
    """Return the 95th of a hundred."""
    return statistics.quantiles(detik, n=20)[-1] if len(detik) > 1 else detik[0]


def _masuk(db: City, peran: Peran, lingkup: str, ke: int) -> dict[str, str]:
    """Make a person and return the cookie of somebody who has just come in."""
    now, sandi = now_ms(), Sandi(memori_kib=8, putaran=1)
    akun, _ = orang.tambah(db.db, sandi, Baru(f"orang{ke:02d}", "Orang Bench", peran, lingkup), oleh="bench", now=now)
    with db.db.write(ALL_SCOPES) as con:
        con.execute(update(PERSON).where(PERSON.c.id == akun.id).values(must_change=0, password_until=0))
        token = sesi.buka(con, akun.id, kedua=True, alamat="127.0.0.1", now=now)
    return {sesi.nama_kuki(sesi.KUKI, aman=False): token}


def peramban(db: City) -> list[Peramban]:
    """Return 20 people's: two of each kecamatan, two of the Bagian, one of Kominfo, one guest."""
    siapa = [(p, atas) for atas in orang.lingkup_kecamatan() for p in (Peran.CAMAT, Peran.STAF)]
    siapa += [(p, wilayah.KOTA) for p in (Peran.BAGIAN, Peran.BAGIAN, Peran.KOMINFO)]
    return [*((_masuk(db, p, di, ke), JALAN[p]) for ke, (p, di) in enumerate(siapa)), ({}, TAMU)]


class Orang:
    """The process in which the people look at pages of the server at ``url``."""

    def __init__(self, proses: subprocess.Popen[str], url: str, siapa: list[Peramban]) -> None:
        self._proses, self._url, self._siapa = proses, url, siapa

    def mulai(self, detik: float) -> None:
        """Let them look for so long."""
        assert self._proses.stdin
        self._proses.stdin.write(json.dumps({"url": self._url, "detik": detik, "orang": self._siapa}) + "\n")
        self._proses.stdin.flush()

    def selesai(self) -> list[Lihat]:
        """Wait until they are done and return what they saw."""
        assert self._proses.stdout
        return [Lihat(*satu) for satu in json.loads(self._proses.stdout.readline())]


@contextmanager
def orang_orang(url: str, siapa: list[Peramban]) -> Iterator[Orang]:
    """Start their process."""
    command = [sys.executable, "-m", "tests.bench.pusat_orang"]
    proses = subprocess.Popen(command, cwd=AKAR, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Orang(proses, url, siapa)
    finally:
        proses.communicate()
