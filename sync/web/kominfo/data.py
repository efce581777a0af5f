"""What the city knows of its offices' computers: when they were here last, what they still hold, what ails them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import func, select

from sipokat_desktop import __version__
from sipokat_desktop.kernel import tanggal, wilayah
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, DOC, META, OP_LOG, PHOTO, SCOPE
from sync.web.kantor import LABEL

from . import text

DIAM_HARI = 7
"""Days without a word from which an office counts as silent."""
HARI_MS = 86_400_000
JAM_MELESET_MS = 5 * 60_000
"""A clock further off than this is wrong (the office program itself warns then)."""
DISK_SEDIKIT = 2 << 30
"""Bytes below which the disk of a computer is nearly full."""
CADANGAN_HARI = 3
CADANGAN = "cadangan"
"""The entry of the city's own settings that tells of its last backup."""


class Temuan(NamedTuple):
    """What is wrong with a computer or an office, and what to do about it; both whole sentences."""

    apa: str
    langkah: str


class Komputer(NamedTuple):
    """A computer of an office; times in UTC ms (0: never), ``skew`` in ms, ``disk`` in bytes (0: not told)."""

    id: str
    lingkup: str
    label: str
    nama: str
    dibuat: int
    dicabut: int
    terakhir: int
    versi: str
    menunggu: int
    skew: int
    disk: int
    cadangan: int

    @property
    def sebutan(self) -> str:
        """What people call it: whose it is or where it stands, with its label."""
        return f"{self.nama or text.TANPA_NAMA} ({self.label})"

    def temuan(self, now: int) -> list[Temuan]:
        """Return what is wrong with it and what to do then; a revoked one has no troubles."""
        if self.dicabut:
            return []
        if not self.terakhir:
            return [Temuan(text.BELUM_SINKRON, text.BELUM_SINKRON_LANGKAH)]
        hari = (now - self.terakhir) // HARI_MS
        lama = bool(self.versi) and _urut(self.versi) < _urut(__version__)
        semua = (
            (hari >= DIAM_HARI, text.DIAM.format(hari=hari), text.DIAM_LANGKAH),
            (self.menunggu > 0, text.MENUNGGU.format(banyak=self.menunggu), text.MENUNGGU_LANGKAH),
            (abs(self.skew) > JAM_MELESET_MS, text.JAM.format(selisih=_selisih(self.skew)), text.JAM_LANGKAH),
            (0 < self.disk < DISK_SEDIKIT, text.DISK.format(ukuran=ukuran(self.disk)), text.DISK_LANGKAH),
            (0 < self.cadangan < now - CADANGAN_HARI * HARI_MS, text.CADANGAN, text.CADANGAN_LANGKAH),
            (lama, text.VERSI.format(versi=self.versi), text.VERSI_LANGKAH.format(baru=__version__)),
        )
        return [Temuan(apa, langkah) for ada, apa, langkah in semua if ada]


class Kantor(NamedTuple):
    """An office with its computers, the one heard of last first."""

    lingkup: str
    komputer: tuple[Komputer, ...]

    @property
    def terakhir(self) -> int:
        """When any of its computers was here last (UTC ms, 0: never)."""
        return max((k.terakhir for k in self.komputer if not k.dicabut), default=0)

    @property
    def berkomputer(self) -> bool:
        """Whether any computer of it may sync."""
        return any(not k.dicabut for k in self.komputer)

    @property
    def menunggu(self) -> int:
        """How many changes its computers told they still hold."""
        return sum(k.menunggu for k in self.komputer if not k.dicabut)

    def temuan(self, now: int) -> list[Temuan]:
        """Return what is wrong with the office: no computer, or those of its computers, each named where several."""
        hidup = [k for k in self.komputer if not k.dicabut]
        if not hidup:
            return [Temuan(text.TANPA_KOMPUTER, text.TANPA_KOMPUTER_LANGKAH)]
        nama = len(hidup) > 1
        return [
            Temuan(f"{k.sebutan}: {satu.apa}" if nama else satu.apa, satu.langkah)
            for k in hidup
            for satu in k.temuan(now)
        ]  # fmt: skip


class Server(NamedTuple):
    """What the city's database holds, and its last backup (None: never told)."""

    jenis: str
    versi: str
    kantor: int
    baris: int
    operasi: int
    hari_ini: int
    tertahan: int
    foto: int
    bita_foto: int
    cadangan: dict[str, object] | None


