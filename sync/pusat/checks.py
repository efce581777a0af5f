"""``sipokat-pusat periksa``: everything that must be well, one finding each, and what to do where it is not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from sqlalchemy import func, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import Gangguan
from sync.server import depot, migration, notes, policies, sums
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, META, PHOTO, SCOPE_COMMIT
from sync.web.kantor import LABEL as HOSTED

from . import backup, engines, text
from .config import Config
from .health import MARK

DAY_MS = 24 * 3600 * 1000
FREE_SHARE, FREE_BYTES = 0.1, 1 << 30
"""Less than both of a disk is too little."""
CLOCK_MS = 5_000
"""How far the database's clock may be from this one, and a commit in the future."""
CERTIFICATE_DAYS = 14
NAMED = 5
"""So many are named, the others counted."""


class Finding(NamedTuple):
    """One thing that was looked at: whether it is well, what was found, what to do."""

    apa: str
    baik: bool
    kalimat: str
    saran: str = ""


def everything(config: Config, *, quick: bool, now: int, progress: bool) -> list[Finding]:
    """Look at everything; ``quick``: without counting rows and photos anew; ``progress`` is shown on a terminal."""
    found: list[Finding] = []
    try:
        with closing(engines.as_it_is(config.basis_data)) as db:
            found += _of_the_database(config, db, quick=quick, now=now, progress=progress)
    except Gangguan as exc:
        found.append(Finding(text.P_DB, False, exc.pesan, exc.saran))
    except SQLAlchemyError as exc:
        found.append(Finding(text.P_DB, False, text.P_DB_PUTUS.format(galat=type(exc).__name__), text.P_DB_SARAN))
    found += _disks(config)
    found += _certificate(config, now)
    return found


def _of_the_database(config: Config, db: Database, *, quick: bool, now: int, progress: bool) -> Iterator[Finding]:
    with db.read(ALL_SCOPES) as con:
        state = migration.state(con)
    if state is not migration.State.FITS:
        other = migration.SkemaLain(state)
        yield Finding(text.P_SKEMA, False, other.pesan, other.saran)
        return
    with db.write() as con:
        db.upsert(con, META, [{"key": MARK, "value": str(now)}])
    yield Finding(text.P_DB, True, text.P_DB_BAIK)
    yield Finding(text.P_SKEMA, True, text.P_SKEMA_BAIK.format(versi=migration.HEAD))
    yield _walls(db)
    if not quick:
        yield _rows(db, text.P_ISI, text.P_ISI_BAIK, sums.scopes, progress=progress)
        yield _rows(db, text.P_RANTAI, text.P_RANTAI_BAIK, sums.chains, progress=progress)
        yield _photos(config, db)
    yield _clock(db, now)
    yield _backup(config, db, now)
    yield _offices(config, db, now)


def _walls(db: Database) -> Finding:
    with db.read() as con:
        passed = policies.passed_by(con)
    if passed:
        return Finding(text.P_LINGKUP, False, text.P_LINGKUP_DILEWATI, text.P_LINGKUP_SARAN)
    return Finding(text.P_LINGKUP, True, text.P_LINGKUP_SQLITE if db.is_sqlite else text.P_LINGKUP_BAIK)


Counter = Callable[..., list[sums.Damage]]


def _rows(db: Database, what: str, well: str, count: Counter, *, progress: bool) -> Finding:
    shown = _shown(what) if progress and sys.stderr.isatty() else None
    with db.read(ALL_SCOPES) as con:
        damage = count(con, progress=shown)
    if not damage:
        return Finding(what, True, well)
    named = " ".join(f"{_office(one.at)}: {one.kalimat}" for one in damage[:NAMED])
    return Finding(what, False, f"{named}{_more(damage)}", text.P_ISI_SARAN)


def _shown(what: str) -> sums.Progress:
    def progress(done: int, whole: int) -> None:
        end = "\n" if done >= whole else ""
        print(f"\r{what}: {done} / {whole}", end=end, file=sys.stderr, flush=True)

    return progress


def _office(at: str) -> str:
    """Return how people call an office; of what is none, the name as it is."""
    known = at == wilayah.KOTA or at.removeprefix(wilayah.KECAMATAN) in wilayah.semua()
    return wilayah.nama_kantor(at) if known else at


def _more(found: list[sums.Damage] | list[str]) -> str:
    return text.P_LAIN.format(jumlah=len(found) - NAMED) if len(found) > NAMED else ""


def _photos(config: Config, db: Database) -> Finding:
    try:
        there = dict(depot.of(db, config.foto.s3).keys())
    except OSError:
        return Finding(text.P_FOTO, False, text.P_FOTO_TAK_TERBACA, text.P_FOTO_TEMPAT)
    with db.read(ALL_SCOPES) as con:
        wanted = con.execute(select(PHOTO.c.key, PHOTO.c.bytes)).all()
    lost = sum(there.get(key) != size for key, size in wanted)
    if lost:
        kalimat = text.P_FOTO_HILANG.format(hilang=lost, semua=len(wanted))
        return Finding(text.P_FOTO, False, kalimat, text.P_FOTO_SARAN)
    return Finding(text.P_FOTO, True, text.P_FOTO_BAIK.format(jumlah=len(wanted)))


