"""The server's figures in Prometheus' form, of all worker processes together."""

from __future__ import annotations

import os
import time
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy import QueuePool, and_, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from sipokat_desktop.kernel.clock import Clock
from sync.protocol import Answer
from sync.server.batch import TABLES
from sync.server.database import Database
from sync.server.photos import PHOTO_COLUMNS
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, SCOPE, SCOPE_COMMIT
from sync.web.kantor import LABEL as HOSTED

from .supervisor import SHARED

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
KEPT_S = 300.0
"""Seconds for which the count of waiting photos is kept: it looks at every row that names one."""
DAY_MS = 24 * 3600 * 1000


class Metrics:
    """What this process counts; :meth:`text` tells it of all processes, with what the database knows."""

    def __init__(self, db: Database, clock: Clock) -> None:
        shared = SHARED in os.environ
        self._own = CollectorRegistry()
        own = None if shared else self._own
        self.requests = Counter(
            "sipokat_permintaan", "Permintaan menurut jalan dan status", ("metode", "rute", "status"), registry=own
        )
        self.seconds = Histogram(
            "sipokat_permintaan_detik", "Lama permintaan", ("rute",), registry=own, buckets=BUCKETS
        )
        self.ops = Counter("sipokat_perubahan", "Perubahan kantor menurut hasilnya", ("hasil",), registry=own)
        self.turned_away = Counter("sipokat_ditolak_sering", "Permintaan yang terlalu sering", ("apa",), registry=own)
        self._pool = Gauge(
            "sipokat_koneksi", "Koneksi basis data yang dipakai", registry=own, multiprocess_mode="livesum"
        )
        self._worker = Gauge("sipokat_pekerja", "Proses pekerja", registry=own, multiprocess_mode="livesum")
        self._worker.set(1)
        self._db, self._shared = db, shared
        self._database = _OfTheDatabase(db, clock)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)
        pool = self._db.engine.pool
        if isinstance(pool, QueuePool):
            self._pool.set(pool.checkedout())

    def answered(self, answer: Answer) -> None:
        """Count the ops of one exchange."""
        for outcome, count in Tally(result.outcome for result in answer.results).items():
            self.ops.labels(outcome).inc(count)

    def text(self) -> bytes:
        """Return everything; reads the database, so not in the event loop."""
        registry = CollectorRegistry()
        if self._shared:
            _forget_the_dead(Path(os.environ[SHARED]))
            multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
            registry.register(self._database)
            return generate_latest(registry)
        registry.register(self._database)
        return generate_latest(self._own) + generate_latest(registry)


def _forget_the_dead(folder: Path) -> None:
    """Take a worker that was killed out of what counts living ones."""
    for file in folder.glob("gauge_live*_*.db"):
        pid = file.stem.rpartition("_")[2]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists() and Path("/proc").exists():
            file.unlink(missing_ok=True)


class _OfTheDatabase(Collector):
    """Figures that any one process can tell for all."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock
        self._photos, self._counted_at = 0, float("-inf")

    def collect(self) -> Iterable[Metric]:
        """Yield the figures; none but the last where the database is away."""
        try:
            found = list(self._read())
        except SQLAlchemyError:
            yield _gauge("sipokat_basis_data", "1: basis data menjawab", 0)
            return
        yield _gauge("sipokat_basis_data", "1: basis data menjawab", 1)
        yield from found

    def _read(self) -> Iterator[Metric]:
        now = self._clock()
        with self._db.read(ALL_SCOPES, stale_ok=True) as con:
            at_head = (SCOPE_COMMIT.c.scope == SCOPE.c.id) & (SCOPE_COMMIT.c.seq == SCOPE.c.head)
            heads = con.execute(select(SCOPE.c.id, SCOPE_COMMIT.c.at).join(SCOPE_COMMIT, at_head)).all()
            live = and_(DEVICE.c.revoked == 0, DEVICE.c.label != HOSTED)
            waiting = con.scalar(select(func.sum(DEVICE.c.waiting)).where(live)) or 0
            silent = select(func.count()).select_from(DEVICE).where(live, DEVICE.c.last_seen < now - DAY_MS)
            devices = con.scalar(select(func.count()).select_from(DEVICE).where(live)) or 0
            quiet = con.scalar(silent) or 0
            if time.monotonic() - self._counted_at > KEPT_S:
                self._photos = sum(int(con.scalar(text(q)) or 0) for q in _photos(sqlite=self._db.is_sqlite))
                self._counted_at = time.monotonic()
        ages = GaugeMetricFamily("sipokat_lingkup_umur_detik", "Umur perubahan terakhir", labels=["lingkup"])
        for scope, at in heads:
            ages.add_metric([scope], max(0, now - at) / 1000)
        yield ages
        yield _gauge("sipokat_belum_terkirim", "Perubahan yang menurut kantor belum terkirim", waiting)
        yield _gauge("sipokat_komputer", "Komputer kantor yang berizin", devices)
        yield _gauge("sipokat_komputer_diam", "Yang tidak sinkron lebih dari sehari", quiet)
        yield _gauge("sipokat_foto_ditunggu", "Foto yang disebut data tetapi belum sampai", self._photos)


def _gauge(name: str, help: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, help, value=value)


def _photos(*, sqlite: bool) -> Iterator[str]:
    """Yield per column of photos the SQL that counts those which rows name and the city does not have."""
    for table, columns in PHOTO_COLUMNS.items():
        assert table in TABLES
        for column in columns:
            value = f"json_extract(d.doc, '$.{column}')" if sqlite else f"CAST(d.doc AS json) ->> '{column}'"
            yield (
                f"SELECT count(*) FROM doc AS d WHERE d.tbl = '{table}' AND d.deleted = 0 AND {value} <> '' "
                f"AND NOT EXISTS (SELECT 1 FROM photo AS p WHERE p.scope = d.scope AND p.key = {value})"
            )