def _selisih(skew: int) -> str:
    menit = abs(skew) // 60_000
    kata = f"{menit} menit" if menit < 120 else f"{menit // 60} jam" if menit < 2880 else f"{menit // 1440} hari"
    return f"{kata} lebih {'cepat' if skew > 0 else 'lambat'}"


def ukuran(bita: int) -> str:
    """Write a number of bytes as people do: ``1,4 GB``, ``920 MB``; rounded down."""
    for satuan, nama in ((1 << 30, "GB"), (1 << 20, "MB")):
        if bita >= satuan:
            utuh, pecah = divmod(bita * 10 // satuan, 10)
            return f"{utuh},{pecah} {nama}" if utuh < 10 else f"{utuh} {nama}"
    return f"{bita // 1024} KB"


def _urut(versi: str) -> tuple[int, ...]:
    return tuple(int(bagian) if bagian.isdigit() else 0 for bagian in versi.split("."))


_KOLOM = (
    DEVICE.c.id, DEVICE.c.scope, DEVICE.c.label, DEVICE.c.name, DEVICE.c.created, DEVICE.c.revoked,
    DEVICE.c.last_seen, DEVICE.c.app, DEVICE.c.waiting, DEVICE.c.skew, DEVICE.c.disk, DEVICE.c.backed_up,
)  # fmt: skip


def komputer(db: Database, id: str = "") -> list[Komputer]:
    """Return the computers of all offices (or the one with ``id``) but those of the web itself, heard of last first."""
    asked = select(*_KOLOM).where(DEVICE.c.label != LABEL).order_by(DEVICE.c.last_seen.desc(), DEVICE.c.label)
    with db.read() as con:
        rows = con.execute(asked.where(DEVICE.c.id == id) if id else asked).all()
    return [Komputer._make(row) for row in rows]


def kantor(db: Database) -> list[Kantor]:
    """Return every office of the city, also those without a computer: kelurahan, kecamatan, the Bagian."""
    per: defaultdict[str, list[Komputer]] = defaultdict(list)
    for satu in komputer(db):
        per[satu.lingkup].append(satu)
    return [Kantor(lingkup, tuple(per[lingkup])) for lingkup in (wilayah.KOTA, *wilayah.bawahan(wilayah.KOTA))]


def berurutan(semua: Sequence[Kantor], now: int) -> list[Kantor]:
    """Return offices by how much they need somebody: most troubles first, then those without a computer, then the
    longest silence."""

    def butuh(k: Kantor) -> tuple[int, int]:
        masalah = len(k.temuan(now)) if k.berkomputer else 0
        return (0, -masalah) if masalah else (2 if k.berkomputer else 1, 0)

    return sorted(semua, key=lambda k: (*butuh(k), k.terakhir))


def server(db: Database, now: int) -> Server:
    """Return the figures of the city's own database, counted at the beginning of this minute at the earliest."""
    hari = now - tanggal.wib(now).hour * 3_600_000 - tanggal.wib(now).minute * 60_000
    hitung = _hitung(db, now // 60_000, hari // 60_000)
    with db.read() as con:
        cadangan = con.scalar(select(META.c.value).where(META.c.key == CADANGAN))
    jenis = "SQLite (percobaan)" if db.is_sqlite else "PostgreSQL"
    return Server(jenis, __version__, *hitung, json.loads(cadangan) if cadangan else None)


@lru_cache(maxsize=1)
def _hitung(db: Database, menit: int, hari: int) -> tuple[int, int, int, int, int, int, int]:  # noqa: ARG001
    """Count what grows for ever, once in a minute (``menit``, ``hari``: minutes UTC): the log is read through once."""
    with db.read(ALL_SCOPES, stale_ok=True) as con:
        banyak = func.count()
        hari_ini, tertahan = banyak.filter(OP_LOG.c.at >= hari * 60_000), banyak.filter(OP_LOG.c.outcome == "held")
        operasi = con.execute(select(banyak, hari_ini, tertahan).select_from(OP_LOG)).one()
        foto = con.execute(select(func.count(), func.coalesce(func.sum(PHOTO.c.bytes), 0))).one()
        kantor = con.scalar(select(func.count()).select_from(SCOPE)) or 0
        baris = con.scalar(select(func.count()).select_from(DOC).where(DOC.c.deleted == 0)) or 0
    return kantor, baris, int(operasi[0]), int(operasi[1]), int(operasi[2]), int(foto[0]), int(foto[1])