def _clock(db: Database, now: int) -> Finding:
    with db.read(ALL_SCOPES) as con:
        newest = int(con.scalar(select(func.max(SCOPE_COMMIT.c.at))) or 0)
        seconds = now / 1000 if db.is_sqlite else con.scalar(select(func.extract("epoch", func.clock_timestamp())))
    theirs = int((seconds or 0) * 1000)
    if abs(theirs - now) > CLOCK_MS:
        return Finding(text.P_JAM, False, text.P_JAM_BEDA.format(detik=abs(theirs - now) // 1000), text.P_JAM_SARAN)
    if newest > now + CLOCK_MS:
        return Finding(text.P_JAM, False, text.P_JAM_MUNDUR, text.P_JAM_SARAN)
    return Finding(text.P_JAM, True, text.P_JAM_BAIK)


def _backup(config: Config, db: Database, now: int) -> Finding:
    known = notes.last_backup(db)
    at = known.waktu if known else 0
    if config.cadangan.folder:
        there = backup.backups(Path(config.cadangan.folder))
        at = int(there[-1][0].timestamp() * 1000) if there else 0
    if not at:
        return Finding(text.P_CADANGAN, False, text.P_CADANGAN_BELUM, text.P_CADANGAN_SARAN)
    kapan = tanggal.waktu(at, now)
    if now - at > config.cadangan.terlama_jam * 3600 * 1000:
        return Finding(text.P_CADANGAN, False, text.P_CADANGAN_LAMA.format(waktu=kapan), text.P_CADANGAN_SARAN)
    if known and known.waktu // 1000 == at // 1000 and not known.diuji:
        return Finding(text.P_CADANGAN, False, text.P_CADANGAN_TANPA_UJI.format(waktu=kapan), text.P_CADANGAN_SARAN)
    return Finding(text.P_CADANGAN, True, text.P_CADANGAN_BAIK.format(waktu=kapan))


def _offices(config: Config, db: Database, now: int) -> Finding:
    """Computers that the city has not heard from for long, or never since they were enrolled."""
    days = config.cadangan.kantor_diam_hari
    heard = select(DEVICE.c.scope, DEVICE.c.label, DEVICE.c.last_seen, DEVICE.c.created)
    with db.read(ALL_SCOPES) as con:
        rows = con.execute(heard.where(DEVICE.c.revoked == 0, DEVICE.c.label != HOSTED).order_by(DEVICE.c.scope)).all()
    silent = [
        f"{wilayah.nama_kantor(row.scope)} {row.label}"
        for row in rows
        if max(row.last_seen, row.created) < now - days * DAY_MS
    ]
    if silent:
        kalimat = text.P_KANTOR_DIAM.format(hari=days, daftar=", ".join(silent[:NAMED]) + _more(silent))
        return Finding(text.P_KANTOR, False, kalimat, text.P_KANTOR_SARAN)
    return Finding(text.P_KANTOR, True, text.P_KANTOR_BAIK.format(jumlah=len(rows), hari=days))


def _disks(config: Config) -> Iterator[Finding]:
    """The disks of what lies on this machine, each once."""
    url = make_url(config.basis_data) if config.basis_data else None
    own = url.database if url and url.drivername.startswith("sqlite") else ""
    places = [own, config.cadangan.folder, config.kantor_web]
    places += [config.foto.tempat] if not config.foto.tempat.startswith(depot.IN_S3) else []
    seen: set[int] = set()
    for place in (Path(one).absolute() for one in places if one):
        there = next((one for one in (place, *place.parents) if one.exists()), None)
        if there is None or there.stat().st_dev in seen:
            continue
        seen.add(there.stat().st_dev)
        disk = shutil.disk_usage(there)
        kalimat = text.P_DISK_ISI.format(folder=there, bebas=text.ukuran(disk.free), semua=text.ukuran(disk.total))
        low = disk.free < FREE_BYTES or disk.free < min(disk.total * FREE_SHARE, 20 * FREE_BYTES)
        yield Finding(text.P_DISK, not low, kalimat, text.P_DISK_SARAN if low else "")


def _certificate(config: Config, now: int) -> Iterator[Finding]:
    if not config.sertifikat:
        return
    try:
        ends = x509.load_pem_x509_certificates(Path(config.sertifikat).read_bytes())[0].not_valid_after_utc
    except (OSError, ValueError, IndexError):
        yield Finding(text.P_TLS, False, text.P_TLS_TAK_TERBACA.format(file=config.sertifikat), text.P_TLS_SARAN)
        return
    left = (ends - datetime.fromtimestamp(now / 1000, UTC)).days
    kalimat = text.P_TLS_SAMPAI.format(hari=tanggal.panjang(ends.date()))
    yield Finding(text.P_TLS, left >= CERTIFICATE_DAYS, kalimat, text.P_TLS_SARAN if left < CERTIFICATE_DAYS else "")
