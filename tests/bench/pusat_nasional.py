"""How many ends of day a second one process and one PostgreSQL carry, and what 83,762 kelurahan and desa within one
hour would need: real messages of 60 changed rows, from offices that do nothing but send them. Part of bench_pusat, on
its stage.
"""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

import psycopg

from tests import postgres

from .bench_kantor import suruh
from .kantor_klien import UBAH
from .pusat_klien import PESAN
from .pusat_kota import Kota
from .sinkron_panggung import AKAR, SEMUA, jam_cpu
from .ukur import Hasil, ms

NASIONAL = 83_762
"""Kelurahan and desa of the country (DOMAIN §1)."""
PERLU = NASIONAL / 3600
HARI, PROSES, HARI_KERJA = 8, 2, 250
PENUH = 0.6
"""How busy a core may be planned: queues grow beyond."""


class Beban(NamedTuple):
    """What a flood of ends of day cost: seconds on the wall, of CPU of the API process and of PostgreSQL; bytes."""

    banyak: int
    dinding: float
    api: float
    pg: float
    wal: int
    tumbuh: int

    @property
    def laju(self) -> float:
        """Syncs a second."""
        return self.banyak / self.dinding


def _ringan(k: Kota) -> list[subprocess.Popen[str]]:
    files = [str(folder / PESAN) for folder in k.folders]
    return [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.nasional_klien", k.p.kota.url, *files[ke::PROSES]], cwd=AKAR, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for ke in range(PROSES)
    ]  # fmt: skip


def _dihitung(k: Kota, kerja: Callable[[], list[float]]) -> Beban:
    with psycopg.connect(postgres.administered(k.p.kota.db_url), autocommit=True) as con:
        con.execute("CHECKPOINT")
        lsn, besar = _angka(con)
        api, pg, mulai = jam_cpu(k.p.kota.pid), k.p.cpu_mesin(), time.perf_counter()
        detik = kerja()
        dinding = time.perf_counter() - mulai
        api, pg = jam_cpu(k.p.kota.pid) - api, k.p.cpu_mesin() - pg
        lsn, besar = (b - a for a, b in zip((lsn, besar), _angka(con), strict=True))
    assert min(detik) > 0, f"{sum(satu < 0 for satu in detik)} sinkron gagal"
    return Beban(len(detik), dinding, api, pg, lsn, besar)


def _angka(con: psycopg.Connection[tuple[object, ...]]) -> tuple[int, int]:
    """Return how many bytes of WAL have been written, and how big the database is."""
    found = con.execute(
        "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, pg_database_size(current_database())"
    ).fetchone()
    assert found is not None
    return int(str(found[0])), int(str(found[1]))


def beban(k: Kota) -> Beban:
    """Let all offices send all their days, one after another each, all offices at once."""
    suruh(k.klien, f"tulis {HARI}")
    proses = _ringan(k)
    try:
        return _dihitung(k, lambda: suruh(proses, "kirim"))
    finally:
        for satu in proses:
            satu.communicate()


def ukur(k: Kota) -> list[Hasil]:
    """Return the lines of the table; nobody looks at pages meanwhile."""
    k.layani("--tanpa-web")
    return _baris(beban(k))


def _baris(b: Beban) -> list[Hasil]:
    apa = f"Akhir hari {UBAH} perubahan"
    api, pg = b.api / b.banyak, b.pg / b.banyak
    inti = [math.ceil(PERLU * satu / PENUH) for satu in (api, pg)]
    satu_inti = f"satu inti API membawa {_koma(1 / api)}/s, satu inti PostgreSQL {_koma(1 / pg)}/s"
    wal, tumbuh = b.wal / b.banyak, b.tumbuh / b.banyak
    setahun = f"{_koma(NASIONAL * tumbuh / 1e9)} GB sehari, {_koma(NASIONAL * tumbuh * HARI_KERJA / 1e12)} TB setahun"
    return [
        Hasil(f"{apa}, {len(SEMUA)} kantor terus-menerus", f"{_koma(b.laju)}/s", f"{_koma(PERLU)}/s", PERLU / b.laju,
              1.0, f"satu proses API dan satu PostgreSQL; {b.banyak} sinkron; dasar: {NASIONAL} kantor dalam satu jam"),
        Hasil(f"{apa}, CPU proses API; dasar PostgreSQL", ms(api), ms(pg), api / pg, None, satu_inti),
        Hasil(f"Inti API untuk {_koma(PERLU)}/s; dasar inti PostgreSQL", str(inti[0]), str(inti[1]), inti[0] / inti[1],
              None, f"paling banyak {PENUH:.0%} sibuk"),
        Hasil(f"{apa}, WAL; dasar pertumbuhan basis data", _kb(wal), _kb(tumbuh), wal / tumbuh, None,
              f"WAL {_koma(PERLU * wal / 1e6)} MB/s senegara, sesudah CHECKPOINT; {setahun} ({HARI_KERJA} hari kerja)"),
    ]  # fmt: skip


def _koma(nilai: float) -> str:
    return f"{nilai:.1f}".replace(".", ",")


def _kb(byte: float) -> str:
    return f"{byte / 1e3:.1f} KB".replace(".", ",")
